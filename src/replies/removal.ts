import { z } from 'zod'
import type { Reply, Turn } from '../command/command.ts'
import { defineForm, type Heard } from '../command/form.ts'
import { may } from '../people/permissions.ts'
import { countTasksOf } from '../store/assignments.ts'
import { audit } from '../store/audit.ts'
import { revokeInvitationsOf } from '../store/invitations.ts'
import { anotherAdmin, holdersWithin, rolesOf, takeRole, type RoleHolder } from '../store/roster.ts'
import { findUnits } from '../store/units.ts'
import { unitName } from '../wording/names.ts'
import { roleName } from '../wording/roles.ts'
import { refuse } from './refusal.ts'

/** Whose roles are taken away; in one unit and below it where one was named. */
type Removal = { person: string; within: string | null }

/** Asks whose roles, shows which, and takes them away. */
export const removalForm = defineForm<Removal>({
  version: 1,
  given: { within: z.string().nullable() },
  steps: [
    {
      name: 'person',
      label: 'remove-step-person',
      picks: true,
      value: z.string(),
      ask: async (turn) => ({ text: turn.say('remove-ask-person'), options: await removable(turn) }),
      parse: hearPerson,
      hear: hearPerson,
    },
  ],
  leaving: { button: 'dialog-leave', said: ({ say }) => say('dialog-nothing-changed') },
  async confirm(turn, { person, within }) {
    const { say } = turn
    const { open, kept } = await rolesToTake(turn, person, within)
    return [
      say('remove-confirm', { name: open[0]?.name ?? kept[0]?.name ?? '' }),
      ...open.map((role) => roleLine(turn, role)),
      ...(await taskLines(turn, person)),
      say('remove-confirm-effect'),
    ].join('\n')
  },
  submit: remove,
})

/** Begins to take roles away; where the speaker has a right to none of those that are meant, says so at once. */
export async function beginRemoval(turn: Turn<never>): Promise<Reply | Reply[]> {
  const [unit] = turn.mentions.units
  const within = unit?.ids.length === 1 ? (unit.ids[0] ?? null) : null
  const heard = hearPerson(turn)
  if (heard && 'value' in heard) {
    const { open, kept } = await rolesToTake(turn, heard.value, within)
    if (open.length === 0) return refusal(turn, kept)
  }
  return turn.begin({ within })
}

function hearPerson({ mentions }: Turn<never>): Heard<string> {
  const [named] = mentions.people
  return named?.ids.length === 1 && named.ids[0] ? { value: named.ids[0] } : undefined
}

/** Those whose roles the speaker may take away, one option a person. */
async function removable({ db, say, speaker }: Turn<never>) {
  const lists = await Promise.all(speaker.grants.map(({ unitPath }) => holdersWithin(db, unitPath)))
  const open = lists.flat().filter((holder) => mayTake(speaker, holder))
  const people = new Map(open.map((holder) => [holder.personId, holder]))
  return [...people.values()].map(({ personId, name, role, unitName: place, unitLevel: level }) => ({
    label: `${name} – ${roleName(say, role)}, ${unitName(say, { name: place, level })}`,
    value: personId,
  }))
}

function mayTake(speaker: Turn['speaker'], { role, unitPath }: RoleHolder): boolean {
  return may(speaker, `grant-${role}`, { path: unitPath })
}

/** The roles that are meant and can be taken, and those that the speaker has no right over. */
async function rolesToTake(
  { db, speaker }: Turn<never>,
  person: string,
  within: string | null,
): Promise<{ open: RoleHolder[]; kept: RoleHolder[] }> {
  const [unit] = within ? await findUnits(db, [within]) : []
  const meant = (await rolesOf(db, person)).filter(({ unitPath }) => !unit || unitPath.startsWith(unit.path))
  const open = meant.filter((role) => mayTake(speaker, role))
  return { open, kept: meant.filter((role) => !open.includes(role)) }
}

async function refusal(turn: Turn<never>, [held]: RoleHolder[]): Promise<Reply> {
  if (!held) return { text: turn.say('remove-no-role') }
  const { role, unitName: name, unitLevel: level, unitPath: path } = held
  return refuse(turn, `grant-${role}`, { name, level, path })
}

function roleLine({ say }: Turn<never>, { role, unitName: name, unitLevel: level }: RoleHolder): string {
  return say('remove-role', { role: roleName(say, role), unit: unitName(say, { name, level }) })
}

/** Who goes leaves tasks behind, which somebody else has to take. */
async function taskLines({ db, say }: Turn<never>, person: string): Promise<string[]> {
  const { live } = await countTasksOf(db, person)
  return live > 0 ? [say('remove-has-tasks', { count: live })] : []
}

async function remove(turn: Turn<never>, { person, within }: Removal): Promise<Reply> {
  const { db, say, speaker, now, channel } = turn
  const { open, kept } = await rolesToTake(turn, person, within)
  if (open.length === 0) return refusal(turn, kept)
  if (open.some(({ role }) => role === 'admin') && !(await anotherAdmin(db, person)))
    return { text: say('remove-last-admin') }
  for (const { role, unitId } of open) {
    await takeRole(db, person, role, unitId)
    await audit(db, {
      at: now,
      person_id: speaker.personId,
      channel,
      action: 'take-role',
      unit_id: unitId,
      subject: `person/${person}`,
      before: role,
    })
  }
  // What the person could hand on goes too.
  await revokeInvitationsOf(db, person, now)
  const lines = open.map((role) => roleLine(turn, role))
  if (person !== speaker.personId)
    await turn.tell(person, `removed:${person}:${now.toISOString()}`, {
      text: [say('removed-told'), ...lines].join('\n'),
    })
  return { text: [say('remove-done', { name: open[0]?.name ?? '' }), ...lines].join('\n') }
}
