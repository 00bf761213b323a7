import type { Target } from '../command/command.ts'
import type { CriteriaSet, Indicator } from '../criteria/criteria-set.ts'

/** The indicators that a target stands for: itself, or all of a criterion's. */
export function namedIndicators({ kind, set, code }: Target): { set: CriteriaSet; indicator: Indicator }[] {
  const listed =
    kind === 'criterion'
      ? (set.criteria.find(({ no }) => no === Number(code))?.indicators ?? [])
      : set.criteria.flatMap(({ indicators }) => indicators).filter((each) => each.code === code)
  return listed.map((indicator) => ({ set, indicator }))
}
