import type { Selectable } from 'kysely'
import type { AuditTable, Db, ReportState, StatusTable, UnitLevel } from './schema.ts'
import { endOfSubtree } from './units.ts'

/** A telling of an indicator's state, with the name of who told it; an import has none. */
export type ToldStatus = Selectable<StatusTable> & { teller: string | null }

/** A report on an indicator, and what became of it, with the names of its people and of its unit. */
export interface ToldReport {
  id: number
  indicator: string
  part: number | null
  whole: number | null
  value: number | null
  verdict: 'met' | 'unmet' | null
  submitted_at: string
  submitter: string | null
  state: ReportState
  decided_at: string | null
  decider: string | null
  reason: string | null
  unit_name: string
  unit_level: UnitLevel
  unit_path: string
}

/** All that was told of indicators of a unit, newest first, corrections included. */
export async function statusHistory(
  db: Db,
  unitId: string,
  setId: string,
  indicators: readonly string[],
): Promise<ToldStatus[]> {
  if (indicators.length === 0) return []
  return db
    .selectFrom('statuses')
    .leftJoin('people', 'people.id', 'statuses.recorded_by')
    .selectAll('statuses')
    .select('people.name as teller')
    .where('statuses.unit_id', '=', unitId)
    .where('statuses.set_id', '=', setId)
    .where('statuses.indicator', 'in', indicators)
    .orderBy('statuses.id', 'desc')
    .execute()
}

/** The reports on indicators from a unit and those below it, newest first. */
export async function reportHistory(
  db: Db,
  path: string,
  setId: string,
  indicators: readonly string[],
  limit: number,
): Promise<ToldReport[]> {
  if (indicators.length === 0) return []
  return db
    .selectFrom('reports')
    .innerJoin('units', 'units.id', 'reports.unit_id')
    .innerJoin('report_states', 'report_states.report_id', 'reports.id')
    .leftJoin('people', 'people.id', 'reports.submitted_by')
    .leftJoin('people as deciders', 'deciders.id', 'report_states.decided_by')
    .select(['reports.id', 'reports.indicator', 'reports.part', 'reports.whole', 'reports.value', 'reports.verdict'])
    .select(['reports.submitted_at', 'people.name as submitter', 'report_states.state', 'report_states.decided_at'])
    .select(['deciders.name as decider', 'report_states.reason'])
    .select(['units.name as unit_name', 'units.level as unit_level', 'units.path as unit_path'])
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .where('reports.set_id', '=', setId)
    .where('reports.indicator', 'in', indicators)
    .orderBy('reports.id', 'desc')
    .limit(limit)
    .execute()
}

/** Something done about an indicator, with the name of who did it. */
export type Deed = Pick<Selectable<AuditTable>, 'at' | 'action' | 'channel' | 'unit_id' | 'after'> & {
  who: string | null
}

/** All that was done about indicators in a unit and below it, oldest first. */
export async function deedsOn(db: Db, path: string, setId: string, indicators: readonly string[]): Promise<Deed[]> {
  if (indicators.length === 0) return []
  const subjects = indicators.map((indicator) => `${setId}/${indicator}`)
  return db
    .selectFrom('audit')
    .innerJoin('units', 'units.id', 'audit.unit_id')
    .leftJoin('people', 'people.id', 'audit.person_id')
    .select(['audit.at', 'audit.action', 'audit.channel', 'audit.unit_id', 'audit.after', 'people.name as who'])
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .where('audit.subject', 'in', subjects)
    .orderBy('audit.id')
    .execute()
}

/** A row of the audit, with the names as they are now: the row itself holds ids only. */
export type AuditLine = Selectable<AuditTable> & { person_name: string | null; unit_name: string | null }

/** The audit of a unit and all below it, and of what belongs to no unit where `path` is `/`, oldest first. */
export async function auditWithin(db: Db, path: string | undefined, since: string): Promise<AuditLine[]> {
  const query = db
    .selectFrom('audit')
    .leftJoin('people', 'people.id', 'audit.person_id')
    .leftJoin('units', 'units.id', 'audit.unit_id')
    .selectAll('audit')
    .select(['people.name as person_name', 'units.name as unit_name'])
    .where('audit.at', '>=', since)
    .orderBy('audit.id')
  if (path === undefined) return query.execute()
  return query.where('units.path', '>=', path).where('units.path', '<', endOfSubtree(path)).execute()
}
