import type { Selectable } from 'kysely'
import type { ChannelName } from '../messages/incoming.ts'
import type { Db, OutboxState } from './schema.ts'
import { endOfSubtree } from './units.ts'
import type { NoticeKind, NoticeTable } from './work-tables.ts'

export interface NewNotice {
  kind: NoticeKind
  /** Whom it is about, and whose groups are told. */
  unitId: string
  /** Who says it; nobody where the program does by itself. */
  authorId?: string
  /** What is said, as it was typed. */
  text: string
  photo?: { sha256: string; mime: string }
  scheduleId?: number
  /** The first of the notices whose failed sends this one repeats. */
  resends?: number
  /** The newest status and totals that a digest was made from. */
  seen?: { status: number; summary: number }
  sendAt: Date
}

/** Keeps a notice; what carries it to the chats are rows of the outbox. Returns its id. */
export async function addNotice(db: Db, notice: NewNotice, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('notices')
    .values({
      kind: notice.kind,
      unit_id: notice.unitId,
      author_id: notice.authorId ?? null,
      text: notice.text,
      photo: notice.photo ? JSON.stringify(notice.photo) : null,
      schedule_id: notice.scheduleId ?? null,
      resends: notice.resends ?? null,
      seen_status: notice.seen?.status ?? null,
      seen_summary: notice.seen?.summary ?? null,
      created_at: now.toISOString(),
      send_at: notice.sendAt.toISOString(),
      interim_at: null,
      reported_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type Notice = Selectable<NoticeTable>

export async function findNotice(db: Db, id: number): Promise<Notice | undefined> {
  return db.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Announcements of a unit or an author that were made since an instant, the newest first. */
export async function announcementsSince(
  db: Db,
  by: { unitId: string; authorId: string },
  since: Date,
): Promise<Notice[]> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('kind', '=', 'announcement')
    .where('created_at', '>', since.toISOString())
    .where('resends', 'is', null)
    .where((eb) => eb.or([eb('unit_id', '=', by.unitId), eb('author_id', '=', by.authorId)]))
    .orderBy('id', 'desc')
    .execute()
}

/** The announcements of units and all below them, the newest first; what was sent again is one with what it repeats. */
export async function recentAnnouncements(db: Db, paths: readonly string[], limit: number): Promise<Notice[]> {
  if (paths.length === 0) return []
  return db
    .selectFrom('notices')
    .innerJoin('units', 'units.id', 'notices.unit_id')
    .selectAll('notices')
    .where('notices.kind', '=', 'announcement')
    .where('notices.resends', 'is', null)
    .where((eb) =>
      eb.or(paths.map((path) => eb.and([eb('units.path', '>=', path), eb('units.path', '<', endOfSubtree(path))]))),
    )
    .orderBy('notices.id', 'desc')
    .limit(limit)
    .execute()
}

/** The notices of a kind by which schedules tell of a unit between two instants, the newest first. */
export async function scheduledBetween(
  db: Db,
  { kind, unitId }: Pick<NewNotice, 'kind' | 'unitId'>,
  after: Date,
  before: Date,
): Promise<Notice[]> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('kind', '=', kind)
    .where('unit_id', '=', unitId)
    .where('schedule_id', 'is not', null)
    .where('send_at', '>', after.toISOString())
    .where('send_at', '<', before.toISOString())
    .orderBy('id', 'desc')
    .execute()
}

/** The chats, as `channel/chat`, that a notice was queued for. */
export async function chatsOfNotice(db: Db, id: number): Promise<Set<string>> {
  const rows = await sendsOf(db, id).select(['channel', 'chat_id']).execute()
  return new Set(rows.map(({ channel, chat_id }) => `${channel}/${chat_id}`))
}

/** The chats, as `channel/chat`, that notices of a kind go to since an instant. */
export async function chatsToldSince(db: Db, kind: NoticeKind, since: Date): Promise<Set<string>> {
  const notices = await db
    .selectFrom('notices')
    .select('id')
    .where('kind', '=', kind)
    .where('send_at', '>=', since.toISOString())
    .execute()
  const told = new Set<string>()
  for (const { id } of notices) for (const chat of await chatsOfNotice(db, id)) told.add(chat)
  return told
}

/** Notices of which it was not yet looked at how they were delivered. */
export async function unreportedNotices(db: Db): Promise<Notice[]> {
  return db.selectFrom('notices').selectAll().where('reported_at', 'is', null).orderBy('id').execute()
}

/** Who made the schedule by which a notice was sent. */
export async function schedulerOf(db: Db, scheduleId: number): Promise<string | undefined> {
  const row = await db.selectFrom('schedules').select('created_by').where('id', '=', scheduleId).executeTakeFirst()
  return row?.created_by
}

/** Notes that it was told how a notice was delivered, or (`interim_at`) that some of it still waits. */
export async function markReported(db: Db, id: number, what: 'reported_at' | 'interim_at', now: Date): Promise<void> {
  await db
    .updateTable('notices')
    .set({ [what]: now.toISOString() })
    .where('id', '=', id)
    .execute()
}

/** One part of a notice in one chat, as its newest send stands. */
export interface Sent {
  notice: number
  channel: ChannelName
  /** The chat's id today. */
  chatId: string
  part: number
  state: OutboxState
  error: string | null
  /** As JSON. */
  message: string
}

const OPEN: readonly OutboxState[] = ['waiting', 'sending', 'retrying']

/** Whether any send of a notice has not ended. */
export async function isOnItsWay(db: Db, id: number): Promise<boolean> {
  const open = await sendsOf(db, id).select('id').where('state', 'in', OPEN).limit(1).executeTakeFirst()
  return open !== undefined
}

/** The keys of a notice's rows begin with its number; `;` is the character after `:`. */
function sendsOf(db: Db, id: number) {
  return db.selectFrom('outbox').where('key', '>=', `notice:${id}:`).where('key', '<', `notice:${id};`)
}

/**
 * How a notice stands in each chat, part by part, with all that was sent again of it: of a part that was, the newest send
 * counts.
 */
export async function sendsTogether(db: Db, first: number): Promise<Sent[]> {
  const again = await db.selectFrom('notices').select('id').where('resends', '=', first).orderBy('id').execute()
  const sent = new Map<string, Sent>()
  for (const notice of [first, ...again.map(({ id }) => id)]) {
    const rows = await sendsOf(db, notice)
      .select(['key', 'channel', 'chat_id', 'state', 'error', 'message'])
      .orderBy('id')
      .execute()
    for (const { key, chat_id: chatId, ...row } of rows) {
      const part = Number(key.slice(key.lastIndexOf(':') + 1))
      sent.set(`${row.channel}/${chatId}/${part}`, { notice, chatId, part, ...row })
    }
  }
  return [...sent.values()]
}

/** Whether a send has not ended yet. */
export function isOpen({ state }: Pick<Sent, 'state'>): boolean {
  return OPEN.includes(state)
}
