import { setTimeout as wait } from 'node:timers/promises'

export interface Polling {
  /** One long poll: what came, mostly one update; empty when nothing did. */
  fetch: () => Promise<unknown[]>
  /** Resolves once the updates are stored, with how many of them were of use. */
  keep: (updates: unknown[]) => Promise<number>
  /** Told of every failed round; returns how many milliseconds to wait. */
  onError: (error: unknown, failures: number) => number
  stopping: AbortSignal
  /** The least time between two polls, in milliseconds, unless the first brought something new. */
  paceMs: number
}

/** How many of the last updates are known again. */
const REMEMBERED = 100

/**
 * Takes updates by long polling until `stopping`.
 *
 * Zalo forgets an update when it hands it out, so one that cannot be stored is kept in hand and stored before the next
 * is asked for. It has also been seen to hand out the last update over and over without a pause: what brings nothing
 * new is not asked for again before `paceMs` have passed.
 */
export async function poll({ fetch, keep, onError, stopping, paceMs }: Polling): Promise<void> {
  const seen = new Set<string>()
  let failures = 0
  const pause = async (ms: number) => wait(ms, undefined, { signal: stopping }).catch(() => undefined)
  const failed = async (error: unknown): Promise<void> => {
    if (stopping.aborted) return
    failures += 1
    await pause(onError(error, failures))
  }

  while (!stopping.aborted) {
    const asked = performance.now()
    let updates: unknown[]
    try {
      updates = await fetch()
    } catch (error) {
      await failed(error)
      continue
    }
    failures = 0
    const useful = await keepInHand(updates)
    if (useful === undefined) return
    const isNew = remember(seen, JSON.stringify(updates))
    if (useful === 0 || !isNew) await pause(Math.max(0, asked + paceMs - performance.now()))
  }

  /** Undefined when it had to be given up, since the program stops. */
  async function keepInHand(updates: unknown[]): Promise<number | undefined> {
    if (updates.length === 0) return 0
    for (;;) {
      try {
        return await keep(updates)
      } catch (error) {
        await failed(error)
        if (stopping.aborted) return undefined
      }
    }
  }
}

/** Notes something; says whether it is new. */
function remember(seen: Set<string>, what: string): boolean {
  const isNew = !seen.has(what)
  seen.add(what)
  const [oldest] = seen
  if (oldest !== undefined && seen.size > REMEMBERED) seen.delete(oldest)
  return isNew
}
