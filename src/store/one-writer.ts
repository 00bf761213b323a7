import { sql } from 'kysely'
import { dialectOf } from './dialect.ts'
import type { Db } from './schema.ts'

const HISTORY = 318_211

/**
 * Takes turns at writing the history until the transaction ends: two that append at once would each count a standing
 * without the other's rows. SQLite has one writer anyway.
 */
export async function oneWriter(db: Db): Promise<void> {
  if (dialectOf(db) === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(HISTORY)})`.execute(db)
}
