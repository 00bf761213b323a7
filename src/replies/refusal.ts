import type { Reply, Turn } from '../command/command.ts'
import { ROLES, rolesThatMay, whoCanGrant, type Action } from '../people/permissions.ts'
import { officersOver, type RoleHolder } from '../store/roster.ts'
import type { RoleName } from '../store/schema.ts'
import type { Unit } from '../store/units.ts'
import { unitName } from '../wording/names.ts'
import { roleName } from '../wording/roles.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'speaker'>

const MOST_NAMED = 3

/** Says that the speaker has no right to the action on the unit, whose right it is, and who can give it. */
export async function refuse(
  turn: Needed,
  action: Action,
  unit: Pick<Unit, 'level' | 'name' | 'path'>,
): Promise<Reply> {
  const { say } = turn
  const what = say(`action-${action}`)
  const said = say('not-allowed-unit', {
    what,
    unit: unitName(say, unit),
    roles: rolesSaid(turn, rolesThatMay(action)),
  })
  // Who may not invite somebody wants it done, not the right to do it.
  const toDo = action.startsWith('grant-')
  const others = toDo ? rolesThatMay(action) : whoCanGrant(action)
  return { text: [said, await whomToAsk(turn, others, unit.path, toDo)].join('\n') }
}

/** The same where a command is for certain roles, whatever the unit. */
export async function refuseRole(turn: Needed, what: string, roles: readonly RoleName[]): Promise<Reply> {
  const { say, speaker } = turn
  const lowest = ROLES.find((role) => roles.includes(role))
  const granters = lowest ? rolesThatMay(`grant-${lowest}`) : []
  const said = say('not-allowed', { what, roles: rolesSaid(turn, roles) })
  return { text: [said, await whomToAsk(turn, granters, speaker.grants[0]?.unitPath ?? '')].join('\n') }
}

function rolesSaid({ say }: Needed, roles: readonly RoleName[]): string {
  return roles.map((role) => roleName(say, role)).join(', ')
}

async function whomToAsk(
  { db, say, speaker }: Needed,
  granters: readonly RoleName[],
  path: string,
  toDo = false,
): Promise<string> {
  const people = await officersOver(db, path, granters, MOST_NAMED + 1)
  const others = people.filter(({ personId }) => personId !== speaker.personId).slice(0, MOST_NAMED)
  if (others.length === 0)
    return say('not-allowed-ask-roles', { roles: granters.map((role) => roleName(say, role)).join(', ') })
  return say(toDo ? 'not-allowed-ask-do' : 'not-allowed-ask', {
    people: others.map((person) => officerSaid({ say }, person)).join('; '),
  })
}

/** An officer by name and title; where there is no title, by role and unit. */
export function officerSaid(
  { say }: Pick<Turn, 'say'>,
  { name, title, role, unitName: unit, unitLevel }: RoleHolder,
): string {
  const office = title ?? `${roleName(say, role)}, ${unitName(say, { name: unit, level: unitLevel })}`
  return say('officer', { name, office })
}
