import type { ServerResponse } from 'node:http'
import { okBody, refusedBody } from './answers.ts'

/** Updates that wait to be fetched, as `getUpdates` gives them out: kept until a higher offset acknowledges them. */
export class UpdateQueue {
  #waiting: { id: number; update: unknown }[] = []
  #held: { response: ServerResponse; limit: number; timer: NodeJS.Timeout } | undefined
  #lastId = 1000
  /** All updates with a lower id were acknowledged. */
  acknowledged = 0

  /** Queues an update; one without an id gets the next. Returns the id. */
  push(update: unknown): number {
    const given = (update as { update_id?: unknown } | null)?.update_id
    const id = typeof given === 'number' ? given : this.#lastId + 1
    this.#lastId = Math.max(this.#lastId, id)
    this.#waiting.push({ id, update: typeof given === 'number' ? update : { update_id: id, ...(update as object) } })
    this.#release()
    return id
  }

  get size(): number {
    return this.#waiting.length
  }

  /** Answers at once when something waits, else holds the request open for `timeout` seconds. */
  fetch(response: ServerResponse, { offset = 0, limit = 100, timeout = 0 }: FetchOptions): void {
    this.#endHeld(
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    if (offset > this.acknowledged) this.acknowledged = offset
    const kept = this.#waiting.findIndex(({ id }) => id >= offset)
    this.#waiting.splice(0, kept === -1 ? this.#waiting.length : kept)
    const timer = setTimeout(() => this.#answer(), timeout * 1000)
    this.#held = { response, limit, timer }
    response.once('close', () => {
      if (this.#held?.response === response) this.#forget()
    })
    if (timeout === 0) this.#answer()
    else this.#release()
  }

  /** Resolves when a request is being held open. */
  async held(): Promise<void> {
    while (!this.#held) await new Promise((resolve) => setTimeout(resolve, 2))
  }

  close(): void {
    this.#endHeld(500, 'Internal Server Error: restart')
  }

  #release(): void {
    if (this.#held && this.#waiting.length > 0) this.#answer()
  }

  #answer(): void {
    const held = this.#forget()
    held?.response.end(okBody(this.#waiting.slice(0, held.limit).map(({ update }) => update)))
  }

  #endHeld(status: number, description: string): void {
    const held = this.#forget()
    if (!held) return
    held.response.statusCode = status
    held.response.end(refusedBody({ error_code: status, description }))
  }

  #forget() {
    const held = this.#held
    if (held) clearTimeout(held.timer)
    this.#held = undefined
    return held
  }
}

interface FetchOptions {
  offset?: number
  limit?: number
  timeout?: number
}
