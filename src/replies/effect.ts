import type { Turn } from '../command/command.ts'
import type { CriteriaSet, IndicatorState } from '../criteria/criteria-set.ts'
import { projectChange } from '../criteria/projection.ts'
import { currentStatuses, standingsOf } from '../store/figures.ts'
import type { Unit } from '../store/units.ts'
import { isWholeList } from './standing.ts'

/**
 * What a unit's counts would become with an indicator in a state: `66/75 → 67/75 chỉ tiêu, 15/19 → 16/19 tiêu chí`.
 * Nothing where reported totals lead and no whole list stands beside them, since those stay as they were reported.
 */
export async function effectLines(
  { db, say }: Pick<Turn, 'db' | 'say'>,
  unit: Unit,
  set: CriteriaSet,
  change: { code: string; state: IndicatorState },
): Promise<string[]> {
  const standing = (await standingsOf(db, unit.id)).find(({ set_id }) => set_id === set.id)
  if (standing && (standing.as_of === null || (standing.reported_as_of !== null && !isWholeList(standing)))) return []
  const rows = await currentStatuses(db, unit.id, set.id)
  const states = new Map(rows.map(({ indicator, state }) => [indicator, state]))
  const { before, after } = projectChange(set, states, standing?.presumed === 1, change)
  const counts = {
    before: before.indicators.met,
    after: after.indicators.met,
    total: after.indicators.total,
    criteriaBefore: before.criteria.met,
    criteriaAfter: after.criteria.met,
    criteria: after.criteria.total,
  }
  const same = counts.before === counts.after && counts.criteriaBefore === counts.criteriaAfter
  return [same ? say('effect-none', counts) : say('effect', counts)]
}
