import { sql } from 'kysely'
import type { Db, RoleName } from './schema.ts'
import { findAssignments, type Assignment } from './assignments.ts'

/** When the next owner is to be reminded of anything. */
export async function nextReminderAt(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('assignments')
    .select('remind_at')
    .where('remind_at', 'is not', null)
    .orderBy('remind_at')
    .limit(1)
    .executeTakeFirst()
  return row?.remind_at ?? undefined
}

/** The tasks whose reminder is due, as they stand now. */
export async function tasksToRemind(db: Db, now: Date): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('assignments')
    .select('id')
    .where('remind_at', '<=', now.toISOString())
    .orderBy('id')
    .execute()
  return findAssignments(
    db,
    rows.map(({ id }) => id),
  )
}

export async function setReminder(db: Db, id: number, at: Date | null): Promise<void> {
  await db
    .updateTable('assignments')
    .set({ remind_at: at?.toISOString() ?? null })
    .where('id', '=', id)
    .execute()
}

/** The constant, not a parameter: only so is the index of what can still go up taken. */
const NOT_YET_UP = sql<boolean>`state = 'open' and escalated_at is null`

/** The earliest day on which a task was due that is still open and was not taken to the level above. */
export async function earliestToEscalate(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('assignments')
    .select('due')
    .where(NOT_YET_UP)
    .orderBy('due')
    .limit(1)
    .executeTakeFirst()
  return row?.due
}

/** Open tasks that were due on a day or before it and were not taken to the level above. */
export async function tasksToEscalate(db: Db, dueBy: string): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('assignments')
    .select('id')
    .where(NOT_YET_UP)
    .where('due', '<=', dueBy)
    .orderBy('due')
    .orderBy('id')
    .execute()
  return findAssignments(
    db,
    rows.map(({ id }) => id),
  )
}

export async function markEscalated(db: Db, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('assignments').set({ escalated_at: now.toISOString() }).where('id', 'in', ids).execute()
}

/** Open tasks that were due before a day. */
export async function overdueOn(db: Db, today: string): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('assignments')
    .select('id')
    .where('state', '=', 'open')
    .where('due', '<', today)
    .orderBy('due')
    .orderBy('id')
    .execute()
  return findAssignments(
    db,
    rows.map(({ id }) => id),
  )
}

/** The roles a person acts in. */
export async function roleNamesOf(db: Db, personId: string): Promise<RoleName[]> {
  const rows = await db.selectFrom('roles').select('role').where('person_id', '=', personId).execute()
  return rows.map(({ role }) => role)
}

/** Until when people asked not to be reminded, where that is still to come. */
export async function quietOf(db: Db, ids: readonly string[], now: Date): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('people')
    .select(['id', 'quiet_until'])
    .where('id', 'in', [...new Set(ids)])
    .where('quiet_until', '>', now.toISOString())
    .execute()
  return new Map(rows.map(({ id, quiet_until }) => [id, new Date(quiet_until ?? 0)]))
}

/** Keeps until when somebody is not to be reminded; null: as always. */
export async function setQuiet(db: Db, personId: string, until: Date | null): Promise<void> {
  await db
    .updateTable('people')
    .set({ quiet_until: until?.toISOString() ?? null })
    .where('id', '=', personId)
    .execute()
}
