import type { Insertable, Selectable } from 'kysely'
import type { Db, EvidenceTable, ReportState, ReportTable } from './schema.ts'
import { endOfSubtree } from './units.ts'

export type ReportRow = Selectable<ReportTable>
export type EvidenceRow = Pick<Selectable<EvidenceTable>, 'sha256' | 'mime' | 'size'>

/** A report with what became of it, and the names that are said with it. */
export type Report = ReportRow & {
  state: ReportState
  decided_by: string | null
  decided_at: string | null
  reason: string | null
  reminded_at: string | null
  unit_name: string
  unit_level: 'tinh' | 'huyen' | 'xa' | 'thon'
  unit_path: string
  submitter: string
  decider: string | null
}

function reports(db: Db) {
  return db
    .selectFrom('reports')
    .innerJoin('report_states', 'report_states.report_id', 'reports.id')
    .innerJoin('units', 'units.id', 'reports.unit_id')
    .innerJoin('people', 'people.id', 'reports.submitted_by')
    .leftJoin('people as deciders', 'deciders.id', 'report_states.decided_by')
    .selectAll('reports')
    .select(['report_states.state', 'report_states.decided_by', 'report_states.decided_at'])
    .select(['report_states.reason', 'report_states.reminded_at'])
    .select(['units.name as unit_name', 'units.level as unit_level', 'units.path as unit_path'])
    .select(['people.name as submitter', 'deciders.name as decider'])
}

/** Appends a report, which waits for its review. Returns its number. */
export async function addReport(
  db: Db,
  report: Omit<Insertable<ReportTable>, 'id'>,
  evidence: readonly EvidenceRow[],
): Promise<number> {
  const { id } = await db.insertInto('reports').values(report).returning('id').executeTakeFirstOrThrow()
  const undecided = { decided_by: null, decided_at: null, reason: null, reminded_at: null }
  await db
    .insertInto('report_states')
    .values({ report_id: id, state: 'waiting', ...undecided })
    .execute()
  if (evidence.length > 0)
    await db
      .insertInto('evidence')
      .values(evidence.map(({ sha256, mime, size }) => ({ report_id: id, sha256, mime, size })))
      .execute()
  return id
}

export async function findReport(db: Db, id: number): Promise<Report | undefined> {
  return reports(db).where('reports.id', '=', id).executeTakeFirst()
}

export async function evidenceOf(db: Db, reportId: number): Promise<EvidenceRow[]> {
  return db
    .selectFrom('evidence')
    .select(['sha256', 'mime', 'size'])
    .where('report_id', '=', reportId)
    .orderBy('id')
    .execute()
}

/**
 * Moves a report from one state to another; false where it is not in that state any more, because somebody else was
 * faster. Whoever comes second changes nothing.
 */
export async function moveReport(
  db: Db,
  id: number,
  from: ReportState,
  to: ReportState,
  decision: { by: string; at: Date; reason?: string },
): Promise<boolean> {
  const result = await db
    .updateTable('report_states')
    .set({
      state: to,
      decided_by: to === 'waiting' ? null : decision.by,
      decided_at: to === 'waiting' ? null : decision.at.toISOString(),
      reason: decision.reason ?? null,
      reminded_at: null,
    })
    .where('report_id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** What waits for review within the subtrees of these units, the oldest first. */
export async function waitingWithin(db: Db, paths: readonly string[]): Promise<Report[]> {
  if (paths.length === 0) return []
  return reports(db)
    .where('report_states.state', '=', 'waiting')
    .where(({ or, and, eb }) =>
      or(paths.map((path) => and([eb('units.path', '>=', path), eb('units.path', '<', endOfSubtree(path))]))),
    )
    .orderBy('reports.id')
    .execute()
}

/** A person's own reports, the newest first. */
export async function reportsBy(db: Db, personId: string, limit: number): Promise<Report[]> {
  return reports(db)
    .where('reports.submitted_by', '=', personId)
    .orderBy('reports.submitted_at', 'desc')
    .orderBy('reports.id', 'desc')
    .limit(limit)
    .execute()
}

export interface Subject {
  unit_id: string
  set_id: string
  indicator: string
}

/** The reports on one indicator of one unit in a state, the newest first. */
export async function reportsOn(db: Db, subject: Subject, state: ReportState, limit = 20): Promise<Report[]> {
  return reports(db)
    .where('reports.unit_id', '=', subject.unit_id)
    .where('reports.set_id', '=', subject.set_id)
    .where('reports.indicator', '=', subject.indicator)
    .where('report_states.state', '=', state)
    .orderBy('reports.as_of', 'desc')
    .orderBy('reports.id', 'desc')
    .limit(limit)
    .execute()
}

/** How many reports on an indicator wait in a unit and below it. */
export async function countWaiting(db: Db, path: string, setId: string, indicator: string): Promise<number> {
  const { count } = await db
    .selectFrom('report_states')
    .innerJoin('reports', 'reports.id', 'report_states.report_id')
    .innerJoin('units', 'units.id', 'reports.unit_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('report_states.state', '=', 'waiting')
    .where('reports.set_id', '=', setId)
    .where('reports.indicator', '=', indicator)
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .executeTakeFirstOrThrow()
  return count
}

/** The indicators that a unit reported on, the newest first. */
export async function recentIndicators(
  db: Db,
  unitId: string,
  limit: number,
): Promise<{ set_id: string; indicator: string }[]> {
  return db
    .selectFrom('reports')
    .select(['set_id', 'indicator'])
    .where('unit_id', '=', unitId)
    .groupBy(['set_id', 'indicator'])
    .orderBy(({ fn }) => fn.max('id'), 'desc')
    .limit(limit)
    .execute()
}

/** All that waits for review, the oldest first. */
export async function waitingReports(db: Db): Promise<Report[]> {
  return reports(db).where('report_states.state', '=', 'waiting').orderBy('reports.id').execute()
}

/** Since when the report that was looked at longest ago has waited: its submission or its last reminder. */
export async function waitingSince(db: Db): Promise<string | undefined> {
  const rows = await db
    .selectFrom('report_states')
    .innerJoin('reports', 'reports.id', 'report_states.report_id')
    .select(({ fn }) => fn.coalesce('report_states.reminded_at', 'reports.submitted_at').as('since'))
    .where('report_states.state', '=', 'waiting')
    .orderBy('since')
    .limit(1)
    .execute()
  return rows[0]?.since
}

export async function markReminded(db: Db, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('report_states')
    .set({ reminded_at: now.toISOString() })
    .where('report_id', 'in', ids)
    .where('state', '=', 'waiting')
    .execute()
}
