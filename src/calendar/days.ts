/** Arithmetic of ISO days (`2026-11-23`): no zones, no times. */

const DAY = 86_400_000

/** 1 (Monday) – 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** The same day of another month, or its last. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = parts(day)
  return dayIn(year, month + months, date)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/** A day of a month, or its last where the month is shorter; a month above 12 or below 1 lies in another year. */
export function dayIn(year: number, month: number, date: number): string {
  const last = new Date(Date.UTC(year, month, 0))
  return last.toISOString().slice(0, 8) + String(Math.min(date, last.getUTCDate())).padStart(2, '0')
}

/** The Monday of the week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day))
}

/** Year, month (1–12) and date. */
export function parts(day: string): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [year, month, date]
}
