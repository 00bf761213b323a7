import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayIn, weekdayOf } from '../../src/calendar/days.ts'
import { afterQuiet, isQuiet } from '../../src/calendar/quiet-hours.ts'
import {
  ALL_MONTHS,
  countedFrom,
  fallsOn,
  nextAfter,
  nextDelivery,
  ruleShape,
  WORKING_DAYS,
  type Days,
  type Rule,
} from '../../src/calendar/recurrence.ts'
import { instantAt, isZone, localAt } from '../../src/calendar/zone.ts'

const HOME = 'Asia/Ho_Chi_Minh'

/** With daylight saving in both halves of the year, half-hour shifts, a night without midnight, and none at all. */
const zone = fc.constantFrom(
  HOME,
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'UTC',
)
const isoDay = fc.integer({ min: 0, max: 365 * 8 }).map((days) => addDays('2024-01-01', days))
const time = fc
  .tuple(fc.nat(23), fc.constantFrom('00', '15', '30', '59'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 })
const weekdays = some([1, 2, 3, 4, 5, 6, 7])
const on: fc.Arbitrary<Days> = fc.oneof(
  fc.record({ kind: fc.constant('once' as const), day: isoDay }),
  fc.record({ kind: fc.constant('daily' as const), every: fc.integer({ min: 1, max: 40 }), from: isoDay }),
  fc.record({ kind: fc.constant('weekly' as const), every: fc.integer({ min: 1, max: 8 }), from: isoDay, weekdays }),
  fc.record({
    kind: fc.constant('dates' as const),
    months: some(ALL_MONTHS),
    dates: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('nth' as const),
    months: some(ALL_MONTHS),
    nth: fc.constantFrom<(1 | 2 | 3 | 4 | -1)[]>(1, 2, 3, 4, -1),
    weekdays,
  }),
)
const rule: fc.Arbitrary<Rule> = fc.record({ on, times: fc.uniqueArray(time, { minLength: 1, maxLength: 3 }) })
const instant = fc
  .tuple(isoDay, fc.nat(24 * 60 - 1))
  .map(([day, minutes]) => new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000))

