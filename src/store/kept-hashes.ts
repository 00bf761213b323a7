import { sql } from 'kysely'
import type { Db } from './schema.ts'

const HASH = /\b[0-9a-f]{64}\b/g

/**
 * The hashes of kept files that something in the database speaks of: reports, tasks, notices, what was recorded from a text
 * or a workbook, a dialog, a message that is not sent yet.
 */
export async function keptHashes(db: Db): Promise<Set<string>> {
  const hashes = new Set<string>()
  for (const query of [
    sql<{ text: string }>`select sha256 as text from evidence union select sha256 from assignment_files`,
    sql<{ text: string }>`select photo as text from notices where photo is not null`,
    sql<{ text: string }>`select after as text from audit where after like '%"text":"%' or after like '%"workbook":"%'`,
    sql<{ text: string }>`select data as text from dialogs`,
    sql<{ text: string }>`select message as text from outbox where state in ('waiting', 'retrying', 'sending')`,
  ]) {
    const { rows } = await query.execute(db)
    for (const { text } of rows) for (const [hash] of text.matchAll(HASH)) hashes.add(hash)
  }
  return hashes
}
