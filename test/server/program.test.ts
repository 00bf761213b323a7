import { expect, onTestFinished, test, vi } from 'vitest'
import { freePort, startProgram } from '../channels/zalo/program.ts'
import { furnish } from '../conversations/furnish.ts'
import { startFakeTelegram } from '../fakes/telegram/server.ts'
import { createSqlite } from '../store/databases.ts'

// A whole process is started here, also on machines that are busy.
vi.setConfig({ testTimeout: 60_000 })

const QUESTION = 'xã Trung Lương đạt bao nhiêu tiêu chí'
const LOUD = { id: 5_000_000_001, is_bot: false, first_name: 'Ồn Ào Mẫu' }
const CALM = { id: 5_000_000_002, is_bot: false, first_name: 'Bình Tĩnh Mẫu' }

test('the program tells how it is, passes over a flood, writes nothing about people, and ends when asked', async () => {
  const { url, open } = createSqlite()
  await furnish('trung-luong', url)
  const fake = await startFakeTelegram()
  onTestFinished(async () => {
    await fake.close()
  })
  const port = await freePort()
  const token = 'token_of-the-tests_0123456789'
  const program = startProgram({
    DATABASE_URL: url,
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
    PORT: String(port),
    HOST: '127.0.0.1',
    METRICS_TOKEN: token,
  })
  const ask = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).text()
  const authorization = `Bearer ${token}`

  let updates = 0
  const write = (from: typeof LOUD, text: string) => {
    updates += 1
    const chat = { id: from.id, type: 'private' }
    const date = Math.floor(Date.now() / 1000)
    fake.push({ update_id: updates, message: { message_id: updates, date, chat, from, text } })
  }
  await program.until(() => program.log().includes('taking updates'))
  for (let n = 0; n < 40; n += 1) write(LOUD, QUESTION)
  write(CALM, QUESTION)
  const said = (person: typeof LOUD) => fake.chats.texts(String(person.id))
  await program.until(() => said(LOUD).length >= 21 && said(CALM).length === 1)
  expect(said(LOUD).filter((text) => text.includes('15/19 tiêu chí'))).toHaveLength(20)
  expect(said(LOUD).filter((text) => text.includes('nhanh quá'))).toHaveLength(1)

  expect(await ask('/healthz')).toBe('ok')
  expect(await ask('/readyz')).toBe('ready')
  expect(JSON.parse(await ask('/readyz', { authorization }))).toMatchObject({
    ready: true,
    channels: [{ name: 'telegram', ok: true, by: 'polling' }],
  })
  expect(await ask('/metrics')).toBe('')
  const figures = await ask('/metrics', { authorization })
  for (const line of [
    'ntm_updates_total{channel="telegram"} 41',
    'ntm_updates_ignored_total{channel="telegram"} 20',
    'ntm_turns_total{channel="telegram",understood="yes"} 21',
    'ntm_turn_seconds_count{command="status"} 21',
    'ntm_sends_total{channel="telegram",ending="sent"} 22',
  ])
    expect(figures.split('\n')).toContain(line)
  expect(figures).not.toMatch(/500000000|Mẫu/)

  expect(await program.stop()).toBe(0)
  const log = program.log()
  expect(log.match(/"msg":"turn"/g)).toHaveLength(21)
  for (const told of [fake.token.split(':')[1]!, token, 'Trung', 'Mẫu', String(LOUD.id), QUESTION])
    expect(log).not.toContain(told)
  const store = await open()
  const states = await store.db.selectFrom('inbox').select('state').distinct().execute()
  expect(states).toEqual([{ state: 'done' }])
  await store.close()
})
