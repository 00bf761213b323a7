import { sql } from 'kysely'
import { dialectOf } from './dialect.ts'
import type { Db } from './schema.ts'

/** The names of all tables that hold something of ours, in order; those of the migrations' book are not. */
export async function allTables(db: Db): Promise<string[]> {
  const query =
    dialectOf(db) === 'postgres'
      ? sql<{ name: string }>`select table_name as name from information_schema.tables
          where table_schema = current_schema() and table_type = 'BASE TABLE'`
      : sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`
  const { rows } = await query.execute(db)
  return rows
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('kysely_'))
    .sort()
}

/** How many rows each table has. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of await allTables(db)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)
    counts[table] = rows[0]!.count
  }
  return counts
}

/** The files that rows speak of: photos and documents of reports and of tasks. */
export async function keptFiles(db: Db): Promise<{ sha256: string; mime: string }[]> {
  const reports = await db.selectFrom('evidence').select(['sha256', 'mime']).distinct().execute()
  const tasks = await db.selectFrom('assignment_files').select(['sha256', 'mime']).distinct().execute()
  return [...new Map([...reports, ...tasks].map((file) => [`${file.sha256} ${file.mime}`, file])).values()]
}
