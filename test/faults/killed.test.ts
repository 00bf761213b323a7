import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { furnish } from '../conversations/furnish.ts'
import { startFakeTelegram, type FakeTelegram } from '../fakes/telegram/server.ts'
import { createSqlite } from '../store/databases.ts'

// Whole processes are started here, also on machines that are busy.
vi.setConfig({ testTimeout: 60_000 })

const PROGRAM = fileURLToPath(new URL('./program.ts', import.meta.url))
const QUESTION = 'xã Trung Lương đạt bao nhiêu tiêu chí'
const CHAT = '5000000001'

function start(databaseUrl: string, fake: FakeTelegram, killAt: string): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, databaseUrl, fake.apiRoot, fake.token, killAt], { stdio: 'inherit' })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('it did not come about within 15 s')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function ask(fake: FakeTelegram, updateId: number): void {
  const id = Number(CHAT)
  fake.push({
    update_id: updateId,
    message: {
      message_id: updateId,
      date: 1_795_400_000,
      chat: { id, type: 'private', first_name: 'Mẫu' },
      from: { id, is_bot: false, first_name: 'Mẫu' },
      text: QUESTION,
    },
  })
}

/** Where the process is killed → how often the answer may arrive in all. */
const POINTS = [
  ['turn', 'after the update is stored, before its effects are committed', 1],
  ['send', 'after the effects are committed, before the answer is sent', 1],
  ['mark', 'after the answer is sent, before that is written down', 2],
] as const

test.each(POINTS)('killed at %s (%s): nothing is lost, the answer comes %i time(s)', async (killAt, _, times) => {
  const { url, open } = createSqlite()
  await furnish('trung-luong', url)
  const fake = await startFakeTelegram()
  onTestFinished(() => fake.close())

  const doomed = start(url, fake, killAt)
  ask(fake, 1)
  const [, signal] = (await once(doomed, 'exit')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  expect(fake.chats.texts(CHAT)).toHaveLength(times - 1)

  const next = start(url, fake, 'never')
  await until(() => fake.chats.texts(CHAT).length >= times)
  // The same update once more, and another: the first brings nothing, the second its answer.
  ask(fake, 1)
  ask(fake, 2)
  await until(() => fake.chats.texts(CHAT).length >= times + 1)
  next.kill('SIGTERM')
  await once(next, 'exit')

  const texts = fake.chats.texts(CHAT)
  expect(texts).toHaveLength(times + 1)
  for (const text of texts) expect(text).toContain('15/19 tiêu chí')
  const store = await open()
  const inbox = await store.db.selectFrom('inbox').select(['external_id', 'state']).orderBy('id').execute()
  expect(inbox).toEqual([
    { external_id: '1', state: 'done' },
    { external_id: '2', state: 'done' },
  ])
  const outbox = await store.db.selectFrom('outbox').select('state').execute()
  expect(outbox.length).toBe(2)
  await store.close()
})
