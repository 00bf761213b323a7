import { sql, type Insertable } from 'kysely'
import { chunksOf, inputRows, upsert } from './bulk.ts'
import type { ChatTable, Db } from './schema.ts'
import type { AssignmentTable } from './work-tables.ts'

export type AssignmentRecord = Pick<Insertable<AssignmentTable>, keyof typeof ASSIGNMENT>
export type GroupRecord = Pick<ChatTable, 'channel' | 'external_id' | 'title'> & { unit_id: string }

const ASSIGNMENT = {
  unit_id: 'text',
  set_id: 'text',
  target: 'text',
  person_id: 'text',
  task: 'text',
  due: 'text',
} as const

/** An assignment is known by what is given to whom; its task and due day may change. */
export function assignmentKey({ unit_id, set_id, target, person_id }: AssignmentRecord): string {
  return `${unit_id}/${set_id}/${target}/${person_id}`
}

export async function allAssignments(db: Db): Promise<Map<string, AssignmentRecord>> {
  const assignments = await db.selectFrom('assignments').selectAll().orderBy('id').execute()
  return new Map(assignments.map((assignment) => [assignmentKey(assignment), assignment]))
}

export async function writeAssignments(
  db: Db,
  added: readonly AssignmentRecord[],
  changed: readonly AssignmentRecord[],
  now: string,
): Promise<void> {
  for (const chunk of chunksOf(changed, 5_000))
    await sql`update assignments set task = input.task, due = input.due, recorded_at = ${now}
      from ${inputRows(db, chunk, ASSIGNMENT)}
      where assignments.unit_id = input.unit_id and assignments.set_id = input.set_id
        and assignments.target = input.target and assignments.person_id = input.person_id`.execute(db)
  const columns = sql.join(Object.keys(ASSIGNMENT).map((name) => sql.ref(name)))
  for (const chunk of chunksOf(added, 5_000))
    await sql`insert into assignments (${columns}, recorded_at)
      select ${columns}, ${now} from ${inputRows(db, chunk, ASSIGNMENT)}`.execute(db)
}

export function groupKey({ channel, external_id }: Pick<GroupRecord, 'channel' | 'external_id'>): string {
  return `${channel}/${external_id}`
}

export async function allGroups(
  db: Db,
): Promise<Map<string, Omit<GroupRecord, 'unit_id'> & { unit_id: string | null }>> {
  const groups = await db
    .selectFrom('chats')
    .select(['channel', 'external_id', 'title', 'unit_id'])
    .where('kind', '=', 'group')
    .execute()
  return new Map(groups.map((group) => [groupKey(group), group]))
}

export async function writeGroups(db: Db, groups: readonly GroupRecord[]): Promise<void> {
  const rows = groups.map((group) => ({ ...group, kind: 'group' as const }))
  const columns = { channel: 'text', external_id: 'text', kind: 'text', title: 'text', unit_id: 'text' } as const
  await upsert(db, 'chats', rows, columns, ['channel', 'external_id'])
}
