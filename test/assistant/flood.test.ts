import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { FloodGate, PAUSE_MS, type Verdict } from '../../src/assistant/flood.ts'
import type { Incoming } from '../../src/messages/incoming.ts'
import { createSqlite, openNew } from '../store/databases.ts'
import { keepLog } from '../channels/guard.ts'
import { assistantOver, command, message } from './house.ts'

const START = Date.parse('2026-11-23T01:00:00Z')
let id = 0

function sent(ms: number, from = 'a', more: Partial<Incoming> = {}): Incoming {
  return { ...message(String((id += 1)), from, 'x'), at: new Date(START + ms).toISOString(), ...more }
}

function judge(updates: Incoming[], messages = 20): Verdict[] {
  const gate = new FloodGate({ messages })
  return updates.map((update) => gate.judge(update))
}

function times(count: number, everyMs: number, from = 'a'): Incoming[] {
  return Array.from({ length: count }, (_, n) => sent(n * everyMs, from))
}

describe('the gate', () => {
  test('twenty in ten seconds are a hasty person', () => {
    expect(new Set(judge(times(20, 0)))).toEqual(new Set(['take']))
    expect(new Set(judge(times(200, 500)))).toEqual(new Set(['take']))
  })

  test('the twenty-first is told, once; then it is not listened to for a minute', () => {
    const verdicts = judge([...times(40, 100), sent(2000 + PAUSE_MS - 1), sent(2000 + PAUSE_MS)])
    expect(verdicts).toEqual([
      ...Array<Verdict>(20).fill('take'),
      'tell',
      ...Array<Verdict>(20).fill('pass-over'),
      'take',
    ])
  })

  test('others are heard as before, in their chats and in the same group', () => {
    const group = { chat: { id: 'g', kind: 'group' } } as const
    const gate = new FloodGate({ messages: 20 })
    for (let n = 0; n < 30; n += 1) gate.judge(sent(n, 'a', group))
    expect(gate.judge(sent(40, 'a', group))).toBe('pass-over')
    expect(gate.judge(sent(40, 'b', group))).toBe('take')
    expect(gate.judge(sent(40, 'a'))).toBe('take')
  })

  test('what gathered while the bot was down is no flood, though it comes at once', () => {
    expect(new Set(judge(times(100, 1000)))).toEqual(new Set(['take']))
  })

  test('talk among others in a group, and what happens to the chat, do not count', () => {
    expect(new Set(judge(Array.from({ length: 50 }, () => sent(0, 'a', { addressed: false }))))).toEqual(
      new Set(['take']),
    )
    const joined = { content: { kind: 'membership', change: 'joined' } } as const
    expect(new Set(judge(Array.from({ length: 50 }, () => sent(0, 'a', joined))))).toEqual(new Set(['take']))
  })
})

test('what could not be stored, and comes again and again, is no flood, and none of it is lost', async () => {
  const store = await openNew(createSqlite)
  const { log } = keepLog()
  const gate = new FloodGate({ messages: 20 })
  const assistant = assistantOver(store, [command('x', async () => ({ text: 'x' }))], log, {}, { flood: gate })
  const [few, many] = [times(10, 10, 'hasty'), times(25, 10, 'loud')]
  await sql`create trigger full before insert on inbox begin select raise(abort, 'disk is full'); end`.execute(store.db)
  for (let n = 0; n < 5; n += 1) {
    await expect(assistant.receive(few)).rejects.toThrow('disk is full')
    await expect(assistant.receive(many)).rejects.toThrow('disk is full')
  }
  await sql`drop trigger full`.execute(store.db)
  for (let n = 0; n < 3; n += 1) for (const batch of [few, many]) await assistant.receive(batch)
  await assistant.settled()
  const rows = await store.db.selectFrom('outbox').select(['chat_id', 'message']).execute()
  const texts = (chat: string) =>
    rows.filter(({ chat_id }) => chat_id === chat).map(({ message }) => (JSON.parse(message) as { text: string }).text)
  expect(texts('hasty')).toEqual(Array(10).fill('x'))
  expect(texts('loud').filter((text) => text === 'x')).toHaveLength(20)
  expect(texts('loud')).toHaveLength(21)
})

test('a flood is told of once; what was taken is answered, what was not is not, and the others have their answers', async () => {
  const store = await openNew(createSqlite)
  const { log, lines } = keepLog()
  const gate = new FloodGate({ messages: 20 })
  const assistant = assistantOver(store, [command('x', async () => ({ text: 'x' }))], log, {}, { flood: gate })
  for (let n = 0; n < 50; n += 1) await assistant.receive([sent(n, 'loud'), ...(n % 10 === 0 ? [sent(n, 'calm')] : [])])
  await assistant.settled()
  const said = async (chat: string) =>
    (await store.db.selectFrom('outbox').select('message').where('chat_id', '=', chat).execute()).map(
      ({ message }) => (JSON.parse(message) as { text: string }).text,
    )
  const loud = await said('loud')
  expect(loud.filter((text) => text === 'x')).toHaveLength(20)
  expect(loud.filter((text) => text !== 'x')).toEqual([expect.stringMatching(/^Tin gửi đến nhanh quá.* 1 phút/)])
  expect(await said('calm')).toEqual(Array(5).fill('x'))
  expect(lines.filter(({ message }) => message.startsWith('too many'))).toHaveLength(1)
})
