import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import pg from 'pg'
import type { Dialect } from './dialect.ts'
import type { Db, Schema } from './schema.ts'
import { lockFile } from './lock.ts'
import { keepPrepared } from './prepared.ts'
import * as house from './migrations/001-house.ts'
import * as links from './migrations/002-links.ts'
import * as reporting from './migrations/003-reporting.ts'
import * as joining from './migrations/004-joining.ts'

/** Every migration, in order; a database that has others is newer than the program. */
const MIGRATIONS: Record<string, Migration> = {
  '001-house': house,
  '002-links': links,
  '003-reporting': reporting,
  '004-joining': joining,
}

export interface Store {
  db: Db
  dialect: Dialect
  close(): Promise<void>
}

/** The database cannot be used as it is; the message says why and what to do. */
export class StoreError extends Error {}

/**
 * Opens the database, brings it up to date and keeps it for this process.
 *
 * @param url `postgres://…`, or a path of a SQLite file, which is made where there is none.
 * @throws {StoreError} when another process has the file, or the database is newer than the program.
 */
export async function openStore(url: string): Promise<Store> {
  const store = isPostgres(url) ? openPostgres(url) : openSqlite(url)
  try {
    await migrate(store.db)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/**
 * Opens the database to look into it, beside the process that has it: nothing is written, nor brought up to date.
 *
 * @throws {StoreError} when there is none.
 */
export function openToRead(url: string): Store {
  if (isPostgres(url)) return openPostgres(url)
  if (!existsSync(url)) throw new StoreError(`there is no database at ${url}`)
  const database = new SqliteDatabase(url, { readonly: true, timeout: 5000 })
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) })
  return { db, dialect: 'sqlite', close: () => db.destroy() }
}

function isPostgres(url: string): boolean {
  return /^postgres(ql)?:/.test(url)
}

function openSqlite(path: string): Store {
  mkdirSync(dirname(path), { recursive: true })
  const unlock = lockFile(`${path}.lock`)
  if (!unlock) throw new StoreError(`another process is using ${path}: stop it first, or give another --db`)
  const database = new SqliteDatabase(path)
  // FULL: a confirmed message survives a power cut (WAL with NORMAL may lose the last commits).
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 5000', 'foreign_keys = ON'])
    database.pragma(pragma)
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepPrepared(database) }) })
  return {
    db,
    dialect: 'sqlite',
    async close() {
      await db.destroy()
      unlock()
    },
  }
}

function openPostgres(url: string): Store {
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10, types }) }),
  })
  return { db, dialect: 'postgres', close: () => db.destroy() }
}

async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error, results } = await migrator.migrateToLatest()
  if (!error) return
  if (describe(error).includes('corrupted migrations'))
    throw new StoreError('the database was made by a newer version of this program: upgrade the program', {
      cause: error,
    })
  const failed = results?.find((result) => result.status === 'Error')?.migrationName
  throw new StoreError(`migration ${failed ?? ''} failed: ${describe(error)}`, { cause: error })
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error)
}
