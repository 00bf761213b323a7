import type { Db } from './schema.ts'

/** A mark of all that was ever told of units: another one means that something was told since. */
export async function lastTold(db: Db, unitIds: readonly string[]): Promise<string> {
  if (unitIds.length === 0) return ''
  const newest = async (table: 'statuses' | 'summaries') => {
    const { id } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.max('id').as('id'))
      .where('unit_id', 'in', unitIds)
      .executeTakeFirstOrThrow()
    return id ?? 0
  }
  return `${await newest('statuses')}/${await newest('summaries')}`
}
