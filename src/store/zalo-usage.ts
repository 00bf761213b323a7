import { sql } from 'kysely'
import type { Db } from './schema.ts'

/** How much of Zalo's plan is used up, as far as this program knows. */
export interface ZaloUsage {
  /** The calendar month in Vietnam, as `2026-11`. */
  month: string
  /** Messages sent this month, with those of which nobody knows whether they arrived. */
  sent: number
  /** People who have written to the bot in private, and groups in which it was spoken to. */
  users: number
  groups: number
}

/** Vietnam is seven hours ahead of UTC all year. */
const AHEAD_MS = 7 * 60 * 60 * 1000

/** Counts what Zalo's free plan limits: messages of the calendar month in Vietnam, people and groups. */
export async function zaloUsage(db: Db, now: Date): Promise<ZaloUsage> {
  const month = new Date(now.getTime() + AHEAD_MS).toISOString().slice(0, 7)
  const begin = new Date(Date.parse(`${month}-01T00:00:00Z`) - AHEAD_MS).toISOString()
  // Written out, since a partial index serves only a query that says the same.
  const onZalo = sql<boolean>`channel = 'zalo'`
  const count = sql<number>`count(*)`
  const [sent, doubtful, users, groups] = await Promise.all([
    db.selectFrom('outbox').select(count.as('n')).where(onZalo).where('sent_at', '>=', begin).executeTakeFirst(),
    db
      .selectFrom('outbox')
      .select(count.as('n'))
      .where(onZalo)
      .where('state', '=', 'unknown')
      .where('due_at', '>=', begin)
      .executeTakeFirst(),
    // In private, Zalo gives the chat the person's id.
    db
      .selectFrom('topics')
      .select(count.as('n'))
      .where(onZalo)
      .whereRef('chat_id', '=', 'sender_id')
      .executeTakeFirst(),
    db
      .selectFrom('topics')
      .select(sql<number>`count(distinct chat_id)`.as('n'))
      .where(onZalo)
      .whereRef('chat_id', '<>', 'sender_id')
      .executeTakeFirst(),
  ])
  return {
    month,
    sent: (sent?.n ?? 0) + (doubtful?.n ?? 0),
    users: users?.n ?? 0,
    groups: groups?.n ?? 0,
  }
}
