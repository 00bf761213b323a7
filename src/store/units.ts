import type { Selectable } from 'kysely'
import { once } from './once.ts'
import type { Db, UnitLevel, UnitTable } from './schema.ts'

export type Unit = Selectable<UnitTable>

/** A unit with all above it is four at the most, so that longer lists are rare. */
const BY_COUNT = [1, 2, 3, 4].map((count) =>
  once((db, ids: string[]) =>
    db
      .selectFrom('units')
      .selectAll()
      .where(
        'id',
        'in',
        Array.from({ length: count }, (_, index) => ids[index] as string),
      ),
  ),
)

export async function findUnits(db: Db, ids: readonly string[]): Promise<Unit[]> {
  if (ids.length === 0) return []
  const prepared = BY_COUNT[ids.length - 1]
  if (prepared) return prepared(db, [...ids])
  return db.selectFrom('units').selectAll().where('id', 'in', ids).execute()
}

/** The units above this one, the nearest first. */
export async function ancestorsOf(db: Db, unit: Unit): Promise<Unit[]> {
  const ids = unit.path.split('/').filter((id) => id !== '' && id !== unit.id)
  const found = new Map((await findUnits(db, ids)).map((ancestor) => [ancestor.id, ancestor]))
  return ids.reverse().flatMap((id) => found.get(id) ?? [])
}

/** Units of a level at or below a path, by name. A path's subtree is the range up to the character after `/`. */
export async function unitsWithin(db: Db, path: string, level: UnitLevel, limit?: number): Promise<Unit[]> {
  const query = db
    .selectFrom('units')
    .selectAll()
    .where('level', '=', level)
    .where('path', '>=', path)
    .where('path', '<', endOfSubtree(path))
    .orderBy('path')
  return (limit ? query.limit(limit) : query).execute()
}

/** The first path after all that begin with this one: `/ha-nam/` → `/ha-nam0`. */
export function endOfSubtree(path: string): string {
  return `${path.slice(0, -1)}0`
}

/** The units that went into this one. */
export async function predecessorsOf(db: Db, unitId: string): Promise<Unit[]> {
  return db.selectFrom('units').selectAll().where('successor_id', '=', unitId).execute()
}

/** Communes with figures; at most `limit`, to see whether there is just one. */
export async function communesWithFigures(db: Db, limit: number): Promise<Unit[]> {
  return db
    .selectFrom('units')
    .selectAll()
    .where('level', '=', 'xa')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('standings').select('set_id').whereRef('standings.unit_id', '=', 'units.id')),
    )
    .limit(limit)
    .execute()
}

/** Whether there is any unit at all: an empty database has none. */
export async function anyUnit(db: Db): Promise<boolean> {
  return (await db.selectFrom('units').select('id').limit(1).executeTakeFirst()) !== undefined
}
