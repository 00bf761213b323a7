import { addDays, dayIn, mondayOf, parts } from './days.ts'

/** A stretch of days, both ends included. */
export interface Period {
  from: string
  to: string
}

export const PERIOD_KINDS = ['week', 'month', 'quarter', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** The week (from Monday), month, quarter or year that an ISO day lies in. */
export function periodOf(kind: PeriodKind, day: string): Period {
  if (kind === 'week') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) }
  const [year, month] = parts(day)
  const months = { month: 1, quarter: 3, year: 12 }[kind]
  const first = Math.floor((month - 1) / months) * months + 1
  return { from: dayIn(year, first, 1), to: dayIn(year, first + months - 1, 31) }
}

/** In the first days of a period who has not reported is asked of the one before: of the new one, nobody has yet. */
const GRACE_DAYS: Record<PeriodKind, number> = { week: 1, month: 3, quarter: 3, year: 3 }

/** The period of which it is asked, on an ISO day, who has not reported yet. */
export function periodAwaited(kind: PeriodKind, today: string): Period {
  return periodOf(kind, addDays(today, -GRACE_DAYS[kind]))
}

/** So many days before a period ends, those who are to report in it hear of it. */
const DAYS_BEFORE: Record<PeriodKind, readonly number[]> = {
  week: [2],
  month: [3, 0],
  quarter: [7, 3, 0],
  year: [14, 3, 0],
}

/** The days within a period on which those who have not reported are reminded. */
export function reminderDays(kind: PeriodKind, { to }: Period): string[] {
  return DAYS_BEFORE[kind].map((days) => addDays(to, -days))
}

/** The first day after another on which those who have not reported are reminded. */
export function nextReminderDay(kind: PeriodKind, after: string): string {
  const current = periodOf(kind, after)
  const following = periodOf(kind, addDays(current.to, 1))
  const days = [...reminderDays(kind, current), ...reminderDays(kind, following)]
  return days.find((day) => day > after)!
}
