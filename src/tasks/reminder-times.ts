/** Where nothing else is decided. Vietnam has had no summer time since 1975. */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh'

const DAY_MS = 86_400_000
/** Days from the due day: before it, on it, and daily after it. Then each week that has passed since. */
const REMINDED = [-7, -3, -1, 0, 1, 2, 3]
const WEEK = 7
const REMINDED_AT = '07:30'
/** Nobody is disturbed from this time of day … */
const QUIET_FROM = '21:00'
/** … to this one. */
const QUIET_TO = '06:30'

/**
 * When the owner of a task is next to be reminded: at 07:30 at the place, 7, 3, 1 and 0 days before the due day; when it is
 * overdue daily for three days, and then each week after the due day. Never in the quiet hours.
 *
 * @param due the ISO day that the task is due.
 * @param after the answer lies strictly after this instant.
 * @param timeZone an IANA zone.
 */
export function nextReminder(due: string, after: Date, timeZone = TIME_ZONE): Date {
  const midnight = Date.parse(`${due}T00:00:00Z`)
  // From a day before, so that no zone can bring it past an instant that is still to come.
  const passed = Math.floor((after.getTime() - midnight) / DAY_MS) - 1
  const weeks = Math.max(1, Math.floor(passed / WEEK))
  const days = [...REMINDED, ...Array.from({ length: 3 }, (_, index) => (weeks + index) * WEEK)]
  const instants = days.map((day) => instantAt(midnight + day * DAY_MS, REMINDED_AT, timeZone))
  const next = instants.find((instant) => instant > after)
  if (!next) throw new Error(`no reminder after ${after.toISOString()}`)
  return next
}

/** The instant itself, or the end of the quiet hours that it lies in: what is said without being asked waits until then. */
export function outOfQuietHours(instant: Date, timeZone = TIME_ZONE): Date {
  const { day, time } = localTime(instant, timeZone)
  if (time >= QUIET_TO && time < QUIET_FROM) return instant
  const midnight = Date.parse(`${day}T00:00:00Z`)
  return instantAt(time >= QUIET_FROM ? midnight + DAY_MS : midnight, QUIET_TO, timeZone)
}

/** The instant of a time of day at the place, on the day that begins at `midnight` (in UTC). */
function instantAt(midnight: number, time: string, timeZone: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const wanted = midnight + (hours * 60 + minutes) * 60_000
  // The offset at the instant that would be meant in UTC is, but for the hours around a change, the one there.
  const offset = offsetAt(new Date(wanted), timeZone)
  return new Date(wanted - offsetAt(new Date(wanted - offset), timeZone))
}

function offsetAt(instant: Date, timeZone: string): number {
  const { day, time, seconds } = localTime(instant, timeZone)
  return Date.parse(`${day}T${time}:${seconds}Z`) - Math.floor(instant.getTime() / 1000) * 1000
}

const formats = new Map<string, Intl.DateTimeFormat>()

function localTime(instant: Date, timeZone: string): { day: string; time: string; seconds: string } {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(timeZone, format)
  }
  const [day = '', clock = ''] = format.format(instant).split(' ')
  return { day, time: clock.slice(0, 5), seconds: clock.slice(6, 8) }
}
