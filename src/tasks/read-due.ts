import type { Turn } from '../command/command.ts'
import type { Heard, Option } from '../command/form.ts'
import { addDays, addMonths } from '../calendar/days.ts'
import { periodOf } from '../calendar/periods.ts'
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
  const none = date ? undefined : dayThatIsNone(text)
  if (none !== undefined) return { problem: say('task-due-none', { day: none }) }
  const said = date ? ahead(date, today) : (periodEnd(text, today) ?? lengthFrom(text, from))
  if (said === undefined) return undefined
  if (said < today) return { problem: say('task-due-past', { day: day(said) }) }
  if (Number(said.slice(0, 4)) > Number(today.slice(0, 4)) + MOST_YEARS)
    return { problem: say('task-due-far', { day: day(said) }) }
  return { value: said }
}

function ahead({ to, text }: { to: string; text: string }, today: string): string {
  return to < today && WITHOUT_YEAR.test(text) ? addMonths(to, 12) : to
}

const FULL_DAY = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/.-])/

/** A day as it is written that no calendar has: `30/2/2027`. */
function dayThatIsNone(text: string): string | undefined {
  const [said, date, , month, year] = FULL_DAY.exec(text.split(/:(?!\d)/)[0] ?? '') ?? []
  if (said === undefined) return undefined
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(month) < 1 || Number(month) > 12 || Number(date) < 1 || Number(date) > last ? said : undefined
}

const PERIODS = { thang: 'month', quy: 'quarter', nam: 'year' } as const
const PERIOD_END = /\b(?:het|cuoi) (?<unit>thang|quy|nam)(?: (?<which>nay|sau|toi))?\b(?! \d)/

/** "Hết quý", "hết tháng sau": the last day of it. */
function periodEnd(text: string, today: string): string | undefined {
  const { unit, which } = PERIOD_END.exec(fold(text.split(':')[0] ?? ''))?.groups ?? {}
  if (unit === undefined) return undefined
  const kind = PERIODS[unit as keyof typeof PERIODS]
  const { to } = periodOf(kind, today)
  return which === undefined || which === 'nay' ? to : periodOf(kind, addDays(to, 1)).to
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
