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
