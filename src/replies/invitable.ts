import type { Reply, Turn } from '../command/command.ts'
import type { Option } from '../command/form.ts'
import { may, ROLES } from '../people/permissions.ts'
import { fits, ROLE_LEVELS } from '../people/role-levels.ts'
import type { RoleName } from '../store/schema.ts'
import { findUnits, unitsWithin, type Unit } from '../store/units.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { refuse } from './refusal.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'speaker' | 'mentions' | 'channel' | 'now'>

/** As many as can be paged through. */
const MOST_UNITS = 60

/** The roles that the speaker can give: in a unit, or anywhere. */
export function rolesToGive({ speaker }: Pick<Needed, 'speaker'>, unit: Unit | undefined): RoleName[] {
  if (unit) return ROLES.filter((role) => fits(role, unit) && may(speaker, `grant-${role}`, unit))
  // What may be done just below a unit, or in it, may be done somewhere within it.
  return ROLES.filter((role) =>
    speaker.grants.some(({ unitPath }) =>
      [unitPath, `${unitPath}x/`].some((path) => may(speaker, `grant-${role}`, { path })),
    ),
  )
}

/**
 * The unit that a text names for a role; where several share the name, the one within the speaker's reach. Undefined where
 * none is named or it stays open which.
 */
export async function unitForRole(
  turn: Needed,
  role: RoleName | undefined,
): Promise<{ unit: Unit } | { refused: Reply } | undefined> {
  const { db, speaker, mentions } = turn
  const found = await findUnits(
    db,
    mentions.units.flatMap(({ ids }) => ids),
  )
  const fitting = found.filter((unit) => !role || fits(role, unit))
  const allowed = fitting.filter((unit) =>
    role ? may(speaker, `grant-${role}`, unit) : rolesToGive(turn, unit).length > 0,
  )
  // "thôn Đoài, xã Đông Sơn" names the village; the commune only places it.
  const named = allowed.filter((unit) => !allowed.some((other) => other !== unit && other.path.startsWith(unit.path)))
  if (named.length === 1 && named[0]) return { unit: named[0] }
  const [first] = fitting
  return allowed.length === 0 && first && role ? { refused: await refuse(turn, `grant-${role}`, first) } : undefined
}

/** The units for which the speaker can give a role, each with the one above it. */
export async function unitsToInviteFor({ db, say, speaker }: Needed, role: RoleName): Promise<Option<string>[]> {
  const levels = ROLE_LEVELS[role] ?? ['xa', 'thon']
  const paths = [...new Set(speaker.grants.map(({ unitPath }) => unitPath))]
  const own = ROLE_LEVELS[role]
    ? []
    : await findUnits(
        db,
        speaker.grants.map(({ unitId }) => unitId),
      )
  const lists = await Promise.all(
    paths.flatMap((path) => levels.map((level) => unitsWithin(db, path, level, MOST_UNITS))),
  )
  const units = new Map([...own, ...lists.flat()].map((unit) => [unit.id, unit]))
  const open = [...units.values()].filter((unit) => may(speaker, `grant-${role}`, unit)).slice(0, MOST_UNITS)
  const above = new Map(
    (await findUnits(db, [...new Set(open.flatMap(({ parent_id }) => parent_id ?? []))])).map((unit) => [
      unit.id,
      unit,
    ]),
  )
  return open.map((unit) => {
    const parent = unit.parent_id ? above.get(unit.parent_id) : undefined
    const label = [unit, ...(parent ? [parent] : [])].map((each) => unitName(say, each)).join(', ')
    return { label: capitalised(label), value: unit.id }
  })
}
