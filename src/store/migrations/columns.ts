import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

/** A table whose `id` counts up and is never used again. */
export function withId<T extends string>(dialect: Dialect, table: CreateTableBuilder<T>) {
  return dialect === 'postgres'
    ? table.addColumn('id', 'bigint', (c) => c.primaryKey().generatedAlwaysAsIdentity())
    : table.addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
}

/** History is never rewritten: a trigger refuses UPDATE and DELETE whatever program tries it. */
export async function makeAppendOnly(db: Kysely<unknown>, table: string, dialect: Dialect): Promise<void> {
  if (dialect === 'sqlite') {
    for (const action of ['update', 'delete'])
      await sql`create trigger ${sql.raw(`${table}_no_${action} before ${action} on ${table}`)}
        begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`.execute(db)
    return
  }
  await sql`create or replace function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$`.execute(db)
  await sql`create trigger ${sql.raw(`${table}_append_only before update or delete or truncate on ${table}`)}
    for each statement execute function refuse_change()`.execute(db)
}
