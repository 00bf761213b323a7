import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTotals, countSet, criterionState } from '../../src/criteria/count.ts'
import type { CriteriaSet, IndicatorState } from '../../src/criteria/criteria-set.ts'
import { catalogsOf, nationalFiles } from './national-files.ts'
import { smallSet } from './small-set.ts'

const STATES: IndicatorState[] = ['met', 'unmet', 'unassessed', 'not_applicable']
const codesOf = (set: CriteriaSet) => set.criteria.flatMap(({ indicators }) => indicators.map(({ code }) => code))

/** A complete set with the states of some of its indicators, and one code that it does not have. */
const situations = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 })
  .map((sizes) => smallSet(sizes))
  .chain((set) =>
    fc.record({
      set: fc.constant(set),
      states: fc
        .dictionary(fc.constantFrom(...codesOf(set), '99.9'), fc.constantFrom(...STATES))
        .map((states) => new Map(Object.entries(states))),
      presumed: fc.boolean(),
    }),
  )

describe('a criterion', () => {
  it.each<[states: Record<string, IndicatorState>, presumed: boolean, state: string]>([
    [{ '1.1': 'met', '1.2': 'met' }, false, 'met'],
    [{ '1.1': 'met', '1.2': 'not_applicable' }, false, 'met'],
    [{ '1.1': 'not_applicable', '1.2': 'not_applicable' }, false, 'met'],
    [{ '1.1': 'met' }, false, 'unassessed'],
    [{ '1.1': 'met' }, true, 'met'],
    [{ '1.1': 'met', '1.2': 'unassessed' }, true, 'unassessed'],
    [{ '1.1': 'met', '1.2': 'unmet' }, true, 'unmet'],
    [{ '1.1': 'unassessed', '1.2': 'unmet' }, false, 'unmet'],
    [{}, false, 'unassessed'],
    [{}, true, 'met'],
  ])('with %j (the rest presumed met: %s) is %s', (states, presumed, state) => {
    const set = smallSet([2])
    const [criterion] = set.criteria
    const known = new Map(Object.entries(states))
    expect(criterion && criterionState(criterion, known, presumed)).toBe(state)
    expect(countSet(set, known, presumed).criteria).toMatchObject({ [state]: 1, total: 1 })
  })

  it('without indicators is unassessed, whatever is presumed', () => {
    expect(criterionState({ no: 1, name: 'Tiêu chí ví dụ', aliases: [], indicators: [] }, new Map(), true)).toBe(
      'unassessed',
    )
  })
})

