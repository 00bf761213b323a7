import type { Turn } from '../command/command.ts'
import { may } from '../people/permissions.ts'
import { ancestorsOf, findUnits, unitsWithin, type Unit } from '../store/units.ts'

type Needed = Pick<Turn, 'db' | 'speaker'>

/** The villages whose reports the speaker may submit, by name. */
export async function ownVillages({ db, speaker }: Needed): Promise<Unit[]> {
  const found = new Map<string, Unit>()
  for (const { role, unitPath } of speaker.grants)
    if (role === 'village_head') for (const unit of await unitsWithin(db, unitPath, 'thon')) found.set(unit.id, unit)
  return [...found.values()].filter((unit) => may(speaker, 'submit-report', unit) && !unit.ended_on)
}

/** The commune that a village lies in; undefined where it lies in none. */
export async function communeOf(db: Turn['db'], village: Unit): Promise<Unit | undefined> {
  return (await ancestorsOf(db, village)).find(({ level }) => level === 'xa')
}

/** The commune by a village's path, for those who have only that. */
export async function communeOnPath(db: Turn['db'], path: string): Promise<Unit | undefined> {
  const units = await findUnits(
    db,
    path.split('/').filter((id) => id !== ''),
  )
  return units.find(({ level }) => level === 'xa')
}
