import { sql, type RawBuilder } from 'kysely'
import { dialectOf } from './dialect.ts'
import type { Db, Schema } from './schema.ts'

type ColumnType = 'text' | 'integer' | 'bigint' | 'double precision'

/**
 * Rows as one JSON parameter that a query can select from, named `input`: thousands go in with one statement, whatever
 * the limit of parameters is.
 *
 * @example sql`insert into people (id, name) select id, name from ${inputRows(db, rows, { id: 'text', name: 'text' })}`
 */
export function inputRows<Column extends string>(
  db: Db,
  rows: readonly { [Name in NoInfer<Column>]?: unknown }[],
  columns: Record<Column, ColumnType>,
): RawBuilder<unknown> {
  const names = Object.keys(columns) as Column[]
  const json = JSON.stringify(rows)
  if (dialectOf(db) === 'postgres') {
    const shape = names.map((name) => sql`${sql.ref(name)} ${sql.raw(columns[name])}`)
    return sql`json_to_recordset(${json}::json) as input(${sql.join(shape)})`
  }
  const cells = names.map((name) => sql`value ->> ${sql.lit(`$.${name}`)} as ${sql.ref(name)}`)
  return sql`(select ${sql.join(cells)} from json_each(${json})) as input`
}

/** In pieces of at most `size`. */
export function* chunksOf<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}

/**
 * Inserts rows, or puts their columns in the place of those with the same key; one statement a chunk. What a row holds
 * besides the columns is left alone.
 */
export async function upsert<Column extends string>(
  db: Db,
  table: keyof Schema,
  rows: readonly { [Name in NoInfer<Column>]: unknown }[],
  columns: Record<Column, ColumnType>,
  key: readonly NoInfer<Column>[],
): Promise<void> {
  const names = Object.keys(columns) as Column[]
  const list = sql.join(names.map((name) => sql.ref(name)))
  const changes = names
    .filter((name) => !key.includes(name))
    .map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`)
  const onConflict = changes.length === 0 ? sql`nothing` : sql`update set ${sql.join(changes)}`
  for (const chunk of chunksOf(rows, 5_000))
    await sql`insert into ${sql.table(table)} (${list}) select ${list} from ${inputRows(db, chunk, columns)} where true
      on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do ${onConflict}`.execute(db)
}
