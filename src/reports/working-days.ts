/** Vietnam keeps UTC+7 all year. */
const OFFSET_MS = 7 * 3600_000
const DAY_MS = 24 * 3600_000
const OPENS_MS = 8 * 3600_000
const CLOSES_MS = 17 * 3600_000

/**
 * The instant so many working days (Monday to Friday) after another, within office hours in Vietnam: what comes in the
 * evening or at the weekend counts from the next morning.
 */
export function addWorkingDays(from: Date, days: number): Date {
  const local = from.getTime() + OFFSET_MS
  let midnight = Math.floor(local / DAY_MS) * DAY_MS
  let clock = local - midnight
  if (clock > CLOSES_MS) {
    midnight += DAY_MS
    clock = OPENS_MS
  }
  if (isWeekend(midnight)) clock = OPENS_MS
  while (isWeekend(midnight)) midnight += DAY_MS
  clock = Math.max(clock, OPENS_MS)
  for (let left = days; left > 0; left -= 1) {
    midnight += DAY_MS
    while (isWeekend(midnight)) midnight += DAY_MS
  }
  return new Date(midnight + clock - OFFSET_MS)
}

function isWeekend(midnight: number): boolean {
  const weekday = new Date(midnight).getUTCDay()
  return weekday === 0 || weekday === 6
}
