import { CHANNELS, type ChannelName } from '../messages/incoming.ts'
import { forEachRow } from './rows.ts'
import type { Problem } from './problem.ts'
import type { RawTable } from './tables.ts'
import type { RoleName } from '../store/schema.ts'
import type { AccountRecord, PersonRecord, RoleRecord } from '../store/people-import.ts'

const ROLES: readonly RoleName[] = ['admin', 'district_officer', 'commune_officer', 'village_head', 'viewer']

/** A row of people.csv: a person in one role, with the accounts that stand on the row. */
export interface PersonRow {
  person: PersonRecord
  role: RoleRecord
  accounts: AccountRecord[]
}

/**
 * The people of a table. One person may have several rows, one for each role, which agree in name and title.
 *
 * @param hasUnit whether a unit is in the world or the database.
 * @param ownerOf whose an account is in the database.
 * @param isErased whether a person was erased from the database.
 */
export function checkPeople(
  table: RawTable,
  hasUnit: (id: string) => boolean,
  ownerOf: (channel: ChannelName, handle: string) => string | undefined,
  isErased: (id: string) => boolean,
  problems: Problem[],
): { rows: PersonRow[]; named: ReadonlySet<string> } {
  const rows: PersonRow[] = []
  const rowOf = new Map<string, number>()
  const people = new Map<string, PersonRecord>()
  const owners = new Map<string, string>()
  forEachRow(table, problems, (row) => {
    const id = row.id('id')
    const name = row.required('name')
    const role = row.oneOf('role', ROLES)
    const unit_id = row.required('unit')
    const title = row.optional('title') || null
    if (unit_id !== undefined && !hasUnit(unit_id)) row.note('unit', 'unknown_unit', { value: unit_id })
    if (id === undefined) return
    if (isErased(id)) row.note('id', 'person_erased', { value: id })

    const same = people.get(id)
    if (same && name !== undefined && name !== same.name) row.note('name', 'person_differs', { first: rowOf.get(id)! })
    if (same && title !== same.title) row.note('title', 'person_differs', { first: rowOf.get(id)! })
    const accounts: AccountRecord[] = []
    for (const channel of CHANNELS) {
      const external_id = row.optional(channel)
      if (external_id === '') continue
      const key = `${channel}/${external_id}`
      const owner: string = owners.get(key) ?? ownerOf(channel, external_id) ?? id
      if (owner !== id) row.note(channel, 'handle_taken', { value: external_id, person: owner })
      else owners.set(key, id)
      accounts.push({ channel, external_id, person_id: id })
    }
    if (!rowOf.has(id)) rowOf.set(id, row.number)
    if (row.failed) return
    const person = { id, name: name!, title }
    people.set(id, person)
    rows.push({ person, role: { person_id: id, role: role!, unit_id: unit_id! }, accounts })
  })
  return { rows, named: new Set(rowOf.keys()) }
}
