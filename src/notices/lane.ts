import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import type { Channel, SendOutcome } from '../messages/channel.ts'
import type { Due, Picker } from '../store/outbox.ts'
import { waitMs } from './ending.ts'
import { createPacer, type Departure } from './pacer.ts'

/** What is on its way on one channel, and what has to wait there. */
export interface Lane {
  channel: Channel
  /** Chooses what may leave now; what it takes is on its way until `ended` or `givenBack`. */
  picker(repliesOnly: boolean): Picker
  send(due: Due): Promise<SendOutcome>
  /** A send has ended and that was written down: its chat is free again. */
  ended(due: Due): void
  /** It does not leave after all. */
  givenBack(due: Due): void
  /** What to heed from now on after a send has ended so. */
  heed(due: Due, outcome: SendOutcome, dueAt: string | undefined): void
  shareAmong(processes: number): void
  onItsWay(): number
  /** After the last look: how long until the pace lets go of something; Infinity where nothing waits for that. */
  waitMs(): number
}

/** So many sends in a row that did not go through, for no fault of theirs, are trouble of the platform, or its quota is used up. */
const TROUBLE = 3
/**
 * So long before its place is free a message is taken and written down as on its way; it then leaves to the moment. Else
 * every place would stand empty for as long as that takes.
 */
const AHEAD_MS = 25
/** Where there is a pace, it lets go of a few notices at a time: more are not read ahead. */
const READ_AHEAD = 4
/** This part of what may be on its way at once is for answers to people alone. */
const KEPT_FOR_REPLIES = 0.25

export interface LaneOptions {
  channel: Channel
  clock: Clock
  /** How many messages may be on their way at once. */
  atOnce: number
  random: () => number
}

export function createLane({ channel, clock, atOnce, random }: LaneOptions): Lane {
  const { pace } = channel.limits
  const pacer = pace && createPacer(pace)
  /** Chats with a message on its way; where there is a pace, with the place that it takes there. */
  const busy = new Map<string, { departure?: Departure; leavesAt: number }>()
  /** Chats that asked to be left alone until an instant. */
  const pausedUntil = new Map<string, number>()
  const mostNotices = Math.ceil(atOnce * (1 - KEPT_FOR_REPLIES))
  let notices = 0
  /** Sends in a row that did not go through, and until when notices are held back for it. */
  let troubles = 0
  let troubledUntil = 0
  let paceWaitMs = Infinity

  function isPaused(chatId: string): boolean {
    const until = pausedUntil.get(chatId)
    if (until === undefined || until > clock.now().getTime()) return until !== undefined
    pausedUntil.delete(chatId)
    return false
  }

  /** Whether the pace holds something up for longer than a moment; if so, the earliest of these waits is kept. */
  function isPaced(wait: number): boolean {
    if (wait > AHEAD_MS) paceWaitMs = Math.min(paceWaitMs, wait - AHEAD_MS)
    return wait > AHEAD_MS
  }

  function room(kind: Due['kind']): number {
    let most = atOnce - busy.size
    if (kind === 'notice') {
      if (troubledUntil > clock.now().getTime()) return 0
      // In trouble, one goes ahead to see whether it is over.
      most = Math.min(most, (troubles < TROUBLE ? mostNotices : 1) - notices, pacer ? READ_AHEAD : Infinity)
    }
    return most <= 0 || isPaced(pacer?.waitMs(kind) ?? 0) ? 0 : most
  }

  function release(due: Due): Departure | undefined {
    const departure = busy.get(due.chat_id)?.departure
    busy.delete(due.chat_id)
    if (due.kind === 'notice') notices -= 1
    return departure
  }

  return {
    channel,

    picker(repliesOnly) {
      paceWaitMs = Infinity
      // A send may end while the look goes on. What was read may be older than that, so its chat is left for the next look.
      const passed = new Set(busy.keys())
      return {
        room: (kind) => (kind === 'notice' && repliesOnly ? 0 : room(kind)),
        takes({ chat_id: chatId, kind }) {
          if (room(kind) === 0 || passed.has(chatId) || isPaused(chatId)) return false
          const wait = pacer ? Math.max(pacer.waitMs(kind), pacer.waitInChatMs(chatId, kind)) : 0
          if (isPaced(wait)) return false
          passed.add(chatId)
          busy.set(chatId, { departure: pacer?.take(chatId, kind), leavesAt: performance.now() + wait })
          if (kind === 'notice') notices += 1
          return true
        },
      }
    },

    async send({ chat_id: chatId, message }) {
      const { departure, leavesAt = 0 } = busy.get(chatId) ?? {}
      // A timer may go off a little early.
      for (let wait = leavesAt - performance.now(); wait > 0; wait = leavesAt - performance.now())
        await sleep(Math.ceil(wait))
      const outcome = await channel.send(chatId, message)
      departure?.ended()
      return outcome
    },

    ended: (due) => void release(due),
    givenBack: (due) => release(due)?.givenBack(),

    heed({ chat_id: chatId }, outcome, dueAt) {
      const now = clock.now().getTime()
      if (outcome.kind === 'retry') {
        pausedUntil.set(chatId, dueAt === undefined ? now : Date.parse(dueAt))
        if (outcome.afterMs !== undefined) pacer?.slowDown(chatId)
      }
      troubles = outcome.kind === 'unknown' || outcome.kind === 'retry' ? troubles + 1 : 0
      if (troubles >= TROUBLE) troubledUntil = now + waitMs(troubles - TROUBLE, random())
    },

    shareAmong: (processes) => pacer?.shareAmong(processes),
    onItsWay: () => busy.size,
    waitMs: () => paceWaitMs,
  }
}
