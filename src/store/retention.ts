import { sql } from 'kysely'
import type { Db } from './schema.ts'

/** What is past its time, or was and is gone now: how many of each. */
export interface Swept {
  /** Messages that came in: deleted. */
  received: number
  /** Messages that went out: their texts are emptied, their keys stay, so that nothing is told twice. */
  sent: number
  /** What was last talked about, dialogs that ran out, wrong codes: deleted. */
  topics: number
  dialogs: number
  wrongCodes: number
  /** Names on invitations that were not used: emptied. */
  invitations: number
}

const EMPTY_MESSAGE = JSON.stringify({ command: 'swept', text: '' })

/**
 * Takes away what is kept longer than its purpose lasts. What is still waiting for anything stays, and so does the office's
 * record: figures, reports, reviews, the audit.
 *
 * @param before instants before this one are past their time, ISO 8601 in UTC.
 * @param dryRun only counts.
 */
export async function sweep(db: Db, before: string, dryRun: boolean): Promise<Swept> {
  return db.transaction().execute(async (within) => {
    const swept = await count(within, before)
    if (!dryRun) await takeAway(within, before)
    return swept
  })
}

const received = (before: string) => sql`inbox where state <> 'waiting' and received_at < ${before}`
const sent = (before: string) => sql`outbox
  where state in ('sent', 'failed', 'stopped', 'unknown') and created_at < ${before} and message <> ${EMPTY_MESSAGE}`
const topics = (before: string) => sql`topics where updated_at < ${before}`
const dialogs = (before: string) => sql`dialogs where expires_at < ${before}`
const wrongCodes = (before: string) => sql`wrong_codes where at < ${before}`
const invitations = (before: string) => sql`invitations
  where used_at is null and name is not null and expires_at < ${before}`

async function count(db: Db, before: string): Promise<Swept> {
  const { rows } = await sql<Record<keyof Swept, number>>`select
    (select count(*) from ${received(before)}) as received,
    (select count(*) from ${sent(before)}) as sent,
    (select count(*) from ${topics(before)}) as topics,
    (select count(*) from ${dialogs(before)}) as dialogs,
    (select count(*) from ${wrongCodes(before)}) as "wrongCodes",
    (select count(*) from ${invitations(before)}) as invitations`.execute(db)
  return rows[0]!
}

async function takeAway(db: Db, before: string): Promise<void> {
  for (const old of [received, topics, dialogs, wrongCodes]) await sql`delete from ${old(before)}`.execute(db)
  await db
    .updateTable('outbox')
    .set({ message: EMPTY_MESSAGE })
    .where('state', 'in', ['sent', 'failed', 'stopped', 'unknown'])
    .where('created_at', '<', before)
    .execute()
  await db
    .updateTable('invitations')
    .set({ name: null })
    .where('used_at', 'is', null)
    .where('expires_at', '<', before)
    .execute()
}
