/** What recurs when, as plain data that is kept as JSON; pure. */
import { z } from 'zod'
import { addDays, dayIn, daysBetween, mondayOf, parts, weekdayOf } from './days.ts'
import { afterQuiet } from './quiet-hours.ts'
import { instantAt, localAt } from './zone.ts'

const iso = z.iso.date()
const weekdays = z.array(z.int().min(1).max(7)).min(1).readonly()
const months = z.array(z.int().min(1).max(12)).min(1).readonly()

/** On which days something recurs. Weekdays are 1 (Monday) to 7. */
export const daysShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once'), day: iso }),
  /** Every so many days, counted from a day. */
  z.strictObject({ kind: z.literal('daily'), every: z.int().min(1).max(366), from: iso }),
  /** On these days of every so many weeks, counted from the week of a day. */
  z.strictObject({ kind: z.literal('weekly'), every: z.int().min(1).max(52), from: iso, weekdays }),
  /** On these dates of these months; 31 is the last day of a shorter month too. */
  z.strictObject({ kind: z.literal('dates'), months, dates: z.array(z.int().min(1).max(31)).min(1).readonly() }),
  /** On the first (second …, −1: last) of these weekdays in these months: with all working days, the first of those. */
  z.strictObject({
    kind: z.literal('nth'),
    months,
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
    weekdays,
  }),
])

export const ruleShape = z.strictObject({
  on: daysShape,
  /** Times of day, `HH:MM`. */
  times: z
    .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/))
    .min(1)
    .readonly(),
})

export type Days = z.infer<typeof daysShape>
export type Rule = z.infer<typeof ruleShape>

export const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
export const WORKING_DAYS = [1, 2, 3, 4, 5] as const

/** Whether something recurs on an ISO day. */
export function fallsOn(on: Days, day: string): boolean {
  switch (on.kind) {
    case 'once':
      return day === on.day
    case 'daily':
      return daysBetween(on.from, day) % on.every === 0
    case 'weekly':
      return (
        on.weekdays.includes(weekdayOf(day)) && (daysBetween(mondayOf(on.from), mondayOf(day)) / 7) % on.every === 0
      )
    case 'dates': {
      const [year, month] = parts(day)
      return on.months.includes(month) && on.dates.some((date) => dayIn(year, month, date) === day)
    }
    case 'nth': {
      const [year, month] = parts(day)
      return on.months.includes(month) && nthOf(year, month, on.nth, on.weekdays) === day
    }
  }
}

function nthOf(year: number, month: number, nth: number, weekdays: readonly number[]): string | undefined {
  const [, , last] = parts(dayIn(year, month, 31))
  const days = Array.from({ length: last }, (_, at) => dayIn(year, month, at + 1))
  return days.filter((day) => weekdays.includes(weekdayOf(day))).at(nth < 0 ? nth : nth - 1)
}

/** No rule leaves more days between two of its own: 29 February only, every fourth year, and once eight years. */
const LONGEST_GAP_DAYS = 8 * 366 + 1

/**
 * The first instant after another at which a rule falls due at a place; undefined where there is none any more. A day
 * or a time that the place's clock leaves out falls due as much later as it leaves out, if it is still that day.
 */
export function nextAfter({ on, times }: Rule, instant: Date, zone: string): Date | undefined {
  const { day: today } = localAt(instant, zone)
  if (on.kind === 'once') return earliest(times, on.day, instant, zone)
  // A clock that is put back may show yesterday again.
  for (let ahead = -1; ahead <= LONGEST_GAP_DAYS; ahead += 1) {
    const day = addDays(today, ahead)
    const next = fallsOn(on, day) ? earliest(times, day, instant, zone) : undefined
    if (next) return next
  }
  return undefined
}

function earliest(times: readonly string[], day: string, after: Date, zone: string): Date | undefined {
  const instants = times
    .map((time) => instantAt(day, time, zone))
    .filter((instant) => instant > after && localAt(instant, zone).day === day)
    .map((instant) => instant.getTime())
  return instants.length > 0 ? new Date(Math.min(...instants)) : undefined
}

/** The quiet hours are shorter, also in a night in which the clock is put back. */
const LONGEST_QUIET_MS = 11 * 3600_000

/**
 * The same, with what falls into the quiet hours put off to the morning: also what fell due before the instant, in a night
 * whose morning is still to come.
 */
export function nextDelivery(rule: Rule, instant: Date, zone: string): Date | undefined {
  let at: Date | undefined = new Date(instant.getTime() - LONGEST_QUIET_MS)
  while ((at = nextAfter(rule, at, zone))) {
    const delivered = afterQuiet(at, zone)
    if (delivered > instant) return delivered
  }
  return undefined
}

/** The next few instants, fewer where the rule ends. */
export function nextDeliveries(rule: Rule, instant: Date, zone: string, count: number): Date[] {
  const found: Date[] = []
  for (let at: Date | undefined = instant; found.length < count;) {
    at = nextDelivery(rule, at, zone)
    if (!at) break
    found.push(at)
  }
  return found
}

/**
 * The rule with what it counts from ("every second week") moved so that it first falls due as soon as its days and times
 * allow.
 */
export function countedFrom(rule: Rule, instant: Date, zone: string): Rule {
  const { on } = rule
  if (on.kind !== 'daily' && on.kind !== 'weekly') return rule
  const first = nextAfter({ ...rule, on: { ...on, every: 1 } }, instant, zone)
  return first ? { ...rule, on: { ...on, from: localAt(first, zone).day } } : rule
}
