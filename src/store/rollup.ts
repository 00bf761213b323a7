import { sql } from 'kysely'
import type { Db } from './schema.ts'
import { endOfSubtree } from './units.ts'

/** A village with its latest approved report on an indicator; the report's columns are null where there is none. */
export interface VillageReport {
  unit_id: string
  name: string
  level: 'thon'
  path: string
  households: number | null
  report_id: number | null
  part: number | null
  whole: number | null
  value: number | null
  verdict: 'met' | 'unmet' | null
  as_of: string | null
}

/** The living villages below a path, each with its latest approved report on an indicator, by path. */
export async function latestApproved(db: Db, path: string, setId: string, indicator: string): Promise<VillageReport[]> {
  const { rows } = await sql<VillageReport>`
    select units.id as unit_id, units.name, units.level, units.path, units.households, latest.id as report_id,
      latest.part, latest.whole, latest.value, latest.verdict, latest.as_of
    from units left join reports as latest on latest.id = (
      select reports.id from reports join report_states on report_states.report_id = reports.id
      where reports.unit_id = units.id and set_id = ${setId} and indicator = ${indicator} and state = 'approved'
      order by as_of desc, reports.id desc limit 1
    )
    where units.level = 'thon' and units.ended_on is null
      and units.path >= ${path} and units.path < ${endOfSubtree(path)}
    order by units.path`.execute(db)
  return rows
}

/** An approved report as the trend needs it. */
export type ApprovedReport = Pick<VillageReport, 'unit_id' | 'part' | 'whole' | 'value' | 'verdict'> & {
  as_of: string
}

/** All approved reports of the living villages below a path on an indicator, oldest first. */
export async function approvedReports(
  db: Db,
  path: string,
  setId: string,
  indicator: string,
): Promise<ApprovedReport[]> {
  return db
    .selectFrom('reports')
    .innerJoin('report_states', 'report_states.report_id', 'reports.id')
    .innerJoin('units', 'units.id', 'reports.unit_id')
    .select(['reports.unit_id', 'part', 'whole', 'value', 'verdict', 'as_of'])
    .where('set_id', '=', setId)
    .where('indicator', '=', indicator)
    .where('state', '=', 'approved')
    .where('units.level', '=', 'thon')
    .where('units.ended_on', 'is', null)
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .orderBy('as_of')
    .orderBy('reports.id')
    .execute()
}

/** The indicators that living villages below a path have approved reports on, the one with the most villages first. */
export async function rolledUpIndicators(
  db: Db,
  path: string,
): Promise<{ set_id: string; indicator: string; villages: number }[]> {
  return db
    .selectFrom('reports')
    .innerJoin('report_states', 'report_states.report_id', 'reports.id')
    .innerJoin('units', 'units.id', 'reports.unit_id')
    .select(['set_id', 'indicator', ({ fn }) => fn.count<number>('reports.unit_id').distinct().as('villages')])
    .where('state', '=', 'approved')
    .where('units.level', '=', 'thon')
    .where('units.ended_on', 'is', null)
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .groupBy(['set_id', 'indicator'])
    .orderBy('villages', 'desc')
    .orderBy('set_id')
    .orderBy('indicator')
    .execute()
}

/** The last time that an officer fixed the roll-up of an indicator (`set/code`), with what was noted of it. */
export async function lastFixing(
  db: Db,
  unitId: string,
  subject: string,
): Promise<{ id: number; after: string | null } | undefined> {
  return db
    .selectFrom('audit')
    .select(['id', 'after'])
    .where('unit_id', '=', unitId)
    .where('subject', '=', subject)
    .where('action', '=', 'rollup.fix')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
