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
    .insertInto('name_changes')
    .values({ id: 1, count: 1 })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({ count: row('name_changes.count', '+', 1) })),
    )
    .execute()
}
