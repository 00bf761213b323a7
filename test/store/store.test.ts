import { writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openStore, StoreError } from '../../src/store/store.ts'
import { createSqlite, onEachDatabase, openNew } from './databases.ts'

onEachDatabase((createDatabase) => {
  test('opens twice one after the other, with what was written kept', async () => {
    const database = await createDatabase()
    const first = await database.open()
    await first.db.insertInto('people').values({ id: 'a', name: 'Nguyễn Văn Mẫu', title: null }).execute()
    await first.close()
    const second = await database.open()
    expect(await second.db.selectFrom('people').selectAll().execute()).toEqual([
      { id: 'a', name: 'Nguyễn Văn Mẫu', title: null, quiet_until: null },
    ])
  })

  test('refuses a database that is newer than the program', async () => {
    const database = await createDatabase()
    const store = await database.open()
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2099-01-01')`.execute(store.db)
    await store.close()
    await expect(openStore(database.url)).rejects.toThrow(StoreError)
    await expect(openStore(database.url)).rejects.toThrow(/newer version/)
  })

  test('goes on after its connections were broken, idle and in use', async () => {
    const { db, dialect } = await openNew(createDatabase)
    if (dialect === 'sqlite') return
    const breakOthers = sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
    await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.05)`.execute(db)))
    await breakOthers.execute(db)
    const inUse = db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx)
      await breakOthers.execute(db)
      await new Promise((resolve) => setTimeout(resolve, 100))
      await sql`select 1`.execute(trx)
    })
    await expect(inUse).rejects.toThrow(/terminat|connection/)
    expect((await sql<{ n: number }>`select 1 as n`.execute(db)).rows).toEqual([{ n: 1 }])
  })

  describe.each(['statuses', 'summaries'] as const)('the history in %s', (table) => {
    test.each(['update', 'delete'] as const)('refuses %s', async (action) => {
      const { db } = await openNew(createDatabase)
      await sql`insert into units (id, level, name, path, aliases) values ('x', 'xa', 'X', '/x/', '[]')`.execute(db)
      const told = { unit_id: 'x', set_id: 's', as_of: '2023-04-30', source: 'Báo cáo mẫu', recorded_at: '2023-05-01' }
      await db
        .insertInto('statuses')
        .values({ ...told, indicator: '1.1', state: 'met', value: null, recorded_by: null })
        .execute()
      await db
        .insertInto('summaries')
        .values({ ...told, criteria_met: 1, indicators_met: 1, recorded_by: null })
        .execute()
      const before = await db.selectFrom(table).selectAll().execute()
      const change =
        action === 'delete' ? sql`delete from ${sql.table(table)}` : sql`update ${sql.table(table)} set source = 'khác'`
      await expect(change.execute(db)).rejects.toThrow(/append-only/)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual(before)
    })
  })
})

test('a SQLite file is opened by one at a time', async () => {
  const database = createSqlite()
  const store = await database.open()
  await expect(openStore(database.url)).rejects.toThrow(/another process is using/)
  await store.close()
  await expect(database.open()).resolves.toBeDefined()
})

test('a file that is no database is refused by name, and left as it is', async () => {
  const { url } = createSqlite()
  writeFileSync(url, 'not a database at all, but longer than the header of one')
  await expect(openStore(url)).rejects.toThrow(StoreError)
  await expect(openStore(url)).rejects.toThrow(`${url} cannot be used as a database`)
})

test.each([
  ['an address of another kind of database', 'mysql://u:geheim@h/d', 'mysql:// is not a database for this program'],
  [
    'a Postgres that is not there',
    'postgres://u:geheim@127.0.0.1:1/d',
    'the database cannot be used: connect ECONNREF',
  ],
])('%s is refused without its password', async (_, url, reason) => {
  const refused = await openStore(url).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(StoreError)
  expect(String(refused)).toContain(reason)
  expect(String(refused)).not.toContain('geheim')
})
