import type { Insertable, Selectable } from 'kysely'
import { dialectOf } from './dialect.ts'
import type { Db, UnitLevel } from './schema.ts'
import { endOfSubtree } from './units.ts'
import type { ScheduleRunTable, ScheduleTable } from './work-tables.ts'

/** A schedule with the unit whose groups it is for. */
export type Schedule = Selectable<ScheduleTable> & {
  unit_name: string
  unit_level: UnitLevel
  unit_path: string
  unit_ended: string | null
}

/** What `chats` holds where a schedule is for the groups of its unit alone, and not for those below it. */
export const OWN_CHATS = 'own'

function schedules(db: Db) {
  return db
    .selectFrom('schedules')
    .innerJoin('units', 'units.id', 'schedules.unit_id')
    .selectAll('schedules')
    .select(['units.name as unit_name', 'units.level as unit_level', 'units.path as unit_path'])
    .select('units.ended_on as unit_ended')
}

export async function findSchedule(db: Db, id: number): Promise<Schedule | undefined> {
  return schedules(db).where('schedules.id', '=', id).executeTakeFirst()
}

/** The schedules of a unit and all below it that go on, the oldest first; one that was changed keeps its place. */
export async function schedulesWithin(db: Db, path: string): Promise<Schedule[]> {
  return schedules(db)
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .where('schedules.ended_at', 'is', null)
    .orderBy(({ fn }) => fn.coalesce('schedules.continues', 'schedules.id'))
    .execute()
}

/** The schedules of a unit and all below it that ended since an instant, the newest first. */
export async function endedWithin(db: Db, path: string, since: Date, limit: number): Promise<Schedule[]> {
  return schedules(db)
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .where('schedules.ended_at', '>=', since.toISOString())
    .orderBy('schedules.ended_at', 'desc')
    .orderBy('schedules.id', 'desc')
    .limit(limit)
    .execute()
}

/** Sets a schedule. Returns its id. */
export async function addSchedule(
  db: Db,
  schedule: Omit<Insertable<ScheduleTable>, 'ended_at' | 'continues'> & { continues?: number },
): Promise<number> {
  const { id } = await db
    .insertInto('schedules')
    .values({ continues: null, ...schedule, ended_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Ends a schedule that goes on; false where somebody else was faster. What it was, and its runs, stay. */
export async function endSchedule(db: Db, id: number, now: Date): Promise<boolean> {
  const ended = await db
    .updateTable('schedules')
    .set({ next_at: null, ended_at: now.toISOString() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows) > 0
}

/** The instant at which the next schedule is due. */
export async function nextScheduleAt(db: Db): Promise<string | undefined> {
  const first = await db
    .selectFrom('schedules')
    .select('next_at')
    .where('next_at', 'is not', null)
    .orderBy('next_at')
    .limit(1)
    .executeTakeFirst()
  return first?.next_at ?? undefined
}

/** What is due, in order. On Postgres it is held for this transaction, and what another one holds is left to that. */
export async function takeDueSchedules(db: Db, now: Date): Promise<Schedule[]> {
  const due = schedules(db)
    .where('schedules.next_at', 'is not', null)
    .where('schedules.next_at', '<=', now.toISOString())
    .orderBy('schedules.next_at')
    .orderBy('schedules.id')
  return (dialectOf(db) === 'postgres' ? due.forUpdate('schedules').skipLocked() : due).execute()
}

/** When a schedule is due next; undefined ends it. */
export async function moveOn(db: Db, id: number, next: Date | undefined, now: Date): Promise<void> {
  await db
    .updateTable('schedules')
    .set({ next_at: next?.toISOString() ?? null, ended_at: next ? null : now.toISOString() })
    .where('id', '=', id)
    .execute()
}

/** It is not due any more, but goes on to be listed. */
export async function setAside(db: Db, id: number): Promise<void> {
  await db.updateTable('schedules').set({ next_at: null }).where('id', '=', id).execute()
}

/** Writes down what came of due times; one that was written down before stays as it is. */
export async function recordRuns(db: Db, runs: readonly Insertable<ScheduleRunTable>[]): Promise<void> {
  for (const run of runs)
    await db
      .insertInto('schedule_runs')
      .values(run)
      .onConflict((conflict) => conflict.columns(['schedule_id', 'due_at']).doNothing())
      .execute()
}

/** Whether a due time was dealt with. */
export async function hasRun(db: Db, scheduleId: number, due: Date): Promise<boolean> {
  const run = await db
    .selectFrom('schedule_runs')
    .select('outcome')
    .where('schedule_id', '=', scheduleId)
    .where('due_at', '=', due.toISOString())
    .executeTakeFirst()
  return run !== undefined
}

/** The last time that it was sent; undefined before the first. */
export async function lastSent(db: Db, scheduleId: number): Promise<string | undefined> {
  const run = await db
    .selectFrom('schedule_runs')
    .select('due_at')
    .where('schedule_id', '=', scheduleId)
    .where('outcome', '=', 'sent')
    .orderBy('due_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return run?.due_at
}
