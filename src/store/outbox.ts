import { sql, type Selectable } from 'kysely'
import type { ChannelName } from '../messages/incoming.ts'
import type { Button, Outgoing } from '../messages/outgoing.ts'
import { chunksOf } from './bulk.ts'
import { once } from './once.ts'
import type { Db, OutboxState, OutboxTable } from './schema.ts'

/** A message that is to be sent; `key` names it for good, so that it is queued once. */
export interface Queued {
  key: string
  channel: ChannelName
  chatId: string
  kind: OutboxTable['kind']
  message: Outgoing
}

export type Due = Pick<Selectable<OutboxTable>, 'id' | 'channel' | 'chat_id' | 'kind' | 'attempts' | 'claimed_by'> & {
  message: Outgoing
}

interface QueuedRow extends Omit<Queued, 'message'> {
  message: string
  at: string
  dueAt: string
}

const rowOf = (row: QueuedRow) => ({
  key: row.key,
  channel: row.channel,
  chat_id: row.chatId,
  kind: row.kind,
  message: row.message,
  state: 'waiting' as const,
  attempts: 0,
  error: null,
  external_id: null,
  sent_at: null,
  due_at: row.dueAt,
  created_at: row.at,
})

const insert = once((db, row: QueuedRow) =>
  db
    .insertInto('outbox')
    .values(rowOf(row))
    .onConflict((conflict) => conflict.column('key').doNothing()),
)

/** From so many on, messages go into the database many at once: a broadcast is one statement for each so many. */
const MANY = 500

/**
 * Queues messages; one whose key was queued before is left as it is.
 *
 * @param sendAt from when on they may leave.
 */
export async function queue(db: Db, messages: readonly Queued[], now: Date, sendAt = now): Promise<void> {
  const times = { at: now.toISOString(), dueAt: sendAt.toISOString() }
  const rows = messages.map(({ message, ...queued }): QueuedRow => ({
    ...queued,
    message: JSON.stringify(message),
    ...times,
  }))
  if (rows.length < MANY) {
    for (const row of rows) await insert(db, row)
    return
  }
  for (const chunk of chunksOf(rows, MANY))
    await db
      .insertInto('outbox')
      .values(chunk.map(rowOf))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
}

/** States as constants, not parameters: only so does SQLite take an index of these alone. */
const OPEN = sql`('waiting', 'retrying')`
const UNENDED = sql`('waiting', 'retrying', 'sending')`

/**
 * Whether it is the oldest of its kind that is to be sent in its chat by now, or was tried already. Asked like this, and
 * not by `not exists`, for Postgres would turn that into a join over everything that waits.
 */
const isNextInChat = (now: string) => sql<boolean>`outbox.id = (
  select oldest.id from outbox as oldest where oldest.state in ${UNENDED}
    and oldest.channel = outbox.channel and oldest.chat_id = outbox.chat_id and oldest.kind = outbox.kind
    and (oldest.state <> 'waiting' or oldest.due_at <= ${now})
  order by oldest.id limit 1)`

/** Chooses among what is due; it is asked in turn. */
export interface Picker {
  /** How many more of a kind there is room for. */
  room(kind: OutboxTable['kind']): number
  takes(row: Omit<Due, 'message'>): boolean
}

/** Rows that are read at once: at least, at most. A few more than there is room for, for a chat may have to wait. */
const PAGE = { least: 8, most: 128 }

interface DuePage {
  channel: ChannelName
  kind: OutboxTable['kind']
  now: string
  /** What was read before ends here. */
  dueAt: string
  id: number
  rows: number
}

const duePage = once((db, page: DuePage) =>
  db
    .selectFrom('outbox')
    .select(['id', 'channel', 'chat_id', 'kind', 'attempts', 'claimed_by', 'due_at', 'message'])
    .where(sql<boolean>`state in ${OPEN}`)
    .where('channel', '=', page.channel)
    .where('kind', '=', page.kind)
    .where('due_at', '<=', page.now)
    .where((row) => row(row.refTuple('due_at', 'id'), '>', row.tuple(page.dueAt, page.id)))
    .where(isNextInChat(page.now))
    .orderBy('due_at')
    .orderBy('id')
    .limit(sql<number>`${page.rows}`),
)

/**
 * What is due on a channel and the next in its chat: answers to people first, then in the order in which it fell due. Reads
 * on while there is room: chats that have to wait must not hide the others. Only what is due is read, by an index.
 */
