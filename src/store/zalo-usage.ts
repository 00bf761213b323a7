import { sql } from 'kysely'
import { instantAt, localAt } from '../calendar/zone.ts'
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

/** Counts what Zalo's free plan limits: messages of the calendar month in Vietnam, people and groups. */
export async function zaloUsage(db: Db, now: Date): Promise<ZaloUsage> {
  const month = localAt(now).day.slice(0, 7)
  const begin = instantAt(`${month}-01`, '00:00').toISOString()
  const { sent } = await db
    .selectFrom('outbox')
    .select(sql<number>`count(*)`.as('sent'))
    .where('channel', '=', 'zalo')
    .where((row) =>
      row.or([row('sent_at', '>=', begin), row.and([row('state', '=', 'unknown'), row('due_at', '>=', begin)])]),
    )
    .executeTakeFirstOrThrow()
  const { users, groups } = await db
    .selectFrom('topics')
    // In private, Zalo gives the chat the person's id.
    .select(sql<number>`count(distinct case when chat_id = sender_id then chat_id end)`.as('users'))
    .select(sql<number>`count(distinct case when chat_id <> sender_id then chat_id end)`.as('groups'))
    .where('channel', '=', 'zalo')
    .executeTakeFirstOrThrow()
  return { month, sent, users, groups }
}