describe('what recurs', () => {
  it('is plain data', () => {
    fc.assert(
      fc.property(rule, (each) => {
        expect(ruleShape.parse(JSON.parse(JSON.stringify(each)))).toEqual(each)
      }),
    )
  })

  it('comes later each time, on its days, at its times where the clock shows them', () => {
    fc.assert(
      fc.property(rule, instant, zone, (each, start, place) => {
        let at = start
        for (let count = 0; count < 4; count += 1) {
          const next = nextAfter(each, at, place)
          if (!next) {
            expect(each.on.kind).toBe('once')
            return
          }
          expect(next.getTime()).toBeGreaterThan(at.getTime())
          const local = localAt(next, place)
          expect(fallsOn(each.on, local.day)).toBe(true)
          const shown = each.times.some(
            (wanted) => localAt(instantAt(local.day, wanted, place), place).time === local.time,
          )
          expect(shown).toBe(true)
          at = next
        }
      }),
      { numRuns: 300 },
    )
  })

  it('leaves nothing out: no due time lies between two of them', () => {
    fc.assert(
      fc.property(rule, instant, zone, (each, start, place) => {
        const next = nextAfter(each, start, place)
        const until = Math.min(next?.getTime() ?? Infinity, start.getTime() + 20 * 86_400_000)
        const first = localAt(start, place).day
        for (let ahead = 0; ahead <= 21; ahead += 1) {
          const day = addDays(first, ahead)
          if (!fallsOn(each.on, day)) continue
          for (const wanted of each.times) {
            const due = instantAt(day, wanted, place)
            expect(due > start && due.getTime() < until && localAt(due, place).day === day).toBe(false)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is put off to the morning where it falls into the quiet hours, and still comes later each time', () => {
    fc.assert(
      fc.property(rule, instant, zone, (each, start, place) => {
        const next = nextDelivery(each, start, place)
        if (!next) return
        expect(next.getTime()).toBeGreaterThan(start.getTime())
        expect(isQuiet(localAt(next, place).time)).toBe(false)
        const after = nextDelivery(each, next, place)
        if (after) expect(after.getTime()).toBeGreaterThan(next.getTime())
      }),
    )
  })

  it('what fell due in the night comes in its morning, also seen from later that night', () => {
    const late: Rule = { on: { kind: 'daily', every: 1, from: '2026-11-23' }, times: ['22:15'] }
    const morning = instantAt('2026-11-24', '06:30')
    for (const time of ['21:00', '22:14', '22:15', '23:00'])
      expect(nextDelivery(late, instantAt('2026-11-23', time), HOME)).toEqual(morning)
    expect(nextDelivery(late, morning, HOME)).toEqual(instantAt('2026-11-25', '06:30'))
  })

  it('every second week begins with the first day that fits', () => {
    const every: Rule = { on: { kind: 'weekly', every: 2, from: '2026-01-01', weekdays: [2] }, times: ['07:30'] }
    const now = instantAt('2026-11-24', '08:00')
    const next = nextAfter(countedFrom(every, now, HOME), now, HOME)
    expect(next && localAt(next)).toEqual({ day: '2026-12-01', time: '07:30' })
  })
})

describe('days of months', () => {
  const on = (days: Days, from: string, until: string) => {
    const found: string[] = []
    for (let day = from; day <= until; day = addDays(day, 1)) if (fallsOn(days, day)) found.push(day)
    return found
  }

  it('the 31st is the last of shorter months', () => {
    const days: Days = { kind: 'dates', months: [...ALL_MONTHS], dates: [31] }
    expect(on(days, '2027-01-01', '2027-04-30')).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'])
    expect(on(days, '2028-02-01', '2028-02-29')).toEqual(['2028-02-29'])
  })

  it('the first working day and the last Friday', () => {
    const first: Days = { kind: 'nth', months: [...ALL_MONTHS], nth: 1, weekdays: [...WORKING_DAYS] }
    expect(on(first, '2026-11-01', '2027-01-31')).toEqual(['2026-11-02', '2026-12-01', '2027-01-01'])
    const last: Days = { kind: 'nth', months: [...ALL_MONTHS], nth: -1, weekdays: [5] }
    expect(on(last, '2026-11-01', '2026-12-31')).toEqual(['2026-11-27', '2026-12-25'])
  })

  it('29 February falls on the 28th in other years', () => {
    const days: Days = { kind: 'dates', months: [2], dates: [29] }
    expect(on(days, '2027-01-01', '2028-12-31')).toEqual(['2027-02-28', '2028-02-29'])
    expect(dayIn(2027, 14, 31)).toBe('2028-02-29')
    expect(weekdayOf('2026-11-23')).toBe(1)
  })
})

describe('zones', () => {
  it('there and back again, whatever the zone', () => {
    fc.assert(
      fc.property(instant, zone, (at, place) => {
        const { day, time: shown } = localAt(at, place)
        // An hour that is shown twice leads to its first.
        expect(at.getTime() - instantAt(day, shown, place).getTime()).toBeOneOf([0, 1_800_000, 3_600_000])
      }),
    )
  })

  it('a time that is left out comes as much later, one that comes twice is the first', () => {
    expect(instantAt('2026-03-29', '02:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(instantAt('2026-10-25', '02:30', 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(instantAt('2026-11-23', '07:30').toISOString()).toBe('2026-11-23T00:30:00.000Z')
  })

  it('are those that the platform knows', () => {
    expect(['Asia/Bangkok', 'UTC', 'Asia/Hanoi', ''].map(isZone)).toEqual([true, true, false, false])
  })
})

describe('the quiet hours', () => {
  it.each([
    ['2026-11-23', '20:59', '2026-11-23 20:59'],
    ['2026-11-23', '21:00', '2026-11-24 06:30'],
    ['2026-11-30', '23:59', '2026-12-01 06:30'],
    ['2026-11-23', '00:00', '2026-11-23 06:30'],
    ['2026-11-23', '06:29', '2026-11-23 06:30'],
    ['2026-11-23', '06:30', '2026-11-23 06:30'],
  ])('%s %s → %s', (day, at, expected) => {
    const local = localAt(afterQuiet(instantAt(day, at), HOME))
    expect(`${local.day} ${local.time}`).toBe(expected)
  })
})
