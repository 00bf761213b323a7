import type { Insertable } from 'kysely'
import type { AuditTable, Db } from './schema.ts'

/** What was done: who did it by which channel, to what, what stood there before and after, and why. */
export type AuditEntry = Pick<Insertable<AuditTable>, 'action' | 'subject'> &
  Partial<Omit<Insertable<AuditTable>, 'id' | 'at' | 'action' | 'subject'>> & { at: Date }

/**
 * Appends to the audit, in the transaction of the change itself.
 *
 * People are named by their ids alone, in every column: the table is never edited, so a name in it could never be erased.
 * What people typed stands where it was typed (a report's note, a review's reason), not here.
 */
export async function audit(db: Db, { at, ...entry }: AuditEntry): Promise<void> {
  const nothing = { person_id: null, channel: null, unit_id: null, before: null, after: null, reason: null }
  await db
    .insertInto('audit')
    .values({ ...nothing, ...entry, at: at.toISOString() })
    .execute()
}
