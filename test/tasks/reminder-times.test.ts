import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextReminder } from '../../src/tasks/reminder-times.ts'

const local = (instant: Date, timeZone = 'Asia/Ho_Chi_Minh') =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant)

describe('the next reminder of what is due on 31/12/2026', () => {
  it.each([
    ['long before', '2026-11-23T08:00:00+07:00', '2026-12-24 07:30'],
    ['in the minute before one', '2026-12-24T07:29:59+07:00', '2026-12-24 07:30'],
    ['at the very instant of one', '2026-12-24T07:30:00+07:00', '2026-12-28 07:30'],
    ['six days before', '2026-12-25T09:00:00+07:00', '2026-12-28 07:30'],
    ['two days before', '2026-12-29T00:00:00+07:00', '2026-12-30 07:30'],
    ['the day before, in the evening', '2026-12-30T22:00:00+07:00', '2026-12-31 07:30'],
    ['on the day, before breakfast', '2026-12-31T06:00:00+07:00', '2026-12-31 07:30'],
    ['on the day, later', '2026-12-31T07:30:00+07:00', '2027-01-01 07:30'],
    ['a day overdue', '2027-01-01T12:00:00+07:00', '2027-01-02 07:30'],
    ['two days overdue', '2027-01-02T12:00:00+07:00', '2027-01-03 07:30'],
    ['three days overdue', '2027-01-03T07:30:00+07:00', '2027-01-07 07:30'],
    ['a week overdue', '2027-01-07T07:30:00+07:00', '2027-01-14 07:30'],
    ['a year overdue', '2027-12-31T12:00:00+07:00', '2028-01-06 07:30'],
  ])('%s', (_, after, next) => {
    expect(local(nextReminder('2026-12-31', new Date(after)))).toBe(next)
  })

  it('goes by the zone of the place', () => {
    const next = nextReminder('2026-12-31', new Date('2026-12-30T12:00:00Z'), 'America/New_York')
    expect(local(next, 'America/New_York')).toBe('2026-12-30 07:30')
    expect(next.toISOString()).toBe('2026-12-30T12:30:00.000Z')
  })

  it('is always later, at 07:30, and on a day of the rule', () => {
    const zones = fc.constantFrom('Asia/Ho_Chi_Minh', 'Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kathmandu')
    const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, instant, zones, (due, after, zone) => {
        const day = due.toISOString().slice(0, 10)
        const next = nextReminder(day, after, zone)
        expect(next.getTime()).toBeGreaterThan(after.getTime())
        const [nextDay = '', time] = local(next, zone).split(' ')
        expect(time).toBe('07:30')
        const days = (Date.parse(nextDay) - Date.parse(day)) / 86_400_000
        expect([-7, -3, -1, 0, 1, 2, 3].includes(days) || (days > 3 && days % 7 === 0)).toBe(true)
        // None was passed over: from just before it the next is itself.
        expect(nextReminder(day, new Date(next.getTime() - 1), zone)).toEqual(next)
        if (days > 7) expect(next.getTime() - after.getTime()).toBeLessThanOrEqual(7.1 * 86_400_000)
      }),
    )
  })
})
