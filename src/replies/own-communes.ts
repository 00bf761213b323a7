import type { Turn } from '../command/command.ts'
import { may, rolesThatMay, type Action } from '../people/permissions.ts'
import { findUnits, unitsWithin, type Unit } from '../store/units.ts'

type Needed = Pick<Turn, 'db' | 'speaker'>

/** Of a whole province; more are named rather than chosen from a list. */
const MOST = 50

/** Whether the speaker has the right anywhere at all. */
export function mayAnywhere({ speaker }: Pick<Turn, 'speaker'>, action: Action): boolean {
  const roles = rolesThatMay(action)
  return speaker.grants.some(({ role }) => roles.includes(role))
}

/** The communes where the speaker has a right, by path; those that are no more only where there are no others. */
export async function ownCommunes({ db, speaker }: Needed, action: Action): Promise<Unit[]> {
  const roles = rolesThatMay(action)
  const found = new Map<string, Unit>()
  for (const { role, unitPath } of speaker.grants)
    if (roles.includes(role)) for (const unit of await unitsWithin(db, unitPath, 'xa', MOST)) found.set(unit.id, unit)
  const own = [...found.values()].filter((unit) => may(speaker, action, unit))
  const living = own.filter((unit) => !unit.ended_on)
  return living.length > 0 ? living : own
}

/** The units that a message names, all readings of a shared name. */
export async function namedUnits({ db, mentions }: Pick<Turn, 'db' | 'mentions'>): Promise<Unit[]> {
  return findUnits(
    db,
    mentions.units.flatMap(({ ids }) => ids),
  )
}
