import type { Switches } from './switches.ts'

/** Gives out updates as `getUpdates` does: one at a time, forgotten when it is handed out. */
export class UpdateQueue {
  readonly #switches: Switches
  readonly #waiting: unknown[] = []
  readonly #held: ((update: unknown) => void)[] = []
  #last: unknown
  /** Updates that were handed out since the last poll: the bot may still be at work on them. */
  inHand = 0
  polls = 0

  constructor(switches: Switches) {
    this.#switches = switches
  }

  get size(): number {
    return this.#waiting.length
  }

  /** How many polls wait for an update. */
  get held(): number {
    return this.#held.length
  }

  push(update: unknown): void {
    const answer = this.#held.shift()
    if (answer) this.#handOut(update, answer)
    else if (!this.#switches.losesUnpolled) this.#waiting.push(update)
  }

  /** The next update, once there is one; undefined when none came in so many seconds, or `gone` says so. */
  async next(seconds: number, gone: AbortSignal): Promise<unknown> {
    this.inHand = 0
    this.polls += 1
    if (this.#waiting.length > 0) return this.#take()
    if (this.#switches.repeatsLast && this.#last !== undefined) return this.#last
    return new Promise((resolve) => {
      const end = (update?: unknown) => {
        clearTimeout(timer)
        const at = this.#held.indexOf(end)
        if (at >= 0) this.#held.splice(at, 1)
        resolve(update)
      }
      const timer = setTimeout(end, seconds * 1000)
      gone.addEventListener('abort', () => end(), { once: true })
      this.#held.push(end)
    })
  }

  #take(): unknown {
    const update = this.#waiting.shift()
    this.#handOut(update, () => undefined)
    return update
  }

  #handOut(update: unknown, answer: (update: unknown) => void): void {
    this.#last = update
    this.inHand += 1
    answer(update)
  }
}
