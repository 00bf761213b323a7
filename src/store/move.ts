import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { inputRows } from './bulk.ts'
import type { Db } from './schema.ts'
import type { Store } from './store.ts'
import { allTables, countRows } from './tables.ts'

/** A database cannot be moved; the message says why. */
export class MoveError extends Error {}

/** What became of a table: its rows, and a sum over them that does not depend on their order. */
export interface MovedTable {
  table: string
  rows: number
  checksum: string
}

type ColumnType = 'text' | 'integer' | 'double precision' | 'bigint'
type Row = Record<string, unknown>

const AT_ONCE = 5000

/**
 * Moves all of a SQLite database with its history into an empty Postgres database: in one transaction, in which every
 * table is read back and compared, row for row by a checksum. Nothing of the source is changed.
 *
 * @param from opened for this process alone, so that no bot writes to it meanwhile.
 * @param to up to date and empty.
 * @throws {MoveError} when the target holds something, or what was read back is not what was there; nothing is moved then.
 */
export async function moveDatabase(from: Store, to: Store, told: (moved: MovedTable) => void): Promise<MovedTable[]> {
  const filled = Object.entries(await countRows(to.db)).filter(([, count]) => count > 0)
  if (filled.length > 0)
    throw new MoveError(`the target is not empty (${filled.map(([table, count]) => `${table} ${count}`).join(', ')})`)
  const tables = await inOrder(from.db)
  const missing = (await allTables(to.db)).filter((table) => !tables.includes(table))
  if (missing.length > 0) throw new MoveError(`tables that the source does not have: ${missing.join(', ')}`)
  return to.db.transaction().execute(async (trx) => {
    const moved: MovedTable[] = []
    for (const table of tables) {
      const columns = await columnsOf(trx, table)
      await copyTable(from.db, trx, table, columns).catch((error: Error) => {
        throw new MoveError(`${table}: ${error.message}`, { cause: error })
      })
      const before = await summed(readSqlite(from.db, table, columns), table, columns)
      const after = await summed(readPostgres(trx, table, columns), table, columns)
      if (before.rows !== after.rows || before.checksum !== after.checksum)
        throw new MoveError(`${table}: ${after.rows} of ${before.rows} rows arrived, or not as they were`)
      moved.push(after)
      told(after)
    }
    return moved
  })
}

/** What a table refers to comes before it. */
async function inOrder(source: Db): Promise<string[]> {
  const waiting = new Set(await allTables(source))
  const ordered: string[] = []
  while (waiting.size > 0) {
    const before = waiting.size
    for (const table of waiting) {
      const { rows } = await sql<{ table: string }>`select "table" from pragma_foreign_key_list(${table})`.execute(
        source,
      )
      if (rows.some(({ table: other }) => other !== table && waiting.has(other))) continue
      waiting.delete(table)
      ordered.push(table)
    }
    if (waiting.size === before) throw new MoveError(`tables refer to each other: ${[...waiting].join(', ')}`)
  }
  return ordered
}

async function columnsOf(target: Db, table: string): Promise<Record<string, ColumnType>> {
  const { rows } = await sql<{ name: string; type: ColumnType }>`
    select column_name as name, data_type as type from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} order by ordinal_position`.execute(target)
  return Object.fromEntries(rows.map(({ name, type }) => [name, type]))
}

async function copyTable(from: Db, to: Db, table: string, columns: Record<string, ColumnType>): Promise<void> {
  const list = sql.join(Object.keys(columns).map((name) => sql.ref(name)))
  const insert = async (rows: readonly Row[]) =>
    void (await sql`insert into ${sql.table(table)} (${list}) overriding system value
      select ${list} from ${inputRows(to, rows, columns)}`.execute(to))
  // A unit refers to the one above it: references are looked at when a statement ends, so all of them go in with one.
  const refersToItself = table === 'units'
  const together: Row[] = []
  for await (const rows of readSqlite(from, table, columns)) {
    if (refersToItself) together.push(...rows)
    else await insert(rows)
  }
  if (together.length > 0) await insert(together)
  if (!('id' in columns) || columns.id !== 'bigint') return
  // A number that was given once is not given again, though its row may be gone.
  const { rows } = await sql<{ last: number }>`select seq as last from sqlite_sequence where name = ${table}`.execute(
    from,
  )
  const last = rows[0]?.last ?? 0
  if (last > 0) await sql`select setval(pg_get_serial_sequence(${table}, 'id'), ${last}::bigint)`.execute(to)
}

async function* readSqlite(db: Db, table: string, columns: Record<string, ColumnType>): AsyncGenerator<Row[]> {
  const list = sql.join(Object.keys(columns).map((name) => sql.ref(name)))
  for (let last = -1; ;) {
    const { rows } = await sql<Row & { place: number }>`select rowid as place, ${list} from ${sql.table(table)}
      where rowid > ${last} order by rowid limit ${sql.lit(AT_ONCE)}`.execute(db)
    yield rows
    if (rows.length < AT_ONCE) return
    last = rows.at(-1)!.place
  }
}

/** By a cursor, within the transaction: so that not all of it is in memory at once. */
async function* readPostgres(trx: Db, table: string, columns: Record<string, ColumnType>): AsyncGenerator<Row[]> {
  const list = sql.join(Object.keys(columns).map((name) => sql.ref(name)))
  await sql`declare moved cursor for select ${list} from ${sql.table(table)}`.execute(trx)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(AT_ONCE)} from moved`.execute(trx)
    if (rows.length === 0) break
    yield rows
  }
  await sql`close moved`.execute(trx)
}

async function summed(
  pages: AsyncIterable<Row[]>,
  table: string,
  columns: Record<string, ColumnType>,
): Promise<MovedTable> {
  const names = Object.keys(columns)
  let rows = 0
  let sum = 0n
  for await (const page of pages)
    for (const row of page) {
      const digest = createHash('sha256')
        .update(JSON.stringify(names.map((name) => row[name])))
        .digest('hex')
      sum = BigInt.asUintN(128, sum + BigInt(`0x${digest.slice(0, 32)}`))
      rows += 1
    }
  return { table, rows, checksum: sum.toString(16).padStart(32, '0') }
}
