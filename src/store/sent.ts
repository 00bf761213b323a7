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
