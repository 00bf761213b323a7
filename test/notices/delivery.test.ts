import { sql } from 'kysely'
import { describe, expect, it, test, vi } from 'vitest'
import { SetClock } from '../../src/clock.ts'
import type { Channel, Pace, SendOutcome } from '../../src/messages/channel.ts'
import { createDelivery } from '../../src/notices/delivery.ts'
import { endingOf } from '../../src/notices/ending.ts'
import { settleInterrupted } from '../../src/store/interrupted.ts'
import { queue, type Due, type Queued } from '../../src/store/outbox.ts'
import type { Db } from '../../src/store/schema.ts'
import { silentLog } from '../silent-log.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'

const NOW = new Date('2026-11-23T01:00:00Z')

function due(kind: 'reply' | 'notice', attempts = 0): Due {
  return {
    id: 1,
    channel: 'console',
    chat_id: 'ha',
    kind,
    attempts,
    claimed_by: null,
    message: { command: 'x', text: 'x' },
  }
}

/** How a send ended, for what kind of message after how many attempts → what becomes of it. */
const ENDINGS: [string, Due, SendOutcome, string, string?][] = [
  ['sent', due('reply'), { kind: 'sent', messageId: '7' }, 'sent'],
  ['refused for good', due('reply'), { kind: 'failed', reason: 'bad text' }, 'failed'],
  ['the chat is gone', due('notice'), { kind: 'stopped', reason: 'blocked' }, 'stopped'],
  [
    'asked to wait',
    due('reply'),
    { kind: 'retry', reason: '429', afterMs: 3000 },
    'retrying',
    '2026-11-23T01:00:03.000Z',
  ],
  [
    'not reached, first time',
    due('notice'),
    { kind: 'retry', reason: 'refused' },
    'retrying',
    '2026-11-23T01:00:01.000Z',
  ],
  [
    'not reached, third time',
    due('notice', 2),
    { kind: 'retry', reason: 'refused' },
    'retrying',
    '2026-11-23T01:00:10.000Z',
  ],
  ['not reached, too often', due('notice', 720), { kind: 'retry', reason: 'refused' }, 'failed'],
  ['a group with another id', due('notice'), { kind: 'migrated', to: 'new' }, 'retrying', '2026-11-23T01:00:00.000Z'],
  [
    'a reply that may have arrived',
    due('reply'),
    { kind: 'unknown', reason: 'reset' },
    'retrying',
    '2026-11-23T01:00:01.000Z',
  ],
  [
    'a reply that may have arrived, again and again',
    due('reply', 2),
    { kind: 'unknown', reason: '502' },
    'retrying',
    '2026-11-23T01:00:10.000Z',
  ],
  [
    'a reply that was put off three times before it may have arrived',
    due('reply', 3),
    { kind: 'unknown', reason: 'reset' },
    'retrying',
    '2026-11-23T01:00:30.000Z',
  ],
  ['a reply that may have arrived seven times', due('reply', 6), { kind: 'unknown', reason: 'reset' }, 'unknown'],
  ['a notice that may have arrived', due('notice'), { kind: 'unknown', reason: 'reset' }, 'unknown'],
]

describe('what becomes of a message', () => {
  it.each(ENDINGS)('%s', (_, message, outcome, state, dueAt) => {
    expect(endingOf(message, outcome, NOW, () => 0)).toMatchObject({ state, ...(dueAt ? { dueAt } : {}) })
  })
})

test('waits are longer by chance, up to half; what a platform asks for is kept to', () => {
  const wait = (outcome: SendOutcome, random: number) =>
    Date.parse(endingOf(due('notice', 2), outcome, NOW, () => random).dueAt ?? '') - NOW.getTime()
  expect(wait({ kind: 'retry', reason: 'refused' }, 0)).toBe(10_000)
  expect(wait({ kind: 'retry', reason: 'refused' }, 0.999)).toBeCloseTo(15_000, -2)
  expect(wait({ kind: 'retry', reason: '429', afterMs: 3000 }, 0.999)).toBe(3000)
})

