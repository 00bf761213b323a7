import { z } from 'zod'
import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { defineForm, type Heard } from '../src/command/form.ts'
import { may } from '../src/people/permissions.ts'
import { fits } from '../src/people/role-levels.ts'
import { readInvitedName, readRole } from '../src/people/role-words.ts'
import { rolesToGive, unitForRole, unitsToInviteFor } from '../src/replies/invitable.ts'
import { newInvitation } from '../src/replies/invitation.ts'
import { refuse } from '../src/replies/refusal.ts'
import { audit } from '../src/store/audit.ts'
import { holdersWithin, namesOf, rolesOf, withAccounts } from '../src/store/roster.ts'
import type { RoleName } from '../src/store/schema.ts'
import { findUnits, type Unit } from '../src/store/units.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import { roleName } from '../src/wording/roles.ts'
import sentences from './sentences/invite.ts'

/** A role in a unit, for somebody with a name or without; or one more account for a `person` that is known. */
type Invited = { person?: string; role: RoleName; unit: string; name: string | null }

const LONGEST_NAME = 80

const form = defineForm<Invited>({
  version: 1,
  given: { person: z.string() },
  steps: [
    {
      name: 'role',
      label: 'invite-step-role',
      value: z.enum(['admin', 'district_officer', 'commune_officer', 'village_head', 'viewer']),
      wanted: ({ person }) => !person,
      ask: async (turn, { unit }) => {
        const [found] = unit ? await findUnits(turn.db, [unit]) : []
        const options = rolesToGive(turn, found).map((role) => ({
          label: capitalised(roleName(turn.say, role)),
          value: role,
        }))
        return { text: turn.say('invite-ask-role'), options }
      },
      parse: hearRole,
      hear: hearRole,
    },
    {
      name: 'unit',
      label: 'invite-step-unit',
      value: z.string(),
      wanted: ({ person }) => !person,
      ask: async (turn, { role = 'village_head' }) => {
        const options = await unitsToInviteFor(turn, role)
        const named = { role: capitalised(roleName(turn.say, role)) }
        return { text: turn.say(options.length > 0 ? 'invite-ask-unit' : 'invite-no-units', named), options }
      },
      parse: (turn, { role }) => hearUnit(turn, role),
      hear: (turn, { role }) => hearUnit(turn, role),
    },
    {
      name: 'name',
      label: 'invite-step-name',
      value: z.string().max(LONGEST_NAME),
      optional: true,
      takesAnyText: true,
      wanted: ({ person }) => !person,
      ask: ({ say }) => ({ text: say('invite-ask-name') }),
      parse: ({ text }) => (text.trim() ? { value: text.trim().slice(0, LONGEST_NAME) } : undefined),
      hear: ({ text }) => {
        const name = readInvitedName(text)
        return name ? { value: name } : undefined
      },
    },
  ],
  async confirm({ say, db }, { person, role, unit, name }) {
    if (person) return say('invite-confirm-person', { name: (await namesOf(db, [person])).get(person) ?? '' })
    const [found] = await findUnits(db, [unit])
    const what = { role: roleName(say, role), unit: found ? unitName(say, found) : unit }
    const question = name ? say('invite-confirm-named', { ...what, name }) : say('invite-confirm', what)
    const absent = found ? await holdersWithoutAccount(db, role, found) : []
    return absent.length > 0 ? [question, say('invite-absent', { names: absent.join(', ') })].join('\n') : question
  },
  submit: (turn, invited) => (invited.person ? invitePerson(turn, invited.person) : inviteRole(turn, invited)),
})

