import { sql, type Selectable } from 'kysely'
import type { ChannelName } from '../messages/incoming.ts'
import type { Button, Outgoing } from '../messages/outgoing.ts'
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

export type Due = Pick<Selectable<OutboxTable>, 'id' | 'channel' | 'chat_id' | 'kind' | 'attempts'> & {
  message: Outgoing
}

const insert = once(
  (
    db,
    row: {
      key: string
      channel: ChannelName
      chatId: string
      kind: OutboxTable['kind']
      message: string
      at: string
      dueAt: string
    },
  ) =>
    db
      .insertInto('outbox')
      .values({
        key: row.key,
        channel: row.channel,
        chat_id: row.chatId,
        kind: row.kind,
        message: row.message,
        state: 'waiting',
        attempts: 0,
        error: null,
        external_id: null,
        sent_at: null,
        due_at: row.dueAt,
        created_at: row.at,
      })
      .onConflict((conflict) => conflict.column('key').doNothing()),
)

/**
 * Queues messages; one whose key was queued before is left as it is.
 *
 * @param sendAt from when on they may leave.
 */
export async function queue(db: Db, messages: readonly Queued[], now: Date, sendAt = now): Promise<void> {
  const times = { at: now.toISOString(), dueAt: sendAt.toISOString() }
  for (const { message, ...queued } of messages)
    await insert(db, { ...queued, message: JSON.stringify(message), ...times })
}

/** States as constants, not parameters: only so does SQLite take the index of what is open. */
const OPEN = sql`(${sql.join(['waiting', 'retrying'].map((state) => sql.lit(state)))})`

/** Chooses among what is open; it is asked in turn, oldest first. */
export interface Picker {
  hasRoom(): boolean
  takes(row: Omit<Due, 'message'> & { due_at: string }): boolean
}

/** Rows that are read at once. */
const PAGE = 128

/**
 * What is due on a channel, answers to people first, in the order it was queued. One channel at a time: so the index of
 * what is open gives that very order. What waits to be tried again is shown to `pick` before its time, for the sake of
 * the order. Reads on while there is room: one chat with much that waits must not hide the others.
 */
export async function takeDue(db: Db, channel: ChannelName, now: Date, pick: Picker): Promise<Due[]> {
  const taken: Due[] = []
  for (const kind of ['reply', 'notice'] as const) {
    let last = 0
    while (pick.hasRoom()) {
      const rows = await db
        .selectFrom('outbox')
        .select(['id', 'channel', 'chat_id', 'kind', 'attempts', 'due_at', 'message'])
        .where(sql<boolean>`state in ${OPEN}`)
        .where((eb) => eb.or([eb('due_at', '<=', now.toISOString()), eb('state', '=', 'retrying')]))
        .where('channel', '=', channel)
        .where('kind', '=', kind)
        .where('id', '>', last)
        .orderBy('id')
        .limit(PAGE)
        .execute()
      for (const { due_at, ...row } of rows)
        if (pick.takes({ ...row, due_at })) taken.push({ ...row, message: JSON.parse(row.message) as Outgoing })
      if (rows.length < PAGE) break
      last = rows.at(-1)?.id ?? last
    }
  }
  return taken
}

export interface Ending {
  id: number
  state: OutboxState
  error: string | null
  externalId: string | null
  /** When to try again, for `retrying`. */
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
    .where('id', '=', row.id),
)

/** Writes down how sends ended. */
export async function recordEndings(db: Db, endings: readonly Ending[], now: Date): Promise<void> {
  for (const ending of endings) {
    const sentAt = ending.state === 'sent' ? now.toISOString() : null
    await end(db, { ...ending, sentAt, dueAt: ending.dueAt ?? null })
  }
}

/** Says that these are about to leave, so that a crash in between is known for what it is. */
export async function markSending(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('outbox').set({ state: 'sending' }).where('id', 'in', ids).execute()
}

/**
 * After a start: what was on its way when the process ended may or may not have arrived. A notice in that state is
 * `unknown` and is not repeated.
 */
export async function settleInterrupted(db: Db): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'unknown', error: 'the process ended while it was being sent' })
    .where('state', '=', 'sending')
    .execute()
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
