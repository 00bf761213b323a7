import { sql } from 'kysely'
import type { Db } from './schema.ts'
import { endOfSubtree } from './units.ts'

/** What a village reported for a period. */
export interface VillageReporting {
  unit_id: string
  name: string
  level: 'thon'
  path: string
  waiting: number
  approved: number
  returned: number
  /** When the first report came that was not withdrawn. */
  first_at: string | null
}

/**
 * The living villages below a path, each with its reports of the days from `from` to `to`; of some indicators only,
 * where they are given as `set/code`. What was withdrawn does not count.
 */
export async function villageReporting(
  db: Db,
  path: string,
  { from, to, subjects }: { from: string; to: string; subjects?: readonly string[] },
): Promise<VillageReporting[]> {
  const onSubjects = subjects ? sql`and reports.set_id || '/' || reports.indicator in (${sql.join(subjects)})` : sql``
  const { rows } = await sql<VillageReporting>`
    select units.id as unit_id, units.name, units.level, units.path,
      coalesce(sum(case when state = 'waiting' then 1 else 0 end), 0) as waiting,
      coalesce(sum(case when state = 'approved' then 1 else 0 end), 0) as approved,
      coalesce(sum(case when state = 'returned' then 1 else 0 end), 0) as returned,
      min(case when state <> 'withdrawn' then submitted_at end) as first_at
    from units
    left join reports on reports.unit_id = units.id and reports.as_of between ${from} and ${to} ${onSubjects}
    left join report_states on report_states.report_id = reports.id
    where units.level = 'thon' and units.ended_on is null
      and units.path >= ${path} and units.path < ${endOfSubtree(path)}
    group by units.id, units.name, units.level, units.path
    order by units.path`.execute(db)
  return rows
}
