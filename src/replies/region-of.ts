import type { Turn } from '../command/command.ts'
import { ancestorsOf, findUnits, type Unit } from '../store/units.ts'

/** The commune that the speaker acts in; for somebody of a level above, that unit. */
export async function ownCommune({ db, speaker }: Pick<Turn, 'db' | 'speaker'>): Promise<Unit | undefined> {
  const [unit] = await findUnits(
    db,
    speaker.grants.slice(0, 1).map(({ unitId }) => unitId),
  )
  if (!unit || unit.level === 'xa') return unit
  return unit.level === 'thon' ? (await ancestorsOf(db, unit))[0] : unit
}

/** What a commune is ranked within: its province, since there are no districts any more. */
export async function regionOf({ db }: Pick<Turn, 'db'>, unit: Unit | undefined): Promise<Unit | undefined> {
  if (!unit || isRegion(unit)) return unit
  const above = await ancestorsOf(db, unit)
  return above.find(({ level }) => level === 'tinh') ?? above[0]
}

/** Whether a unit holds communes. */
export function isRegion({ level }: Pick<Unit, 'level'>): boolean {
  return level === 'tinh' || level === 'huyen'
}
