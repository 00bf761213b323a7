import type { Selectable } from 'kysely'
import type { ChannelName } from '../messages/incoming.ts'
import type { Button, Outgoing } from '../messages/outgoing.ts'
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

export async function queue(db: Db, messages: readonly Queued[], now: Date): Promise<void> {
  if (messages.length === 0) return
  const created_at = now.toISOString()
  await db
    .insertInto('outbox')
    .values(
      messages.map(({ key, channel, chatId, kind, message }) => ({
        key,
        channel,
        chat_id: chatId,
        kind,
        message: JSON.stringify(message),
        state: 'waiting' as const,
        attempts: 0,
        due_at: created_at,
        error: null,
        external_id: null,
        created_at,
        sent_at: null,
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

/** What is due on these channels, answers to people first, in the order it was queued. */
export async function takeDue(db: Db, channels: readonly ChannelName[], now: Date, limit: number): Promise<Due[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'channel', 'chat_id', 'kind', 'attempts', 'message'])
    .where('state', 'in', ['waiting', 'retrying'])
    .where('due_at', '<=', now.toISOString())
    .where('channel', 'in', channels)
    .orderBy('kind', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, message: JSON.parse(row.message) as Outgoing }))
}

export interface Ending {
  id: number
  state: OutboxState
  error: string | null
  externalId: string | null
  /** When to try again, for `retrying`. */
  dueAt?: string
}

/** Writes down how sends ended. */
export async function recordEndings(db: Db, endings: readonly Ending[], now: Date): Promise<void> {
  for (const { id, state, error, externalId, dueAt } of endings)
    await db
      .updateTable('outbox')
      .set((eb) => ({
        state,
        error,
        external_id: externalId,
        attempts: eb('attempts', '+', 1),
        ...(state === 'sent' ? { sent_at: now.toISOString() } : {}),
        ...(dueAt ? { due_at: dueAt } : {}),
      }))
      .where('id', '=', id)
      .execute()
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
