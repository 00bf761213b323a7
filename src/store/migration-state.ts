import { sql } from 'kysely'
import type { Db } from './schema.ts'

/** How a database stands to the migrations that this program knows. */
export interface MigrationState {
  /** Known, and not yet made. */
  missing: string[]
  /** Made, and not known: the database belongs to a newer program. */
  unknown: string[]
}

/**
 * Compares what was made of a database with what the program knows.
 *
 * @param known the names of all migrations of this program, in order.
 */
export async function migrationState(db: Db, known: readonly string[]): Promise<MigrationState> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const made = new Set(rows.map(({ name }) => name))
  return {
    missing: known.filter((name) => !made.has(name)),
    unknown: [...made].filter((name) => !known.includes(name)),
  }
}
