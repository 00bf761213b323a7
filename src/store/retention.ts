import { sql, type RawBuilder } from 'kysely'
import type { Db } from './schema.ts'

/** What is past its time, or was and is gone now: how many of each. */
export interface Swept {
  /** Messages that came in and were answered or set aside. */
  received: number
  /** Messages that went out, or could not. */
  sent: number
  /** What was last talked about. */
  topics: number
  /** Dialogs that ran out. */
  dialogs: number
  wrongCodes: number
  /** Invitations that nobody used, with the names on them. */
  invitations: number
}

const OLD: Record<keyof Swept, (before: string) => RawBuilder<unknown>> = {
  received: (before) => sql`inbox where state <> 'waiting' and received_at < ${before}`,
  sent: (before) => sql`outbox where state in ('sent', 'failed', 'stopped', 'unknown') and created_at < ${before}`,
  topics: (before) => sql`topics where updated_at < ${before}`,
  dialogs: (before) => sql`dialogs where expires_at < ${before}`,
  wrongCodes: (before) => sql`wrong_codes where at < ${before}`,
  invitations: (before) => sql`invitations where used_at is null and expires_at < ${before}`,
}

/** Counts what {@link sweep} would delete. */
export async function countOld(db: Db, before: string): Promise<Swept> {
  const counts: Partial<Swept> = {}
  for (const [what, old] of entries()) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${old(before)}`.execute(db)
    counts[what] = rows[0]!.count
  }
  return counts as Swept
}

/**
 * Deletes what is kept longer than its purpose lasts. What still waits for anything stays, and so does the office's record:
 * figures, reports, reviews, consents, the audit.
 *
 * @param before instants before this one are past their time, ISO 8601 in UTC.
 */
export async function sweep(db: Db, before: string): Promise<Swept> {
  const counts: Partial<Swept> = {}
  for (const [what, old] of entries()) {
    const { numAffectedRows } = await sql`delete from ${old(before)}`.execute(db)
    counts[what] = Number(numAffectedRows)
  }
  return counts as Swept
}

function entries() {
  return Object.entries(OLD) as [keyof Swept, (typeof OLD)[keyof Swept]][]
}

/** Since when the oldest message is kept that is done with. */
export async function oldestMessage(db: Db): Promise<string | undefined> {
  const received = await db
    .selectFrom('inbox')
    .select('received_at as at')
    .where('state', '!=', 'waiting')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  const sent = await db
    .selectFrom('outbox')
    .select('created_at as at')
    .where('state', 'in', ['sent', 'failed', 'stopped', 'unknown'])
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return [received, sent].flatMap((row) => row?.at ?? []).sort()[0]
}
