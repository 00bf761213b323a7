import { sql } from 'kysely'
import type { Summary } from './figures.ts'
import type { Db } from './schema.ts'
import { endOfSubtree } from './units.ts'

/** How far the history was seen: by what was appended, not by a clock, which may be wrong. */
export interface Seen {
  status: number
  summary: number
}

/** The newest status and totals there are. */
export async function newestHistory(db: Db): Promise<Seen> {
  const newest = async (table: 'statuses' | 'summaries') => {
    const { id } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.max('id').as('id'))
      .executeTakeFirstOrThrow()
    return id ?? 0
  }
  return { status: await newest('statuses'), summary: await newest('summaries') }
}

/** The last digest that was sent for a unit: when, and how far it saw the history. Undefined before the first. */
export async function lastDigest(db: Db, unitId: string): Promise<{ at: string; seen: Seen } | undefined> {
  const last = await db
    .selectFrom('notices')
    .select(['created_at', 'seen_status', 'seen_summary'])
    .where('unit_id', '=', unitId)
    .where('kind', '=', 'digest')
    .where('seen_status', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last && { at: last.created_at, seen: { status: last.seen_status ?? 0, summary: last.seen_summary ?? 0 } }
}

/** The communes of a subtree, each with a set, of which anything was told after what was seen. */
export async function toldSince(
  db: Db,
  path: string,
  { status, summary }: Seen,
): Promise<{ unit_id: string; set_id: string }[]> {
  const { rows } = await sql<{ unit_id: string; set_id: string }>`
    select distinct told.unit_id, told.set_id from (
      select unit_id, set_id from statuses where id > ${status}
      union all select unit_id, set_id from summaries where id > ${summary}
    ) as told
    join units on units.id = told.unit_id
    where units.level = 'xa' and units.path >= ${path} and units.path < ${endOfSubtree(path)}
    order by told.unit_id, told.set_id`.execute(db)
  return rows
}

/** All totals that were ever reported of a unit on a set, by day, of one day the last word last. */
export async function summariesOf(db: Db, unitId: string, setId: string): Promise<Summary[]> {
  return db
    .selectFrom('summaries')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('set_id', '=', setId)
    .orderBy('as_of')
    .orderBy('id')
    .execute()
}
