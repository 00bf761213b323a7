import { runDue, type DueTask } from '../src/assistant/due.ts'
import type { Store } from '../src/store/store.ts'
import { silentLog } from './silent-log.ts'

/** A year with a clock that a script moves, and times in which the program does not run. */

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** Vietnam keeps UTC+7: an instant plus this reads as local time in UTC. */
export const AHEAD = 7 * HOUR
export const START = Date.parse('2027-01-01T00:00:00+07:00')
export const END = START + 365 * DAY

/** Numbers that look random and are the same each time. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A time in which the program did not run. */
export interface Outage {
  from: number
  to: number
}

/** Minutes, hours, days; none touches another. */
export function outages(random: () => number): Outage[] {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const found: Outage[] = []
  for (let at = START + 2 * DAY; at < END - 10 * DAY;) {
    const long = pick([20 * MINUTE, 3 * HOUR, 11 * HOUR, 13 * HOUR, 30 * HOUR, 6 * DAY])
    const from = at + Math.floor(random() * 20 * DAY)
    const to = from + Math.floor(long * (0.5 + random()))
    found.push({ from: from - (from % MINUTE), to: to - (to % MINUTE) })
    at = to + DAY
  }
  return found
}

/** When something that falls due at an instant is looked at: then, or when the program runs again. */
export function seenAt(at: number, pauses: readonly Outage[]): number {
  return pauses.find(({ from, to }) => at >= from && at < to)?.to ?? at
}

/** Runs the tasks each minute in which something may be due, as the program does; those of an outage are passed over. */
export async function playYear(store: Store, tasks: readonly DueTask[], pauses: readonly Outage[]): Promise<void> {
  for (let now = START; now < END;) {
    await runDue(store, tasks, new Date(now), silentLog)
    const next = await Promise.all(tasks.map((task) => task.nextAt(store.db)))
    const due = Math.min(...next.map((each) => each?.getTime() ?? END))
    now = seenAt(Math.max(now + MINUTE, Math.ceil(due / MINUTE) * MINUTE), pauses)
  }
}
