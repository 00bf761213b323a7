import { setTimeout as wait } from 'node:timers/promises'

/** Delivers updates to the webhook that was set, in order, again and again until the answer is 2xx. */
export class Hook {
  readonly #secretHeader: string
  /** Whether an update that was not taken is delivered again. */
  redelivers = true
  url = ''
  secret = ''
  #waiting: string[] = []
  #busy = false
  #closed = false
  /** Milliseconds between two tries. */
  pauseMs = 20

  constructor(secretHeader: string) {
    this.#secretHeader = secretHeader
  }

  set(url: string, secret: string): void {
    this.url = url
    this.secret = secret
  }

  get size(): number {
    return this.#waiting.length
  }

  push(update: unknown): void {
    this.#waiting.push(JSON.stringify(update))
    void this.#work()
  }

  /** Calls the webhook once, with the right secret unless headers say otherwise; returns the status. */
  async call(body: string, headers: Record<string, string> = {}): Promise<number> {
    const response = await fetch(this.url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        [this.#secretHeader]: this.secret,
        ...headers,
      },
    })
    await response.arrayBuffer()
    return response.status
  }

  close(): void {
    this.#closed = true
  }

  async #work(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    while (this.#waiting[0] !== undefined && !this.#closed) {
      const status = await this.call(this.#waiting[0]).catch(() => 0)
      if ((status >= 200 && status < 300) || !this.redelivers) this.#waiting.shift()
      else await wait(this.pauseMs)
    }
    this.#busy = false
  }
}
