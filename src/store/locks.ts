import { sql } from 'kysely'
import { dialectOf } from './dialect.ts'
import type { Db } from './schema.ts'

/**
 * Takes a name for this transaction alone, where several processes share a Postgres; false where another has it, and
 * then it is the other's to do. A SQLite file belongs to one process anyway.
 *
 * What is read after it has been taken is what the last one who had it left.
 */
export async function tryLock(trx: Db, name: string): Promise<boolean> {
  if (dialectOf(trx) === 'sqlite') return true
  const query = sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as taken`
  const { rows } = await query.execute(trx)
  return rows[0]?.taken ?? false
}
