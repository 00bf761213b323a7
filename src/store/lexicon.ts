import type { LexiconPerson, LexiconUnit } from '../language/meaning.ts'
import type { Db } from './schema.ts'

/** Units that are read at once: a country's 93,000 pass through memory in pieces. */
const AT_ONCE = 5_000

/** Most units have none. */
const NO_ALIASES: string[] = []

/** The names of all units and people, for the understanding. */
export async function readLexicon(db: Db): Promise<{ units: LexiconUnit[]; people: LexiconPerson[] }> {
  const people = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'not in', (eb) => eb.selectFrom('erasures').select('person_id'))
    .execute()
  return { units: await readUnits(db), people }
}

/** They stay in memory for good, so one text serves for all units of the same name, level or parent. */
async function readUnits(db: Db): Promise<LexiconUnit[]> {
  const texts = new Map<string, string>()
  const shared = <Text extends string>(text: Text): Text => {
    const known = texts.get(text) as Text | undefined
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }
  const units: LexiconUnit[] = []
  for (;;) {
    const after = units.at(-1)?.id ?? ''
    const rows = await db
      .selectFrom('units')
      .select(['id', 'name', 'level', 'aliases', 'parent_id'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    for (const { id, name, level, aliases, parent_id } of rows)
      units.push({
        id: shared(id),
        name: shared(name),
        level: shared(level),
        parent: parent_id === null ? undefined : shared(parent_id),
        aliases: aliases === '[]' ? NO_ALIASES : (JSON.parse(aliases) as string[]),
      })
    if (rows.length < AT_ONCE) return units
  }
}
