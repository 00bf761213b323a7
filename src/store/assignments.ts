import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { appendEvent, type AssignmentFile } from './assignment-events.ts'
import { chunksOf } from './bulk.ts'
import type { Db, UnitLevel } from './schema.ts'
import { endOfSubtree } from './units.ts'
import type { AssignmentEventTable, AssignmentState, AssignmentTable } from './work-tables.ts'

export type AssignmentRow = Selectable<AssignmentTable>
/** A task with the names that are said with it. */
export type Assignment = AssignmentRow & {
  owner: string
  owner_title: string | null
  /** Whether its owner still acts in any role: a task of somebody who left waits for another person. */
  owner_acts: boolean
  giver: string | null
  unit_name: string
  unit_level: UnitLevel
  unit_path: string
  /** The day that its unit was merged or dissolved. */
  unit_ended: string | null
}

/** What is still to be done, or to be confirmed. */
export const LIVE = ['open', 'done'] as const satisfies AssignmentState[]

/** Constants, not parameters: only so are the indexes of what is live taken. */
export const IS_LIVE = sql<boolean>`assignments.state in (${sql.join(LIVE.map((state) => sql.lit(state)))})`

/** All tasks, to be narrowed and then read by `readTasks`. */
export function tasks(db: Db) {
  return db
    .selectFrom('assignments')
    .innerJoin('units', 'units.id', 'assignments.unit_id')
    .innerJoin('people', 'people.id', 'assignments.person_id')
    .leftJoin('people as givers', 'givers.id', 'assignments.given_by')
    .selectAll('assignments')
    .select(['people.name as owner', 'people.title as owner_title', 'givers.name as giver'])
    .select(['units.name as unit_name', 'units.level as unit_level', 'units.path as unit_path'])
    .select('units.ended_on as unit_ended')
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('roles').select('role').whereRef('roles.person_id', '=', 'assignments.person_id')).as(
        'owner_acts',
      ),
    )
}

export async function readTasks(query: ReturnType<typeof tasks>): Promise<Assignment[]> {
  // SQLite says 1 and 0 for what Postgres says true and false.
  return (await query.execute()).map((row) => ({ ...row, owner_acts: Boolean(row.owner_acts) }))
}

export async function findAssignment(db: Db, id: number): Promise<Assignment | undefined> {
  return (await readTasks(tasks(db).where('assignments.id', '=', id)))[0]
}

/** Tasks by their numbers, in the order of these. */
export async function findAssignments(db: Db, ids: readonly number[]): Promise<Assignment[]> {
  const found = new Map<number, Assignment>()
  for (const chunk of chunksOf(ids, 1_000))
    for (const task of await readTasks(tasks(db).where('assignments.id', 'in', chunk))) found.set(task.id, task)
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** A person's tasks that are not over, the most urgent first. */
export async function liveOf(db: Db, personId: string): Promise<Assignment[]> {
  return readTasks(
    tasks(db)
      .where('assignments.person_id', '=', personId)
      .where(IS_LIVE)
      .orderBy('assignments.due')
      .orderBy('assignments.id'),
  )
}

/** The tasks of a unit and all below it that are not over, the most urgent first. */
export async function liveWithin(db: Db, path: string): Promise<Assignment[]> {
  return readTasks(
    tasks(db)
      .where('units.path', '>=', path)
      .where('units.path', '<', endOfSubtree(path))
      .where(IS_LIVE)
      .orderBy('assignments.due')
      .orderBy('assignments.id'),
  )
}

export interface TaskTarget {
  unit_id: string
  set_id: string
  /** An indicator's code or a criterion's number. */
  target: string
}

/** The tasks on one thing in one unit that are not over. */
export async function liveOn(db: Db, { unit_id, set_id, target }: TaskTarget): Promise<Assignment[]> {
  return readTasks(
    tasks(db)
      .where('assignments.unit_id', '=', unit_id)
      .where('assignments.set_id', '=', set_id)
      .where('assignments.target', '=', target)
      .where(IS_LIVE)
      .orderBy('assignments.id'),
  )
}

/** The tasks of one unit, and of the villages of a commune, in one set that are not over: what a figure there may close. */
export async function liveIn(db: Db, unitId: string, setId: string): Promise<Assignment[]> {
  return readTasks(
    tasks(db)
      .where((eb) =>
        eb.or([
          eb('assignments.unit_id', '=', unitId),
          eb.and([eb('units.parent_id', '=', unitId), eb('units.level', '=', 'thon')]),
        ]),
      )
      .where('assignments.set_id', '=', setId)
      .where(IS_LIVE)
      .orderBy('assignments.id'),
  )
}

/** The indicators on which a unit has an approved report that is newer than one. */
export async function approvedAfter(db: Db, unitId: string, setId: string, reportId: number): Promise<Set<string>> {
  const rows = await db
    .selectFrom('reports')
    .innerJoin('report_states', 'report_states.report_id', 'reports.id')
    .select('reports.indicator')
    .distinct()
    .where('reports.unit_id', '=', unitId)
    .where('reports.set_id', '=', setId)
    .where('reports.id', '>', reportId)
    .where('report_states.state', '=', 'approved')
    .execute()
  return new Set(rows.map(({ indicator }) => indicator))
}

/** The tasks of a unit and all below it that ended since an instant, the newest first. */
export async function endedWithin(db: Db, path: string, since: Date): Promise<Assignment[]> {
  return readTasks(
    tasks(db)
      .where('units.path', '>=', path)
      .where('units.path', '<', endOfSubtree(path))
      .where('assignments.closed_at', '>=', since.toISOString())
      .orderBy('assignments.closed_at', 'desc')
      .orderBy('assignments.id', 'desc'),
  )
}

/** How many tasks a person has, and how many of them are over. */
export async function countTasksOf(db: Db, personId: string): Promise<{ live: number; over: number }> {
  const { live, all } = await db
    .selectFrom('assignments')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      sql<number>`count(case when ${IS_LIVE} then 1 end)`.as('live'),
    ])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return { live, over: all - live }
}

