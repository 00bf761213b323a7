import { ALL_MONTHS, WORKING_DAYS, type Days, type Rule } from '../calendar/recurrence.ts'
import { weekdayOf } from '../calendar/days.ts'
import { localAt } from '../calendar/zone.ts'
import { day } from '../wording/figures.ts'
import type { Say } from '../wording/say.ts'

/** When something recurs, as people say it: `7 giờ 30 sáng thứ Hai hằng tuần`. It is understood again as the same rule. */
export function ruleSaid(say: Say, { on, times }: Rule): string {
  return say('schedule-when', {
    times: and(
      say,
      [...times].sort().map((time) => timeSaid(say, time)),
    ),
    days: daysSaid(say, on),
  })
}

/** A time of day: `7 giờ 30 sáng`, `5 giờ chiều`. */
export function timeSaid(say: Say, time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const shown = hour > 12 ? hour - 12 : hour
  const clock =
    minute === 0
      ? say('clock-hour', { hour: shown })
      : say(minute < 10 ? 'clock-few-minutes' : 'clock-minutes', { hour: shown, minute })
  if (hour < 11) return say('clock-morning', { clock })
  if (hour < 13) return say('clock-noon', { clock })
  if (hour < 18) return say('clock-afternoon', { clock })
  return hour < 22 ? say('clock-evening', { clock }) : say('clock-night', { clock })
}

/** On which days: `thứ Hai hằng tuần`, `ngày 1 và 15 hằng tháng`, `thứ Sáu cuối cùng của mỗi tháng`. */
export function daysSaid(say: Say, on: Days): string {
  switch (on.kind) {
    case 'once':
      return say('days-once', { weekday: weekday(say, weekdayOf(on.day)), day: day(on.day) })
    case 'daily':
      return on.every === 1 ? say('days-daily') : say('days-every', { count: on.every })
    case 'weekly': {
      const days = isWorking(on.weekdays)
        ? say('weekdays-working', { from: weekday(say, 1), to: weekday(say, 5) })
        : and(
            say,
            [...on.weekdays].sort((a, b) => a - b).map((each) => weekday(say, each)),
          )
      return on.every === 1 ? say('days-weekly', { days }) : say('days-weeks', { days, count: on.every })
    }
    case 'dates': {
      const dates = [...on.dates].sort((a, b) => a - b)
      const of = dates.join() === '31' ? ofWhole(say, on.months, true) : undefined
      return of ? say('days-last', { of }) : datesSaid(say, on.months, dates)
    }
    case 'nth': {
      const which = isWorking(on.weekdays)
        ? say('weekday-working')
        : and(
            say,
            on.weekdays.map((each) => weekday(say, each)),
          )
      const said = { weekday: which, of: ofWhole(say, on.months, on.nth < 0) ?? ofSome(say, on.months) }
      if (on.nth === 1) return say('days-first-weekday', said)
      return on.nth === -1 ? say('days-last-weekday', said) : say('days-nth-weekday', { ...said, nth: on.nth })
    }
  }
}

function isWorking(weekdays: readonly number[]): boolean {
  return weekdays.length === WORKING_DAYS.length && WORKING_DAYS.every((each) => weekdays.includes(each))
}

/** Months of a quarter's beginning, middle and end. */
const IN_QUARTER = ['1,4,7,10', '2,5,8,11', '3,6,9,12']

/** `của mỗi tháng`, `của mỗi quý`: for the first or the last of something in them; undefined where they are no whole ones. */
function ofWhole(say: Say, months: readonly number[], last: boolean): string | undefined {
  const listed = [...months].sort((a, b) => a - b).join(',')
  if (listed === ALL_MONTHS.join(',')) return say('of-months')
  if (listed === IN_QUARTER[last ? 2 : 0]) return say('of-quarters')
  return listed === (last ? '12' : '1') ? say('of-years') : undefined
}

function ofSome(say: Say, months: readonly number[]): string {
  return say('of-some-months', { months: and(say, [...months].sort((a, b) => a - b).map(String)) })
}

function datesSaid(say: Say, months: readonly number[], dates: readonly number[]): string {
  const listed = [...months].sort((a, b) => a - b)
  const said = { dates: and(say, dates.map(String)) }
  if (listed.length === ALL_MONTHS.length) return say('dates-monthly', said)
  const part = IN_QUARTER.indexOf(listed.join(','))
  if (part >= 0)
    return say(
      (['dates-quarter-first', 'dates-quarter-second', 'dates-quarter-last'] as const)[part] ?? 'dates-quarter-first',
      said,
    )
  const [only = 1] = listed
  return listed.length === 1
    ? say('dates-yearly', { ...said, month: only })
    : say('dates-some-months', { ...said, months: and(say, listed.map(String)) })
}

export function weekday(say: Say, number: number): string {
  return say('weekday', { number })
}

/** `thứ Hai, thứ Tư và thứ Sáu`. */
function and(say: Say, items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : say('and', { items: items.slice(0, -1).join(', '), last })
}

/** A day and a time: `thứ Hai 30/11/2026, lúc 07:30`. */
export function momentSaid(say: Say, instant: Date, zone: string): string {
  const { day: on, time } = localAt(instant, zone)
  return say('schedule-moment', { weekday: weekday(say, weekdayOf(on)), day: day(on), time })
}
