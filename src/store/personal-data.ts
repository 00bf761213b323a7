import { createHash } from 'node:crypto'
import { sql, type Insertable, type Selectable } from 'kysely'
import { releaseTasksOf } from './assignments.ts'
import type { Account } from './invitations.ts'
import { revokeInvitationsOf } from './invitations.ts'
import type { ConsentTable, DataRequestTable } from './joining-tables.ts'
import { once } from './once.ts'
import { accountsOf } from './people.ts'
import { officersOver, rolesOf } from './roster.ts'
import { endOfSubtree } from './units.ts'
import type { Db } from './schema.ts'

const HANDLERS = ['commune_officer', 'district_officer', 'admin'] as const
const MOST_TOLD = 5

export type Consent = Selectable<ConsentTable>
export type DataRequest = Selectable<DataRequestTable>

/** Appends what a person agreed to or was told; of the text, its version and its hash are kept. */
export async function recordConsent(
  db: Db,
  { text, ...consent }: Omit<Insertable<ConsentTable>, 'id' | 'text_hash'> & { text: string },
): Promise<void> {
  const text_hash = createHash('sha256').update(text, 'utf8').digest('hex')
  await db
    .insertInto('consents')
    .values({ ...consent, text_hash })
    .execute()
}

/** All that a person agreed to or was told, oldest first. */
export async function consentsOf(db: Db, personId: string): Promise<Consent[]> {
  return db.selectFrom('consents').selectAll().where('person_id', '=', personId).orderBy('id').execute()
}

/** Every turn asks this. */
const findTold = once((db, { channel, accountId }: Account) =>
  db.selectFrom('first_notices').select('at').where('channel', '=', channel).where('account_id', '=', accountId),
)

/** Whether an account was told what is kept of it. */
export async function wasTold(db: Db, account: Account): Promise<boolean> {
  return (await findTold(db, account)).length > 0
}

export async function noteTold(db: Db, { channel, accountId }: Account, version: string, now: Date): Promise<void> {
  await db
    .insertInto('first_notices')
    .values({ channel, account_id: accountId, text_version: version, at: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['channel', 'account_id']).doNothing())
    .execute()
}

/** Keeps a request; one of the same kind that is still open is the same request. */
export async function keepRequest(
  db: Db,
  request: Omit<Insertable<DataRequestTable>, 'id' | 'reminded_at' | 'done_at' | 'done_by' | 'outcome'>,
): Promise<{ id: number; isNew: boolean; due_on: string }> {
  const open = await openRequests(db)
  const same = open.find(
    ({ kind, note, person_id, channel, account_id }) =>
      kind === request.kind &&
      note === (request.note ?? null) &&
      person_id === (request.person_id ?? null) &&
      (person_id !== null || (channel === request.channel && account_id === request.account_id)),
  )
  if (same) return { id: same.id, isNew: false, due_on: same.due_on }
  const { id } = await db.insertInto('data_requests').values(request).returning('id').executeTakeFirstOrThrow()
  return { id, isNew: true, due_on: request.due_on }
}

/** All requests that are not done with, the most urgent first. */
export async function openRequests(db: Db): Promise<DataRequest[]> {
  return db
    .selectFrom('data_requests')
    .selectAll()
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
}

export async function markRequestReminded(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('data_requests').set({ reminded_at: now.toISOString() }).where('id', '=', id).execute()
}

/**
 * Who is to handle what somebody asks: the nearest officers of the person's units; for somebody who has no role, the
 * administrators. Nobody is told of the own request.
 */
export async function handlersOf(db: Db, personId: string | null): Promise<string[]> {
  const roles = personId ? await rolesOf(db, personId) : []
  const officers = await Promise.all(roles.map(({ unitPath }) => officersOver(db, unitPath, HANDLERS, MOST_TOLD)))
  const near = officers.flat().map((officer) => officer.personId)
  const admins = db.selectFrom('roles').select('person_id').distinct().where('role', '=', 'admin').limit(MOST_TOLD)
  const all = roles.length > 0 ? near : (await admins.execute()).map(({ person_id }) => person_id)
  return [...new Set(all)].filter((id) => id !== personId)
}

/** The requests of people with a role within a unit that are not done with yet, the most urgent first. */
export async function requestsWithin(db: Db, path: string): Promise<DataRequest[]> {
  return db
    .selectFrom('data_requests')
    .selectAll()
    .where('done_at', 'is', null)
    .where('person_id', 'in', (eb) =>
      eb
        .selectFrom('roles')
        .innerJoin('units', 'units.id', 'roles.unit_id')
        .select('roles.person_id')
        .where('units.path', '>=', path)
        .where('units.path', '<', endOfSubtree(path)),
    )
    .orderBy('due_on')
    .orderBy('id')
    .execute()
}

/** The open requests of people who have no role anywhere: strangers, and people whose roles were taken away. */
export async function requestsOfNoUnit(db: Db): Promise<DataRequest[]> {
  const open = await openRequests(db)
  const held = new Set(
    (await db.selectFrom('roles').select('person_id').distinct().execute()).map((row) => row.person_id),
  )
  return open.filter(({ person_id }) => !person_id || !held.has(person_id))
}

