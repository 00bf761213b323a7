import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { defineForm, type Heard } from '../src/command/form.ts'
import { fold } from '../src/language/fold.ts'
import { readCode } from '../src/people/invite-code.ts'
import { newInvitation } from '../src/replies/invitation.ts'
import { recordAnswer } from '../src/replies/personal-data.ts'
import { audit } from '../src/store/audit.ts'
import {
  findInvitation,
  noteWrongCode,
  openInvitation,
  pausedUntil,
  showInvitation,
  useInvitation,
  type Invitation,
} from '../src/store/invitations.ts'
import { addAccount, addPerson, giveRole, namesOf } from '../src/store/roster.ts'
import { findUnits } from '../src/store/units.ts'
import { unitName } from '../src/wording/names.ts'
import { roleName } from '../src/wording/roles.ts'
import { time } from '../src/wording/moment.ts'
import sentences from './sentences/join.ts'

/** `asksName`: somebody whom nobody knows yet, and whose invitation has no name. */
type Joining = { invitation: number; asksName: boolean; name: string; agrees: boolean }

const LONGEST_NAME = 80
const NO = /^(?:(?:da|toi|em|minh|bac|chau|tui|thoi)[ ,]+)*(khong|chua|no|tu choi|k|ko|hong)\b/
/** Folded words that ask for one more account. */
const LINKS = /\b(lien ket|ket noi|gan|noi|ghep|gop|hai tai khoan|tai khoan khac|lienket)\b/
const YES =
  /^(?:(?:da|vang|u|toi|em|minh|bac|chau|tui)[ ,]+)*(dong y|co|ok\w*|u|uh|vang|da|duoc|nhat tri|xac nhan|dung|yes|y)\b/

const form = defineForm<Joining>({
  version: 1,
  given: { invitation: z.number(), asksName: z.boolean() },
  steps: [
    {
      name: 'agrees',
      label: 'join-step-agrees',
      value: z.boolean(),
      ask: async (turn, values) => ({
        text: await offer(turn, values.invitation),
        options: [
          { label: turn.say('join-agree'), value: true },
          { label: turn.say('join-refuse'), value: false },
        ],
      }),
      parse: ({ text }): Heard<boolean> => {
        const said = fold(text.trim())
        if (NO.test(said)) return { value: false }
        return YES.test(said) ? { value: true } : undefined
      },
    },
    {
      name: 'name',
      label: 'join-step-name',
      value: z.string().min(2).max(LONGEST_NAME),
      takesAnyText: true,
      wanted: ({ asksName, agrees }) => asksName === true && agrees === true,
      ask: ({ say }) => ({ text: say('join-ask-name') }),
      parse: ({ text }) => {
        const name = text.replace(/\s+/g, ' ').trim()
        return name.length >= 2 && !readCode(name) ? { value: name.slice(0, LONGEST_NAME) } : undefined
      },
    },
  ],
  submit: join,
})

export default defineCommand({
  name: 'join',
  slash: ['thamgia', 'lienket', 'join'],
  summary: 'summary-join',
  examples: ['tôi có mã mời', 'liên kết tài khoản'],
  sentences,
  always: true,
  acts: true,
  asked: 'join',
  form,
  async run(turn) {
    const { db, say, chat, channel, speaker, now, text } = turn
    if (chat.kind === 'group') return { text: say('private-only') }
    const read = readCode(text)
    if (!read) return LINKS.test(fold(text)) ? linkCode(turn) : { text: say('join-how') }
    const account = { channel, accountId: speaker.accountId }
    const paused = await pausedUntil(db, account, now)
    if (paused) return { text: say('join-paused', { until: time(paused) }) }
    const found = read.right ? await findInvitation(db, read.code, now) : 'unknown'
    if (found === 'unknown') await noteWrongCode(db, account, now)
    if (typeof found === 'string') return { text: say(found === 'unknown' ? 'join-wrong' : `join-${found}`) }
    const unfit = await unfitFor(turn, found)
    if (unfit) return unfit
    await showInvitation(db, found.id, account)
    return turn.begin({ invitation: found.id, asksName: !speaker.personId && !found.person_id && !found.name })
  },
})

