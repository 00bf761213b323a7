import { sql, type Insertable, type Selectable } from 'kysely'
import { chunksOf, inputRows, upsert } from './bulk.ts'
import type { AccountTable, Db, PersonTable, RoleTable } from './schema.ts'

export type PersonRecord = Pick<Selectable<PersonTable>, 'id' | 'name' | 'title'>
export type RoleRecord = Insertable<RoleTable>
export type AccountRecord = Insertable<AccountTable>

export interface KnownPeople {
  people: Map<string, PersonRecord>
  /** The roles of a person, each as `role/unit`. */
  roles: Map<string, Set<string>>
  /** Whose an account is, by `channel/handle`. */
  owners: Map<string, string>
  /** Those who were erased, and stay so. */
  erased: Set<string>
}

export async function allPeople(db: Db): Promise<KnownPeople> {
  const people = await db.selectFrom('people').selectAll().execute()
  const roles = await db.selectFrom('roles').selectAll().execute()
  const accounts = await db.selectFrom('accounts').selectAll().execute()
  const erasures = await db.selectFrom('erasures').select('person_id').execute()
  const rolesOf = Map.groupBy(roles, (role) => role.person_id)
  return {
    people: new Map(people.map((person) => [person.id, person])),
    roles: new Map([...rolesOf].map(([id, held]) => [id, new Set(held.map(roleKey))])),
    owners: new Map(accounts.map((account) => [accountKey(account), account.person_id])),
    erased: new Set(erasures.map(({ person_id }) => person_id)),
  }
}

export function roleKey({ role, unit_id }: Pick<RoleRecord, 'role' | 'unit_id'>): string {
  return `${role}/${unit_id}`
}

export function accountKey({ channel, external_id }: Pick<AccountRecord, 'channel' | 'external_id'>): string {
  return `${channel}/${external_id}`
}

/**
 * Writes people as they are told. Their roles are exactly these from now on; on each channel for which an account of
 * theirs is given, so are their accounts. Accounts on other channels stay, because people link them themselves.
 */
export async function writePeople(
  db: Db,
  people: readonly PersonRecord[],
  roles: readonly RoleRecord[],
  accounts: readonly AccountRecord[],
): Promise<void> {
  await upsert(db, 'people', people, { id: 'text', name: 'text', title: 'text' }, ['id'])
  for (const chunk of chunksOf(people, 5_000)) {
    await sql`delete from roles where person_id in (select id from ${inputRows(db, chunk, { id: 'text' })})`.execute(db)
  }
  await upsert(db, 'roles', roles, { person_id: 'text', role: 'text', unit_id: 'text' }, [
    'person_id',
    'role',
    'unit_id',
  ])
  // The rows of one person repeat their accounts.
  const distinct = [...new Map(accounts.map((account) => [accountKey(account), account])).values()]
  for (const chunk of chunksOf(distinct, 5_000)) {
    const given = inputRows(db, chunk, { channel: 'text', person_id: 'text' })
    await sql`delete from accounts where (channel, person_id) in (select channel, person_id from ${given})`.execute(db)
  }
  const columns = { channel: 'text', external_id: 'text', person_id: 'text' } as const
  await upsert(db, 'accounts', distinct, columns, ['channel', 'external_id'])
}
