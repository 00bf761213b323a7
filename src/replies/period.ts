import { addDays, dayIn, parts } from '../calendar/days.ts'
import { instantAt } from '../calendar/zone.ts'

/** The month that an ISO day lies in, both ends included. */
export function monthOf(day: string): { from: string; to: string } {
  const [year, month] = parts(day)
  return { from: dayIn(year, month, 1), to: dayIn(year, month, 31) }
}

/** The instant at which a day is over in Vietnam: its deadline. */
export function startOfNextDay(day: string): string {
  return instantAt(addDays(day, 1), '00:00').toISOString()
}