/** A channel that ends each send as it is told, and keeps what was sent. */
function toldChannel(outcomes: SendOutcome[]): { channel: Channel; sent: string[] } {
  const sent: string[] = []
  const channel: Channel = {
    name: 'console',
    limits: { text: 2000, buttons: true, edit: false, files: true },
    async start() {},
    async stop() {},
    async send(chat, { text }) {
      await new Promise((resolve) => setImmediate(resolve))
      sent.push(`${chat} ${text}`)
      return outcomes.shift() ?? { kind: 'sent', messageId: String(sent.length) }
    },
  }
  return { channel, sent }
}

function queued(key: string, chatId: string, text: string, kind: Queued['kind'] = 'reply'): Queued {
  return { key, channel: 'console', chatId, kind, message: { command: 'x', text } }
}

async function states(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('outbox').select(['key', 'state']).orderBy('id').execute()
  return rows.map(({ key, state }) => `${key} ${state}`)
}

onEachDatabase((createDatabase) => {
  test('a chat gets its messages in order, one key is sent once', async () => {
    const { db } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([])
    const delivery = createDelivery({ db, channels: [channel], clock: new SetClock(NOW), log: silentLog })
    await queue(db, [queued('1', 'a', '1'), queued('2', 'b', '1'), queued('3', 'a', '2'), queued('4', 'a', '3')], NOW)
    await queue(db, [queued('1', 'a', 'again')], NOW)
    await delivery.settled()
    expect(sent.filter((line) => line.startsWith('a'))).toEqual(['a 1', 'a 2', 'a 3'])
    expect(sent).toHaveLength(4)
    expect(await states(db)).toEqual(['1 sent', '2 sent', '3 sent', '4 sent'])
  })

  test('a chat that asked to wait is left alone, others go on; later it goes on in order', async () => {
    const { db } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([{ kind: 'retry', reason: '429', afterMs: 5000 }])
    const clock = new SetClock(NOW)
    const delivery = createDelivery({ db, channels: [channel], clock, log: silentLog })
    await queue(db, [queued('1', 'a', '1'), queued('2', 'a', '2'), queued('3', 'b', '1')], NOW)
    await delivery.settled()
    expect(sent).toEqual(['a 1', 'b 1'])
    clock.moveTo(new Date(NOW.getTime() + 6000))
    await delivery.settled()
    expect(sent).toEqual(['a 1', 'b 1', 'a 1', 'a 2'])
  })

  test('an answer that may have arrived keeps its place, after a restart too', async () => {
    const { db } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([{ kind: 'unknown', reason: 'reset' }])
    const clock = new SetClock(NOW)
    const deliver = () => createDelivery({ db, channels: [channel], clock, log: silentLog }).settled()
    await queue(db, [queued('1', 'a', '1'), queued('2', 'a', '2'), queued('3', 'b', '1')], NOW)
    await deliver()
    await deliver()
    expect(sent).toEqual(['a 1', 'b 1'])
    clock.moveTo(new Date(NOW.getTime() + 2000))
    await deliver()
    expect(sent).toEqual(['a 1', 'b 1', 'a 1', 'a 2'])
  })

  test('a chat with much that waits does not hold up the others', async () => {
    const { db } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([{ kind: 'retry', reason: '429', afterMs: 5000 }])
    const delivery = createDelivery({ db, channels: [channel], clock: new SetClock(NOW), log: silentLog })
    const many = Array.from({ length: 300 }, (_, n) => queued(`a${n}`, 'a', String(n)))
    await queue(db, [...many, queued('b', 'b', '1')], NOW)
    await delivery.settled()
    expect(sent).toEqual(['a 0', 'b 1'])
  })

  test('a chat keeps its order while sends end in the middle of a long look', async () => {
    const { db } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([])
    const delivery = createDelivery({ db, channels: [channel], clock: new SetClock(NOW), log: silentLog, atOnce: 8 })
    const chats = ['a', 'b', 'c', 'd']
    const many = Array.from({ length: 600 }, (_, n) => queued(`k${n}`, chats[n % 4] ?? '', String(n)))
    await db.transaction().execute((trx) => queue(trx, many, NOW))
    const ticking = setInterval(() => delivery.wake(), 1)
    await delivery.settled()
    clearInterval(ticking)
    for (const chat of chats) {
      const numbers = sent.filter((line) => line.startsWith(chat)).map((line) => Number(line.slice(2)))
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    }
    expect(sent).toHaveLength(600)
  })

  test('a notice whose leaving could not be written down is sent when it can be', async () => {
    const { db, dialect } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([])
    const delivery = createDelivery({ db, channels: [channel], clock: new SetClock(NOW), log: silentLog })
    await queue(db, [queued('1', 'g', 'notice', 'notice')], NOW)
    const refuse =
      dialect === 'sqlite'
        ? sql`create trigger broken before update on outbox begin select raise(abort, 'broken'); end`
        : sql`alter table outbox add constraint broken check (state <> 'sending')`
    await refuse.execute(db)
    await delivery.settled()
    expect(sent).toEqual([])
    const allow = dialect === 'sqlite' ? sql`drop trigger broken` : sql`alter table outbox drop constraint broken`
    await allow.execute(db)
    await delivery.settled()
    expect(sent).toEqual(['g notice'])
  })

  test('answers to people go ahead of notices', async () => {
    const { db } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([])
    const delivery = createDelivery({ db, channels: [channel], clock: new SetClock(NOW), log: silentLog, atOnce: 1 })
    await queue(db, [queued('1', 'g1', 'notice', 'notice'), queued('2', 'g2', 'notice', 'notice')], NOW)
    await queue(db, [queued('3', 'ha', 'answer')], NOW)
    await delivery.settled()
    expect(sent[0]).toBe('ha answer')
    expect(sent).toHaveLength(3)
  })

  test('a chat that is gone is noted with the reason', async () => {
    const { db } = await openNew(createDatabase)
    const { channel } = toldChannel([{ kind: 'stopped', reason: 'bot was blocked by the user' }])
    const delivery = createDelivery({ db, channels: [channel], clock: new SetClock(NOW), log: silentLog })
    await queue(db, [queued('1', 'ha', '1')], NOW)
    await delivery.settled()
    const chats = await db.selectFrom('chats').select(['external_id', 'stopped_reason', 'stopped_at']).execute()
    expect(chats).toEqual([
      { external_id: 'ha', stopped_reason: 'bot was blocked by the user', stopped_at: NOW.toISOString() },
    ])
    expect(await states(db)).toEqual(['1 stopped'])
  })

  test('a group with another id gets the message there, and what else waits for it', async () => {
    const { db } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([{ kind: 'migrated', to: 'new' }])
    const delivery = createDelivery({ db, channels: [channel], clock: new SetClock(NOW), log: silentLog })
    await queue(db, [queued('1', 'old', '1'), queued('2', 'old', '2')], NOW)
    await delivery.settled()
    expect(sent).toEqual(['old 1', 'new 1', 'new 2'])
  })

  test('what is to leave later holds up nothing that is to leave now, and leaves at its time', async () => {
    const { db } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([])
    const clock = new SetClock(NOW)
    const morning = new Date(NOW.getTime() + 9 * 3_600_000)
    const delivery = createDelivery({ db, channels: [channel], clock, log: silentLog })
    await queue(db, [queued('1', 'a', 'at night', 'notice')], NOW, morning)
    await queue(db, [queued('2', 'a', 'now', 'notice')], NOW)
    await delivery.settled()
    expect(sent).toEqual(['a now'])
    clock.moveTo(morning)
    await delivery.settled()
    expect(sent).toEqual(['a now', 'a at night'])
  })

  test('what else waits for a chat that is gone is stopped with it, and no other chat', async () => {
    const { db } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([{ kind: 'stopped', reason: 'bot was kicked' }])
    const delivery = createDelivery({ db, channels: [channel], clock: new SetClock(NOW), log: silentLog })
    await queue(
      db,
      [1, 2, 3].map((n) => queued(`g${n}`, n === 3 ? 'h' : 'g', String(n), 'notice')),
      NOW,
    )
    await delivery.settled()
    expect(sent.toSorted()).toEqual(['g 1', 'h 3'])
    expect(await states(db)).toEqual(['g1 stopped', 'g2 stopped', 'g3 sent'])
  })

  test('once a platform takes nothing more, a broadcast does not go on asking for every group', async () => {
    const { db } = await openNew(createDatabase)
    const refused: SendOutcome = { kind: 'retry', reason: '429 Quota exceeded', afterMs: 5000 }
    const { channel, sent } = toldChannel(Array.from({ length: 100 }, () => refused))
    const clock = new SetClock(NOW)
    const delivery = createDelivery({ db, channels: [channel], clock, log: silentLog, atOnce: 4, random: () => 0 })
    await queue(
      db,
      Array.from({ length: 40 }, (_, n) => queued(`n${n}`, `g${n}`, 'notice', 'notice')),
      NOW,
    )
    for (const seconds of [0, 1, 7, 40, 120, 300]) {
      clock.moveTo(new Date(NOW.getTime() + seconds * 1000))
      await delivery.settled()
    }
    expect(sent.length).toBeLessThanOrEqual(6 + 5)
    expect((await states(db)).filter((line) => !/(waiting|retrying)$/.test(line))).toEqual([])
  })

  test("in a platform's trouble a broadcast waits, one notice at a time tries whether it is over, and answers still try", async () => {
    const { db } = await openNew(createDatabase)
    const trouble: SendOutcome = { kind: 'unknown', reason: '502' }
    const { channel, sent } = toldChannel(Array.from({ length: 7 }, () => trouble))
    const clock = new SetClock(NOW)
    const delivery = createDelivery({
      db,
      channels: [channel],
      clock,
      log: silentLog,
      atOnce: 4,
      random: () => 0,
    })
    await queue(
      db,
      Array.from({ length: 40 }, (_, n) => queued(`n${n}`, `g${n}`, 'notice', 'notice')),
      NOW,
    )
    await delivery.settled()
    // No more than were on their way when it was noticed.
    const before = sent.length
    expect(before).toBeLessThanOrEqual(6)
    await queue(db, [queued('r', 'ha', 'answer')], NOW)
    await delivery.settled()
    expect(sent.slice(before)).toEqual(['ha answer'])
    for (const seconds of [1, 7, 40, 120, 300]) {
      clock.moveTo(new Date(NOW.getTime() + seconds * 1000))
      await delivery.settled()
    }
    expect(sent.filter((line) => line.endsWith('notice'))).toHaveLength(40)
    const unknown = (await states(db)).filter((line) => line.endsWith('unknown'))
    expect(unknown.length).toBeLessThanOrEqual(7)
    expect((await states(db)).filter((line) => line.endsWith('sent'))).toHaveLength(41 - unknown.length)
  })

  test('at the end answers still leave, and notices wait for the next start', async () => {
    const { db } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([])
    await queue(db, [queued('1', 'g', 'notice', 'notice'), queued('2', 'ha', 'answer')], NOW)
    const delivery = createDelivery({ db, channels: [channel], clock: new SetClock(NOW), log: silentLog })
    await delivery.finish()
    expect(sent).toEqual(['ha answer'])
    await queue(db, [queued('3', 'ha', 'too late')], NOW)
    await delivery.settled()
    expect(sent).toEqual(['ha answer'])
    expect(await states(db)).toEqual(['1 waiting', '2 sent', '3 waiting'])
  })

  test('an answer goes ahead of a broadcast of 10,000 in the middle of it', async () => {
    const { db } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([])
    const delivery = createDelivery({ db, channels: [channel], clock: new SetClock(NOW), log: silentLog })
    const many = Array.from({ length: 10_000 }, (_, n) => queued(`n${n}`, `g${n}`, 'notice', 'notice'))
    await db.transaction().execute((trx) => queue(trx, many, NOW))
    delivery.wake()
    await vi.waitUntil(() => sent.length > 100, { timeout: 10_000, interval: 1 })
    await queue(db, [queued('r', 'ha', 'answer')], NOW)
    delivery.wake()
    const before = sent.length
    await vi.waitUntil(() => sent.includes('ha answer'), { timeout: 10_000, interval: 1 })
    // What was on its way, and what one look had taken.
    expect(sent.indexOf('ha answer') - before).toBeLessThan(200)
    await delivery.finish()
  })

  test('a channel with a pace is not overrun, and does not hang a clock that stands still', async () => {
    const { db } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([])
    const pace: Pace = {
      overall: { most: 5, inMs: 100 },
      perChat: { most: 1, inMs: 60 },
      replyBurst: 3,
      isGroup: () => false,
    }
    const left: number[] = []
    const paced: Channel = {
      ...channel,
      limits: { ...channel.limits, pace },
      async send(...message) {
        left.push(performance.now())
        return channel.send(...message)
      },
    }
    const delivery = createDelivery({ db, channels: [paced], clock: new SetClock(NOW), log: silentLog })
    await queue(
      db,
      [
        ...[1, 2, 3, 4].map((n) => queued(`r${n}`, 'ha', String(n))),
        ...Array.from({ length: 12 }, (_, n) => queued(`n${n}`, `g${n}`, 'notice', 'notice')),
      ],
      NOW,
    )
    await delivery.settled()
    expect(sent).toHaveLength(16)
    for (const [n, at] of left.entries()) {
      const sixth = left[n + 5]
      if (sixth !== undefined) expect(sixth - at).toBeGreaterThanOrEqual(99)
    }
    const toHa = left.filter((_, n) => sent[n]?.startsWith('ha'))
    expect((toHa[3] ?? 0) - (toHa[0] ?? 0)).toBeGreaterThanOrEqual(179)
  })

  test('tells that notices have ended once that is written down, whatever the end; not of replies or of what is tried again', async () => {
    const { db } = await openNew(createDatabase)
    const { channel } = toldChannel([
      { kind: 'retry', reason: '429', afterMs: 5000 },
      { kind: 'failed', reason: 'bad text' },
    ])
    const clock = new SetClock(NOW)
    let read: Promise<string[]>[] = []
    const onEnded = () => void read.push(states(db))
    const delivery = createDelivery({ db, channels: [channel], clock, log: silentLog, onEnded, atOnce: 1 })
    const told = async () => {
      await delivery.settled()
      const seen = await Promise.all(read)
      read = []
      return seen
    }
    await queue(db, [queued('1', 'g1', 'notice', 'notice')], NOW)
    expect(await told()).toEqual([])
    await queue(db, [queued('2', 'g2', 'notice', 'notice')], NOW)
    expect(await told()).toEqual([['1 retrying', '2 failed']])
    await queue(db, [queued('3', 'ha', 'answer')], NOW)
    expect(await told()).toEqual([])
    clock.moveTo(new Date(NOW.getTime() + 6000))
    expect(await told()).toEqual([['1 sent', '2 failed', '3 sent']])
  })

  test('a notice that was on its way when the process ended is unknown and stays unsent', async () => {
    const { db } = await openNew(createDatabase)
    const { channel, sent } = toldChannel([])
    await queue(db, [queued('1', 'g', 'notice', 'notice')], NOW)
    await db.updateTable('outbox').set({ state: 'sending' }).execute()
    await settleInterrupted(db, NOW)
    await createDelivery({ db, channels: [channel], clock: new SetClock(NOW), log: silentLog }).settled()
    expect(sent).toEqual([])
    expect(await states(db)).toEqual(['1 unknown'])
  })
})
