import { sql } from 'kysely'
import type { Summary } from './figures.ts'
import type { Db } from './schema.ts'
import { endOfSubtree } from './units.ts'

/** The communes of a subtree, each with a set, of which anything was recorded after an instant. */
export async function recordedSince(
  db: Db,
  path: string,
  since: string,
): Promise<{ unit_id: string; set_id: string }[]> {
  const { rows } = await sql<{ unit_id: string; set_id: string }>`
    select distinct told.unit_id, told.set_id from (
      select unit_id, set_id, recorded_at from statuses
      union all select unit_id, set_id, recorded_at from summaries
    ) as told
    join units on units.id = told.unit_id
    where units.level = 'xa' and units.path >= ${path} and units.path < ${endOfSubtree(path)}
      and told.recorded_at > ${since}
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
