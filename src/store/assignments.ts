import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { chunksOf } from './bulk.ts'
import type { Db, UnitLevel } from './schema.ts'
import { endOfSubtree } from './units.ts'
import type { AssignmentEventTable, AssignmentFileTable, AssignmentState, AssignmentTable } from './work-tables.ts'

export type AssignmentRow = Selectable<AssignmentTable>
export type AssignmentEvent = Selectable<AssignmentEventTable> & { person: string | null; owner: string }
export type AssignmentFile = Pick<Selectable<AssignmentFileTable>, 'sha256' | 'mime' | 'size'>

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
const IS_LIVE = sql<boolean>`assignments.state in (${sql.join(LIVE.map((state) => sql.lit(state)))})`

function assignments(db: Db) {
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

async function read(query: ReturnType<typeof assignments>): Promise<Assignment[]> {
  // SQLite says 1 and 0 for what Postgres says true and false.
  return (await query.execute()).map((row) => ({ ...row, owner_acts: Boolean(row.owner_acts) }))
}

export async function findAssignment(db: Db, id: number): Promise<Assignment | undefined> {
  return (await read(assignments(db).where('assignments.id', '=', id)))[0]
}

/** Tasks by their numbers, in the order of these. */
export async function findAssignments(db: Db, ids: readonly number[]): Promise<Assignment[]> {
  const found = new Map<number, Assignment>()
  for (const chunk of chunksOf(ids, 1_000))
    for (const task of await read(assignments(db).where('assignments.id', 'in', chunk))) found.set(task.id, task)
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** A person's tasks that are not over, the most urgent first. */
export async function liveOf(db: Db, personId: string): Promise<Assignment[]> {
  return read(
    assignments(db)
      .where('assignments.person_id', '=', personId)
      .where(IS_LIVE)
      .orderBy('assignments.due')
      .orderBy('assignments.id'),
  )
}

/** The tasks of a unit and all below it that are not over, the most urgent first. */
export async function liveWithin(db: Db, path: string): Promise<Assignment[]> {
  return read(
    assignments(db)
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
  return read(
    assignments(db)
      .where('assignments.unit_id', '=', unit_id)
      .where('assignments.set_id', '=', set_id)
      .where('assignments.target', '=', target)
      .where(IS_LIVE)
      .orderBy('assignments.id'),
  )
}

/** The tasks of one unit, and of the villages of a commune, in one set that are not over: what a figure there may close. */
export async function liveIn(db: Db, unitId: string, setId: string): Promise<Assignment[]> {
  return read(
    assignments(db)
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
  return read(
    assignments(db)
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
  const event = await appendEvent(db, before.id, { at: at.toISOString(), person_id: by, action, owner_id, due, note })
  if (files.length > 0)
    await db
      .insertInto('assignment_files')
      .values(files.map(({ sha256, mime, size }) => ({ event_id: event, sha256, mime, size })))
      .execute()
  return event
}

async function appendEvent(
  db: Db,
  assignment_id: number,
  event: Omit<Insertable<AssignmentEventTable>, 'id' | 'assignment_id' | 'note'> & { note?: string | null },
): Promise<number> {
  const { id } = await db
    .insertInto('assignment_events')
    .values({ note: null, ...event, assignment_id })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What happened to a task, oldest first. */
export async function eventsOf(db: Db, assignmentId: number): Promise<AssignmentEvent[]> {
  return db
    .selectFrom('assignment_events')
    .innerJoin('people as owners', 'owners.id', 'assignment_events.owner_id')
    .leftJoin('people as doers', 'doers.id', 'assignment_events.person_id')
    .selectAll('assignment_events')
    .select(['doers.name as person', 'owners.name as owner'])
    .where('assignment_id', '=', assignmentId)
    .orderBy('assignment_events.id')
    .execute()
}

/** The files that came with something that happened. */
export async function filesOf(db: Db, eventId: number): Promise<AssignmentFile[]> {
  return db
    .selectFrom('assignment_files')
    .select(['sha256', 'mime', 'size'])
    .where('event_id', '=', eventId)
    .orderBy('id')
    .execute()
}

/** The newest of what happened to any task: what comes after it was not seen yet. */
export async function lastEvent(db: Db): Promise<number> {
  const { id } = await db
    .selectFrom('assignment_events')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  return id ?? 0
}

/** What changes who has a task and until when; that it was taken or more time is asked for does not. */
const CHANGING = sql.join(
  ['given', 'extended', 'handed-on', 'confirmed', 'reopened', 'cancelled', 'changed', 'met', 'approved'].map((action) =>
    sql.lit(action),
  ),
)

/** Who changed the tasks on one thing in a unit after an event, other than one person; the newest. */
export async function lastDoneByOthers(
  db: Db,
  { unit_id, set_id, target }: TaskTarget,
  after: number,
  personId: string,
): Promise<{ assignment_id: number; person: string | null } | undefined> {
  return db
    .selectFrom('assignment_events')
    .innerJoin('assignments', 'assignments.id', 'assignment_events.assignment_id')
    .leftJoin('people', 'people.id', 'assignment_events.person_id')
    .select(['assignment_events.assignment_id', 'people.name as person'])
    .where('assignment_events.id', '>', after)
    .where(sql<boolean>`assignment_events.action in (${CHANGING})`)
    .where('assignments.unit_id', '=', unit_id)
    .where('assignments.set_id', '=', set_id)
    .where('assignments.target', '=', target)
    .where((eb) =>
      eb.or([eb('assignment_events.person_id', 'is', null), eb('assignment_events.person_id', '!=', personId)]),
    )
    .orderBy('assignment_events.id', 'desc')
    .limit(1)
    .executeTakeFirst()
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

const LOOKED_AT_STATUSES = 'tasks: statuses'
const LOOKED_AT_TASKS = 'tasks: given'

/** The first instant from which figures or tasks were not yet looked at; undefined where all were. */
export async function firstToLookAt(db: Db): Promise<string | undefined> {
  const [statuses, tasks] = [await lastLookedAt(db, LOOKED_AT_STATUSES), await lastLookedAt(db, LOOKED_AT_TASKS)]
  const first = async (table: 'statuses' | 'assignments', after: number) =>
    (await db.selectFrom(table).select('recorded_at').where('id', '>', after).orderBy('id').limit(1).execute())[0]
  const found = [await first('statuses', statuses), await first('assignments', tasks)]
  return found.flatMap((row) => row?.recorded_at ?? []).sort()[0]
}

async function lastLookedAt(db: Db, name: string): Promise<number> {
  const row = await db.selectFrom('routine_runs').select('last_id').where('name', '=', name).executeTakeFirst()
  return row?.last_id ?? 0
}

/** The tasks that are not over and were not looked at yet, or whose unit, or a village's commune, has figures that were not. */
export async function liveToLookAt(db: Db): Promise<Assignment[]> {
  const [statuses, tasks] = [await lastLookedAt(db, LOOKED_AT_STATUSES), await lastLookedAt(db, LOOKED_AT_TASKS)]
  return read(
    assignments(db)
      .where(IS_LIVE)
      .where(({ or, eb, exists, selectFrom }) =>
        or([
          eb('assignments.id', '>', tasks),
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
  return read(
    assignments(db)
      .where('assignments.id', '>', await lastLookedAt(db, LOOKED_AT_TASKS))
      .where('assignments.state', '=', 'open')
      .where('assignments.remind_at', 'is', null),
  )
}

/** Open tasks whose owners were not told of them, and can be. */
function toTell(db: Db) {
  return assignments(db)
    .where('assignments.told_at', 'is', null)
    .where('assignments.state', '=', 'open')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('accounts').select('channel').whereRef('accounts.person_id', '=', 'assignments.person_id')),
    )
}

/** Since when somebody is to be told of a task. */
export async function firstToTell(db: Db): Promise<string | undefined> {
  return (await read(toTell(db).orderBy('assignments.recorded_at').limit(1)))[0]?.recorded_at
}

/** The tasks that people are to be told of, the most urgent first. */
export async function liveToTell(db: Db): Promise<Assignment[]> {
  return read(toTell(db).orderBy('assignments.due').orderBy('assignments.id'))
}

export async function markTold(db: Db, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('assignments').set({ told_at: now.toISOString() }).where('id', 'in', ids).execute()
}
