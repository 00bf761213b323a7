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
import * as work from './migrations/005-work.ts'
import * as claims from './migrations/006-claims.ts'
import * as sources from './migrations/007-sources.ts'
import { join, type Membership } from './processes.ts'

/** Every migration, in order; a database that has others is newer than the program. */
const MIGRATIONS: Record<string, Migration> = {
  '001-house': house,
  '002-links': links,
  '003-reporting': reporting,
  '004-joining': joining,
  '005-work': work,
  '006-claims': claims,
  '007-sources': sources,
}

/** The names of all migrations, in order. */
export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS)

export interface Store {
  db: Db
  dialect: Dialect
  /**
   * Makes this process one of the bots that share the database, which it stays until it closes it or ends, however it ends.
   * A SQLite file has one process, which was seen to when it was opened.
   */
  joinBots(): Promise<void>
  /** What this process is known by among the bots; null where it is the only one. */
  botNumber(): number | null
  close(): Promise<void>
}

/** The database cannot be used as it is; the message says why and what to do. */
export class StoreError extends Error {}

/**
 * Opens the database, brings it up to date and keeps it for this process.
 *
 * @param url `postgres://…`, or a path of a SQLite file, which is made where there is none.
 * @throws {StoreError} when the database cannot be reached or read, another process has the file, or the database is
 *   newer than the program.
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
  return isPostgres(url) ? openPostgres(url) : openBeside(url, { readonly: true })
}

/**
 * Opens the database beside the process that has it, to append a line to the audit. Nothing else may be written: the bot
 * takes what it has read for what stands.
 *
 * @throws {StoreError} when there is none.
 */
export function openToNote(url: string): Store {
  return isPostgres(url) ? openPostgres(url) : openBeside(url, {})
}

function openBeside(path: string, options: { readonly?: boolean }): Store {
  if (!existsSync(path)) throw new StoreError(`there is no database at ${path}`)
  const database = new SqliteDatabase(path, { ...options, fileMustExist: true, timeout: 5000 })
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) })
  return { db, dialect: 'sqlite', joinBots: async () => {}, botNumber: () => null, close: () => db.destroy() }
}

function isPostgres(url: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]
  if (scheme === undefined) return false
  if (/^postgres(ql)?$/i.test(scheme)) return true
  throw new StoreError(`${scheme}:// is not a database for this program: give postgres://… or a path`)
}

function openSqlite(path: string): Store {
  const { database, unlock } = openFile(path)
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepPrepared(database) }) })
  return {
    db,
    dialect: 'sqlite',
    async joinBots() {},
    botNumber: () => null,
    async close() {
      await db.destroy()
      unlock()
    },
  }
}

const PRAGMAS = [
  'journal_mode = WAL',
  // A confirmed message survives a power cut; WAL with NORMAL may lose the last commits.
  'synchronous = FULL',
  'busy_timeout = 5000',
  'foreign_keys = ON',
  // 4 MB: the machine keeps the file's pages too, and with more the process grows as the file does, and is no faster.
  'cache_size = -4000',
]

function openFile(path: string): { database: SqliteDatabase.Database; unlock: () => void } {
  let unlock: (() => void) | undefined
  try {
    mkdirSync(dirname(path), { recursive: true })
    unlock = lockFile(`${path}.lock`)
    if (!unlock) throw new StoreError(`another process is using ${path}: stop it first, or give another --db`)
    const database = new SqliteDatabase(path)
    for (const pragma of PRAGMAS) database.pragma(pragma)
    return { database, unlock }
  } catch (error) {
    unlock?.()
    if (error instanceof StoreError) throw error
    throw new StoreError(`${path} cannot be used as a database: ${describe(error)}`, { cause: error })
  }
}

function openPostgres(url: string): Store {
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({ connectionString: url, max: 10, types })
  // A connection may break at any time, idle or in use. Its query says so, and the pool makes a new one; an error event
  // that nobody listens to would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  let membership: Membership | undefined
  return {
    db,
    dialect: 'postgres',
    async joinBots() {
      membership ??= await join(pool)
    },
    botNumber: () => membership?.number() ?? null,
    async close() {
      membership?.leave()
      await db.destroy()
    },
  }
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
  const what = failed ? `migration ${failed} failed` : 'the database cannot be used'
  throw new StoreError(`${what}: ${describe(error)}`, { cause: error })
}

/** An error of several tries, one for each address of a host, has no message of its own. */
function describe(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(describe).join(', ')
  return error instanceof Error ? error.message : JSON.stringify(error)
}
