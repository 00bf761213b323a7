import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { coalesce } from '../coalesce.ts'
import type { Channel, SendOutcome } from '../messages/channel.ts'
import type { ChannelName } from '../messages/incoming.ts'
import type { Log } from '../messages/log.ts'
import { migrateChat, stopChat } from '../store/chats.ts'
import { markSending, recordEndings, takeDue, type Due, type Ending, type Picker } from '../store/outbox.ts'
import type { Db } from '../store/schema.ts'

export interface DeliveryOptions {
  db: Db
  channels: readonly Channel[]
  clock: Clock
  log: Log
  /** Whether notices on a channel are to wait, because what may still be sent there is needed for replies. */
  holdsBackNotices?: (channel: ChannelName) => boolean | Promise<boolean>
  /** How many messages may be on their way at once. */
  atOnce?: number
  /** Called after it was written down how notices ended, once for all that were written together; replies do not count. */
  onEnded?: () => void
}

export interface Delivery {
  /** Something may be due. */
  wake(): void
  /** Resolves when nothing is on its way and nothing is due. */
  settled(): Promise<void>
}

/** Waits between attempts, in seconds. The last is short enough that nobody hears nothing long after an outage has ended. */
const WAITS_S = [1, 5, 30, 60, 120]
/** So often it is tried: for a day. Then the message has failed. */
const MOST_ATTEMPTS = 720

/** How often a reply is repeated whose arrival is not known: long enough to get over half a minute of 5xx. */
const MOST_REPEATS = 3

/** How long endings are gathered before they are written down. */
const GATHER_MS = 5

interface Ended {
  due: Due
  outcome: SendOutcome
}

/**
 * Carries the outbox to the channels: one message of a chat at a time, in order; how each send ended is written down,
 * many endings in one transaction.
 */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { db, channels, clock, log, holdsBackNotices, atOnce = 64, onEnded } = options
  const byName = new Map(channels.map((channel) => [channel.name, channel]))
  const busyChats = new Set<string>()
  /** Chats that asked to be left alone until an instant. */
  const pausedUntil = new Map<string, number>()
  const ended: Ended[] = []
  let onTheirWay = 0

  const look = coalesce(
    async () => {
      for (const name of byName.keys()) {
        const repliesOnly = (await holdsBackNotices?.(name)) ?? false
        const due = await takeDue(db, name, clock.now(), pickerFor(atOnce - onTheirWay, repliesOnly))
        const notices = due.filter(({ kind }) => kind === 'notice').map(({ id }) => id)
        try {
          await markSending(db, notices)
        } catch (error) {
          // Nothing left: the next look finds these chats free again.
          for (const each of due) busyChats.delete(chatOf(each))
          throw error
        }
        onTheirWay += due.length
        for (const each of due) void send(each)
      }
    },
    (error) => log.error({ err: error }, 'the outbox could not be read'),
  )
  const record = coalesce(recordAll, (error) => log.error({ err: error }, 'endings could not be written down'))

  /**
   * Takes the oldest of each chat that is neither busy nor paused, as many as there is room for. What waits to be tried
   * again keeps its place: nothing younger in its chat goes before it.
   */
  function pickerFor(room: number, repliesOnly: boolean): Picker {
    const now = clock.now()
    // A send may end while the look goes on. What was read may be older than that, so its chat is left for the next look.
    const passed = new Set(busyChats)
    let left = room
    return {
      hasRoom: () => left > 0,
      takes(row) {
        if (repliesOnly && row.kind === 'notice') return false
        const chat = chatOf(row)
        if (passed.has(chat)) return false
        passed.add(chat)
        if (left === 0 || row.due_at > now.toISOString() || (pausedUntil.get(chat) ?? 0) > now.getTime()) return false
        busyChats.add(chat)
        left -= 1
        return true
      },
    }
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
    // Sends that end at about the same time share one write to the disk.
    await wait(GATHER_MS)
    while (ended.length > 0) {
      const batch = ended.splice(0)
      let endings: Ending[]
      try {
        endings = await db.transaction().execute((trx) => writeDown(trx, batch))
      } catch (error) {
        // Kept in hand until it can be written: the chat stays busy, so nothing is sent twice meanwhile.
        log.error({ err: error, messages: batch.length }, 'endings could not be written down')
        ended.unshift(...batch)
        await wait(1000)
        continue
      }
      for (const { due } of batch) busyChats.delete(chatOf(due))
      onTheirWay -= batch.length
      if (batch.some(({ due }, at) => due.kind === 'notice' && endings[at]?.state !== 'retrying')) onEnded?.()
      look()
    }
  }

  async function writeDown(trx: Db, batch: readonly Ended[]): Promise<Ending[]> {
    const now = clock.now()
    const endings = batch.map(({ due, outcome }) => endingOf(due, outcome, now))
    await recordEndings(trx, endings, now)
    for (const { due, outcome } of batch) await noteChat(trx, due, outcome, now)
    return endings
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
  if (attempts >= MOST_ATTEMPTS) return undefined
  const seconds = WAITS_S[Math.min(attempts, WAITS_S.length - 1)]
  return seconds === undefined ? undefined : seconds * 1000
}

/**
 * What becomes of a message after a send. A reply whose arrival is unknown is repeated a few times, for a doubled answer
 * does no harm and a missing one does; a notice is not.
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
      return kind === 'reply' && attempts < MOST_REPEATS
        ? again(waitMs(attempts) ?? 0)
        : { ...ending, state: 'unknown' }
    case 'failed':
    case 'stopped':
      return { ...ending, state: outcome.kind }
  }
}
