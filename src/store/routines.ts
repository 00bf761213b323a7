import { dialectOf } from './dialect.ts'
import type { Db } from './schema.ts'

/** When something that recurs for all units was last done; undefined before it was ever begun. */
export async function lastRun(db: Db, name: string): Promise<Date | undefined> {
  const row = await db.selectFrom('routine_runs').select('last_at').where('name', '=', name).executeTakeFirst()
  return row && new Date(row.last_at)
}

/** The same, held for this transaction on Postgres; undefined also where another process has it in hand. */
export async function takeRun(db: Db, name: string): Promise<Date | undefined> {
  const query = db.selectFrom('routine_runs').select('last_at').where('name', '=', name)
  const row = await (dialectOf(db) === 'postgres' ? query.forUpdate().skipLocked() : query).executeTakeFirst()
  return row && new Date(row.last_at)
}

/** Writes down that it was done. */
export async function markRun(db: Db, name: string, at: Date): Promise<void> {
  const last_at = at.toISOString()
  await db
    .insertInto('routine_runs')
    .values({ name, last_at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ last_at }))
    .execute()
}

/** The names that begin with something, in order. */
export async function routineNames(db: Db, beginning: string): Promise<string[]> {
  const rows = await db
    .selectFrom('routine_runs')
    .select('name')
    .where('name', 'like', `${beginning}%`)
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}

/** Counts from now on what was never done: a database that is new owes nothing for the time before it. */
export async function beginRoutines(db: Db, names: readonly string[], now: Date): Promise<void> {
  for (const name of names)
    await db
      .insertInto('routine_runs')
      .values({ name, last_at: now.toISOString() })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
}
