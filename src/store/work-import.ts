import { sql, type Insertable } from 'kysely'
import { chunksOf, inputRows, upsert } from './bulk.ts'
import { FOLLOW_KINDS, type FollowKind } from './groups.ts'
import type { ChatTable, Db } from './schema.ts'
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
