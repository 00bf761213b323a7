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
/** Updates whose verdict is remembered: more than a platform gives again and again while they cannot be stored. */
const MOST_VERDICTS = 10_000
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
 * heard as before. An update that comes again, since it could not be stored, is judged as it was the first time: it is no other
 * message. It remembers nothing beyond this process, and only times and the ids of updates.
 */
export class FloodGate {
  readonly #messages: number
  readonly #rates = new Map<string, Rate>()
  readonly #verdicts = new Map<string, Verdict>()

  constructor({ messages }: FloodOptions) {
    this.#messages = messages
  }

  judge(incoming: Incoming): Verdict {
    const { channel, id, addressed, content } = incoming
    if (!addressed || content.kind === 'membership' || content.kind === 'migrated') return 'take'
    const update = `${channel} ${id}`
    const verdict = this.#verdicts.get(update) ?? this.#judgeNew(incoming)
    this.#verdicts.delete(update)
    this.#verdicts.set(update, verdict)
    const [oldest] = this.#verdicts.keys()
    if (oldest !== undefined && this.#verdicts.size > MOST_VERDICTS) this.#verdicts.delete(oldest)
    return verdict
  }

  #judgeNew({ channel, chat, sender, at }: Incoming): Verdict {
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
