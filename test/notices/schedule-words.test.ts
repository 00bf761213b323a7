import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALL_MONTHS, type Days, type Rule } from '../../src/calendar/recurrence.ts'
import { fold } from '../../src/language/fold.ts'
import { ruleSaid } from '../../src/notices/schedule-words.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { taughtLanguage } from '../taught-language.ts'

const TODAY = '2026-11-23'
const say = loadWording('vi')
const language = await taughtLanguage()

const months = [...ALL_MONTHS]
const QUARTERS = [
  [1, 4, 7, 10],
  [2, 5, 8, 11],
  [3, 6, 9, 12],
]
const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
const dates = fc
  .uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 })
  .map((each) => each.sort((a, b) => a - b))
const on: fc.Arbitrary<Days> = fc.oneof(
  fc.integer({ min: 1, max: 900 }).map((ahead): Days => ({
    kind: 'once',
    day: new Date(Date.UTC(2026, 10, 23 + ahead)).toISOString().slice(0, 10),
  })),
  fc.record({ kind: fc.constant('daily' as const), every: fc.integer({ min: 1, max: 9 }), from: fc.constant(TODAY) }),
  fc.record({
    kind: fc.constant('weekly' as const),
    every: fc.integer({ min: 1, max: 9 }),
    from: fc.constant(TODAY),
    weekdays,
  }),
  fc.record({ kind: fc.constant('dates' as const), months: fc.constantFrom(months, ...QUARTERS), dates }),
  fc.record({
    kind: fc.constant('dates' as const),
    months: fc.constantFrom([6, 12], [2, 4, 11], [1, 5, 9]),
    dates: dates.filter((each) => each.length < 3),
  }),
  fc.record({
    kind: fc.constant('dates' as const),
    months: fc.constantFrom([9], [2]),
    dates: fc.constantFrom([2], [15]),
  }),
  fc.record({
    kind: fc.constant('nth' as const),
    months: fc.constant(months),
    nth: fc.constantFrom<(1 | 2 | 3 | 4 | -1)[]>(1, 2, 3, 4, -1),
    weekdays: fc.constantFrom([1], [2], [5], [7]),
  }),
  fc.constantFrom<Days[]>(
    { kind: 'nth', months: QUARTERS[0] ?? [], nth: 1, weekdays: [1, 2, 3, 4, 5] },
    { kind: 'nth', months: QUARTERS[2] ?? [], nth: -1, weekdays: [5] },
  ),
)
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const rule: fc.Arbitrary<Rule> = fc.record({
  on,
  times: fc.uniqueArray(time, { minLength: 1, maxLength: 2 }).map((each) => each.sort()),
})

describe('a rule in words', () => {
  it('is understood as the same rule again, with marks and without', () => {
    fc.assert(
      fc.property(rule, (each) => {
        const said = ruleSaid(say, each)
        for (const words of [said, fold(said)]) {
          const heard = language.schedule(words, TODAY)
          expect({ on: heard?.on, times: heard?.times }, words).toEqual({ on: each.on, times: each.times })
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each<[Rule, string]>([
    [
      { on: { kind: 'weekly', every: 1, from: TODAY, weekdays: [1] }, times: ['07:30'] },
      '7 giờ 30 sáng thứ Hai hằng tuần',
    ],
    [
      { on: { kind: 'weekly', every: 1, from: TODAY, weekdays: [1, 2, 3, 4, 5] }, times: ['08:00'] },
      '8 giờ sáng thứ Hai đến thứ Sáu hằng tuần',
    ],
    [
      { on: { kind: 'weekly', every: 2, from: TODAY, weekdays: [2] }, times: ['17:00'] },
      '5 giờ chiều thứ Ba, 2 tuần một lần',
    ],
    [
      { on: { kind: 'daily', every: 1, from: TODAY }, times: ['07:00', '16:05'] },
      '7 giờ sáng và 4 giờ 5 phút chiều hằng ngày',
    ],
    [{ on: { kind: 'dates', months, dates: [1, 15] }, times: ['07:30'] }, '7 giờ 30 sáng ngày 1 và 15 hằng tháng'],
    [{ on: { kind: 'dates', months, dates: [31] }, times: ['16:00'] }, '4 giờ chiều ngày cuối cùng của mỗi tháng'],
    [
      { on: { kind: 'dates', months: [3, 6, 9, 12], dates: [25] }, times: ['07:30'] },
      '7 giờ 30 sáng ngày 25 tháng cuối mỗi quý',
    ],
    [
      { on: { kind: 'nth', months, nth: -1, weekdays: [5] }, times: ['07:30'] },
      '7 giờ 30 sáng thứ Sáu cuối cùng của mỗi tháng',
    ],
    [{ on: { kind: 'once', day: '2026-11-30' }, times: ['19:30'] }, '7 giờ 30 tối thứ Hai, ngày 30/11/2026'],
  ])('%j → %s', (each, words) => {
    expect(ruleSaid(say, each)).toBe(words)
  })
})
