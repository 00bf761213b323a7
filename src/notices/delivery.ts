import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { coalesce } from '../coalesce.ts'
import type { Channel, SendOutcome } from '../messages/channel.ts'
import type { ChannelName } from '../messages/incoming.ts'
import type { Log } from '../messages/log.ts'
import { migrateChat, stopChat } from '../store/chats.ts'
import { settleInterrupted } from '../store/interrupted.ts'
import { claim, recordEndings, stopWaiting, takeDue, type Due, type Ending } from '../store/outbox.ts'
import { countProcesses } from '../store/processes.ts'
import type { Db } from '../store/schema.ts'
import { endingOf } from './ending.ts'
import { createLane, type Lane } from './lane.ts'

export interface DeliveryOptions {
  db: Db
  channels: readonly Channel[]
  clock: Clock
  log: Log
  /** Whether notices on a channel are to wait, because what may still be sent there is needed for replies. */
  holdsBackNotices?: (channel: ChannelName) => boolean | Promise<boolean>
  /** How many messages of a channel may be on their way at once. */
  atOnce?: number
  /** Called after it was written down how notices ended, once for all that were written together; replies do not count. */
  onEnded?: () => void
  /** What this process is known by where several share a Postgres; null, or left out, where it is the only one. */
  processNumber?: () => number | null
  /** From 0 up to 1, for waits that are not to be all alike. */
  random?: () => number
}

export interface Delivery {
  /** Something may be due. */
  wake(): void
  /** Resolves when nothing is on its way and nothing is due; what the pace of a channel holds up for a moment is waited for. */
  settled(): Promise<void>
  /** The last of it: answers to people leave, and what is on its way ends. Notices wait for the next start. */
  finish(): Promise<void>
}

/** How long endings are gathered before they are written down. */
const GATHER_MS = 5
/** How often processes that share a database look after each other. */
const LOOK_AROUND_MS = 1000
/** For an answer that a channel's pace holds up longer than this, the end is not put off. */
const MOST_TO_FINISH_MS = 2000

interface Ended {
  lane: Lane
  due: Due
  outcome: SendOutcome
}

/**
 * Carries the outbox to the channels: one message of a chat at a time, in order, at the pace that each channel allows;
 * how each send ended is written down, many endings in one transaction.
 */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { db, channels, clock, log, holdsBackNotices, atOnce = 64, onEnded, random = Math.random } = options
  const processNumber = options.processNumber ?? (() => null)
  const lanes = channels.map((channel) => createLane({ channel, clock, atOnce, random }))
  const ended: Ended[] = []
  let finishing = false
  /** Nothing is looked at any more: the database may be closed. */
  let finished = false
  let lookedAroundAt = -Infinity
  /** The next look, where the pace holds something up. */
  let later: NodeJS.Timeout | undefined
  /** Resolves when something has moved on. */
  let moved = Promise.withResolvers<void>()

  const look = coalesce(
    async () => {
      if (finished) return
      await lookAround()
      for (const lane of lanes) await lookAt(lane)
      lookAgainIn(Math.min(...lanes.map((lane) => lane.waitMs())))
    },
    (error) => log.error({ err: error }, 'the outbox could not be read'),
  )
  const record = coalesce(recordAll, (error) => log.error({ err: error }, 'endings could not be written down'))

  async function lookAt(lane: Lane): Promise<void> {
    const { name } = lane.channel
    const repliesOnly = finishing || ((await holdsBackNotices?.(name)) ?? false)
    const now = clock.now()
    const taken = await takeDue(db, name, now, lane.picker(repliesOnly))
    let ours: readonly Due[]
    try {
      ours = await claim(db, taken, processNumber(), now)
    } catch (error) {
      // Nothing left: the next look finds these chats free again.
      for (const due of taken) lane.givenBack(due)
      throw error
    }
    const ids = new Set(ours.map(({ id }) => id))
    for (const due of taken) if (!ids.has(due.id)) lane.givenBack(due)
    for (const due of ours) void send(lane, due)
  }

  function lookAgainIn(ms: number): void {
    clearTimeout(later)
    later = undefined
    if (ms === Infinity || (finishing && ms > MOST_TO_FINISH_MS)) return
    later = setTimeout(() => {
      later = undefined
      look()
      hasMoved()
    }, ms)
  }

  /** Settles what processes left that have gone, and shares the pace with those that live. */
  async function lookAround(): Promise<void> {
    if (processNumber() === null || performance.now() - lookedAroundAt < LOOK_AROUND_MS) return
    lookedAroundAt = performance.now()
    const processes = await countProcesses(db)
    for (const lane of lanes) lane.shareAmong(processes)
    if (await settleInterrupted(db, clock.now())) onEnded?.()
  }

  async function send(lane: Lane, due: Due): Promise<void> {
    ended.push({ lane, due, outcome: await lane.send(due) })
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
      for (const [at, { lane, due, outcome }] of batch.entries()) {
        lane.heed(due, outcome, endings[at]?.dueAt)
        lane.ended(due)
      }
      if (batch.some(({ due }, at) => due.kind === 'notice' && endings[at]?.state !== 'retrying')) onEnded?.()
      look()
      hasMoved()
    }
  }

  async function writeDown(trx: Db, batch: readonly Ended[]): Promise<Ending[]> {
    const now = clock.now()
    const endings = batch.map(({ due, outcome }) => endingOf(due, outcome, now, random))
    await recordEndings(trx, endings, now)
    for (const { due, outcome } of batch) await noteChat(trx, due, outcome, now)
    return endings
  }

  async function noteChat(trx: Db, due: Due, outcome: SendOutcome, now: Date): Promise<void> {
    if (outcome.kind === 'sent') return
    const where = { outbox: due.id, channel: due.channel }
    log.warn({ ...where, ending: outcome.kind, reason: 'reason' in outcome ? outcome.reason : undefined }, 'not sent')
    if (outcome.kind === 'stopped') {
      await stopChat(trx, due.channel, { id: due.chat_id, kind: 'private' }, outcome.reason, now)
      await stopWaiting(trx, due.channel, due.chat_id, outcome.reason)
    } else if (outcome.kind === 'migrated') {
      await migrateChat(trx, due.channel, due.chat_id, outcome.to)
    }
  }

  function hasMoved(): void {
    moved.resolve()
    moved = Promise.withResolvers()
  }

  async function settled(): Promise<void> {
    look()
    for (;;) {
      await look.settled()
      await record.settled()
      if (look.busy() || record.busy()) continue
      if (later === undefined && lanes.every((lane) => lane.onItsWay() === 0)) return
      await moved.promise
    }
  }

  return {
    wake: look,
    settled,
    async finish() {
      finishing = true
      await settled()
      finished = true
    },
  }
}
