import { sql, type Selectable } from 'kysely'
import type { Incoming } from '../messages/incoming.ts'
import { seen } from '../messages/seen.ts'
import { dialectOf } from './dialect.ts'
import { tryLock } from './locks.ts'
import type { Db, InboxTable } from './schema.ts'

/** An update taken from the inbox to be worked on. */
export type Waiting = Pick<Selectable<InboxTable>, 'id' | 'attempts' | 'channel' | 'chat_id'> & { incoming: Incoming }

/** Keeps updates; one that is already there (a redelivery) changes nothing. Returns how many are new. */
export async function keepIncoming(db: Db, updates: readonly Incoming[], now: Date): Promise<number> {
  if (updates.length === 0) return 0
  const result = await db
    .insertInto('inbox')
    .values(
      updates.map(asSeen).map((incoming) => ({
        channel: incoming.channel,
        external_id: incoming.id,
        chat_id: incoming.chat.id,
        incoming: JSON.stringify(incoming),
        state: 'waiting' as const,
        attempts: 0,
        error: null,
        received_at: now.toISOString(),
        done_at: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['channel', 'external_id']).doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}

/** What nobody sees is left out of every text and name, here and in all that comes of the message. */
function asSeen(incoming: Incoming): Incoming {
  const json = JSON.stringify(incoming, (_, value: unknown) => (typeof value === 'string' ? seen(value) : value))
  return JSON.parse(json) as Incoming
}

/** The oldest updates that wait, in the order they came. */
export async function takeWaiting(db: Db, limit: number): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'attempts', 'channel', 'chat_id', 'incoming'])
    // A constant, not a parameter: only so does SQLite take the index of what waits.
    .where(sql<boolean>`state = 'waiting'`)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, incoming: JSON.parse(row.incoming) as Incoming }))
}

export async function markDone(db: Db, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('inbox').set({ state: 'done', done_at: now.toISOString() }).where('id', 'in', ids).execute()
}

/**
 * Takes updates of one chat for this transaction alone, so that of several processes one works on them and the chat's turns
 * stay in order. Those come back that still wait; undefined while another process has the chat.
 */
export async function takeForTurn(trx: Db, updates: readonly Waiting[]): Promise<readonly Waiting[] | undefined> {
  const [first] = updates
  if (!first || dialectOf(trx) === 'sqlite') return updates
  if (!(await tryLock(trx, `chat ${first.channel} ${first.chat_id}`))) return undefined
  const rows = await trx
    .selectFrom('inbox')
    .select(['id', 'attempts'])
    .where(
      'id',
      'in',
      updates.map(({ id }) => id),
    )
    .where('state', '=', 'waiting')
    .execute()
  const attempts = new Map(rows.map((row) => [row.id, row.attempts]))
  return updates.flatMap((update) => {
    const now = attempts.get(update.id)
    return now === undefined ? [] : [{ ...update, attempts: now }]
  })
}

/** Notes a failed attempt; `setAside` takes the update out of the way for good, for a person to look at. */
export async function markFailed(db: Db, id: number, error: string, setAside: boolean): Promise<void> {
  await db
    .updateTable('inbox')
    .set((eb) => ({ state: setAside ? 'set_aside' : 'waiting', attempts: eb('attempts', '+', 1), error }))
    .where('id', '=', id)
    .execute()
}
