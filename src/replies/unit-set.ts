import type { Target, Turn } from '../command/command.ts'
import type { Criterion, CriteriaSet, IndicatorState } from '../criteria/criteria-set.ts'
import { provenanceOf, type Provenance, type Told } from '../criteria/provenance.ts'
import { currentStatuses, standingsOf, statusesUntil, type CurrentStatus, type Standing } from '../store/figures.ts'
import type { Db } from '../store/schema.ts'
import type { Unit } from '../store/units.ts'
import { dayAsked } from './day-asked.ts'
import { latestOf, standingOn } from './standing-on.ts'

/** A unit on a set: totals and the state of each indicator. */
export interface UnitSet {
  set: CriteriaSet
  standing: Standing
  statuses: ReadonlyMap<string, Pick<CurrentStatus, 'state' | 'value' | 'as_of' | 'source' | 'status_id'>>
  /** An indicator's state; what a report of the unmet does not name is met. */
  stateOf(code: string): IndicatorState
}

/** The sets that were asked for, or all that the unit has figures on, with their states: today's or a past day's. */
export async function readUnitSets(turn: Turn<never>, unit: Unit): Promise<UnitSet[]> {
  const { db, catalogs, sets } = turn
  const on = dayAsked(turn)
  const standings = await standingsOf(db, unit.id)
  const wanted = standings.filter(({ set_id }) => sets.length === 0 || sets.some(({ id }) => id === set_id))
  const read = wanted.flatMap(async (standing) => {
    const set = catalogs.get(standing.set_id)
    if (!set) return []
    return on === undefined ? [await unitSetToday(db, set, standing)] : pastDay(set, on)
  })
  return (await Promise.all(read)).flat()

  async function pastDay(set: CriteriaSet, day: string): Promise<UnitSet[]> {
    const standing = await standingOn(db, unit.id, set, day)
    if (!standing) return []
    const latest = [...latestOf(await statusesUntil(db, unit.id, set.id, day)).values()]
    return [unitSet(set, standing, new Map(latest.map((row) => [row.indicator, { ...row, status_id: row.id }])))]
  }
}

/** The states behind a standing as it is today. */
export async function unitSetToday(db: Db, set: CriteriaSet, standing: Standing): Promise<UnitSet> {
  const rows = await currentStatuses(db, standing.unit_id, set.id)
  return unitSet(set, standing, new Map(rows.map((row) => [row.indicator, row])))
}

function unitSet(set: CriteriaSet, standing: Standing, statuses: UnitSet['statuses']): UnitSet {
  const otherwise = standing.presumed === 1 ? 'met' : 'unassessed'
  return { set, standing, statuses, stateOf: (code) => statuses.get(code)?.state ?? otherwise }
}

/** The criteria or indicators that the words name, in the sets that are meant; for commands that need none. */
export function targetsNamed({ mentions, sets, catalogs }: Turn<never>): Target[] {
  return mentions.targets.slice(0, 1).flatMap(({ kind, readings }) =>
    readings.flatMap(({ set, code }) => {
      const named = catalogs.get(set)
      return named && (sets.length === 0 || sets.includes(named)) ? [{ kind, set: named, code }] : []
    }),
  )
}

/** The codes of a criterion's indicators that are in a state. */
export function codesIn({ stateOf }: UnitSet, criterion: Criterion, state: IndicatorState): string[] {
  return criterion.indicators.map(({ code }) => code).filter((code) => stateOf(code) === state)
}

/** Where what is said of some indicators comes from; what only a report presumes, from that report. */
export function toldOf(
  { statuses, standing }: { statuses: ReadonlyMap<string, Told>; standing: Standing },
  codes: readonly string[],
): Provenance | undefined {
  const rows = codes.flatMap((code) => statuses.get(code) ?? [])
  const { presumed, reported_as_of: as_of, reported_source: source } = standing
  // A list that is not there is the report's, as is what the list leaves to it.
  const leans = standing.as_of === null || (presumed === 1 && rows.length < codes.length)
  const leansOnReport = leans && as_of !== null && source !== null
  return provenanceOf([...rows, ...(leansOnReport ? [{ as_of, source, status_id: 0 }] : [])])
}

/** Whether only totals are known. */
export function totalsOnly({ standing }: UnitSet): boolean {
  return standing.as_of === null
}
