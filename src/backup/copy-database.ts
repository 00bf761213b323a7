import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { openToRead } from '../store/store.ts'
import { countRows } from '../store/tables.ts'
import type { Db } from '../store/schema.ts'
import { BackupError } from './manifest.ts'
import { runPostgresTool } from './postgres-tools.ts'

type Counts = Record<string, number>

/**
 * Copies a database as it stands at one instant into a file, while the bot goes on writing to it.
 *
 * @returns how many rows each table has in the copy.
 * @throws {BackupError} when the copy cannot be opened, or is not whole.
 */
export async function copyDatabase(url: string, file: string): Promise<Counts> {
  const store = openToRead(url)
  try {
    if (store.dialect === 'sqlite') {
      // One reading transaction, so that writers neither wait nor show up in the middle.
      await sql`vacuum into ${file}`.execute(store.db)
      return await openCopy(file)
    }
    return await dump(store.db, url, file)
  } finally {
    await store.close()
  }
}

/** The dump and the count look at the same instant. */
async function dump(db: Db, url: string, file: string): Promise<Counts> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const { rows } = await sql<{ id: string }>`select pg_export_snapshot() as id`.execute(trx)
      await runPostgresTool('pg_dump', ['--format=custom', `--snapshot=${rows[0]!.id}`, `--file=${file}`], url)
      // Reads the whole list of what is in it; the rows are checked when it is restored.
      await runPostgresTool('pg_restore', ['--list', file])
      return countRows(trx)
    })
}

/** Opens a copy of a SQLite file, has every page of it checked, and counts. */
export async function openCopy(file: string): Promise<Counts> {
  const copy = openToRead(file)
  try {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(copy.db)
    if (rows[0]?.integrity_check !== 'ok')
      throw new BackupError(`the copy of the database is damaged: ${rows[0]?.integrity_check}`)
    return await countRows(copy.db)
  } finally {
    await copy.close()
  }
}

/** Sees to it that a file survives a power cut from here on. */
export async function settle(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