export default defineCommand({
  name: 'invite',
  slash: ['moi', 'invite'],
  summary: 'summary-invite',
  examples: ['mời trưởng thôn Đoài', 'mời cán bộ xã Đông Sơn'],
  sentences,
  roles: ['admin', 'district_officer', 'commune_officer'],
  acts: true,
  form,
  async run(turn) {
    const { say, chat, text, mentions } = turn
    if (chat.kind === 'group') return { text: say('private-only') }
    const role = readRole(text, mentions.units[0]?.level)
    const [known] = mentions.people
    const person = known?.ids.length === 1 && !role ? known.ids[0] : undefined
    if (person) return (await refusedFor(turn, person)) ?? turn.begin({ person })
    const named = await unitForRole(turn, role)
    if (named) return 'refused' in named ? named.refused : turn.begin()
    if (!role || mentions.units.length > 0 || strangeUnit(turn) !== undefined) return turn.begin()
    const [only, ...others] = await unitsToInviteFor(turn, role)
    if (!only) return { text: say('invite-no-units', { role: capitalised(roleName(say, role)) }) }
    return turn.begin(others.length === 0 ? { unit: only.value } : {})
  },
})

function hearRole({ text, mentions }: Turn<never>): Heard<RoleName> {
  const role = readRole(text, mentions.units[0]?.level)
  return role && { value: role }
}

/** A unit's name that nobody knows; in small letters it is more likely "tham gia" or "vào bot". */
function strangeUnit({ mentions: { unknownUnit } }: Turn<never>): string | undefined {
  return unknownUnit && /^\p{Lu}/u.test(unknownUnit) ? unknownUnit : undefined
}

async function hearUnit(turn: Turn<never>, role: RoleName | undefined): Promise<Heard<string>> {
  const named = await unitForRole(turn, role)
  if (!named) {
    const name = strangeUnit(turn)
    return name === undefined ? undefined : { problem: turn.say('unit-unknown-no-like', { name }) }
  }
  return 'unit' in named ? { value: named.unit.id } : { problem: named.refused.text }
}

/** Those whom the office named for the role and who have no account: inviting them again would make them two people. */
async function holdersWithoutAccount(db: Turn['db'], role: RoleName, unit: Unit): Promise<string[]> {
  const holders = (await holdersWithin(db, unit.path)).filter((each) => each.role === role && each.unitId === unit.id)
  const joined = await withAccounts(
    db,
    holders.map(({ personId }) => personId),
  )
  return holders.filter(({ personId }) => !joined.has(personId)).map(({ name }) => name)
}

async function inviteRole(turn: Turn<never>, { role, unit: unitId, name }: Invited): Promise<Reply> {
  const { db, say, speaker, now, channel } = turn
  const [unit] = await findUnits(db, [unitId])
  if (!unit || !fits(role, unit)) return { text: say('invite-unit-unfit', { role: roleName(say, role) }) }
  if (!may(speaker, `grant-${role}`, unit)) return refuse(turn, `grant-${role}`, unit)
  const { id, lines } = await newInvitation(turn, { role, unitId, name: name ?? undefined })
  await audit(db, {
    at: now,
    person_id: speaker.personId,
    channel,
    action: 'invite',
    unit_id: unitId,
    subject: `invitation/${id}`,
    after: role,
  })
  const made = say('invite-made', { role: roleName(say, role), unit: unitName(say, unit) })
  return { text: [made, ...lines, say('invite-how')].join('\n') }
}

/** One more account acts with all the roles of the person, so that who invites has to have the right to each. */
async function refusedFor(turn: Turn<never>, person: string): Promise<Reply | undefined> {
  const { db, say, speaker } = turn
  const roles = await rolesOf(db, person)
  const lacking = roles.find(({ role, unitPath }) => !may(speaker, `grant-${role}`, { path: unitPath }))
  if (lacking) {
    const { role, unitName: name, unitLevel: level, unitPath: path } = lacking
    return refuse(turn, `grant-${role}`, { name, level, path })
  }
  return roles.length === 0 ? { text: say('invite-person-no-role') } : undefined
}

async function invitePerson(turn: Turn<never>, person: string): Promise<Reply> {
  const { db, say, speaker, now, channel } = turn
  const refused = await refusedFor(turn, person)
  if (refused) return refused
  const { id, lines } = await newInvitation(turn, { personId: person })
  await audit(db, {
    at: now,
    person_id: speaker.personId,
    channel,
    action: 'invite-account',
    subject: `invitation/${id}`,
    after: person,
  })
  const name = (await namesOf(db, [person])).get(person) ?? ''
  return { text: [say('invite-made-person', { name }), ...lines, say('invite-how')].join('\n') }
}
