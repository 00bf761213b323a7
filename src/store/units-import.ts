import { sql, type Insertable } from 'kysely'
import { chunksOf, inputRows, upsert } from './bulk.ts'
import type { Db, UnitTable } from './schema.ts'

/** A unit as it is told; where it lies in the tree follows from its parents. */
export type UnitRecord = Omit<Required<Insertable<UnitTable>>, 'path'>

const COLUMNS = {
  id: 'text',
  level: 'text',
  name: 'text',
  parent_id: 'text',
  path: 'text',
  region: 'text',
  commune_group: 'integer',
  households: 'integer',
  aliases: 'text',
  ended_on: 'text',
} as const

export async function allUnits(db: Db): Promise<Map<string, UnitRecord & { path: string }>> {
  const units = await db.selectFrom('units').selectAll().execute()
  return new Map(units.map((unit) => [unit.id, unit]))
}

/**
 * Writes units and, where one has moved in the tree, the paths of all below it.
 *
 * @param known what is in the database now.
 * @param changed new units and units that differ; their parents and successors are among these or known.
 */
export async function writeUnits(
  db: Db,
  known: ReadonlyMap<string, UnitRecord & { path: string }>,
  changed: readonly UnitRecord[],
): Promise<void> {
  const all = new Map<string, UnitRecord>([...known, ...changed.map((unit) => [unit.id, unit] as const)])
  const paths = new Map<string, string>()
  const pathOf = (unit: UnitRecord): string => {
    let path = paths.get(unit.id)
    if (path === undefined) {
      path = `${unit.parent_id === null ? '/' : pathOf(all.get(unit.parent_id)!)}${unit.id}/`
      paths.set(unit.id, path)
    }
    return path
  }
  const own = new Set(changed.map((unit) => unit.id))
  const moved = [...known.values()].filter((unit) => !own.has(unit.id) && pathOf(unit) !== unit.path)
  const rows = [...changed, ...moved].map((unit) => ({ ...unit, path: pathOf(unit) }))
  // Parents first: a chunk's rows may refer only to what is there.
  rows.sort((a, b) => depth(a.path) - depth(b.path))
  await upsert(db, 'units', rows, COLUMNS, ['id'])

  // A successor may come in a later chunk than the unit it follows.
  const successors = changed
    .filter((unit) => unit.successor_id !== (known.get(unit.id)?.successor_id ?? null))
    .map(({ id, successor_id }) => ({ id, successor_id }))
  for (const chunk of chunksOf(successors, 5_000))
    await sql`update units set successor_id = input.successor_id
      from ${inputRows(db, chunk, { id: 'text', successor_id: 'text' })} where units.id = input.id`.execute(db)
}

function depth(path: string): number {
  return path.split('/').length
}
