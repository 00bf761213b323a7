import type { Turn } from '../command/command.ts'
import type { Criterion, CriteriaSet, Indicator, IndicatorState } from '../criteria/criteria-set.ts'
import { thresholdWords } from '../replies/threshold.ts'
import { totalsOnly, type UnitSet } from '../replies/unit-set.ts'
import { inChargeOf, type InCharge } from '../store/in-charge.ts'
import type { Unit } from '../store/units.ts'

/**
 * What is known of an indicator, besides its state: `presumed` where a report names only what is unmet and not this one,
 * `unknown` where there are only totals.
 */
export type Known = IndicatorState | 'presumed' | 'unknown'

/** An indicator of a unit as it stands in a document. */
export interface IndicatorRow {
  criterion: Criterion
  indicator: Indicator
  /** What is demanded there, in words. */
  threshold: string
  known: Known
  value: number | null
  /** ISO day; null, as the source, where the indicator has no status of its own. */
  asOf: string | null
  source: string | null
  people: string[]
  /** ISO day: the earliest. */
  due: string | null
  /** The status that stands. */
  statusId: number | null
}

/** All indicators of a set in a unit, in the set's order; without `unitSet` nothing is known of any. */
export async function indicatorRows(
  { db, say, today }: Pick<Turn, 'db' | 'say' | 'today'>,
  unit: Unit,
  set: CriteriaSet,
  unitSet: UnitSet | undefined,
  withPeople: boolean,
): Promise<IndicatorRow[]> {
  const charges = withPeople ? await inChargeOf(db, unit.id, set.id) : []
  return set.criteria.flatMap((criterion) =>
    criterion.indicators.map((indicator) => {
      const { code } = indicator
      const status = unitSet?.statuses.get(code)
      const mine = charges.filter(({ target }) => target === code || target === String(criterion.no))
      return {
        criterion,
        indicator,
        threshold: thresholdWords(say, indicator, unit, Number((status?.as_of ?? today).slice(0, 4))),
        known: knownOf(unitSet, code),
        value: status?.value ?? null,
        asOf: status?.as_of ?? null,
        source: status?.source ?? null,
        people: peopleOf(mine),
        due: mine[0]?.due ?? null,
        statusId: status?.status_id ?? null,
      }
    }),
  )
}

function knownOf(unitSet: UnitSet | undefined, code: string): Known {
  const status = unitSet?.statuses.get(code)
  if (!unitSet || status) return status?.state ?? 'unassessed'
  if (totalsOnly(unitSet)) return 'unknown'
  return unitSet.standing.presumed === 1 ? 'presumed' : 'unassessed'
}

function peopleOf(charges: readonly InCharge[]): string[] {
  return [...new Set(charges.map(({ name }) => name))]
}