/** What holds and what happened from its first day: the caller says the rest of the row. */
export type NewAssignment = TaskTarget &
  Pick<Insertable<AssignmentTable>, 'person_id' | 'task' | 'due'> &
  Partial<Pick<AssignmentRow, 'given_by' | 'accepted_at' | 'remind_at' | 'told_at' | 'after_status' | 'after_report'>>

/** Gives a task. Returns its number and that of what happened. */
export async function addAssignment(
  db: Db,
  assignment: NewAssignment,
  now: Date,
): Promise<{ id: number; event: number }> {
  const at = now.toISOString()
  const { id } = await db
    .insertInto('assignments')
    .values({ ...assignment, recorded_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { given_by = null, person_id, due } = assignment
  const event = await appendEvent(db, id, { at, person_id: given_by, action: 'given', owner_id: person_id, due })
  return { id, event }
}

/** What happens to a task: who did it, what, and a word about it. */
export type Happening = Pick<Insertable<AssignmentEventTable>, 'action'> & {
  /** Null where the program does it. */
  by: string | null
  at: Date
  note?: string | null
  files?: readonly AssignmentFile[]
}

/**
 * Changes a task that still stands as it was read, and appends what happened; undefined where it does not stand so any
 * more, because somebody else was faster: whoever comes second changes nothing.
 *
 * @param before the task as it was read: state, owner, due day and what is asked have to be the same still.
 * @returns the number of what happened.
 */
export async function moveAssignment(
  db: Db,
  before: AssignmentRow,
  changes: Updateable<AssignmentTable>,
  { action, by, at, note = null, files = [] }: Happening,
): Promise<number | undefined> {
  const moved = await db
    .updateTable('assignments')
    .set({ state: before.state, ...changes })
    .where('id', '=', before.id)
    .where('state', '=', before.state)
    .where('person_id', '=', before.person_id)
    .where('due', '=', before.due)
    .where((eb) => (before.asked_due === null ? eb('asked_due', 'is', null) : eb('asked_due', '=', before.asked_due)))
    .executeTakeFirst()
  if (Number(moved.numUpdatedRows) === 0) return undefined
  const { person_id: owner_id = before.person_id, due = before.due } = changes
  return appendEvent(db, before.id, { at: at.toISOString(), person_id: by, action, owner_id, due, note }, files)
}

/** The newest status and the newest report there are: what a task that is given now is not closed by. */
export async function newestFigures(db: Db): Promise<{ after_status: number; after_report: number }> {
  const newest = async (table: 'statuses' | 'reports') => {
    const { id } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.max('id').as('id'))
      .executeTakeFirstOrThrow()
    return id ?? 0
  }
  return { after_status: await newest('statuses'), after_report: await newest('reports') }
}

/** A person who goes does no task any more: what was theirs waits for another person. */
export async function releaseTasksOf(db: Db, personId: string, now: Date): Promise<void> {
  for (const task of await liveOf(db, personId))
    await moveAssignment(
      db,
      task,
      { state: 'cancelled', closed_at: now.toISOString(), remind_at: null, asked_due: null },
      { action: 'cancelled', by: null, at: now },
    )
}
