/** Spans of ISO days. */
import { addDays, dayIn, daysBetween, mondayOf } from '../calendar/days.ts'

/** Days `from` … `to`, both ends included, read up to the token before `end`. */
export interface Span {
  from: string
  to: string
  end: number
}

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
  return { from: dayIn(year, monthNumber, 1), to: dayIn(year, monthNumber, 31), end }
}

/** The week, Monday to Sunday, so many weeks from today. */
export function week(today: string, shift: number, end: number): Span {
  const monday = addDays(mondayOf(today), 7 * shift)
  return { from: monday, to: addDays(monday, 6), end }
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
