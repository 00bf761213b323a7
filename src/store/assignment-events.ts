/** What happened to tasks: appended, never changed. */
import { sql, type Insertable, type Selectable } from 'kysely'
import type { TaskTarget } from './assignments.ts'
import type { Db } from './schema.ts'
import type { AssignmentEventTable, AssignmentFileTable } from './work-tables.ts'

export type AssignmentEvent = Selectable<AssignmentEventTable> & { person: string | null; owner: string }
export type AssignmentFile = Pick<Selectable<AssignmentFileTable>, 'sha256' | 'mime' | 'size'>

/** Appends what happened to a task, with the files that came with it. Returns its number. */
export async function appendEvent(
  db: Db,
  assignment_id: number,
  event: Omit<Insertable<AssignmentEventTable>, 'id' | 'assignment_id' | 'note'> & { note?: string | null },
  files: readonly AssignmentFile[] = [],
): Promise<number> {
  const { id } = await db
    .insertInto('assignment_events')
    .values({ note: null, ...event, assignment_id })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (files.length > 0)
    await db
      .insertInto('assignment_files')
      .values(files.map(({ sha256, mime, size }) => ({ event_id: id, sha256, mime, size })))
      .execute()
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
