import type { Selectable } from 'kysely'
import type { ChannelName } from '../messages/incoming.ts'
import type { ChatTable, Db, UnitLevel } from './schema.ts'
import { endOfSubtree } from './units.ts'
import type { ChatRef } from './work-tables.ts'

/** What a group can follow, in the order in which it is numbered for people. */
export const FOLLOW_KINDS = ['digest', 'met', 'overdue', 'announcements'] as const
export type FollowKind = (typeof FOLLOW_KINDS)[number]

/** A group chat that follows a unit. */
export interface Group {
  channel: ChannelName
  chatId: string
  title: string | null
  unitId: string
  unitName: string
  unitLevel: UnitLevel
  unitPath: string
  follows: FollowKind[]
  /** Why and since when it cannot be reached; null while it can. */
  stoppedReason: string | null
  stoppedAt: string | null
  linkedBy: string | null
}

function linked(db: Db) {
  return db
    .selectFrom('chats')
    .innerJoin('units', 'units.id', 'chats.unit_id')
    .select(['chats.channel', 'chats.external_id', 'chats.title', 'chats.stopped_reason', 'chats.stopped_at'])
    .select(['chats.follows_digest', 'chats.follows_met', 'chats.follows_overdue', 'chats.follows_announcements'])
    .select(['chats.linked_by', 'chats.stop_told_at'])
    .select(['units.id as unit_id', 'units.name as unit_name', 'units.level', 'units.path'])
    .where('chats.kind', '=', 'group')
}

type Row = Awaited<ReturnType<ReturnType<typeof linked>['execute']>>[number]

function toGroup(row: Row): Group {
  return {
    channel: row.channel,
    chatId: row.external_id,
    title: row.title,
    unitId: row.unit_id,
    unitName: row.unit_name,
    unitLevel: row.level,
    unitPath: row.path,
    follows: FOLLOW_KINDS.filter((kind) => row[`follows_${kind}`] === 1),
    stoppedReason: row.stopped_reason,
    stoppedAt: row.stopped_at,
    linkedBy: row.linked_by,
  }
}

/** The groups that follow a unit or one below it, unit by unit; of one kind, only those that follow that. */
export async function groupsWithin(db: Db, path: string, kind?: FollowKind): Promise<Group[]> {
  const query = linked(db)
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .orderBy('units.path')
    .orderBy('chats.title')
    .orderBy('chats.external_id')
  return (await (kind ? query.where(`chats.follows_${kind}`, '=', 1) : query).execute()).map(toGroup)
}

/** The group of a chat, also by the id that it had before it became a supergroup; undefined where it follows no unit. */
export async function findGroup(db: Db, [channel, chatId]: ChatRef): Promise<Group | undefined> {
  const row = await linked(db)
    .where('chats.channel', '=', channel)
    .where((eb) => eb.or([eb('chats.external_id', '=', chatId), eb('chats.former_id', '=', chatId)]))
    .executeTakeFirst()
  return row && toGroup(row)
}

/** What is known of a group chat, whether it follows a unit or not. */
export async function titleOfChat(db: Db, [channel, chatId]: ChatRef): Promise<string | undefined> {
  const row = await db
    .selectFrom('chats')
    .select('title')
    .where('channel', '=', channel)
    .where('external_id', '=', chatId)
    .executeTakeFirst()
  return row?.title ?? undefined
}

/** Has a group follow a unit from now on. */
export async function linkGroup(
  db: Db,
  [channel, chatId]: ChatRef,
  link: { unitId: string; title: string; follows: readonly FollowKind[]; by: string | null },
  now: Date,
): Promise<void> {
  const state: Partial<Selectable<ChatTable>> = {
    unit_id: link.unitId,
    title: link.title,
    linked_by: link.by,
    linked_at: now.toISOString(),
  }
  for (const kind of FOLLOW_KINDS) state[`follows_${kind}`] = link.follows.includes(kind) ? 1 : 0
  await db
    .insertInto('chats')
    .values({ channel, external_id: chatId, kind: 'group', ...state })
    .onConflict((conflict) => conflict.columns(['channel', 'external_id']).doUpdateSet(state))
    .execute()
}

/** Has a group follow nothing; what was chosen for it is forgotten. */
export async function unlinkGroup(db: Db, [channel, chatId]: ChatRef): Promise<void> {
  await db
    .updateTable('chats')
    .set({ unit_id: null, linked_by: null, linked_at: null, stop_told_at: null })
    .set({ follows_digest: 1, follows_met: 1, follows_overdue: 1, follows_announcements: 1 })
    .where('channel', '=', channel)
    .where('external_id', '=', chatId)
    .execute()
}

/** A linked group whose officer is to be told that it cannot be reached, or that it can again (`stoppedAt` is null then). */
export async function groupsToTellOf(db: Db): Promise<Group[]> {
  // Asked for after every send: each of the two has an index that is almost always empty.
  const stopped = await linked(db)
    .where('chats.stopped_at', 'is not', null)
    .where('chats.stop_told_at', 'is', null)
    .orderBy('chats.external_id')
    .execute()
  const back = await linked(db)
    .where('chats.stopped_at', 'is', null)
    .where('chats.stop_told_at', 'is not', null)
    .orderBy('chats.external_id')
    .execute()
  return [...stopped, ...back].map(toGroup)
}

/** Notes that the officer of a group knows how it stands: that it cannot be reached, or (null) that it can again. */
export async function markStopTold(db: Db, [channel, chatId]: ChatRef, at: Date | null): Promise<void> {
  await db
    .updateTable('chats')
    .set({ stop_told_at: at?.toISOString() ?? null })
    .where('channel', '=', channel)
    .where('external_id', '=', chatId)
    .execute()
}

/** Whether the bot has had a word with an account in private, so that it can be written to. */
export async function hasPrivateChat(db: Db, channel: ChannelName, accountId: string): Promise<boolean> {
  const stopped = await db
    .selectFrom('chats')
    .select('stopped_at')
    .where('channel', '=', channel)
    .where('external_id', '=', accountId)
    .executeTakeFirst()
  if (stopped?.stopped_at) return false
  const spoken = await db
    .selectFrom('topics')
    .select('sender_id')
    .where('channel', '=', channel)
    .where('chat_id', '=', accountId)
    .limit(1)
    .executeTakeFirst()
  if (spoken) return true
  const sent = await db
    .selectFrom('outbox')
    .select('id')
    .where('channel', '=', channel)
    .where('chat_id', '=', accountId)
    .where('state', '=', 'sent')
    .limit(1)
    .executeTakeFirst()
  return sent !== undefined
}
