import type SqliteDatabase from 'better-sqlite3'
import type { SqliteDatabase as KyselyDatabase } from 'kysely'

/** More texts than the program has; a list of varying length makes a new text for each length. */
const MOST_KEPT = 500

/** The database with its statements kept prepared: the same text is parsed once. */
export function keepPrepared(database: SqliteDatabase.Database): KyselyDatabase {
  const kept = new Map<string, SqliteDatabase.Statement>()
  return {
    prepare(sql) {
      const known = kept.get(sql)
      if (known && !known.busy) return known
      const statement = database.prepare(sql)
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(sql, statement)
      return statement
    },
    close: () => void database.close(),
  }
}
