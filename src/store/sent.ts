import { sql } from 'kysely'
import type { ChannelName } from '../messages/incoming.ts'
import { once } from './once.ts'
import type { Db } from './schema.ts'

const newestPart = once((db, { from, to }: { from: string; to: string }) =>
  db
    .selectFrom('outbox')
    .select('external_id')
    .where('key', '>=', from)
    .where('key', '<', to)
    .orderBy('id', 'desc')
    .limit(1),
)

/** The platform's id of a message that was sent under a key, its last part; undefined while it is not known. */
export async function externalIdOf(db: Db, key: string): Promise<string | undefined> {
  // The parts of `reply:17` are `reply:17:0`, `reply:17:1` …; `;` is the character after `:`.
  const [row] = await newestPart(db, { from: `${key}:`, to: `${key};` })
  return row?.external_id ?? undefined
}

/**
 * The last part that was queued in a chat under keys that begin so; its `external_id` is null while it is not known.
 * Undefined where there is none.
 */
export async function lastInChat(
  db: Db,
  channel: ChannelName,
  chatId: string,
  keyStart: string,
): Promise<{ external_id: string | null } | undefined> {
  return db
    .selectFrom('outbox')
    .select('external_id')
    .where('channel', '=', channel)
    .where('chat_id', '=', chatId)
    .where(sql<boolean>`substr(key, 1, ${sql.lit(keyStart.length)}) = ${keyStart}`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Whether anything was queued for anybody under a key, or one that goes on from it with a colon. */
export async function wasQueued(db: Db, key: string): Promise<boolean> {
  return (await newestPart(db, { from: `${key}:`, to: `${key};` })).length > 0
}
