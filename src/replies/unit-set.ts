import type { Turn } from '../command/command.ts'
import type { Criterion, CriteriaSet, IndicatorState } from '../criteria/criteria-set.ts'
import { currentStatuses, standingsOf, type CurrentStatus, type Standing } from '../store/figures.ts'
import type { Unit } from '../store/units.ts'

/** A unit on a set: totals and the state of each indicator. */
export interface UnitSet {
  set: CriteriaSet
  standing: Standing
  statuses: ReadonlyMap<string, CurrentStatus>
  /** An indicator's state; what a report of the unmet does not name is met. */
  stateOf(code: string): IndicatorState
}

/** The sets that were asked for, or all that the unit has figures on, with their states. */
export async function readUnitSets({ db, catalogs, sets }: Turn<never>, unit: Unit): Promise<UnitSet[]> {
  const standings = await standingsOf(db, unit.id)
  const wanted = standings.filter(({ set_id }) => sets.length === 0 || sets.some(({ id }) => id === set_id))
  return Promise.all(
    wanted.flatMap((standing) => {
      const set = catalogs.get(standing.set_id)
      return set ? [withStatuses(set, standing)] : []
    }),
  )

  async function withStatuses(set: CriteriaSet, standing: Standing): Promise<UnitSet> {
    const rows = await currentStatuses(db, unit.id, set.id)
    const statuses = new Map(rows.map((row) => [row.indicator, row]))
    const otherwise = standing.presumed === 1 ? 'met' : 'unassessed'
    return { set, standing, statuses, stateOf: (code) => statuses.get(code)?.state ?? otherwise }
  }
}

/** The codes of a criterion's indicators that are in a state. */
export function codesIn({ stateOf }: UnitSet, criterion: Criterion, state: IndicatorState): string[] {
  return criterion.indicators.map(({ code }) => code).filter((code) => stateOf(code) === state)
}

/** Whether only totals are known. */
export function totalsOnly({ standing }: UnitSet): boolean {
  return standing.as_of === null
}
