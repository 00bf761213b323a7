import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { telegramPace } from '../../src/channels/telegram/pace.ts'
import { zaloPace } from '../../src/channels/zalo/pace.ts'
import type { Pace } from '../../src/messages/channel.ts'
import { createPacer } from '../../src/notices/pacer.ts'
import { createLimiter, TELEGRAM_LIMITS } from '../fakes/telegram/limits.ts'

interface Message {
  chat: string
  kind: 'reply' | 'notice'
}

/** How long a message takes there, and the answer back, in ms. */
type Way = [there: number, back: number]

interface Played {
  /** When each left. */
  left: number[]
  /** How many the platform refused. */
  refused: number
  /** When the last had arrived. */
  ms: number
}

/** Sends all of them as soon as the pace allows, one of a chat at a time, on a clock of its own. */
function play(pace: Pace, messages: readonly Message[], wayOf: (index: number) => Way, processes = 1): Played {
  let now = 0
  const limit = createLimiter(TELEGRAM_LIMITS, () => now)
  const pacer = createPacer(pace, () => now)
  pacer.shareAmong(processes)
  const waiting = messages.map((message, index) => ({ ...message, index }))
  const busy = new Set<string>()
  const events: { at: number; happens: () => void }[] = []
  const played: Played = { left: [], refused: 0, ms: 0 }

  function leave({ chat, kind, index }: (typeof waiting)[number]): void {
    const departure = pacer.take(chat, kind)
    busy.add(chat)
    played.left[index] = now
    const [there, back] = wayOf(index)
    const arrives = () => {
      try {
        limit(chat)
      } catch {
        played.refused += 1
      }
      played.ms = now
    }
    const isAnswered = () => {
      departure.ended()
      busy.delete(chat)
    }
    events.push({ at: now + there, happens: arrives }, { at: now + there + back, happens: isAnswered })
  }

  while (waiting.length > 0 || events.length > 0) {
    let wait = Infinity
    for (const message of waiting.slice()) {
      const { chat, kind } = message
      if (busy.has(chat)) continue
      const ms = Math.max(pacer.waitMs(kind), pacer.waitInChatMs(chat, kind))
      if (ms > 0) wait = Math.min(wait, ms)
      else {
        leave(message)
        waiting.splice(waiting.indexOf(message), 1)
      }
    }
    events.sort((a, b) => a.at - b.at)
    const next = Math.min(now + wait, events[0]?.at ?? Infinity)
    if (next === Infinity) break
    now = next
    while (events[0] && events[0].at <= now) events.shift()?.happens()
  }
  return played
}

const steady = (): Way => [10, 10]
const notices = (count: number, chatOf: (n: number) => string): Message[] =>
  Array.from({ length: count }, (_, n) => ({ chat: chatOf(n), kind: 'notice' }))

describe("Telegram's limits are held before they are hit", () => {
  test('for notices to groups and people, however uneven the ways are', () => {
    const way = fc.tuple(fc.integer({ min: 10, max: 400 }), fc.integer({ min: 10, max: 400 }))
    const chat = fc.constantFrom('-1', '-2', '7', '8', ...Array.from({ length: 60 }, (_, n) => `-9${n}`))
    fc.assert(
      fc.property(
        fc.array(chat, { minLength: 1, maxLength: 150, size: 'max' }),
        fc.array(way, { minLength: 1 }),
        (chats, ways) => {
          const sent = notices(chats.length, (n) => chats[n] ?? '')
          const { refused, left } = play(telegramPace(), sent, (n) => ways[n % ways.length] ?? [10, 10])
          expect(left.filter((at) => at !== undefined)).toHaveLength(chats.length)
          expect(refused).toBe(0)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('and next to nothing of them is wasted', () => {
    const { ms, refused } = play(telegramPace(), notices(300, String), (n) => [5 + (n % 7), 5 + (n % 5)])
    expect(refused).toBe(0)
    expect(300 / (ms / 1000)).toBeGreaterThan(30 * 0.95)
  })

  test('20 a minute to a group', () => {
    const { left, refused } = play(
      telegramPace(),
      notices(41, () => '-5'),
      steady,
    )
    expect(refused).toBe(0)
    expect(left[19]).toBeLessThan(21_000)
    expect(left[20]).toBeGreaterThan(60_000)
    expect(left[40]).toBeGreaterThan(120_000)
  })
})

describe('answers to people', () => {
  const replies = (count: number): Message[] => Array.from({ length: count }, () => ({ chat: '7', kind: 'reply' }))

  test('may come five at once in a chat that was quiet, then one a second on average', () => {
    const { left } = play(telegramPace(), replies(12), steady)
    expect(left.slice(0, 5)).toEqual([0, 20, 40, 60, 80])
    expect(left[5]).toBeGreaterThanOrEqual(5000)
    expect(left[10]).toBeGreaterThanOrEqual(10_000)
  })

  test('find a place within a moment in the middle of a broadcast', () => {
    const answer: Message = { chat: '7', kind: 'reply' }
    for (const pace of [telegramPace(), zaloPace()]) {
      const pacer = createPacer(pace, () => now)
      let now = 0
      const waits: number[] = []
      // Each is answered at once; every second an answer to a person comes up.
      for (let n = 0; now < 20_000; n += 1) {
        const wait = pacer.waitMs('notice')
        if (wait > 0) now += wait
        const departure = pacer.take(`-${n}`, 'notice')
        departure.ended()
        now += 1
        if (Math.floor(now / 1000) > waits.length) waits.push(pacer.waitMs(answer.kind))
      }
      expect(Math.max(...waits)).toBeLessThanOrEqual((pace.overall.inMs / pace.overall.most) * 2)
    }
  })
})

test('a chat that got too much is slowed down, and no other', () => {
  let now = 0
  const pacer = createPacer(telegramPace(), () => now)
  pacer.slowDown('7')
  for (const chat of ['7', '8']) {
    const departure = pacer.take(chat, 'reply')
    departure.ended()
  }
  expect(pacer.waitInChatMs('7', 'reply')).toBe(2000)
  expect(pacer.waitInChatMs('8', 'reply')).toBe(0)
  now = 60_000
  expect(pacer.waitInChatMs('7', 'reply')).toBe(0)
})

test('what does not leave after all takes no place', () => {
  const pacer = createPacer(telegramPace(), () => 0)
  pacer.take('-5', 'notice').givenBack()
  expect([pacer.waitMs('notice'), pacer.waitInChatMs('-5', 'notice')]).toEqual([0, 0])
})

test.each([2, 3, 7, 40])('%i processes together go at the same pace', (processes) => {
  const { ms } = play(telegramPace(), notices(120, String), () => [1, 1], processes)
  const together = (120 / (ms / 1000)) * processes
  expect(together).toBeGreaterThan(30 * 0.9)
  // The first second is begun with a full measure.
  expect(together).toBeLessThan(30 * 1.5)
})

test.each([
  [{}, 3],
  [{ aSecond: 0.1 }, 0.1],
  [{ aSecond: 10 }, 10],
])('Zalo as it is configured: %o', (configured, aSecond) => {
  const { overall, perChat } = zaloPace(configured)
  expect((overall.most / overall.inMs) * 1000).toBeCloseTo(aSecond)
  expect(perChat).toEqual({ most: 1, inMs: 1000 })
})