describe('counting a set', () => {
  it('has parts that add up to the totals', () => {
    fc.assert(
      fc.property(situations, ({ set, states, presumed }) => {
        const { criteria, indicators } = countSet(set, states, presumed)
        expect(criteria.met + criteria.unmet + criteria.unassessed).toBe(set.criteria.length)
        expect(criteria.total).toBe(set.criteria.length)
        const { met, unmet, not_applicable, unassessed } = indicators
        expect(met + unmet + not_applicable + unassessed).toBe(codesOf(set).length)
        expect(indicators.total).toBe(codesOf(set).length)
        expect(Math.min(...Object.values(indicators), ...Object.values(criteria))).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('counts each criterion by its own state, and names the indicators that keep it from being met', () => {
    fc.assert(
      fc.property(situations, ({ set, states, presumed }) => {
        const standing = countSet(set, states, presumed)
        const criterionStates = set.criteria.map((criterion) => criterionState(criterion, states, presumed))
        for (const state of ['met', 'unmet', 'unassessed'] as const)
          expect(standing.criteria[state]).toBe(criterionStates.filter((each) => each === state).length)
        expect(standing.unmet.flatMap(({ codes }) => codes)).toEqual(
          codesOf(set).filter((code) => states.get(code) === 'unmet'),
        )
        expect(standing.unmet.map(({ no }) => no)).toEqual(
          set.criteria.filter((_, i) => criterionStates[i] === 'unmet').map(({ no }) => no),
        )
      }),
    )
  })

  it('presumes exactly the indicators that were not named', () => {
    fc.assert(
      fc.property(situations, ({ set, states }) => {
        const filled = new Map(codesOf(set).map((code) => [code, states.get(code) ?? 'met']))
        expect(countSet(set, states, true)).toEqual(countSet(set, filled, false))
      }),
    )
  })

  it('never lowers what is met when an indicator becomes met', () => {
    fc.assert(
      fc.property(situations, fc.nat(), ({ set, states, presumed }, pick) => {
        const codes = codesOf(set)
        const better = new Map(states).set(codes[pick % codes.length] ?? '', 'met')
        const [before, after] = [countSet(set, states, presumed), countSet(set, better, presumed)]
        expect(after.criteria.met).toBeGreaterThanOrEqual(before.criteria.met)
        expect(after.indicators.met).toBeGreaterThanOrEqual(before.indicators.met)
        expect(after.criteria.unmet).toBeLessThanOrEqual(before.criteria.unmet)
      }),
    )
  })
})

describe('a set whose list is not loaded', () => {
  const set = catalogsOf(nationalFiles).get('ntm-2026-2030') ?? smallSet()

  it('has the totals of its decision, and nothing is known or presumed of it', () => {
    const { criteria, indicators } = countSet(set, new Map(), true)
    expect(criteria).toEqual({ met: 0, unmet: 0, unassessed: 10, total: 10 })
    expect(indicators).toEqual({ met: 0, unmet: 0, not_applicable: 0, unassessed: 47, total: 47 })
  })

  it('can have an unmet criterion but not a met one, for what is listed may not be all', () => {
    const listed = smallSet([2, 1, 1], { complete: false, official_counts: { criteria: 4, indicators: 20 } })
    const { criteria, indicators } = countSet(listed, new Map([['1.2', 'unmet']]), true)
    expect(criteria).toEqual({ met: 0, unmet: 1, unassessed: 3, total: 4 })
    expect(indicators).toEqual({ met: 3, unmet: 1, not_applicable: 0, unassessed: 16, total: 20 })
  })
})

describe('xã Trung Lương in April 2023, by its report of what is unmet', () => {
  const set = catalogsOf(nationalFiles).get('ntm-nang-cao-2021-2025') ?? smallSet()
  const unmet = '2.1 2.2 11 13.2 13.3 13.5 13.6 13.8 14.2 14.3 14.4 17.5 17.7 17.9'.split(' ')
  const standing = countSet(set, new Map(unmet.map((code) => [code, 'unmet'])), true)

  it('is met on 14 of 19 criteria and 61 of 75 indicators', () => {
    expect(standing.criteria).toEqual({ met: 14, unmet: 5, unassessed: 0, total: 19 })
    expect(standing.indicators).toEqual({ met: 61, unmet: 14, not_applicable: 0, unassessed: 0, total: 75 })
    expect(standing.unmet.find(({ no }) => no === 17)?.codes).toEqual(['17.5', '17.7', '17.9'])
  })

  it('disagrees with the reported 60/75, not with the reported 14/19', () => {
    expect(compareTotals({ criteria: 14, indicators: 60 }, standing)).toEqual([
      { kind: 'indicators', reported: 60, listed: 61 },
    ])
  })
})

describe('reported totals', () => {
  const half = countSet(
    smallSet([2, 1, 1]),
    new Map([
      ['1.1', 'met'],
      ['1.2', 'met'],
      ['2', 'unmet'],
    ]),
    false,
  )

  it.each([
    [{ criteria: 1, indicators: 2 }, []],
    [{ criteria: 2, indicators: 3 }, []],
    [{ criteria: null, indicators: null }, []],
    [{ criteria: 3, indicators: 3 }, [{ kind: 'criteria', reported: 3, listed: 1 }]],
    [{ criteria: 1, indicators: 4 }, [{ kind: 'indicators', reported: 4, listed: 2 }]],
    [
      { criteria: 0, indicators: 1 },
      [
        { kind: 'criteria', reported: 0, listed: 1 },
        { kind: 'indicators', reported: 1, listed: 2 },
      ],
    ],
  ])('%j beside a list with one criterion met, one not, one open: %j', (reported, disagreements) => {
    expect(compareTotals(reported, half)).toEqual(disagreements)
  })

  it('agree with the list when the open indicators turn out either way, also where the report counts what is not applicable', () => {
    fc.assert(
      fc.property(situations, fc.boolean(), ({ set, states, presumed }, met) => {
        const open = codesOf(set).filter(
          (code) => (states.get(code) ?? (presumed ? 'met' : 'unassessed')) === 'unassessed',
        )
        const settled = new Map([...states, ...open.map((code) => [code, met ? 'met' : 'unmet'] as const)])
        const { criteria, indicators } = countSet(set, settled, presumed)
        const totals = [indicators.met, indicators.met + indicators.not_applicable]
        const standing = countSet(set, states, presumed)
        for (const total of totals)
          expect(compareTotals({ criteria: criteria.met, indicators: total }, standing)).toEqual([])
      }),
    )
  })
})
