import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { rollUp, trendOf, type ReportedFigure, type VillageFigure } from '../../src/criteria/rollup.ts'

const NONE: ReportedFigure = { part: null, whole: null, value: null, verdict: null }
const count = (part: number, whole: number): ReportedFigure => ({ ...NONE, part, whole })
const percent = (value: number): ReportedFigure => ({ ...NONE, value })
const verdict = (said: 'met' | 'unmet'): ReportedFigure => ({ ...NONE, verdict: said })

function village(id: string, households: number | null, report?: ReportedFigure): VillageFigure {
  return { id, households, report }
}

/** Villages, and what comes of them. */
const CASES: [string, VillageFigure[], Partial<ReturnType<typeof rollUp>>][] = [
  ['no villages', [], { covered: 0, total: 0, complete: false, value: undefined }],
  ['nobody reported', [village('a', 100)], { covered: 0, total: 1, complete: false, value: undefined, missing: ['a'] }],
  [
    'counts are summed, not their percentages averaged',
    [village('a', 100, count(50, 100)), village('b', 300, count(300, 300)), village('c', 50)],
    { covered: 2, total: 3, complete: false, value: 87.5, counts: { part: 350, whole: 400 }, missing: ['c'] },
  ],
  [
    'what was counted weighs, not the households',
    [village('a', 1000, count(1, 2)), village('b', null, count(2, 2))],
    { covered: 2, total: 2, complete: true, value: 75, counts: { part: 3, whole: 4 } },
  ],
  [
    'percentages weigh by households',
    [village('a', 100, percent(50)), village('b', 300, percent(90))],
    { covered: 2, complete: true, value: 80, counts: undefined },
  ],
  [
    'counts and percentages together',
    [village('a', 100, count(60, 100)), village('b', 300, percent(80))],
    {
      value: 75,
      counts: undefined,
      shares: [
        { id: 'a', value: 60, weight: 100, by: 'count' },
        { id: 'b', value: 80, weight: 300, by: 'households' },
      ],
    },
  ],
  [
    'a percentage of unknown weight is named and left out',
    [village('a', 100, percent(50)), village('b', null, percent(90)), village('c', 0, percent(10))],
    {
      covered: 1,
      total: 3,
      complete: false,
      value: 50,
      leftOut: [
        { id: 'b', why: 'no-households' },
        { id: 'c', why: 'no-households' },
      ],
    },
  ],
  [
    'verdicts are counted',
    [village('a', 1, verdict('met')), village('b', null, verdict('unmet')), village('c', 1, verdict('met'))],
    { covered: 3, total: 3, complete: true, value: undefined, verdicts: { met: 2, unmet: 1 } },
  ],
  [
    'a verdict among figures is left out',
    [village('a', 10, count(1, 10)), village('b', 10, verdict('met'))],
    { covered: 1, value: 10, verdicts: undefined, leftOut: [{ id: 'b', why: 'no-figure' }] },
  ],
]

test.each(CASES)('%s', (_, villages, expected) => {
  expect({ value: undefined, counts: undefined, verdicts: undefined, ...rollUp(villages) }).toMatchObject(expected)
})

const figure = fc.oneof(
  fc.nat(500).chain((whole) => fc.nat(whole + 1).map((part) => count(Math.min(part, whole + 1), whole + 1))),
  fc.double({ min: 0, max: 100, noNaN: true }).map(percent),
)
const households = fc.option(fc.nat(2_000), { nil: null })
const anyVillage = fc.record({ households, report: fc.option(figure, { nil: undefined }) })
const commune = fc
  .array(anyVillage, { maxLength: 30 })
  .map((list) => list.map((each, index) => ({ id: `thon-${index}`, ...each })))

describe('whatever villages report', () => {
  it('counts alone give the sum of the parts over the sum of the wholes', () => {
    const counted = commune.map((list) => list.filter(({ report }) => report === undefined || report.part !== null))
    fc.assert(
      fc.property(counted, (villages) => {
        const reports = villages.flatMap(({ report }) => report ?? [])
        const part = reports.reduce((sum, report) => sum + report.part!, 0)
        const whole = reports.reduce((sum, report) => sum + report.whole!, 0)
        const { value, covered, counts } = rollUp(villages)
        expect(covered).toBe(reports.length)
        if (covered === 0) expect([value, counts]).toEqual([undefined, undefined])
        else {
          expect(counts).toEqual({ part, whole })
          expect(value).toBeCloseTo((100 * part) / whole, 9)
        }
      }),
    )
  })

  it('every village is in the figure, missing or left out, and the figure lies between the villages’ own', () => {
    fc.assert(
      fc.property(commune, (villages) => {
        const { shares, missing, leftOut, value, covered, total, complete } = rollUp(villages)
        const ids = [...shares, ...leftOut].map(({ id }) => id).concat(missing)
        expect(ids.sort()).toEqual(villages.map(({ id }) => id).sort())
        expect([covered, total]).toEqual([shares.length, villages.length])
        expect(complete).toBe(total > 0 && missing.length + leftOut.length === 0)
        if (value === undefined) return
        const values = shares.map((share) => share.value)
        expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9)
        expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-9)
      }),
    )
  })

  it('one more report never lowers the coverage', () => {
    fc.assert(
      fc.property(commune, figure, fc.nat(), (villages, report, at) => {
        fc.pre(villages.length > 0)
        const index = at % villages.length
        fc.pre(villages[index]?.report === undefined)
        const more = villages.map((each, place) => (place === index ? { ...each, report } : each))
        expect(rollUp(more).covered).toBeGreaterThanOrEqual(rollUp(villages).covered)
        const another = [...villages, { id: 'moi', households: 10, report }]
        expect(rollUp(another).covered).toBe(rollUp(villages).covered + 1)
      }),
    )
  })

  it('the order of the villages does not matter', () => {
    fc.assert(
      fc.property(commune, (villages) => {
        const [there, back] = [rollUp(villages), rollUp(villages.toReversed())]
        expect(back.covered).toBe(there.covered)
        expect(back.counts).toEqual(there.counts)
        if (there.value !== undefined) expect(back.value).toBeCloseTo(there.value, 9)
      }),
    )
  })
})

describe('the trend', () => {
  const villages = [village('a', 100), village('b', 100)]
  const dated = (villageId: string, asOf: string, report: ReportedFigure) => ({ villageId, asOf, ...report })

  it('takes each village’s latest report up to a day', () => {
    const trend = trendOf(villages, [
      dated('b', '2026-10-20', count(40, 100)),
      dated('a', '2026-09-30', count(20, 100)),
      dated('a', '2026-11-01', count(60, 100)),
    ])
    expect(trend.map(({ day, rollup: { value, covered } }) => [day, value, covered])).toEqual([
      ['2026-09-30', 20, 1],
      ['2026-10-20', 30, 2],
      ['2026-11-01', 50, 2],
    ])
  })

  it('of one day the last word holds, and it ends at what stands now', () => {
    const reports = [dated('a', '2026-11-01', count(10, 100)), dated('a', '2026-11-01', count(30, 100))]
    expect(trendOf(villages, reports).map(({ rollup }) => rollup.value)).toEqual([30])
    expect(trendOf(villages, [])).toEqual([])
  })
})
