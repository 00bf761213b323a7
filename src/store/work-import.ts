import { sql, type Insertable } from 'kysely'
import { LIVE, moveAssignment, newestFigures, type AssignmentRow } from './assignments.ts'
import { chunksOf, inputRows, upsert } from './bulk.ts'
import { FOLLOW_KINDS, type FollowKind } from './groups.ts'
import type { ChatTable, Db } from './schema.ts'
import type { Told } from './statuses.ts'
import type { AssignmentTable } from './work-tables.ts'

export type AssignmentRecord = Pick<Insertable<AssignmentTable>, keyof typeof ASSIGNMENT>
export type GroupRecord = Pick<ChatTable, 'channel' | 'external_id' | 'title'> & {
  unit_id: string
  follows: FollowKind[]
}

const ASSIGNMENT = {
  unit_id: 'text',
  set_id: 'text',
  target: 'text',
  person_id: 'text',
  task: 'text',
  due: 'text',
} as const

/** A row of the file is known by what it gives to whom; its text and due day may change. */
function assignmentKey({
  unit_id,
  set_id,
  target,
  person_id,
}: Pick<AssignmentRecord, (typeof ROW_KEY)[number]>): string {
  return `${unit_id}/${set_id}/${target}/${person_id}`
}

/**
 * Takes up what the office's file says of tasks. What it says again changes nothing, wherever the task has come to since:
 * a row is held against what the file said last, not against the task. Another text or day goes to the task that the row
 * gave, or that was given in the chat; where that is over or in other hands, the row gives a new one.
 *
 * @param remindAt the first reminder of a task that is due on a day in a unit.
 */
export async function takeAssignments(
  db: Db,
  records: readonly AssignmentRecord[],
  now: Date,
  remindAt: (row: Pick<AssignmentRecord, 'unit_id' | 'due'>) => string,
): Promise<Told> {
  const rows = await db.selectFrom('assignment_rows').selectAll().execute()
  const said = new Map(rows.map((row) => [assignmentKey(row), row]))
  const live = await liveByKey(db)
  const told: Told = { added: 0, changed: 0, unchanged: 0 }
  const given: AssignmentRecord[] = []
  const settled: (AssignmentRecord & { assignment_id: number })[] = []
  for (const record of records) {
    const key = assignmentKey(record)
    const before = said.get(key)
    if (before && isSame(before, record)) {
      told.unchanged += 1
      continue
    }
    const task = live.get(key)?.find(({ id }) => before === undefined || id === before.assignment_id)
    if (!task) given.push(record)
    else {
      if (!isSame(task, record)) await changeTask(db, task, record, now, remindAt)
      settled.push({ ...record, assignment_id: task.id })
    }
    told[before ? 'changed' : task && isSame(task, record) ? 'unchanged' : task ? 'changed' : 'added'] += 1
  }
  await giveTasks(db, given, now, remindAt)
  await upsert(db, 'assignment_rows', settled, { ...ASSIGNMENT, assignment_id: 'integer' }, ROW_KEY)
  return told
}

const ROW_KEY = ['unit_id', 'set_id', 'target', 'person_id'] as const

function isSame(a: Pick<AssignmentRecord, 'task' | 'due'>, b: Pick<AssignmentRecord, 'task' | 'due'>): boolean {
  return a.task === b.task && a.due === b.due
}

/** The tasks that are not over, by what is given to whom. */
async function liveByKey(db: Db): Promise<Map<string, AssignmentRow[]>> {
  const live = await db.selectFrom('assignments').selectAll().where('state', 'in', LIVE).orderBy('id').execute()
  return Map.groupBy(live, assignmentKey)
}

/** Another text or day; its owner is told of it as of a new one. */
async function changeTask(
  db: Db,
  task: AssignmentRow,
  { task: text, due }: AssignmentRecord,
  at: Date,
  remindAt: (row: Pick<AssignmentRecord, 'unit_id' | 'due'>) => string,
): Promise<void> {
  const remind_at = task.state === 'open' ? remindAt({ unit_id: task.unit_id, due }) : null
  const changes = { task: text, due, remind_at, asked_due: null, escalated_at: null, told_at: null }
  await moveAssignment(db, task, changes, { action: 'changed', by: null, at })
}

