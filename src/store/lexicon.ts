import type { LexiconPerson, LexiconUnit } from '../language/meaning.ts'
import type { Db } from './schema.ts'

/** The names of all units and people, for the understanding. */
export async function readLexicon(db: Db): Promise<{ units: LexiconUnit[]; people: LexiconPerson[] }> {
  const units = await db.selectFrom('units').select(['id', 'name', 'level', 'aliases', 'parent_id']).execute()
  const people = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'not in', (eb) => eb.selectFrom('erasures').select('person_id'))
    .execute()
  return {
    units: units.map(({ id, name, level, aliases, parent_id }) => ({
      id,
      name,
      level,
      parent: parent_id ?? undefined,
      aliases: JSON.parse(aliases) as string[],
    })),
    people,
  }
}
