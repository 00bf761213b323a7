import { addDays } from './days.ts'
import { instantAt, localAt } from './zone.ts'

/** Nobody is disturbed from the evening on until the next morning. */
export const QUIET = { from: '21:00', until: '06:30' } as const

/** Whether a time of day lies in the quiet hours. */
export function isQuiet(time: string): boolean {
  return time >= QUIET.from || time < QUIET.until
}

/** The instant itself; where it lies in a place's quiet hours, the morning that ends them. */
export function afterQuiet(instant: Date, zone: string): Date {
  const { day, time } = localAt(instant, zone)
  if (!isQuiet(time)) return instant
  return instantAt(time >= QUIET.from ? addDays(day, 1) : day, QUIET.until, zone)
}
