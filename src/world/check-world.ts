import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { accountKey, type KnownPeople } from '../store/people-import.ts'
import type { UnitRecord } from '../store/units-import.ts'
import type { StatusRecord } from '../store/statuses.ts'
import type { SummaryRecord } from '../store/summaries.ts'
import type { AssignmentRecord, GroupRecord } from '../store/work-import.ts'
import { checkStatuses, checkSummaries } from './check-figures.ts'
import { checkPeople, type PersonRow } from './check-people.ts'
import { checkUnits } from './check-units.ts'
import { checkAssignments, checkGroups } from './check-work.ts'
import { knownRegions, knownSets } from './known-sets.ts'
import { BadWorld, type Problem } from './problem.ts'
import type { RawWorld } from './read-world.ts'
import type { RawTable, TableName } from './tables.ts'

/** A world in which every row is right. */
export interface World {
  units: UnitRecord[]
  people: PersonRow[]
  statuses: StatusRecord[]
  summaries: SummaryRecord[]
  assignments: AssignmentRecord[]
  groups: GroupRecord[]
}

/** What the database holds already, which rows may refer to. */
export interface KnownWorld extends KnownPeople {
  units: ReadonlyMap<string, UnitRecord>
}

/** A report at the end of a month may be written, and imported, some weeks before. Beyond that the year is wrong. */
const AHEAD_MS = 31 * 86_400_000

/**
 * Checks every row of a world.
 *
 * @param now the instant of recording, ISO 8601 in UTC: a figure cannot be of a day that lies far behind it.
 * @throws {BadWorld} naming every problem, in the order of the tables and their rows.
 */
export function checkWorld(raw: RawWorld, known: KnownWorld, sets: readonly CriteriaSet[], now: string): World {
  const problems = [...raw.problems]
  if (problems.length === 0 && !raw.tables.has('units'))
    problems.push({ file: 'units', code: 'missing_table', args: {} })
  const check = <Result>(name: TableName, without: Result, rowsOf: (table: RawTable) => Result): Result => {
    const table = raw.tables.get(name)
    return table ? rowsOf(table) : without
  }

  const { units, named: namedUnits } = check('units', { units: [], named: new Set<string>() }, (table) =>
    checkUnits(table, known.units, knownRegions(sets), problems),
  )
  const unitIds = new Map([...known.units.keys(), ...namedUnits].map((id) => [id, id]))
  const hasUnit = (id: string) => unitIds.has(id)

  const people = check('people', { rows: [], named: new Set<string>() }, (table) =>
    checkPeople(
      table,
      hasUnit,
      (channel, external_id) => known.owners.get(accountKey({ channel, external_id })),
      (id) => known.erased.has(id),
      problems,
    ),
  )
  const hasPerson = (id: string) => known.people.has(id) || people.named.has(id)
  const lastDay = new Date(Date.parse(now) + AHEAD_MS).toISOString().slice(0, 10)
  const subjects = { unitIds, sets: knownSets(sets), lastDay }
  const world: World = {
    units,
    people: people.rows,
    statuses: check('statuses', [], (table) => checkStatuses(table, subjects, problems)),
    summaries: check('summaries', [], (table) => checkSummaries(table, subjects, problems)),
    assignments: check('assignments', [], (table) => checkAssignments(table, subjects, hasPerson, problems)),
    groups: check('groups', [], (table) => checkGroups(table, hasUnit, problems)),
  }
  if (problems.length > 0) throw new BadWorld(inOrder(problems))
  return world
}

/** By row within each file; the files in the order in which they were checked. */
function inOrder(problems: readonly Problem[]): Problem[] {
  return [...Map.groupBy(problems, (problem) => problem.file).values()].flatMap((ofFile) =>
    ofFile.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  )
}
