import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, inject, onTestFinished, test, vi } from 'vitest'
import { moveDatabase } from '../../src/store/move.ts'
import { allTables, countRows } from '../../src/store/tables.ts'
import type { Db } from '../../src/store/schema.ts'
import { furnish } from '../conversations/furnish.ts'
import { createPostgres, createSqlite } from './databases.ts'

const postgres = inject('postgres')
// Whole processes are started here, also on machines that are busy.
vi.setConfig({ testTimeout: 60_000 })

const OPERATOR = join(import.meta.dirname, '../../src/operator/ntm.ts')

async function target() {
  if (!('url' in postgres)) throw new Error('no Postgres')
  const database = await createPostgres(postgres)
  return database
}

/** A row in every table that the worlds leave empty, with what is easily lost on the way. */
async function fillAll(db: Db): Promise<void> {
  const at = '2026-11-23T01:00:00.000Z'
  const text = `"nháy" 'đơn' \\ \n\t🌾 ${'ạ'.normalize('NFD')} \\u0000`
  const message = { key: 'k', channel: 'zalo', chat_id: 'c', kind: 'reply', message: text, state: 'sent' } as const
  const rest = { attempts: 1, due_at: at, error: null, external_id: null, created_at: at, sent_at: at }
  await db
    .insertInto('outbox')
    .values({ ...message, ...rest })
    .execute()
  // Number 2 was given, and its row is gone.
  await db
    .insertInto('outbox')
    .values({ ...message, ...rest, key: 'l' })
    .execute()
  await db.deleteFrom('outbox').where('key', '=', 'l').execute()
  const where = { unit_id: 'trung-luong', set_id: 'ntm-nang-cao-2021-2025', indicator: '17.5' }
  const figure = { state: 'met', value: 86.4000000000001, as_of: '2026-11-01', source: text } as const
  await db
    .insertInto('statuses')
    .values({ ...where, ...figure, recorded_at: at, recorded_by: null })
    .execute()
  await db
    .insertInto('audit')
    .values({
      at,
      person_id: null,
      channel: null,
      action: 'x',
      unit_id: null,
      subject: 's',
      before: null,
      after: text,
      reason: '',
    })
    .execute()
  await db.insertInto('links').values({ secret: 's', path: 'p', name: text, expires_at: at }).execute()
}

test.runIf('url' in postgres)(
  'everything arrives in Postgres: every row, its numbers, the history that is not to be changed',
  async () => {
    const source = createSqlite()
    await furnish('trung-luong', source.url)
    const from = await source.open()
    await fillAll(from.db)
    const to = await (await target()).open()
    const told: string[] = []
    const moved = await moveDatabase(from, to, ({ table }) => told.push(table))

    expect(await countRows(to.db)).toEqual(await countRows(from.db))
    expect(told.sort()).toEqual(await allTables(to.db))
    expect(moved.find(({ table }) => table === 'statuses')).toMatchObject({ rows: 15 })
    for (const table of await allTables(from.db)) {
      const rows = async (db: Db) =>
        (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)).rows
          .map((row) => JSON.stringify(row, Object.keys(row).sort()))
          .sort()
      expect(await rows(to.db), table).toEqual(await rows(from.db))
    }
    await to.db.insertInto('links').values({ secret: 't', path: 'p', name: 'n', expires_at: '' }).execute()
    const added = await to.db
      .insertInto('outbox')
      .columns(['key', 'channel', 'chat_id', 'kind', 'message', 'state', 'attempts', 'due_at', 'created_at'])
      .expression((eb) =>
        eb
          .selectFrom('outbox')
          .select([
            sql<string>`'m'`.as('key'),
            'channel',
            'chat_id',
            'kind',
            'message',
            'state',
            'attempts',
            'due_at',
            'created_at',
          ]),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(added.id).toBe(3)
    await expect(to.db.deleteFrom('statuses').execute()).rejects.toThrow('append-only')
  },
)

test.runIf('url' in postgres)('a target that holds something is refused, and left as it is', async () => {
  const source = createSqlite()
  await furnish('trung-luong', source.url)
  const to = await target()
  await furnish('trung-luong', to.url)
  const store = await to.open()
  const before = await countRows(store.db)
  await expect(moveDatabase(await source.open(), store, () => {})).rejects.toThrow('the target is not empty (')
  expect(await countRows(store.db)).toEqual(before)
})

test.runIf('url' in postgres)('what cannot be moved whole is not moved at all', async () => {
  const source = createSqlite()
  await furnish('trung-luong', source.url)
  const from = await source.open()
  // Postgres takes no NUL in a text.
  await from.db.insertInto('links').values({ secret: 's', path: 'a\0b', name: 'n', expires_at: '' }).execute()
  const to = await (await target()).open()
  await expect(moveDatabase(from, to, () => {})).rejects.toThrow(/^links: /)
  expect(Object.values(await countRows(to.db)).every((count) => count === 0)).toBe(true)
})

test.runIf('url' in postgres)(
  'by the operator: while a bot has the file it is refused, then it goes through',
  async () => {
    const source = createSqlite()
    await furnish('trung-luong', source.url)
    const { url } = await target()
    const ntm = (...args: string[]) => spawnSync(process.execPath, [OPERATOR, ...args], { encoding: 'utf8', cwd: '/' })
    const bot = await source.open()
    onTestFinished(() => bot.close())
    expect(ntm('migrate', '--to', url, '--db', source.url)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('another process is using') as string,
    })
    await bot.close()
    const done = ntm('migrate', '--to', url, '--db', source.url)
    expect(done).toMatchObject({ status: 0, stderr: '' })
    expect(done.stdout).toMatch(/units: 5 dòng, mã kiểm tra [0-9a-f]{32}\n[^]*hai bên khớp/)
    expect(ntm('migrate', '--to', '/tmp/x.db')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Dùng: ntm migrate/) as string,
    })
  },
)
