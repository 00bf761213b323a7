/** Arithmetic of ISO days and of spans of them. */

/** Days `from` … `to`, both ends included, read up to the token before `end`. */
export interface Span {
  from: string
  to: string
  end: number
}

const DAY = 86_400_000

/** One day; undefined where the calendar has none such. */
export function day(year: number, monthNumber: number, date: number, end: number): Span | undefined {
  const iso = new Date(Date.UTC(year, monthNumber - 1, date))
  if (year < 1990 || year > 2100 || date < 1 || iso.getUTCDate() !== date || monthNumber < 1 || monthNumber > 13)
    return undefined
  const on = iso.toISOString().slice(0, 10)
  return { from: on, to: on, end }
}

/** A month; one above 12 or below 1 lies in the year after or before. */
export function month(year: number, monthNumber: number, end: number): Span {
  const from = new Date(Date.UTC(year, monthNumber - 1, 1)).toISOString().slice(0, 10)
  const to = new Date(Date.UTC(year, monthNumber, 0)).toISOString().slice(0, 10)
  return { from, to, end }
}

/** The week, Monday to Sunday, so many weeks from today. */
export function week(today: string, shift: number, end: number): Span {
  const monday = addDays(today, 1 - weekdayOf(today) + 7 * shift)
  return { from: monday, to: addDays(monday, 6), end }
}

/** 1 (Monday) – 7. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** The same day of another month, or its last. */
export function addMonths(date: string, months: number): string {
  const [year, monthNumber, on] = date.split('-').map(Number) as [number, number, number]
  const last = month(year, monthNumber + months, 0).to
  return last.slice(0, 8) + String(Math.min(on, Number(last.slice(8)))).padStart(2, '0')
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/** The beginning, middle or end of a span. */
export function partOf(whole: Span, part: string, kind: string): Span {
  const { from, to, end } = whole
  if (kind === 'tuan') {
    if (part === 'dau') return { from, to: addDays(from, 1), end }
    return part === 'cuoi' ? { from: addDays(to, -1), to, end } : { from: addDays(from, 2), to: addDays(from, 3), end }
  }
  const length = daysBetween(from, to) + 1
  if (length < 28) return whole
  if (length < 32) {
    const [tenth, twentieth] = [addDays(from, 9), addDays(from, 19)]
    if (part === 'dau') return { from, to: tenth, end }
    return part === 'giua' ? { from: addDays(tenth, 1), to: twentieth, end } : { from: addDays(twentieth, 1), to, end }
  }
  const year = Number(from.slice(0, 4))
  const first = Number(from.slice(5, 7))
  const months = length > 100 ? 12 : 3
  // Of a year the first, the middle two and the last quarter; of a quarter its months.
  const [a, b] =
    months === 12
      ? { dau: [0, 2], giua: [4, 7], cuoi: [9, 11] }[part]!
      : { dau: [0, 0], giua: [1, 1], cuoi: [2, 2] }[part]!
  return { from: month(year, first + a!, 0).from, to: month(year, first + b!, 0).to, end }
}
