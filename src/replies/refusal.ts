import type { Reply, Turn } from '../command/command.ts'
import { ROLES, rolesThatMay, whoCanGrant, type Action } from '../people/permissions.ts'
import { audit } from '../store/audit.ts'
import { officersOver, type RoleHolder } from '../store/roster.ts'
import type { RoleName } from '../store/schema.ts'
import type { Unit } from '../store/units.ts'
import { unitName } from '../wording/names.ts'
import { roleName } from '../wording/roles.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'speaker' | 'channel' | 'now'>

const MOST_NAMED = 3

/**
 * Says that the speaker has no right to the action on the unit, whose right it is, and who can give it. That it was
 * tried goes into the audit.
 */
export async function refuse(
  turn: Needed,
  action: Action,
  unit: Pick<Unit, 'level' | 'name' | 'path'>,
): Promise<Reply> {
  const { say } = turn
  await note(turn, action, unit.path)
  const what = say(`action-${action}`)
  const said = say('not-allowed-unit', {
    what,
    unit: unitName(say, unit),
    roles: rolesSaid(turn, rolesThatMay(action)),
  })
  // Who may not invite somebody wants it done, not the right to do it.
  const toDo = action.startsWith('grant-')
  const others = toDo ? rolesThatMay(action) : whoCanGrant(action)
  return { text: [said, await whomToAsk(turn, others, unit.path, toDo), ...codeHint(turn)].join('\n') }
}

/**
 * The same where a command is for certain roles, whatever the unit.
 *
 * @param what it does, in words.
 * @param tried its name, for the audit; the roles that it is for when left out.
 */
export async function refuseRole(
  turn: Needed,
  what: string,
  roles: readonly RoleName[],
  tried: string = roles.join('|'),
): Promise<Reply> {
  const { say, speaker } = turn
  await note(turn, tried, speaker.grants[0]?.unitPath)
  const lowest = ROLES.find((role) => roles.includes(role))
  const granters = lowest ? rolesThatMay(`grant-${lowest}`) : []
  const said = say('not-allowed', { what, roles: rolesSaid(turn, roles) })
  return {
    text: [said, await whomToAsk(turn, granters, speaker.grants[0]?.unitPath ?? ''), ...codeHint(turn)].join('\n'),
  }
}

/**
 * A stranger has no right to anything, and what strangers try is no more than talk: the log has a line of each turn. It
 * would also fill a table from which nothing is ever deleted.
 */
async function note({ db, speaker, channel, now }: Needed, tried: string, unitPath?: string): Promise<void> {
  if (!speaker.personId) return
  const unit_id = unitPath?.split('/').at(-2) ?? null
  await audit(db, {
    at: now,
    action: 'refuse',
    subject: `right/${tried}`,
    person_id: speaker.personId,
    channel,
    unit_id,
  })
}

function rolesSaid({ say }: Needed, roles: readonly RoleName[]): string {
  return roles.map((role) => roleName(say, role)).join(', ')
}

/** Whom nobody knows may have been given an invitation. */
function codeHint({ say, speaker }: Needed): string[] {
  return speaker.personId ? [] : [say('not-allowed-stranger')]
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
