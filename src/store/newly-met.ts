import type { Selectable } from 'kysely'
import { addDays } from '../calendar/days.ts'
import { afterQuiet } from '../calendar/quiet-hours.ts'
import { localAt } from '../calendar/zone.ts'
import { standingsOf, type CurrentStatus } from './figures.ts'
import type { Db } from './schema.ts'
import { findUnits } from './units.ts'
import { zoneOf } from './unit-settings.ts'
import type { NewlyMetTable } from './work-tables.ts'

export type NewlyMet = Selectable<NewlyMetTable>

/** A status of an older day is history that is being filled in, and no news. */
const NEWS_DAYS = 92

/** Whether an indicator counted as met before: by its own status, or because the report's list names only what is not. */
export async function countedAsMet(
  db: Db,
  unitId: string,
  setId: string,
  before: Pick<CurrentStatus, 'state'> | undefined,
): Promise<boolean> {
  if (before) return before.state === 'met'
  return (await standingsOf(db, unitId)).some(({ set_id, presumed }) => set_id === setId && presumed === 1)
}

/**
 * Notes that an indicator of a commune has become met, for the groups that follow that; they are told with all that became
 * met at the same time, at night in the morning. To be called while the bot runs, in the transaction that records the status;
 * an import of figures does not.
 *
 * @param asOf the day of the status; one of an older quarter is no news.
 */
export async function noteNewlyMet(
  db: Db,
  { unit: unitId, set, code, asOf }: { unit: string; set: string; code: string; asOf: string },
  now: Date,
): Promise<void> {
  const [unit] = await findUnits(db, [unitId])
  if (!unit) return
  const zone = await zoneOf(db, unit.path)
  if (asOf < addDays(localAt(now, zone).day, -NEWS_DAYS)) return
  await db
    .insertInto('newly_met')
    .values({
      unit_id: unitId,
      set_id: set,
      indicator: code,
      noted_at: now.toISOString(),
      due_at: afterQuiet(now, zone).toISOString(),
      done_at: null,
      notice_id: null,
    })
    .execute()
}

/** When groups are next to be told of what became met. */
export async function nextNewlyMet(db: Db): Promise<string | undefined> {
  const next = await db
    .selectFrom('newly_met')
    .select('due_at')
    .where('done_at', 'is', null)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return next?.due_at
}

export async function dueNewlyMet(db: Db, now: Date): Promise<NewlyMet[]> {
  return db
    .selectFrom('newly_met')
    .selectAll()
    .where('done_at', 'is', null)
    .where('due_at', '<=', now.toISOString())
    .orderBy('id')
    .execute()
}

/** Notes that these were looked at; without a notice where there was nothing to tell any more, or nobody. */
export async function markNewlyMet(db: Db, ids: readonly number[], notice: number | null, now: Date): Promise<void> {
  await db
    .updateTable('newly_met')
    .set({ done_at: now.toISOString(), notice_id: notice })
    .where('id', 'in', ids)
    .execute()
}
