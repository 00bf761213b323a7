import { countSet, type Standing } from './count.ts'
import type { CriteriaSet, IndicatorState } from './criteria-set.ts'

/**
 * What the counts of a set are and what they would be with an indicator in another state: "66/75 → 67/75". `states` and
 * `presumedMet` are those of {@link countSet}.
 */
export function projectChange(
  set: CriteriaSet,
  states: ReadonlyMap<string, IndicatorState>,
  presumedMet: boolean,
  change: { code: string; state: IndicatorState },
): { before: Standing; after: Standing } {
  return {
    before: countSet(set, states, presumedMet),
    after: countSet(set, new Map([...states, [change.code, change.state]]), presumedMet),
  }
}
