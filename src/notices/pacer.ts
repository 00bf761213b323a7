import type { Pace, Rate } from '../messages/channel.ts'

type Kind = 'reply' | 'notice'

/** Keeps a channel's pace: says when a message may leave, and keeps account of those that did. Times in ms. */
export interface Pacer {
  /** How long a message of a kind has to wait for the sake of all chats; 0: not at all, Infinity: until a send ends. */
  waitMs(kind: Kind): number
  /** The same for the sake of its chat. */
  waitInChatMs(chatId: string, kind: Kind): number
  /** A message is about to leave: its place is taken. */
  take(chatId: string, kind: Kind): Departure
  /** The platform said that it was too much in this chat: for a while it gets messages half as fast, and no bursts. */
  slowDown(chatId: string): void
  /** How many processes share the pace. */
  shareAmong(processes: number): void
}

export interface Departure {
  /** It was answered, or given up. */
  ended(): void
  /** It does not leave after all. */
  givenBack(): void
}

/** A send: when the platform counted it, at the latest; Infinity while nobody knows. */
interface Send {
  countedAt: number
}

/** How long a chat is slowed down after the platform said that it was too much. */
const SLOW_MS = 60_000
/** What leaves late by up to so much, for a timer or the disk, is made up for by the next ones. */
const LATE_MS = 400
/** How often chats that are quiet again are forgotten. */
const FORGET_MS = 10_000

/**
 * A platform counts a message when it arrives there, which is at some time between its departure and the answer. A
 * message's place is therefore free again a span of time after its answer: so no more than allowed can arrive in any span,
 * however uneven the ways are. What that wastes is the time that an answer takes of each span.
 *
 * Notices leave evenly spaced, so that an answer to a person that comes up in the middle of a broadcast finds a free place
 * within a moment.
 *
 * @param now a clock that never goes back, in ms. The machine's own, not the house's: a platform's limits go by it.
 */
export function createPacer(pace: Pace, now: () => number = () => performance.now()): Pacer {
  const { perChat, perGroup, replyBurst, isGroup } = pace
  const burst: Rate = { most: perChat.most * replyBurst, inMs: perChat.inMs * replyBurst }
  const longestMs = Math.max(perChat.inMs * 2, burst.inMs, perGroup?.inMs ?? 0)
  let { overall } = pace
  let all: Send[] = []
  const chats = new Map<string, Send[]>()
  const slowUntil = new Map<string, number>()
  let nextNotice = -Infinity
  let forgotAt = -Infinity

  function sendsTo(chatId: string): Send[] {
    return (chats.get(chatId) ?? []).filter(({ countedAt }) => countedAt + longestMs > now())
  }

  function isSlow(chatId: string): boolean {
    const until = slowUntil.get(chatId)
    if (until === undefined || until > now()) return until !== undefined
    slowUntil.delete(chatId)
    return false
  }

  function forgetQuietChats(): void {
    if (now() - forgotAt < FORGET_MS) return
    forgotAt = now()
    for (const chatId of chats.keys()) if (sendsTo(chatId).length === 0) chats.delete(chatId)
    for (const chatId of slowUntil.keys()) isSlow(chatId)
  }

  return {
    waitMs(kind) {
      all = all.filter(({ countedAt }) => countedAt + overall.inMs > now())
      return Math.max(waitFor(overall, all, now()), kind === 'notice' ? nextNotice - now() : 0)
    },
    waitInChatMs(chatId, kind) {
      const sends = sendsTo(chatId)
      const slow = isSlow(chatId)
      const inChat = kind === 'reply' && !slow ? burst : { ...perChat, inMs: perChat.inMs * (slow ? 2 : 1) }
      const wait = waitFor(inChat, sends, now())
      return perGroup && isGroup(chatId) ? Math.max(wait, waitFor(perGroup, sends, now())) : wait
    },
    take(chatId, kind) {
      const send: Send = { countedAt: Infinity }
      const sends = [...sendsTo(chatId), send]
      forgetQuietChats()
      chats.set(chatId, sends)
      all.push(send)
      const gap = overall.inMs / overall.most
      const noticeBefore = nextNotice
      if (kind === 'notice') nextNotice = (nextNotice > now() - LATE_MS ? nextNotice : now()) + gap
      return {
        ended() {
          send.countedAt = now()
        },
        givenBack() {
          send.countedAt = -Infinity
          if (kind === 'notice') nextNotice = noticeBefore
        },
      }
    },
    slowDown(chatId) {
      slowUntil.set(chatId, now() + SLOW_MS)
    },
    shareAmong(processes) {
      const most = Math.max(1, Math.floor(pace.overall.most / processes))
      overall = { most, inMs: (pace.overall.inMs * most * processes) / pace.overall.most }
    },
  }
}

/** How long until one more fits. */
function waitFor({ most, inMs }: Rate, sends: readonly Send[], at: number): number {
  const free = sends.map(({ countedAt }) => countedAt + inMs - at).filter((wait) => wait > 0)
  if (free.length < most) return 0
  return free.toSorted((a, b) => a - b)[free.length - most] ?? 0
}