/** Tasks that nobody was told of yet, and that any figure closes which shows them to be done. */
async function giveTasks(
  db: Db,
  records: readonly AssignmentRecord[],
  now: Date,
  remindAt: (row: Pick<AssignmentRecord, 'unit_id' | 'due'>) => string,
): Promise<void> {
  if (records.length === 0) return
  const { after_report } = await newestFigures(db)
  const last =
    (
      await db
        .selectFrom('assignments')
        .select(({ fn }) => fn.max('id').as('id'))
        .executeTakeFirst()
    )?.id ?? 0
  const at = now.toISOString()
  const names = (columns: object) => sql.join(Object.keys(columns).map((name) => sql.ref(name)))
  const columns = { ...ASSIGNMENT, remind_at: 'text' } as const
  for (const chunk of chunksOf(records, 5_000)) {
    const rows = chunk.map((record) => ({ ...record, remind_at: remindAt(record) }))
    await sql`insert into assignments (${names(columns)}, after_report, recorded_at)
      select ${names(columns)}, ${after_report}, ${at} from ${inputRows(db, rows, columns)}`.execute(db)
  }
  await sql`insert into assignment_events (assignment_id, at, action, owner_id, due)
    select id, recorded_at, 'given', person_id, due from assignments where id > ${last} order by id`.execute(db)
  await sql`insert into assignment_rows (${names(ASSIGNMENT)}, assignment_id)
    select ${names(ASSIGNMENT)}, id from assignments where id > ${last}
    on conflict (${sql.join(ROW_KEY.map((name) => sql.ref(name)))}) do update set
      task = excluded.task, due = excluded.due, assignment_id = excluded.assignment_id`.execute(db)
}

export function groupKey({ channel, external_id }: Pick<GroupRecord, 'channel' | 'external_id'>): string {
  return `${channel}/${external_id}`
}

/** A group as it stands, and the row of the office's file that last said so. */
export type KnownGroup = Pick<GroupRecord, 'channel' | 'external_id' | 'title' | 'follows'> & {
  unit_id: string | null
  imported: string | null
}

/** All groups by their ids, also by those that they had before they became supergroups. */
export async function allGroups(db: Db): Promise<Map<string, KnownGroup>> {
  const rows = await db.selectFrom('chats').selectAll().where('kind', '=', 'group').execute()
  const groups = new Map<string, KnownGroup>()
  for (const row of rows) {
    const { channel, external_id, title, unit_id, imported, former_id } = row
    const follows = FOLLOW_KINDS.filter((kind) => row[`follows_${kind}`] === 1)
    const group = { channel, external_id, title, unit_id, imported, follows }
    groups.set(groupKey(group), group)
    if (former_id !== null) groups.set(groupKey({ channel, external_id: former_id }), group)
  }
  return groups
}

/** Has groups follow what the office's file says. */
export async function writeGroups(db: Db, groups: readonly GroupRecord[], now: string): Promise<void> {
  const rows = groups.map(({ follows, ...group }) => ({
    ...group,
    kind: 'group' as const,
    linked_by: null,
    linked_at: now,
    follows_digest: follows.includes('digest') ? 1 : 0,
    follows_met: follows.includes('met') ? 1 : 0,
    follows_overdue: follows.includes('overdue') ? 1 : 0,
    follows_announcements: follows.includes('announcements') ? 1 : 0,
  }))
  const columns = {
    channel: 'text',
    external_id: 'text',
    kind: 'text',
    title: 'text',
    unit_id: 'text',
    linked_by: 'text',
    linked_at: 'text',
    follows_digest: 'integer',
    follows_met: 'integer',
    follows_overdue: 'integer',
    follows_announcements: 'integer',
  } as const
  await upsert(db, 'chats', rows, columns, ['channel', 'external_id'])
}

/** Remembers by which rows of the file groups were linked. */
export async function rememberRows(
  db: Db,
  groups: readonly (Pick<GroupRecord, 'channel' | 'external_id'> & { imported: string })[],
): Promise<void> {
  const columns = { channel: 'text', external_id: 'text', imported: 'text' } as const
  for (const chunk of chunksOf(groups, 5_000))
    await sql`update chats set imported = input.imported from ${inputRows(db, chunk, columns)}
      where chats.channel = input.channel and chats.external_id = input.external_id`.execute(db)
}
