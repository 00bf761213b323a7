import { setTimeout as wait } from 'node:timers/promises'

export interface Polling {
  /** One long poll: the updates from `offset` on. */
  fetch: (offset: number) => Promise<unknown[]>
  /** Resolves once all of them are stored. */
  keep: (updates: unknown[]) => Promise<void>
  /** Told of every failed round; returns how many milliseconds to wait. */
  onError: (error: unknown, failures: number) => number
  stopping: AbortSignal
}

/**
 * Takes updates by long polling until `stopping`.
 *
 * Asking for a higher offset is what acknowledges updates to Telegram, which then forgets them. So the next poll is made
 * only when the last batch is stored; if storing fails, the same offset is asked for again. grammY's runner fetches on
 * while updates are still being worked on, ends its loop when a batch cannot be stored, and prints network errors with
 * the address that holds the token; hence this loop. Storing is one short transaction a batch, so nothing is gained by
 * fetching ahead: turns run side by side behind the inbox.
 */
export async function poll({ fetch, keep, onError, stopping }: Polling): Promise<void> {
  let offset = 0
  let failures = 0
  while (!stopping.aborted) {
    try {
      const updates = await fetch(offset)
      if (updates.length > 0) await keep(updates)
      offset = offsetAfter(updates, offset)
      failures = 0
    } catch (error) {
      if (stopping.aborted) return
      failures += 1
      await wait(onError(error, failures), undefined, { signal: stopping }).catch(() => undefined)
    }
  }
}

/** @throws when no update of the batch has an id, since the same batch would come at once, again and again */
function offsetAfter(updates: unknown[], offset: number): number {
  if (updates.length === 0) return offset
  const ids = updates
    .map((update) => (update as { update_id?: unknown } | null)?.update_id)
    .filter((id): id is number => Number.isSafeInteger(id))
  if (ids.length === 0) throw new TypeError('updates without an id')
  return Math.max(...ids) + 1
}