export async function takeDue(db: Db, channel: ChannelName, now: Date, pick: Picker): Promise<Due[]> {
  const taken: Due[] = []
  for (const kind of ['reply', 'notice'] as const) {
    const page: DuePage = { channel, kind, now: now.toISOString(), dueAt: '', id: 0, rows: 0 }
    for (let room = pick.room(kind); room > 0; room = pick.room(kind)) {
      page.rows = Math.min(Math.max(room * 2, PAGE.least), PAGE.most)
      const rows = await duePage(db, page)
      for (const { due_at: _, message, ...row } of rows)
        if (pick.takes(row)) taken.push({ ...row, message: JSON.parse(message) as Outgoing })
      const last = rows.at(-1)
      if (!last || rows.length < page.rows) break
      Object.assign(page, { dueAt: last.due_at, id: last.id })
    }
  }
  return taken
}

/**
 * Says that these are about to leave, so that a crash in between is known for what it is. In a process by itself only
 * notices are marked: what was not marked is sent again, as an answer is to be. Where several processes share a Postgres,
 * each message is marked as one's own.
 *
 * @returns those that are this process's to send
 */
export async function claim(
  db: Db,
  taken: readonly Due[],
  claimant: number | null,
  now: Date,
): Promise<readonly Due[]> {
  if (claimant !== null) return claimOwn(db, taken, claimant, now)
  const notices = taken.filter(({ kind }) => kind === 'notice').map(({ id }) => id)
  if (notices.length > 0) await db.updateTable('outbox').set({ state: 'sending' }).where('id', 'in', notices).execute()
  return taken
}

async function claimOwn(db: Db, taken: readonly Due[], claimant: number, now: Date): Promise<Due[]> {
  if (taken.length === 0) return []
  const ids = taken.map(({ id }) => id)
  const rows = await db
    .updateTable('outbox')
    .set({ state: 'sending', claimed_by: claimant })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('outbox')
        .select('id')
        .where('id', 'in', ids)
        .where(sql<boolean>`state in ${OPEN}`)
        .where(isNextInChat(now.toISOString()))
        .forUpdate()
        .skipLocked(),
    )
    .returning('id')
    .execute()
  const own = new Set(rows.map(({ id }) => id))
  return taken.filter(({ id }) => own.has(id)).map((due) => ({ ...due, claimed_by: claimant }))
}

export interface Ending {
  id: number
  claimedBy: number | null
  state: OutboxState
  error: string | null
  externalId: string | null
  /** When to try again, for `retrying`; for `unknown`, when it was last tried. */
  dueAt?: string
}

const end = once((db, row: Omit<Ending, 'dueAt'> & { sentAt: string | null; dueAt: string | null }) =>
  db
    .updateTable('outbox')
    .set((eb) => ({
      state: row.state,
      error: row.error,
      external_id: row.externalId,
      sent_at: row.sentAt,
      attempts: eb('attempts', '+', 1),
      due_at: eb.fn.coalesce(eb.val(row.dueAt), 'due_at'),
    }))
    .where('id', '=', row.id)
    // Others may have taken this process for dead and settled it. That it arrived is then still worth knowing.
    .where((eb) =>
      eb.or([
        eb('claimed_by', 'is not distinct from', row.claimedBy),
        sql<boolean>`cast(${row.sentAt} as text) is not null`,
      ]),
    ),
)

/** Writes down how sends ended. */
export async function recordEndings(db: Db, endings: readonly Ending[], now: Date): Promise<void> {
  for (const ending of endings) {
    const sentAt = ending.state === 'sent' ? now.toISOString() : null
    await end(db, { ...ending, sentAt, dueAt: ending.dueAt ?? null })
  }
}

/** A chat cannot be reached any more: what else waits for it is stopped with it, and not tried in vain. */
export async function stopWaiting(db: Db, channel: ChannelName, chatId: string, reason: string): Promise<void> {
  await stopIn(db, channel, chatId, reason).execute()
}

function stopIn(db: Db, channel: ChannelName, chatId: string, reason: string) {
  return db
    .updateTable('outbox')
    .set({ state: 'stopped', error: reason })
    .where(sql<boolean>`state in ${OPEN}`)
    .where('channel', '=', channel)
    .where('chat_id', '=', chatId)
}

/** A group follows a unit no more: notices of that unit that wait for it (for the morning, for a quota) do not leave. */
export async function withdrawNotices(db: Db, channel: ChannelName, chatId: string, reason: string): Promise<void> {
  await stopIn(db, channel, chatId, reason).where('key', '>=', 'notice:').where('key', '<', 'notice;').execute()
}

/** The buttons of the newest message with buttons in a chat. */
export async function newestButtons(db: Db, channel: ChannelName, chatId: string): Promise<Button[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('message')
    .where('channel', '=', channel)
    .where('chat_id', '=', chatId)
    .where('message', 'like', '%"buttons":%')
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  return rows.flatMap(({ message }) => ((JSON.parse(message) as Outgoing).buttons ?? []).flat())
}
