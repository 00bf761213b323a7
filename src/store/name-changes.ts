import { once } from './once.ts'
import type { Db } from './schema.ts'

const count = once((db) => db.selectFrom('name_changes').select('count'))

/** How often names of units or people have changed. Of two equal counts the names are the same. */
export async function nameChanges(db: Db): Promise<number> {
  const [row] = await count(db, {})
  return row?.count ?? 0
}

/** Says that this transaction changes names that people are understood by. */
export async function noteNameChange(trx: Db): Promise<void> {
  await trx
    .updateTable('name_changes')
    .set((row) => ({ count: row('count', '+', 1) }))
    .execute()
}
