import { expect, onTestFinished, test, vi } from 'vitest'
import { openToRead } from '../../src/store/store.ts'
import { freePort, startProgram, type RunningProgram } from '../channels/zalo/program.ts'
import { furnish } from '../conversations/furnish.ts'
import { startFakeTelegram } from '../fakes/telegram/server.ts'
import { onPostgres } from '../store/databases.ts'
import { addHeads } from '../worlds/heads.ts'
import { startBalancer } from './balancer.ts'
import { groupId, queueBroadcast } from './broadcast.ts'

// Whole processes are started here, also on machines that are busy.
vi.setConfig({ testTimeout: 120_000 })

const HEADS = 20
/** A report, step by step. Handled twice, left out or out of order, any of them would leave it unfinished or make it another. */
const LINES = ['báo cáo', '17.5', '150/210', 'bỏ qua', 'bỏ qua', 'xác nhận']
const GROUPS = Array.from({ length: 200 }, (_, number) => groupId(number))
const turnsOf = (program: RunningProgram) => program.log().split('"msg":"turn"').length - 1
const accountOf = (head: number) => 5_000_000_000 + head

onPostgres((createDatabase) => {
  test('two processes share the work, one is killed in the middle of it, and everything is done once', async () => {
    const database = await createDatabase()
    await furnish('mau-son', database.url)
    await addHeads(database.url, HEADS, accountOf)
    const fake = await startFakeTelegram({ record: false })
    onTestFinished(() => fake.close())
    const ports = [await freePort(), await freePort()]
    const { url } = await startBalancer(ports)
    const programs = ports.map((port) =>
      startProgram({
        TELEGRAM_BOT_TOKEN: fake.token,
        TELEGRAM_API_ROOT: fake.apiRoot,
        TELEGRAM_PACE: 'off',
        DATABASE_URL: database.url,
        PUBLIC_URL: url,
        PORT: String(port),
        WEBHOOK_SECRET: 'secret_of-the-tests',
        LOG_LEVEL: 'info',
      }),
    )
    const [doomed, survivor] = programs
    if (!doomed || !survivor) throw new Error('two programs')
    for (const program of programs) await program.until(() => program.log().includes('taking updates'))

    const queueing = await database.open()
    await queueBroadcast(queueing.db, 'notice:1', GROUPS)
    await queueing.close()
    for (const [at, text] of LINES.entries())
      for (let head = 0; head < HEADS; head += 1) {
        const id = accountOf(head)
        const from = { id, is_bot: false, first_name: 'Mẫu' }
        const chat = { id, type: 'private', first_name: 'Mẫu' }
        const number = 1 + at * HEADS + head
        fake.push({ update_id: number, message: { message_id: number, date: 1_795_400_000, chat, from, text } })
      }
    await survivor.until(() => turnsOf(doomed) > 20)
    await doomed.kill()

    const store = openToRead(database.url)
    onTestFinished(() => store.close())
    const { db } = store
    const isOpen = async () => {
      const inbox = await db.selectFrom('inbox').select('state').execute()
      const outbox = await db.selectFrom('outbox').select('state').execute()
      if (inbox.length < LINES.length * HEADS) return true
      return [...inbox, ...outbox].some(({ state }) => ['waiting', 'retrying', 'sending'].includes(state))
    }
    await survivor.whileHolds(isOpen)
    expect(await survivor.stop()).toBe(0)

    // It was not one that did everything.
    expect(turnsOf(survivor)).toBeGreaterThan(20)
    const inbox = await db.selectFrom('inbox').select('state').execute()
    expect(inbox.filter(({ state }) => state !== 'done')).toEqual([])
    const reports = await db.selectFrom('reports').select('submitted_by').execute()
    expect(reports.map(({ submitted_by }) => submitted_by).toSorted()).toEqual(
      Array.from({ length: HEADS }, (_, head) => `head${head}`).toSorted(),
    )

    const outbox = await db
      .selectFrom('outbox')
      .select(['kind', 'key', 'chat_id', 'state', 'attempts', 'error'])
      .where('channel', '=', 'telegram')
      .execute()
    for (const { kind, chat_id, state, error } of outbox.filter(({ chat_id }) => chat_id.startsWith('-'))) {
      const arrived = fake.chats.texts(chat_id).length
      if (state === 'sent') expect([kind, arrived]).toEqual(['notice', 1])
      else expect([state, error, arrived <= 1]).toEqual(['unknown', expect.stringContaining('process ended'), true])
    }
    for (let head = 0; head < HEADS; head += 1) {
      const ours = outbox.filter(({ chat_id }) => chat_id === String(accountOf(head)))
      const replies = ours.filter(({ kind }) => kind === 'reply')
      expect(replies.every(({ state }) => state === 'sent')).toBe(true)
      // Only what the killed process had in hand may have come twice.
      const again = replies.filter(({ attempts }) => attempts > 1).length
      const arrived = fake.chats.texts(String(accountOf(head))).length
      expect(arrived).toBeGreaterThan(0)
      expect(arrived).toBeLessThanOrEqual(ours.length + again)
    }
  })
})
