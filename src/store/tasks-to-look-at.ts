/** The tasks that the program itself has to look at: for figures that came, for reminders, for owners who were not told. */
import { sql } from 'kysely'
import { IS_LIVE, newestFigures, readTasks, tasks, type Assignment } from './assignments.ts'
import type { Db } from './schema.ts'

const LOOKED_AT_STATUSES = 'tasks: statuses'
const LOOKED_AT_TASKS = 'tasks: given'

/** The first instant from which figures or tasks were not yet looked at; undefined where all were. */
export async function firstToLookAt(db: Db): Promise<string | undefined> {
  const [statuses, given] = [await lastLookedAt(db, LOOKED_AT_STATUSES), await lastLookedAt(db, LOOKED_AT_TASKS)]
  const first = async (table: 'statuses' | 'assignments', after: number) =>
    (await db.selectFrom(table).select('recorded_at').where('id', '>', after).orderBy('id').limit(1).execute())[0]
  const found = [await first('statuses', statuses), await first('assignments', given)]
  return found.flatMap((row) => row?.recorded_at ?? []).sort()[0]
}

async function lastLookedAt(db: Db, name: string): Promise<number> {
  const row = await db.selectFrom('routine_runs').select('last_id').where('name', '=', name).executeTakeFirst()
  return row?.last_id ?? 0
}

/** The tasks that are not over and were not looked at yet, or whose unit, or a village's commune, has figures that were not. */
export async function liveToLookAt(db: Db): Promise<Assignment[]> {
  const [statuses, given] = [await lastLookedAt(db, LOOKED_AT_STATUSES), await lastLookedAt(db, LOOKED_AT_TASKS)]
  return readTasks(
    tasks(db)
      .where(IS_LIVE)
      .where(({ or, eb, exists, selectFrom }) =>
        or([
          eb('assignments.id', '>', given),
          exists(
            selectFrom('current_statuses')
              .select('status_id')
              .where(sql<boolean>`current_statuses.unit_id in (assignments.unit_id, units.parent_id)`)
              .whereRef('current_statuses.set_id', '=', 'assignments.set_id')
              .where('current_statuses.status_id', '>', statuses),
          ),
        ]),
      )
      .orderBy('assignments.id'),
  )
}

/** All that there is by now was looked at. The caller holds `oneWriter`, so that no figure is on its way. */
export async function lookedAt(db: Db, now: Date): Promise<void> {
  const { after_status } = await newestFigures(db)
  const { id } = await db
    .selectFrom('assignments')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  for (const [name, last_id] of [
    [LOOKED_AT_STATUSES, after_status],
    [LOOKED_AT_TASKS, id ?? 0],
  ] as const)
    await db
      .insertInto('routine_runs')
      .values({ name, last_at: now.toISOString(), last_id })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ last_at: now.toISOString(), last_id }))
      .execute()
}

/** The open tasks that came before there were reminders, and have none yet. */
export async function tasksWithoutReminder(db: Db): Promise<Assignment[]> {
  return readTasks(
    tasks(db)
      .where('assignments.id', '>', await lastLookedAt(db, LOOKED_AT_TASKS))
      .where('assignments.state', '=', 'open')
      .where('assignments.remind_at', 'is', null),
  )
}

/** Open tasks whose owners were not told of them, and can be. */
function toTell(db: Db) {
  return tasks(db)
    .where('assignments.told_at', 'is', null)
    .where('assignments.state', '=', 'open')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('accounts').select('channel').whereRef('accounts.person_id', '=', 'assignments.person_id')),
    )
}

/** Since when somebody is to be told of a task. */
export async function firstToTell(db: Db): Promise<string | undefined> {
  return (await readTasks(toTell(db).orderBy('assignments.recorded_at').limit(1)))[0]?.recorded_at
}

/** The tasks that people are to be told of, the most urgent first. */
export async function liveToTell(db: Db): Promise<Assignment[]> {
  return readTasks(toTell(db).orderBy('assignments.due').orderBy('assignments.id'))
}

export async function markTold(db: Db, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('assignments').set({ told_at: now.toISOString() }).where('id', 'in', ids).execute()
}
