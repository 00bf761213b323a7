import type { Db } from './schema.ts'

/** Who told a status, and when; undefined where it was imported. */
export async function recorderOf(db: Db, statusId: number): Promise<{ name: string; recorded_at: string } | undefined> {
  return db
    .selectFrom('statuses')
    .innerJoin('people', 'people.id', 'statuses.recorded_by')
    .select(['people.name', 'statuses.recorded_at'])
    .where('statuses.id', '=', statusId)
    .executeTakeFirst()
}
