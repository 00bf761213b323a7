import type { Status } from './figures.ts'
import type { Report } from './reports.ts'
import type { Db } from './schema.ts'

/** The village's newest status on the indicator from before a report was approved. */
export async function statusBefore(db: Db, report: Report): Promise<Status | undefined> {
  return db
    .selectFrom('statuses')
    .selectAll()
    .where('unit_id', '=', report.unit_id)
    .where('set_id', '=', report.set_id)
    .where('indicator', '=', report.indicator)
    .where('recorded_at', '<', report.decided_at ?? '')
    .orderBy('as_of', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
