import { scryptSync } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { ChannelName } from '../messages/incoming.ts'
import type { InvitationTable } from './joining-tables.ts'
import type { Db, RoleName } from './schema.ts'

export type Invitation = Selectable<InvitationTable>

/** An account on a channel: who types. */
export interface Account {
  channel: ChannelName
  accountId: string
}

const GOOD_FOR_MS = 7 * 86_400_000
const WRONG_ALLOWED = 5
const WRONG_WITHIN_MS = 10 * 60_000

/** What a code opens: a role in a unit, or one more account of a person that is known. */
export type Opens = { role: RoleName; unitId: string; name?: string } | { personId: string }

/** Keeps an invitation, by the hash of its code alone. Good for seven days and for one person. */
export async function keepInvitation(
  db: Db,
  code: string,
  opens: Opens,
  createdBy: string | undefined,
  now: Date,
): Promise<{ id: number; expires_at: string }> {
  const expires_at = new Date(now.getTime() + GOOD_FOR_MS).toISOString()
  const { id } = await db
    .insertInto('invitations')
    .values({
      code_hash: hashOf(code),
      person_id: 'personId' in opens ? opens.personId : null,
      role: 'role' in opens ? opens.role : null,
      unit_id: 'role' in opens ? opens.unitId : null,
      name: ('role' in opens && opens.name) || null,
      created_by: createdBy ?? null,
      created_at: now.toISOString(),
      expires_at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, expires_at }
}

/** The invitation of a code as long as it opens something; else why it does not. */
export async function findInvitation(
  db: Db,
  code: string,
  now: Date,
): Promise<Invitation | 'unknown' | 'used' | 'expired'> {
  const found = await db.selectFrom('invitations').selectAll().where('code_hash', '=', hashOf(code)).executeTakeFirst()
  return found ? (closedBecause(found, now) ?? found) : 'unknown'
}

/** The invitation that an account was shown, as long as it opens something. */
export async function openInvitation(db: Db, id: number, account: Account, now: Date): Promise<Invitation | undefined> {
  const found = await db
    .selectFrom('invitations')
    .selectAll()
    .where('id', '=', id)
    .where('shown_channel', '=', account.channel)
    .where('shown_account', '=', account.accountId)
    .executeTakeFirst()
  return found && !closedBecause(found, now) ? found : undefined
}

function closedBecause({ used_at, revoked_at, expires_at }: Invitation, now: Date): 'used' | 'expired' | undefined {
  if (used_at) return 'used'
  return revoked_at || expires_at <= now.toISOString() ? 'expired' : undefined
}

/** Notes which account typed the code: only that one can agree to it. */
export async function showInvitation(db: Db, id: number, { channel, accountId }: Account): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ shown_channel: channel, shown_account: accountId })
    .where('id', '=', id)
    .execute()
}

/** Uses an invitation up; false where somebody was quicker. */
export async function useInvitation(db: Db, id: number, personId: string, now: Date): Promise<boolean> {
  const used = await db
    .updateTable('invitations')
    .set({ used_by: personId, used_at: now.toISOString() })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return Number(used.numUpdatedRows) === 1
}

/** Closes what somebody made and nobody has used: with the role goes what it opened. */
export async function revokeInvitationsOf(db: Db, personId: string, now: Date): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ revoked_at: now.toISOString() })
    .where((eb) => eb.or([eb('created_by', '=', personId), eb('person_id', '=', personId)]))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

export async function noteWrongCode(db: Db, { channel, accountId }: Account, now: Date): Promise<void> {
  await db.insertInto('wrong_codes').values({ channel, account_id: accountId, at: now.toISOString() }).execute()
}

/** Until when an account has to wait after too many wrong codes; undefined where it need not. */
export async function pausedUntil(db: Db, { channel, accountId }: Account, now: Date): Promise<Date | undefined> {
  const wrong = await db
    .selectFrom('wrong_codes')
    .select('at')
    .where('channel', '=', channel)
    .where('account_id', '=', accountId)
    .where('at', '>', new Date(now.getTime() - WRONG_WITHIN_MS).toISOString())
    .orderBy('at', 'desc')
    .limit(WRONG_ALLOWED)
    .execute()
  const earliest = wrong[WRONG_ALLOWED - 1]
  return earliest && new Date(new Date(earliest.at).getTime() + WRONG_WITHIN_MS)
}

/** Slow on purpose, so that a copy of the database does not give the codes of a few days away. */
function hashOf(code: string): string {
  return scryptSync(code, 'ntm invitation', 32, { N: 4096 }).toString('hex')
}
