import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, inject, onTestFinished } from 'vitest'
import { openStore, type Store } from '../../src/store/store.ts'
import { onServer, type PostgresForTests } from './postgres-server.ts'

/** A new, empty database; what was opened is closed with the test. */
export interface TestDatabase {
  /** What `openStore` and `--db` take. */
  url: string
  open(): Promise<Store>
  remove?(): Promise<void>
}

/** @param how `empty`: a Postgres without any table, as a new one is; a SQLite file is not there anyway. */
type CreateDatabase = (how?: { empty: boolean }) => TestDatabase | Promise<TestDatabase>

/**
 * Runs a suite on SQLite and on Postgres: the same tests, the same results. Where the machine has no Postgres, the run
 * says so at its start and only SQLite is tested.
 *
 * @example
 * onEachDatabase((createDatabase) => {
 *   test('…', async () => { const { db } = await openNew(createDatabase) … })
 * })
 */
export function onEachDatabase(suite: (createDatabase: CreateDatabase) => void): void {
  describe.each(kindsOfDatabase())('%s', (_, create) => {
    const created: TestDatabase[] = []
    // Only now: right after a test its connections may not have ended yet.
    afterAll(async () => {
      for (const database of created) await database.remove?.()
    })
    suite(async (how) => {
      const database = await create(how)
      created.push(database)
      return database
    })
  })
}

/** Runs a suite on Postgres alone, for what several processes do with one database. */
export function onPostgres(suite: (createDatabase: CreateDatabase) => void): void {
  describe.each(kindsOfDatabase().filter(([name]) => name === 'Postgres'))('%s', (_, create) => {
    suite(create)
  })
}

function kindsOfDatabase(): [name: string, create: CreateDatabase][] {
  const postgres: PostgresForTests = inject('postgres')
  const sqlite: [string, CreateDatabase] = ['SQLite', createSqlite]
  return 'url' in postgres ? [sqlite, ['Postgres', (how) => createPostgres(postgres, how)]] : [sqlite]
}

/** Opens a new database at once, for the many tests that need nothing else of it. */
export async function openNew(createDatabase: CreateDatabase): Promise<Store> {
  return (await createDatabase()).open()
}

/** A SQLite file in a folder of its own. */
export function createSqlite(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return databaseAt(join(folder, 'ntm.db'))
}

/** A database on the tests' own server. */
export async function createPostgres(
  { url, template }: { url: string; template: string },
  { empty } = { empty: false },
): Promise<TestDatabase & { remove(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(url, `create database ${name} template ${empty ? 'template0' : template}`)
  const database = databaseAt(url.replace('@/postgres?', `@/${name}?`))
  return { ...database, remove: () => onServer(url, `drop database ${name}`) }
}

function databaseAt(url: string): TestDatabase {
  return {
    url,
    async open() {
      const store = await openStore(url)
      let closed = false
      const close = async () => {
        if (!closed) await store.close()
        closed = true
      }
      onTestFinished(close)
      return { ...store, close }
    },
  }
}
