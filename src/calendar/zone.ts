/** Where it is what time: instants and the days and times of an IANA zone. Daylight saving is the platform's (Intl). */

/** Vietnam's; what holds where a unit has not decided otherwise. */
export const HOME_ZONE = 'Asia/Ho_Chi_Minh'

/** What calendar and clock show at a place. */
export interface Local {
  /** ISO day. */
  day: string
  /** `HH:MM`. */
  time: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(zone, format)
  }
  return format
}

/** Whether this is a zone that is known here. */
export function isZone(name: string): boolean {
  try {
    return formatOf(name) !== undefined
  } catch {
    return false
  }
}

/** Day and time at a place at an instant. */
export function localAt(instant: Date, zone: string = HOME_ZONE): Local {
  const [day = '', time = ''] = formatOf(zone).format(instant).split(' ')
  return { day, time: time.slice(0, 5) }
}

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function aheadMs(instant: number, zone: string): number {
  const local = Date.parse(`${formatOf(zone).format(instant).replace(' ', 'T')}Z`)
  return local - Math.floor(instant / 1000) * 1000
}

const DAY_MS = 86_400_000

/**
 * The instant at which a place has this day and time. Where the clock is put back and shows it twice, the first; where it
 * is put forward over it, as much later as it is put forward.
 */
export function instantAt(day: string, time: string, zone: string = HOME_ZONE): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const before = asUtc - aheadMs(asUtc - DAY_MS, zone)
  const after = asUtc - aheadMs(asUtc + DAY_MS, zone)
  const shows = (instant: number) => instant + aheadMs(instant, zone) === asUtc
  const shown = [before, after].filter(shows)
  return new Date(shown.length > 0 ? Math.min(...shown) : before)
}
