import type { ChannelName } from '../messages/incoming.ts'
import type { Db, RoleName, UnitLevel } from './schema.ts'
import { endOfSubtree } from './units.ts'

/** A person in one role. */
export interface RoleHolder {
  personId: string
  name: string
  title: string | null
  role: RoleName
  unitId: string
  unitName: string
  unitLevel: UnitLevel
  unitPath: string
}

function holders(db: Db) {
  return db
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .innerJoin('units', 'units.id', 'roles.unit_id')
    .select(['people.id as personId', 'people.name', 'people.title', 'roles.role'])
    .select(['units.id as unitId', 'units.name as unitName', 'units.level as unitLevel', 'units.path as unitPath'])
}

/** Those who hold one of the roles in the unit or above it, the nearest first: whom somebody of the unit can turn to. */
export async function officersOver(
  db: Db,
  path: string,
  roles: readonly RoleName[],
  limit: number,
): Promise<RoleHolder[]> {
  const line = path.split('/').filter((id) => id !== '')
  if (line.length === 0 || roles.length === 0) return []
  const found = await holders(db).where('units.id', 'in', line).where('roles.role', 'in', roles).execute()
  return found
    .sort((a, b) => b.unitPath.length - a.unitPath.length || roles.indexOf(a.role) - roles.indexOf(b.role))
    .filter(({ personId }, at, all) => all.findIndex((each) => each.personId === personId) === at)
    .slice(0, limit)
}

/** All who hold a role in the unit or below it, unit by unit. */
export async function holdersWithin(db: Db, path: string): Promise<RoleHolder[]> {
  return holders(db)
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .orderBy('units.path')
    .orderBy('people.name')
    .orderBy('people.id')
    .execute()
}

/** All roles of one person. */
export async function rolesOf(db: Db, personId: string): Promise<RoleHolder[]> {
  return holders(db).where('people.id', '=', personId).orderBy('units.path').orderBy('roles.role').execute()
}

/** The names of people by their ids. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const people = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(people.map(({ id, name }) => [id, name]))
}

export async function addPerson(db: Db, id: string, name: string): Promise<void> {
  await db.insertInto('people').values({ id, name, title: null }).execute()
}

/** Makes an account a person's. */
export async function addAccount(db: Db, channel: ChannelName, accountId: string, personId: string): Promise<void> {
  await db.insertInto('accounts').values({ channel, external_id: accountId, person_id: personId }).execute()
}

/** Which of these people have an account on any channel: the others were named by their office and have not come yet. */
export async function withAccounts(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('accounts').select('person_id').distinct().where('person_id', 'in', ids).execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** Gives a role; one that is held already is held once. */
export async function giveRole(db: Db, personId: string, role: RoleName, unitId: string): Promise<void> {
  await db
    .insertInto('roles')
    .values({ person_id: personId, role, unit_id: unitId })
    .onConflict((conflict) => conflict.columns(['person_id', 'role', 'unit_id']).doNothing())
    .execute()
}

/** Takes a role away; says whether it was held. */
export async function takeRole(db: Db, personId: string, role: RoleName, unitId: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('roles')
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return Number(gone.numDeletedRows) > 0
}

/** Whether anybody but this person is an administrator: the last one cannot go. */
export async function anotherAdmin(db: Db, personId: string): Promise<boolean> {
  const other = await db
    .selectFrom('roles')
    .select('person_id')
    .where('role', '=', 'admin')
    .where('person_id', '!=', personId)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}
