import { expect, onTestFinished, test, vi } from 'vitest'
import { openToRead } from '../../src/store/store.ts'
import { startProgram, type RunningProgram } from '../channels/zalo/program.ts'
import { refuse } from '../fakes/telegram/answers.ts'
import { startFakeTelegram, type FakeTelegram } from '../fakes/telegram/server.ts'
import type { Answer } from '../fakes/script.ts'
import { createSqlite, type TestDatabase } from '../store/databases.ts'
import { groupId, queueBroadcast } from './broadcast.ts'

// Seven processes are started here, also on machines that are busy.
vi.setConfig({ testTimeout: 120_000 })

const GROUPS = Array.from({ length: 2000 }, (_, number) => groupId(number))
/** After so many messages in all that arrived, the process is killed. */
const KILLED_AFTER = [250, 600, 950, 1300, 1650]
const ASKING = '5000000001'

/** Whether a message arrived whose sender got this answer. */
type Fate = Answer & { effect: 'none' | 'taken' }

/** How often a send meets what, of a hundred. */
const FATES: [share: number, fate: Fate][] = [
  [5, { ...refuse(429, 'Too Many Requests: retry after 1', { retry_after: 1 }), effect: 'none' }],
  [1, { ...refuse(500, 'Internal Server Error'), effect: 'none' }],
  [1, { status: 502, body: '<html>Bad Gateway</html>', effect: 'none' }],
  [2, { drop: 'before', effect: 'none' }],
  [2, { drop: 'after', effect: 'taken' }],
]

/** The same numbers from 0 up to 1 each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Lays down what sends to groups meet; returns, for each group, the fates of its sends that got no clear answer. */
function meetFates(fake: FakeTelegram): Map<string, Fate['effect'][]> {
  const random = seeded(20_261_123)
  const unclear = new Map<string, Fate['effect'][]>()
  fake.script.otherwise = (method, chat) => {
    if (method !== 'sendMessage' || !chat.startsWith('-')) return undefined
    let dice = random() * 100
    const fate = FATES.find(([share]) => (dice -= share) < 0)?.[1]
    if (!fate) return undefined
    if (!('status' in fate && fate.status === 429)) unclear.set(chat, [...(unclear.get(chat) ?? []), fate.effect])
    return fate
  }
  return unclear
}

async function outbox(database: TestDatabase) {
  const { db, close } = openToRead(database.url)
  const rows = await db.selectFrom('outbox').select(['chat_id', 'kind', 'state', 'error']).orderBy('id').execute()
  await close()
  return rows
}

/** Lets the program work until nothing is to be sent any more, and ends it politely. */
async function deliver(database: TestDatabase, program: RunningProgram): Promise<void> {
  await program.whileHolds(async () =>
    (await outbox(database)).some(({ state }) => ['waiting', 'retrying', 'sending'].includes(state)),
  )
  expect(await program.stop()).toBe(0)
}

const arrivals = (fake: FakeTelegram) => new Map(GROUPS.map((group) => [group, fake.chats.texts(group).length]))

test('a broadcast to 2,000 groups through a bad network and five kills: nothing is lost, and only what broke off after it was taken comes twice', async () => {
  const database = createSqlite()
  const store = await database.open()
  await queueBroadcast(store.db, 'notice:1', GROUPS)
  await store.close()
  const fake = await startFakeTelegram({ record: false })
  onTestFinished(() => fake.close())
  const unclear = meetFates(fake)
  const start = () =>
    startProgram({
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.apiRoot,
      DATABASE_URL: database.url,
      // Twenty times Telegram's own: a minute of it in three seconds.
      TELEGRAM_PACE: '20',
      LOG_LEVEL: 'error',
    })

  let program = start()
  for (const [index, arrived] of KILLED_AFTER.entries()) {
    await program.until(() => fake.chats.sent >= arrived)
    const before = fake.chats.texts(ASKING).length
    const id = Number(ASKING)
    const from = { id, is_bot: false, first_name: 'Mẫu' }
    const chat = { id, type: 'private', first_name: 'Mẫu' }
    fake.push({ message: { message_id: index, date: 1_795_400_000, chat, from, text: 'xin chào' } })
    // Somebody who asks in the middle of it gets an answer long before it is over.
    await program.until(() => fake.chats.texts(ASKING).length > before)
    expect(fake.chats.sent).toBeLessThan(arrived + 250)
    await program.kill()
    program = start()
  }
  await deliver(database, program)

  const rows = (await outbox(database)).filter(({ kind }) => kind === 'notice')
  expect(rows.map(({ chat_id }) => chat_id)).toEqual(GROUPS)
  const first = arrivals(fake)
  const asked = rows.filter(({ state }) => state === 'unknown').map(({ chat_id }) => chat_id)
  // What is marked as sent arrived, once. Nothing is silently lost: of the rest it is known that it is not known, and why.
  for (const { chat_id, state, error } of rows) {
    if (state === 'sent') expect(first.get(chat_id)).toBe(1)
    else expect([state, error]).toEqual(['unknown', expect.stringMatching(/\d00|\d02|no answer|process ended/)])
  }
  expect(Math.max(...first.values())).toBe(1)
  // Every send without a clear answer is among them; the others were in the hands of a process that was killed.
  expect(asked).toEqual(expect.arrayContaining([...unclear.keys()]))
  const interrupted = rows.filter(({ error }) => error?.includes('process ended'))
  expect(asked).toHaveLength(unclear.size + interrupted.filter(({ chat_id }) => !unclear.has(chat_id)).length)

  // The officer, who was asked, sends it again to those.
  fake.script.otherwise = () => undefined
  const again = await database.open()
  await queueBroadcast(again.db, 'notice:1:again', asked)
  await again.close()
  await deliver(database, start())
  const all = arrivals(fake)
  expect(Math.min(...all.values())).toBe(1)
  const twice = GROUPS.filter((group) => (all.get(group) ?? 0) > 1)
  const brokenOffAfter = asked.filter((group) => first.get(group) === 1)
  expect(twice).toEqual(brokenOffAfter)
  const cut = (effect: Fate['effect']) => [...unclear.values()].flat().filter((each) => each === effect).length
  process.stdout.write(
    `2,000 groups: ${asked.length} unknown (${cut('none')} without and ${cut('taken')} with effect, ` +
      `${interrupted.length} in the hands of a killed process); none lost, ${twice.length} twice after being sent again\n`,
  )
})
