import { describe, expect, it } from 'vitest'
import { nextReminderDay, periodOf, reminderDays } from '../../src/calendar/periods.ts'

describe('the period that a day lies in', () => {
  it.each([
    ['week', '2026-11-26', '2026-11-23', '2026-11-29'],
    ['week', '2026-11-29', '2026-11-23', '2026-11-29'],
    ['month', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-11-26', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['year', '2026-11-26', '2026-01-01', '2026-12-31'],
  ] as const)('%s of %s', (kind, day, from, to) => {
    expect(periodOf(kind, day)).toEqual({ from, to })
  })
})

describe('the days on which those who have not reported hear of it', () => {
  it.each([
    ['week', '2026-11-23', ['2026-11-27']],
    ['month', '2026-11-01', ['2026-11-27', '2026-11-30']],
    ['quarter', '2026-11-01', ['2026-12-24', '2026-12-28', '2026-12-31']],
  ] as const)('of a %s', (kind, day, days) => {
    expect(reminderDays(kind, periodOf(kind, day))).toEqual(days)
  })

  it.each([
    ['month', '2026-11-26', '2026-11-27'],
    ['month', '2026-11-27', '2026-11-30'],
    ['month', '2026-11-30', '2026-12-28'],
    ['year', '2026-12-31', '2027-12-17'],
  ] as const)('the next, of a %s, after %s', (kind, after, next) => {
    expect(nextReminderDay(kind, after)).toBe(next)
  })
})
