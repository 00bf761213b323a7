import { expect, test } from 'vitest'
import { periodOf } from '../../src/calendar/periods.ts'
import { completenessOf, type Completeness, type Sent } from '../../src/criteria/completeness.ts'
import { startOfNextDay } from '../../src/replies/period.ts'

const DEADLINE = '2026-10-31T17:00:00.000Z'
const BEFORE = '2026-10-31T16:59:59.999Z'

const sent = (id: string, standing: number, returned: number, firstAt: string | null): Sent => ({
  id,
  standing,
  returned,
  firstAt,
})

const CASES: [string, Sent[], Partial<Completeness>][] = [
  ['nobody', [], { total: 0, reported: [], onTime: [], missing: [] }],
  ['nothing came', [sent('a', 0, 0, null)], { total: 1, reported: [], missing: ['a'] }],
  ['just in time', [sent('a', 1, 0, BEFORE)], { reported: ['a'], onTime: ['a'], late: [] }],
  ['at the deadline it is over', [sent('a', 1, 0, DEADLINE)], { reported: ['a'], onTime: [], late: ['a'] }],
  [
    'sent in time, given back and sent again later: in time',
    [sent('a', 1, 1, BEFORE)],
    { reported: ['a'], onTime: ['a'], late: [], returned: [] },
  ],
  [
    'all of it given back: neither reported nor missing',
    [sent('a', 0, 2, BEFORE)],
    { reported: [], onTime: [], late: [], returned: ['a'], missing: [] },
  ],
]

test.each(CASES)('%s', (_, villages, expected) => {
  expect(completenessOf(villages, DEADLINE)).toMatchObject(expected)
})

test.each([
  ['2026-11-23', { from: '2026-11-01', to: '2026-11-30' }],
  ['2026-12-31', { from: '2026-12-01', to: '2026-12-31' }],
  ['2028-02-01', { from: '2028-02-01', to: '2028-02-29' }],
])('the month of %s', (day, month) => {
  expect(periodOf('month', day)).toEqual(month)
})

test('a day is over at midnight in Vietnam', () => {
  expect(startOfNextDay('2026-10-31')).toBe(DEADLINE)
  expect(startOfNextDay('2026-12-31')).toBe('2026-12-31T17:00:00.000Z')
})
