import type { Clock } from '../clock.ts'
import { coalesce } from '../coalesce.ts'
import type { Channel, SendOutcome } from '../messages/channel.ts'
import type { ChannelName } from '../messages/incoming.ts'
import type { Log } from '../messages/log.ts'
import { migrateChat, stopChat } from '../store/chats.ts'
import { markSending, recordEndings, takeDue, type Due, type Ending } from '../store/outbox.ts'
import type { Db } from '../store/schema.ts'

export interface DeliveryOptions {
  db: Db
  channels: readonly Channel[]
  clock: Clock
  log: Log
  /** How many messages may be on their way at once. */
  atOnce?: number
}

export interface Delivery {
  /** Something may be due. */
  wake(): void
  /** Resolves when nothing is on its way and nothing is due. */
  settled(): Promise<void>
}

/** Waits between attempts, in seconds; after the last the message has failed. */
const WAITS_S = [1, 5, 30, 120, 300, 900, 3600]

interface Ended {
  due: Due
  outcome: SendOutcome
}

/**
 * Carries the outbox to the channels: one message of a chat at a time, in order; how each send ended is written down,
 * many endings in one transaction.
 */
export function createDelivery({ db, channels, clock, log, atOnce = 32 }: DeliveryOptions): Delivery {
  const byName = new Map(channels.map((channel) => [channel.name, channel]))
  const names = [...byName.keys()]
  const busyChats = new Set<string>()
  /** Chats that asked to be left alone until an instant. */
  const pausedUntil = new Map<string, number>()
  const ended: Ended[] = []
  let onTheirWay = 0

  const look = coalesce(
    async () => {
      const room = atOnce - onTheirWay
      if (room <= 0) return
      const due = pick(await takeDue(db, names, clock.now(), 200), room)
      const notices = due.filter(({ kind }) => kind === 'notice').map(({ id }) => id)
      await markSending(db, notices)
      for (const each of due) void send(each)
    },
    (error) => log.error({ err: error }, 'the outbox could not be read'),
  )
  const record = coalesce(recordAll, (error) => log.error({ err: error }, 'endings could not be written down'))

  /** The oldest of each chat that is neither busy nor paused. */
  function pick(due: readonly Due[], room: number): Due[] {
    const now = clock.now().getTime()
    const picked: Due[] = []
    for (const each of due) {
      const chat = chatOf(each)
      if (picked.length >= room) break
      if (busyChats.has(chat) || (pausedUntil.get(chat) ?? 0) > now) continue
      busyChats.add(chat)
      picked.push(each)
    }
    onTheirWay += picked.length
    return picked
  }

  async function send(due: Due): Promise<void> {
    const channel = byName.get(due.channel)
    const outcome: SendOutcome = channel
      ? await channel.send(due.chat_id, due.message)
      : { kind: 'failed', reason: `channel ${due.channel} is not running` }
    ended.push({ due, outcome })
    record()
  }

  async function recordAll(): Promise<void> {
    while (ended.length > 0) {
      const batch = ended.splice(0)
      try {
        await db.transaction().execute((trx) => writeDown(trx, batch))
      } catch (error) {
        // Kept in hand until it can be written: the chat stays busy, so nothing is sent twice meanwhile.
        log.error({ err: error, messages: batch.length }, 'endings could not be written down')
        ended.unshift(...batch)
        await new Promise((resolve) => setTimeout(resolve, 1000))
        continue
      }
      for (const { due } of batch) busyChats.delete(chatOf(due))
      onTheirWay -= batch.length
      look()
    }
  }

  async function writeDown(trx: Db, batch: readonly Ended[]): Promise<void> {
    const now = clock.now()
    const endings = batch.map(({ due, outcome }) => endingOf(due, outcome, now))
    await recordEndings(trx, endings, now)
    for (const { due, outcome } of batch) await noteChat(trx, due, outcome, now)
  }

  async function noteChat(trx: Db, due: Due, outcome: SendOutcome, now: Date): Promise<void> {
    const where = { outbox: due.id, channel: due.channel }
    if (outcome.kind === 'sent') return
    log.warn({ ...where, ending: outcome.kind, reason: 'reason' in outcome ? outcome.reason : undefined }, 'not sent')
    if (outcome.kind === 'retry') {
      pausedUntil.set(chatOf(due), now.getTime() + (outcome.afterMs ?? waitMs(due.attempts) ?? 0))
    } else if (outcome.kind === 'stopped') {
      await stopChat(trx, due.channel, { id: due.chat_id, kind: 'private' }, outcome.reason, now)
    } else if (outcome.kind === 'migrated') {
      await migrateChat(trx, due.channel, due.chat_id, outcome.to)
    }
  }

  return {
    wake: look,
    async settled() {
      look()
      while (look.busy() || record.busy() || onTheirWay > 0) {
        await look.settled()
        await record.settled()
        if (onTheirWay > 0) await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}

function chatOf({ channel, chat_id }: { channel: ChannelName; chat_id: string }): string {
  return `${channel} ${chat_id}`
}

function waitMs(attempts: number): number | undefined {
  const seconds = WAITS_S[attempts]
  return seconds === undefined ? undefined : seconds * 1000
}

/**
 * What becomes of a message after a send. A reply whose arrival is unknown is repeated once, for a doubled answer does
 * no harm and a missing one does; a notice is not.
 */
export function endingOf({ id, kind, attempts }: Due, outcome: SendOutcome, now: Date): Ending {
  const ending = { id, error: 'reason' in outcome ? outcome.reason : null, externalId: null }
  const again = (ms: number): Ending => ({
    ...ending,
    state: 'retrying',
    dueAt: new Date(now.getTime() + ms).toISOString(),
  })
  switch (outcome.kind) {
    case 'sent':
      return { ...ending, state: 'sent', externalId: outcome.messageId }
    case 'retry': {
      const wait = waitMs(attempts)
      return wait === undefined ? { ...ending, state: 'failed' } : again(outcome.afterMs ?? wait)
    }
    case 'migrated':
      return again(0)
    case 'unknown':
      return kind === 'reply' && attempts === 0 ? again(1000) : { ...ending, state: 'unknown' }
    case 'failed':
    case 'stopped':
      return { ...ending, state: outcome.kind }
  }
}
