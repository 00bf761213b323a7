import { expect, test } from 'vitest'
import type { IndicatorState } from '../../src/criteria/criteria-set.ts'
import { projectChange } from '../../src/criteria/projection.ts'
import { smallSet } from './small-set.ts'

/** 1.1 and 1.2, and 2 alone. */
const set = smallSet([2, 1])

const CASES: [
  what: string,
  states: Record<string, IndicatorState>,
  presumed: boolean,
  change: [code: string, state: IndicatorState],
  indicators: [before: number, after: number],
  criteria: [before: number, after: number],
][] = [
  ['the last indicator of a criterion', { '1.1': 'met', '1.2': 'unmet' }, false, ['1.2', 'met'], [1, 2], [0, 1]],
  ['one that was not assessed', { '1.1': 'met' }, false, ['2', 'met'], [1, 2], [0, 1]],
  ['one that is lost', { '1.1': 'met', '1.2': 'met', '2': 'met' }, false, ['1.1', 'unmet'], [3, 2], [2, 1]],
  ['one that stays', { '1.1': 'met' }, false, ['1.1', 'met'], [1, 1], [0, 0]],
  ['what was presumed met is met already', { '1.2': 'unmet' }, true, ['1.1', 'met'], [2, 2], [1, 1]],
  [
    'what no longer applies counts for no indicator',
    { '1.1': 'met', '1.2': 'unmet' },
    false,
    ['1.2', 'not_applicable'],
    [1, 1],
    [0, 1],
  ],
  ['a code that the set does not have', {}, false, ['9.9', 'met'], [0, 0], [0, 0]],
]

test.each(CASES)('%s', (_, states, presumed, [code, state], indicators, criteria) => {
  const known = new Map(Object.entries(states))
  const { before, after } = projectChange(set, known, presumed, { code, state })
  expect([before.indicators.met, after.indicators.met]).toEqual(indicators)
  expect([before.criteria.met, after.criteria.met]).toEqual(criteria)
  expect(known).toEqual(new Map(Object.entries(states)))
})
