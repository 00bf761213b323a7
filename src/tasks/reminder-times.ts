import { addDays, daysBetween } from '../calendar/days.ts'
import { HOME_ZONE, instantAt, localAt } from '../calendar/zone.ts'

/** Days from the due day: before it, on it, and daily after it. Then each week that has passed since. */
const REMINDED = [-7, -3, -1, 0, 1, 2, 3]
const WEEK = 7
/** When people are reminded, in their own time. */
export const REMINDED_AT = '07:30'

/**
 * When the owner of a task is next to be reminded: at 07:30 at the place, 7, 3, 1 and 0 days before the due day; when it is
 * overdue daily for three days, and then each week after the due day.
 *
 * @param due the ISO day that the task is due.
 * @param after the answer lies strictly after this instant.
 * @param zone an IANA zone.
 */
export function nextReminder(due: string, after: Date, zone = HOME_ZONE): Date {
  const weeks = Math.max(1, Math.floor(daysBetween(due, localAt(after, zone).day) / WEEK))
  const days = [...REMINDED, weeks * WEEK, (weeks + 1) * WEEK]
  const instants = days.map((ahead) => instantAt(addDays(due, ahead), REMINDED_AT, zone))
  return instants.find((instant) => instant > after)!
}
