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

/**
 * The units that a message names. Of a name that several share those are meant where the speaker has the right; else those of
 * the speaker's own place; else all.
 */
export async function namedUnits(
  { db, speaker, mentions }: Needed & Pick<Turn, 'mentions'>,
  action: Action,
): Promise<Unit[]> {
  const found = await findUnits(
    db,
    mentions.units.flatMap(({ ids }) => ids),
  )
  const { grants } = speaker
  return mentions.units.flatMap(({ ids }) => {
    const readings = found.filter(({ id }) => ids.includes(id))
    const allowed = readings.filter((unit) => may(speaker, action, unit))
    if (allowed.length > 0) return allowed
    const near = readings.filter(({ path }) => grants.some(({ unitPath }) => lieTogether(path, unitPath)))
    return near.length > 0 ? near : readings
  })
}

function lieTogether(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a)
}
