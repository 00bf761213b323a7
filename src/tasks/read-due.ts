import type { Turn } from '../command/command.ts'
import type { Heard, Option } from '../command/form.ts'
import { addDays, addMonths } from '../calendar/days.ts'
import { fold } from '../language/fold.ts'
import { day } from '../wording/figures.ts'

/** A day and a month; where that has passed, next year's is meant: a due day lies ahead. */
const WITHOUT_YEAR = /^\D*\d{1,2}\s*[/.-]\s*\d{1,2}\D*$/
const NUMBERS = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
const LENGTH = new RegExp(`\\b(?<count>\\d{1,3}|${NUMBERS.join('|')})\\s+(?<unit>ngay|tuan|thang|nam)\\b`)
/** More than a five-year period ahead is a slip of the finger. */
const MOST_YEARS = 6

/**
 * The due day that a message says: a day, the end of a span ("cuối tháng"), or a length ("thêm 2 tuần") that counts from
 * a day. A day that has passed is none.
 */
export function hearDue(
  { mentions, text, today, say }: Pick<Turn, 'mentions' | 'text' | 'today' | 'say'>,
  from: string,
): Heard<string> {
  const date = mentions.dates.at(-1)
  const said = date ? ahead(date, today) : lengthFrom(text, from)
  if (said === undefined) return undefined
  if (said < today) return { problem: say('task-due-past', { day: day(said) }) }
  if (Number(said.slice(0, 4)) > Number(today.slice(0, 4)) + MOST_YEARS)
    return { problem: say('task-due-far', { day: day(said) }) }
  return { value: said }
}

function ahead({ to, text }: { to: string; text: string }, today: string): string {
  return to < today && WITHOUT_YEAR.test(text) ? addMonths(to, 12) : to
}

function lengthFrom(text: string, from: string): string | undefined {
  const { count = '', unit } = LENGTH.exec(fold(text.split(':')[0] ?? ''))?.groups ?? {}
  const number = /^\d/.test(count) ? Number(count) : NUMBERS.indexOf(count) + 1
  if (number === 0) return undefined
  if (unit === 'thang' || unit === 'nam') return addMonths(from, number * (unit === 'nam' ? 12 : 1))
  return addDays(from, number * (unit === 'tuan' ? 7 : 1))
}

/** The ends of this month, the next one and the year: what is mostly meant. */
export function dueOptions(today: string): Option<string>[] {
  const monthEnd = (months: number) => addDays(`${addMonths(`${today.slice(0, 7)}-01`, months + 1).slice(0, 7)}-01`, -1)
  const days = [monthEnd(0), monthEnd(1), `${today.slice(0, 4)}-12-31`].filter((each) => each > today)
  return [...new Set(days)].sort().map((value) => ({ label: day(value), value }))
}
