import { daysBetween, parts } from '../calendar/days.ts'
import { periodOf, PERIOD_KINDS, type Period } from '../calendar/periods.ts'
import type { Reply } from '../command/command.ts'
import { day } from '../wording/figures.ts'
import { unitName } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'

/** What a village head who has sent nothing in a period is told, and where to begin. */
export function reportingReminder(
  say: Say,
  villages: readonly { name: string }[],
  period: Period,
  today: string,
): Reply {
  const units = villages.map(({ name }) => unitName(say, { name, level: 'thon' })).join(', ')
  const said = { period: periodName(say, period), to: day(period.to) }
  return {
    text: [
      today > period.to
        ? say('reporting-reminder-over', said)
        : say('reporting-reminder', { ...said, days: daysBetween(today, period.to) }),
      say('reporting-reminder-missing', { units }),
      say('reporting-reminder-how'),
    ].join('\n'),
    choices: [{ label: say('summary-report'), ask: { command: 'report' } }],
  }
}

/** `tháng 11/2026`, `quý 4/2026`; days that are no whole period by the first and the last. */
export function periodName(say: Say, { from, to }: Period): string {
  const [year, month] = parts(from)
  const kind = PERIOD_KINDS.find((each) => {
    const whole = periodOf(each, from)
    return whole.from === from && whole.to === to
  })
  switch (kind) {
    case 'week':
      return say('period-week', { from: day(from), to: day(to) })
    case 'month':
      return say('period-month', { month, year: String(year) })
    case 'quarter':
      return say('period-quarter', { quarter: Math.ceil(month / 3), year: String(year) })
    case 'year':
      return say('period-year', { year: String(year) })
    case undefined:
      return say('period-days', { from: day(from), to: day(to) })
  }
}
