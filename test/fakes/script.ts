/** What a fake platform answers instead of what it would say of itself. */
export type Answer =
  /** `body` is sent as JSON, a string as it is. */
  | { status: number; body: unknown; headers?: Record<string, string> }
  /** Closes the connection as if the request never arrived, or resets it after the request took effect. */
  | { drop: 'before' | 'after' }
  /** Takes effect, and answers only after a while. */
  | { delayMs: number }

export interface Cue {
  answer: Answer
  /** Only for this method, only for this chat; for any when left out. */
  method?: string
  chat?: string
  /** How many fitting requests pass before it comes into play; 0 when left out. */
  after?: number
  /** How many requests it answers; 1 when left out. */
  times?: number
}

/** Answers laid down beforehand. One that was never asked for is a mistake in the test, so it can be listed. */
export class Script {
  readonly #cues: Required<Omit<Cue, 'method' | 'chat'>>[] = []
  readonly #fits: ((method: string, chat: string) => boolean)[] = []
  /** Asked where no cue fits, for answers that follow a rule. */
  otherwise: (method: string, chat: string) => Answer | undefined = () => undefined

  add(cue: Cue): void {
    const { method, chat, answer, after = 0, times = 1 } = cue
    this.#cues.push({ answer, after, times })
    this.#fits.push((m, c) => (method === undefined || m === method) && (chat === undefined || c === chat))
  }

  take(method: string, chat: string): Answer | undefined {
    for (const [index, cue] of this.#cues.entries()) {
      if (cue.times === 0 || !this.#fits[index]?.(method, chat)) continue
      if (cue.after > 0) {
        cue.after -= 1
        continue
      }
      cue.times -= 1
      return cue.answer
    }
    return this.otherwise(method, chat)
  }

  /** The answers that were laid down a number of times and given fewer times. */
  unused(): Answer[] {
    return this.#cues.filter(({ times }) => times > 0 && times !== Infinity).map(({ answer }) => answer)
  }

  clear(): void {
    this.#cues.length = 0
    this.#fits.length = 0
  }
}
