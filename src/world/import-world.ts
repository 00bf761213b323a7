import type { Catalogs } from '../criteria/catalogs.ts'
import { noteNameChange } from '../store/name-changes.ts'
import { oneWriter } from '../store/one-writer.ts'
import { accountKey, allPeople, roleKey, writePeople, type KnownPeople } from '../store/people-import.ts'
import type { Db } from '../store/schema.ts'
import { refreshStandings } from '../store/standings.ts'
import { appendStatuses, type Told } from '../store/statuses.ts'
import { appendSummaries } from '../store/summaries.ts'
import { allUnits, writeUnits } from '../store/units-import.ts'
import { zonesOf } from '../store/unit-settings.ts'
import {
  allGroups,
  groupKey,
  rememberRows,
  takeAssignments,
  writeGroups,
  type GroupRecord,
} from '../store/work-import.ts'
import { nextReminder } from '../tasks/reminder-times.ts'
import { checkWorld, type World } from './check-world.ts'
import type { PersonRow } from './check-people.ts'
import type { RawWorld } from './read-world.ts'
import type { TableName } from './tables.ts'

/** For each table of the world, what became of its rows. */
export type ImportReport = Map<TableName, Told>

/**
 * Loads a world in one transaction: all of it or nothing. The same world again changes nothing.
 *
 * Units, people and groups become what the world says of them; what it does not name stays. Statuses and summaries are
 * appended to their history; assignments give tasks, which then go their own way.
 *
 * @param now the instant of recording, ISO 8601 in UTC.
 * @throws {BadWorld} naming every bad row; nothing is loaded then.
 */
export async function importWorld(db: Db, raw: RawWorld, catalogs: Catalogs, now: string): Promise<ImportReport> {
  return db.transaction().execute(async (trx) => {
    await oneWriter(trx)
    const units = await allUnits(trx)
    const people = await allPeople(trx)
    const world = checkWorld(raw, { ...people, units }, catalogs.all(), now)
    const report: ImportReport = new Map()

    const changes = compare(world.units, units, (unit) => unit.id)
    await writeUnits(trx, units, [...changes.added, ...changes.changed])
    report.set('units', counted(changes))
    report.set('people', await importPeople(trx, world.people, people))

    const statuses = await appendStatuses(trx, world.statuses, now)
    const summaries = await appendSummaries(trx, world.summaries, now)
    await refreshStandings(trx, [...statuses.touched, ...summaries.touched], catalogs)
    report.set('statuses', statuses.told)
    report.set('summaries', summaries.told)

    report.set('assignments', await importAssignments(trx, world.assignments, now))
    report.set('groups', await importGroups(trx, world.groups, now))
    await noteNameChange(trx)
    for (const name of report.keys()) if (!raw.tables.has(name)) report.delete(name)
    return report
  })
}

async function importPeople(db: Db, rows: readonly PersonRow[], known: KnownPeople): Promise<Told> {
  const told: Told = { added: 0, changed: 0, unchanged: 0 }
  const changed: PersonRow[] = []
  for (const ofPerson of Map.groupBy(rows, (row) => row.person.id).values()) {
    const { person } = ofPerson[0]!
    const before = known.people.get(person.id)
    const held = known.roles.get(person.id) ?? new Set()
    const given = new Set(ofPerson.map((row) => roleKey(row.role)))
    const isSame = (row: PersonRow) =>
      held.has(roleKey(row.role)) &&
      row.accounts.every((account) => known.owners.get(accountKey(account)) === person.id)
    // A role that is no longer named is a change of the person, though no row shows it.
    const differs = before?.name !== person.name || before.title !== person.title || held.size > given.size
    for (const row of ofPerson)
      told[before === undefined ? 'added' : differs || !isSame(row) ? 'changed' : 'unchanged'] += 1
    if (differs || !ofPerson.every(isSame)) changed.push(...ofPerson)
  }
  const people = new Map(changed.map(({ person }) => [person.id, person]))
  await writePeople(
    db,
    [...people.values()],
    changed.map(({ role }) => role),
    changed.flatMap(({ accounts }) => accounts),
  )
  return told
}

async function importAssignments(db: Db, rows: World['assignments'], now: string): Promise<Told> {
  const at = new Date(now)
  const zones = await zonesOf(
    db,
    rows.map(({ unit_id }) => unit_id),
  )
  return takeAssignments(db, rows, at, ({ unit_id, due }) => nextReminder(due, at, zones.get(unit_id)).toISOString())
}

/**
 * A group becomes what its row says where the row is new or another than last time: what was set in chat since then is not
 * undone by a row that stayed the same.
 */
async function importGroups(db: Db, groups: World['groups'], now: string): Promise<Told> {
  const known = await allGroups(db)
  const told: Told = { added: 0, changed: 0, unchanged: 0 }
  const written: GroupRecord[] = []
  const remembered: (GroupRecord & { imported: string })[] = []
  for (const row of groups) {
    const { unit_id, title, follows } = row
    const imported = JSON.stringify({ unit_id, title, follows })
    const before = known.get(groupKey(row))
    if (before?.imported === imported) {
      told.unchanged += 1
      continue
    }
    const group = { ...row, external_id: before?.external_id ?? row.external_id, title: title ?? before?.title ?? null }
    remembered.push({ ...group, imported })
    const isSame =
      before?.unit_id === unit_id && before.title === group.title && String(before.follows) === String(follows)
    told[before ? (isSame ? 'unchanged' : 'changed') : 'added'] += 1
    if (!isSame) written.push(group)
  }
  await writeGroups(db, written, now)
  await rememberRows(db, remembered)
  return told
}

interface Changes<Row> {
  added: Row[]
  changed: Row[]
  unchanged: number
}

/** Which rows are new and which differ from what is known in any of their own fields. */
function compare<Row extends object>(
  rows: readonly Row[],
  known: ReadonlyMap<string, Partial<Record<keyof Row, unknown>>>,
  keyOf: (row: Row) => string,
): Changes<Row> {
  const changes: Changes<Row> = { added: [], changed: [], unchanged: 0 }
  for (const row of rows) {
    const before = known.get(keyOf(row))
    if (!before) changes.added.push(row)
    else if ((Object.keys(row) as (keyof Row)[]).some((field) => row[field] !== before[field]))
      changes.changed.push(row)
    else changes.unchanged += 1
  }
  return changes
}

function counted({ added, changed, unchanged }: Changes<unknown>): Told {
  return { added: added.length, changed: changed.length, unchanged }
}
