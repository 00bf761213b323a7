import { sql } from 'kysely'
import { dialectOf } from './dialect.ts'
import { hasGone } from './processes.ts'
import type { Db } from './schema.ts'

/**
 * So many attempts a reply has whose arrival is not known, those that a platform put off among them: a 429 or two before
 * must not leave it without a repeat. Long enough to get over some minutes of a platform's trouble.
 */
export const MOST_REPEATS = 6

/**
 * Settles what was on its way when a process ended: it may or may not have arrived. A notice is then `unknown` and is not
 * repeated; a reply is sent again. Where several processes share a Postgres, any of them does it for one that has gone,
 * as soon as its number is free.
 *
 * @returns whether a notice was among it.
 */
export async function settleInterrupted(db: Db, now: Date): Promise<boolean> {
  const rows = await claimants(db)
  if (rows.length === 0) return false
  return db.transaction().execute(async (trx) => {
    let notices = false
    for (const claimant of rows) {
      const isFree = dialectOf(trx) === 'sqlite' || claimant === null || (await hasGone(trx, claimant))
      if (isFree && (await settle(trx, claimant, now))) notices = true
    }
    return notices
  })
}

async function claimants(db: Db): Promise<(number | null)[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('claimed_by')
    .distinct()
    .where(sql<boolean>`state = 'sending'`)
    .execute()
  return rows.map(({ claimed_by }) => claimed_by)
}

async function settle(trx: Db, claimant: number | null, now: Date): Promise<boolean> {
  const inHand = trx
    .updateTable('outbox')
    .where(sql<boolean>`state = 'sending'`)
    .where('claimed_by', 'is not distinct from', claimant)
  await inHand
    .set((row) => ({ state: 'retrying', attempts: row('attempts', '+', 1), due_at: now.toISOString() }))
    .where('kind', '=', 'reply')
    .where('attempts', '<', MOST_REPEATS)
    .execute()
  const unknown = await inHand
    .set({ state: 'unknown', due_at: now.toISOString(), error: 'the process ended while it was being sent' })
    .returning('kind')
    .execute()
  return unknown.some(({ kind }) => kind === 'notice')
}
