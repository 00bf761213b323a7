import type { Incoming } from '../messages/incoming.ts'

export interface FloodOptions {
  /** How many messages of one sender in one chat are taken within ten seconds. */
  messages: number
}

/** What becomes of an update: it is taken, or it is the one too many, and its sender is told, or it is passed over. */
export type Verdict = 'take' | 'tell' | 'pass-over'

const WITHIN_MS = 10_000
/** How long a sender of too many is not listened to there; the sentence that tells it says so. */
export const PAUSE_MS = 60_000
/** Senders that are remembered before those that have gone quiet are forgotten. */
const MOST_SENDERS = 10_000

interface Rate {
  /** When its last messages were sent, oldest first. */
  times: number[]
  pausedUntil: number
}

/**
 * Judges whether somebody in a chat sends more than a person can, by the times at which messages were sent, so that what
 * gathered while the bot was down is no flood. In a group only what is meant for the bot counts, and the others there are
 * heard as before. It remembers nothing beyond this process, and only times.
 */
export class FloodGate {
  readonly #messages: number
  readonly #rates = new Map<string, Rate>()

  constructor({ messages }: FloodOptions) {
    this.#messages = messages
  }

  judge({ channel, chat, sender, at, addressed, content }: Incoming): Verdict {
    if (!addressed || content.kind === 'membership' || content.kind === 'migrated') return 'take'
    const sent = new Date(at).getTime()
    const rate = this.#rateOf(`${channel} ${chat.id} ${sender.id}`, sent)
    if (sent < rate.pausedUntil) return 'pass-over'
    rate.times.push(sent)
    while (rate.times[0] !== undefined && rate.times[0] <= sent - WITHIN_MS) rate.times.shift()
    if (rate.times.length <= this.#messages) return 'take'
    rate.times = []
    rate.pausedUntil = sent + PAUSE_MS
    return 'tell'
  }

  #rateOf(key: string, now: number): Rate {
    let rate = this.#rates.get(key)
    if (rate) return rate
    if (this.#rates.size >= MOST_SENDERS)
      for (const [each, { times, pausedUntil }] of this.#rates)
        if (pausedUntil <= now && (times.at(-1) ?? 0) <= now - WITHIN_MS) this.#rates.delete(each)
    rate = { times: [], pausedUntil: 0 }
    this.#rates.set(key, rate)
    return rate
  }
}