/** The requests of a person or, for a stranger, of an account. */
export async function requestsOf(db: Db, personId: string | undefined, account: Account): Promise<DataRequest[]> {
  const query = db.selectFrom('data_requests').selectAll().orderBy('id')
  return personId
    ? query.where('person_id', '=', personId).execute()
    : query
        .where('person_id', 'is', null)
        .where('channel', '=', account.channel)
        .where('account_id', '=', account.accountId)
        .execute()
}

export async function findRequest(db: Db, id: number): Promise<DataRequest | undefined> {
  return db.selectFrom('data_requests').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Closes a request; false where it was closed already. */
export async function closeRequest(
  db: Db,
  id: number,
  outcome: 'done' | 'refused',
  doneBy: string,
  now: Date,
): Promise<boolean> {
  const closed = await db
    .updateTable('data_requests')
    .set({ done_at: now.toISOString(), done_by: doneBy, outcome })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return Number(closed.numUpdatedRows) === 1
}

/** How many reports a person has submitted. */
export async function countReportsBy(db: Db, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('reports')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('submitted_by', '=', personId)
    .executeTakeFirstOrThrow()
  return count
}

export async function renamePerson(db: Db, personId: string, name: string): Promise<void> {
  await db.updateTable('people').set({ name }).where('id', '=', personId).execute()
}

/**
 * Takes away the roles and accounts of a person: nothing more is taken in from them, and what there is stays. The tasks
 * that they had still to do are taken back, so that they wait for somebody else.
 */
export async function removeAccess(db: Db, personId: string, now: Date): Promise<void> {
  await releaseTasksOf(db, personId, now)
  await revokeInvitationsOf(db, personId, now)
  await db.deleteFrom('roles').where('person_id', '=', personId).execute()
  await db.deleteFrom('accounts').where('person_id', '=', personId).execute()
}

/** How much is kept of what was written to and by an account in private, for showing it. */
export async function messagesKept(db: Db, { channel, accountId }: Account): Promise<number> {
  const { count } = await db
    .selectFrom('inbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('channel', '=', channel)
    .where('chat_id', '=', accountId)
    .where('incoming', '!=', EMPTY)
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Replaces a person by a pseudonym and takes away all that is personal: name, title, roles, accounts, what was written in
 * private. What the person did in office stays as it was, under the pseudonym, because it is the office's record.
 *
 * @param number names the pseudonym for good.
 */
export async function erasePerson(
  db: Db,
  personId: string,
  number: number,
  pseudonym: string,
  now: Date,
): Promise<void> {
  for (const { channel, external_id } of await accountsOf(db, personId))
    await eraseAccount(db, { channel, accountId: external_id })
  await removeAccess(db, personId, now)
  await db.updateTable('people').set({ name: pseudonym, title: null }).where('id', '=', personId).execute()
  await db.updateTable('invitations').set({ name: null }).where('used_by', '=', personId).execute()
  await db
    .updateTable('data_requests')
    .set({ account_id: null, note: null })
    .where('person_id', '=', personId)
    .execute()
  await db.insertInto('erasures').values({ person_id: personId, number, at: now.toISOString() }).execute()
}

const EMPTY = '{}'
const NOBODY = 'erased'
const EMPTY_MESSAGE = JSON.stringify({ command: 'erased', text: '' })

/** Takes away what is kept of an account: texts, topics, dialogs, and what notes that it was told or typed a code. */
export async function eraseAccount(db: Db, { channel, accountId }: Account): Promise<void> {
  // What was written in groups stands under the group: the sender is in the message.
  const sender = `%"sender":{"id":${JSON.stringify(accountId).replaceAll(/[!%_]/g, '!$&')}%`
  await db
    .updateTable('inbox')
    .set({ incoming: EMPTY })
    .where('channel', '=', channel)
    .where((eb) => eb.or([eb('chat_id', '=', accountId), sql<boolean>`incoming like ${sender} escape '!'`]))
    .where('state', '!=', 'waiting')
    .execute()
  await db
    .updateTable('inbox')
    .set({ chat_id: NOBODY })
    .where('channel', '=', channel)
    .where('chat_id', '=', accountId)
    .where('state', '!=', 'waiting')
    .execute()
  // The key of what somebody was told names the account too.
  await db
    .updateTable('outbox')
    .set({ message: EMPTY_MESSAGE, chat_id: NOBODY, key: sql<string>`'erased:' || id` })
    .where('channel', '=', channel)
    .where('chat_id', '=', accountId)
    .where('state', 'not in', ['waiting', 'retrying', 'sending'])
    .execute()
  for (const table of ['topics', 'dialogs'] as const)
    await db.deleteFrom(table).where('channel', '=', channel).where('sender_id', '=', accountId).execute()
  for (const table of ['wrong_codes', 'first_notices'] as const)
    await db.deleteFrom(table).where('channel', '=', channel).where('account_id', '=', accountId).execute()
  await db
    .updateTable('invitations')
    .set({ shown_channel: null, shown_account: null })
    .where('shown_channel', '=', channel)
    .where('shown_account', '=', accountId)
    .execute()
  await db
    .deleteFrom('chats')
    .where('channel', '=', channel)
    .where('external_id', '=', accountId)
    .where('kind', '=', 'private')
    .execute()
  await db
    .updateTable('data_requests')
    .set({ account_id: null, note: null })
    .where('channel', '=', channel)
    .where('account_id', '=', accountId)
    .execute()
}