/** A code with which a second account becomes the speaker's: one person on Telegram and on Zalo is one person. */
async function linkCode(turn: Turn<never>): Promise<Reply> {
  const { db, say, speaker, now, channel } = turn
  if (!speaker.personId) return { text: say('link-account-stranger') }
  const { id, lines } = await newInvitation(turn, { personId: speaker.personId })
  await audit(db, {
    at: now,
    person_id: speaker.personId,
    channel,
    action: 'invite-account',
    subject: `invitation/${id}`,
    after: speaker.personId,
  })
  return { text: [say('link-account-made'), ...lines].join('\n') }
}

/** A code for one more account of a person is for an account that is nobody's yet. */
async function unfitFor({ db, say, speaker }: Turn<never>, { person_id }: Invitation): Promise<Reply | undefined> {
  if (!person_id || !speaker.personId) return undefined
  if (person_id === speaker.personId) return { text: say('join-own-account') }
  const names = await namesOf(db, [speaker.personId])
  return { text: say('join-others-account', { name: names.get(speaker.personId) ?? '' }) }
}

/** What is offered, and what the one who accepts agrees to; people in office are told rather than asked. */
async function offer(turn: Turn<never>, id: number | undefined): Promise<string> {
  const { db, say, channel, speaker, now } = turn
  const found =
    id === undefined ? undefined : await openInvitation(db, id, { channel, accountId: speaker.accountId }, now)
  if (!found) return say('join-gone')
  if (found.person_id) {
    const name = (await namesOf(db, [found.person_id])).get(found.person_id) ?? ''
    return [say('join-offer-account', { name }), say('consent-text'), say('join-question-account', { name })].join(
      '\n\n',
    )
  }
  return [await roleOffered(turn, found), say('consent-text'), say('join-question')].join('\n\n')
}

async function roleOffered({ db, say }: Turn<never>, { role, unit_id, name }: Invitation): Promise<string> {
  const [unit] = await findUnits(db, [unit_id ?? ''])
  const what = { role: role ? roleName(say, role) : '', unit: unit ? unitName(say, unit) : '' }
  return name ? say('join-offer-named', { ...what, name }) : say('join-offer', what)
}

async function join(turn: Turn<never>, { invitation, name, agrees }: Joining): Promise<Reply> {
  const { db, say, channel, speaker, now } = turn
  const found = await openInvitation(db, invitation, { channel, accountId: speaker.accountId }, now)
  if (!found) return { text: say('join-gone') }
  if (!agrees) return { text: say('join-refused') }
  const unfit = await unfitFor(turn, found)
  if (unfit) return unfit
  const personId = found.person_id ?? speaker.personId ?? `nguoi-${randomUUID().slice(0, 12)}`
  if (!(await useInvitation(db, invitation, personId, now))) return { text: say('join-used') }

  if (!found.person_id && !speaker.personId) {
    await addPerson(db, personId, found.name ?? name)
    await turn.namesChanged?.()
  }
  if (!speaker.personId) await addAccount(db, channel, speaker.accountId, personId)
  if (found.role && found.unit_id) await giveRole(db, personId, found.role, found.unit_id)
  await recordAnswer(turn, personId, found.person_id ? 'told' : 'agreed')
  await audit(db, {
    at: now,
    person_id: personId,
    channel,
    action: found.person_id ? 'link-account' : 'join',
    unit_id: found.unit_id,
    subject: `person/${personId}`,
    after: found.role,
    reason: `invitation/${invitation}`,
  })
  return welcome(turn, found, personId)
}

async function welcome(turn: Turn<never>, found: Invitation, personId: string): Promise<Reply> {
  const { db, say } = turn
  const name = (await namesOf(db, [personId])).get(personId) ?? ''
  const what = found.person_id ? undefined : await roleOffered(turn, { ...found, name: null })
  if (found.created_by && found.created_by !== personId)
    await turn.tell(found.created_by, `joined:${found.id}`, { text: say('join-told', { name }) })
  return { text: [say('join-done', { name }), ...(what ? [what] : []), say('join-next')].join('\n') }
}
