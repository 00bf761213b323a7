import SqliteDatabase from 'better-sqlite3'

/**
 * Holds a lock for as long as this process lives, however it ends: the lock is an open write transaction on a SQLite
 * file of its own, which the system drops with the process.
 *
 * @returns a function that lets go, or undefined where another process holds it.
 */
export function lockFile(path: string): (() => void) | undefined {
  const lock = new SqliteDatabase(path, { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
  return () => lock.close()
}
