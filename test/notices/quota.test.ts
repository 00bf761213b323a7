import { describe, expect, test } from 'vitest'
import { SetClock } from '../../src/clock.ts'
import type { Channel } from '../../src/messages/channel.ts'
import { createDelivery } from '../../src/notices/delivery.ts'
import { createQuotaWatch } from '../../src/notices/quota.ts'
import { queue, type Queued } from '../../src/store/outbox.ts'
import type { Db, OutboxState } from '../../src/store/schema.ts'
import { zaloUsage } from '../../src/store/zalo-usage.ts'
import { keepLog } from '../channels/guard.ts'
import { silentLog } from '../silent-log.ts'
import { createSqlite, onEachDatabase, openNew } from '../store/databases.ts'

/** 1 December in Vietnam, when it is still November elsewhere. */
const DECEMBER = new Date('2026-11-30T17:00:00.000Z')
const NOVEMBER = new Date('2026-11-30T16:59:59.999Z')

let lastKey = 0
function queued(chatId: string, kind: Queued['kind'], channel: Queued['channel'] = 'zalo'): Queued {
  return { key: `test:${(lastKey += 1)}`, channel, chatId, kind, message: { command: 'x', text: kind } }
}

/** So many messages that went out at an instant, whatever became of them. */
async function sent(db: Db, count: number, at: Date, state: OutboxState = 'sent', channel: Queued['channel'] = 'zalo') {
  const messages = Array.from({ length: count }, () => queued('5', 'reply', channel))
  await queue(db, messages, at)
  await db
    .updateTable('outbox')
    .set({ state, ...(state === 'sent' && { sent_at: at.toISOString() }) })
    .where(
      'key',
      'in',
      messages.map(({ key }) => key),
    )
    .execute()
}

async function spoke(db: Db, chat_id: string, sender_id: string, channel: Queued['channel'] = 'zalo') {
  const topic = { channel, chat_id, sender_id, topic: '{}', choices: null, updated_at: NOVEMBER.toISOString() }
  await db.insertInto('topics').values(topic).execute()
}

onEachDatabase((createDatabase) => {
  test('what went out in the calendar month of Vietnam is counted, and what may have', async () => {
    const { db } = await openNew(createDatabase)
    await sent(db, 3, NOVEMBER)
    await sent(db, 2, DECEMBER)
    await sent(db, 1, DECEMBER, 'unknown')
    await sent(db, 4, DECEMBER, 'failed')
    await sent(db, 4, DECEMBER, 'waiting')
    await sent(db, 4, DECEMBER, 'sent', 'telegram')
    expect(await zaloUsage(db, NOVEMBER)).toMatchObject({ month: '2026-11', sent: 6 })
    expect(await zaloUsage(db, DECEMBER)).toMatchObject({ month: '2026-12', sent: 3 })
  })

  test('people in private and groups are counted, each once', async () => {
    const { db } = await openNew(createDatabase)
    for (const person of ['a', 'b']) await spoke(db, person, person)
    for (const person of ['a', 'b', 'c']) await spoke(db, 'zgr-1', person)
    await spoke(db, 'zgr-2', 'a')
    await spoke(db, 'd', 'd', 'telegram')
    expect(await zaloUsage(db, NOVEMBER)).toEqual({ month: '2026-11', sent: 0, users: 2, groups: 2 })
  })

  test('notices wait while what is left is for replies, and leave when the month turns', async () => {
    const { db } = await openNew(createDatabase)
    const clock = new SetClock(NOVEMBER)
    const arrived: string[] = []
    const channelOf = (name: Channel['name']): Channel => ({
      name,
      limits: { text: 2000, buttons: false, edit: false, files: false },
      async start() {},
      async stop() {},
      async send(chat, { text }) {
        arrived.push(`${name} ${chat} ${text}`)
        return { kind: 'sent', messageId: '' }
      },
    })
    const quota = createQuotaWatch({ db, clock, log: silentLog, monthlyMessages: 20 })
    const delivery = createDelivery({
      db,
      clock,
      log: silentLog,
      channels: [channelOf('zalo'), channelOf('telegram')],
      ...quota,
    })
    await sent(db, 18, NOVEMBER)
    const messages = [
      queued('g', 'notice'),
      queued('a', 'reply'),
      queued('g', 'notice', 'telegram'),
      queued('g', 'reply'),
    ]
    await queue(db, messages, NOVEMBER)
    await delivery.settled()
    expect(arrived.toSorted()).toEqual(['telegram g notice', 'zalo a reply', 'zalo g reply'])
    clock.moveTo(new Date(DECEMBER.getTime() + 60_000))
    await delivery.settled()
    expect(arrived.at(-1)).toBe('zalo g notice')
  })
})

describe('the log', () => {
  test('warns once a month at 80 %, and once more when notices are held back', async () => {
    const { db } = await openNew(createSqlite)
    const clock = new SetClock(new Date('2026-11-01T00:00:00Z'))
    const { log, lines } = keepLog()
    const quota = createQuotaWatch({ db, clock, log, monthlyMessages: 100 })
    const after = async (minutes: number, more: number): Promise<boolean> => {
      await sent(db, more, clock.now())
      clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000))
      return quota.holdsBackNotices('zalo')
    }
    const held = [await after(1, 79), await after(1, 1), await after(1, 5), await after(1, 5), await after(1, 5)]
    expect(held).toEqual([false, false, false, true, true])
    expect(await quota.holdsBackNotices('telegram')).toBe(false)
    expect(lines.map(({ level, message, details }) => [level, message, (details as { left: number }).left])).toEqual([
      ['warn', "Zalo's messages of this month run low", 20],
      ['warn', "Zalo's messages of this month run out: notices are held back", 10],
    ])
    expect(await after(31 * 24 * 60, 0)).toBe(false)
    expect(lines).toHaveLength(2)
  })
})
