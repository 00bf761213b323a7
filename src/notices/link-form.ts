import { z } from 'zod'
import type { Reply, Turn } from '../command/command.ts'
import { defineForm, type Heard, type Option, type Step } from '../command/form.ts'
import { may, placeOf } from '../people/permissions.ts'
import { refuse } from '../replies/refusal.ts'
import { audit } from '../store/audit.ts'
import { FOLLOW_KINDS, findGroup, linkGroup, type FollowKind } from '../store/groups.ts'
import { oneWriter } from '../store/one-writer.ts'
import { withdrawNotices } from '../store/outbox.ts'
import { findUnits, unitsWithin, type Unit } from '../store/units.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { followsSaid, readFollows } from './follow-words.ts'
import { groupName, unitOf } from './group-words.ts'
import { groupMeant, ownGroups, keyOf, refOf } from './own-groups.ts'
import { UNLINKED } from './reasons.ts'

/** A group by its key, what it is called, whose it is and what it gets. `title` is what the platform calls it. */
export type Link = { group: string; title: string | null; name: string; unit: string; follows: FollowKind[] }

type FormTurn = Turn<never>

const LONGEST_NAME = 80
const MOST_OPTIONS = 50

/** Which of one's linked groups; in a group itself it is that one. */
export const groupStep: Step<{ group: string }, 'group'> = {
  name: 'group',
  label: 'group-step-group',
  picks: true,
  value: z.string(),
  async ask(turn) {
    const groups = await ownGroups(turn, 'link-group')
    const options = groups.map((group) => ({
      label: turn.say('group-named', { name: groupName(turn.say, group), unit: unitOf(turn.say, group) }),
      value: keyOf(group),
    }))
    return { text: turn.say('group-ask-which'), options }
  },
  parse: hearGroup,
  hear: async (turn, { group }) => (group === undefined ? hearGroup(turn) : undefined),
}

async function hearGroup(turn: FormTurn): Promise<Heard<string>> {
  const group = groupMeant(turn.text, await ownGroups(turn, 'link-group'))
  return group && { value: keyOf(group) }
}

const nameStep: Step<Link, 'name'> = {
  name: 'name',
  label: 'group-step-name',
  value: z.string().min(2).max(LONGEST_NAME),
  takesAnyText: true,
  ask: ({ say }) => ({ text: say('group-ask-name') }),
  parse: ({ text }) => {
    const name = text.replace(/\s+/g, ' ').trim()
    return name.length < 2 ? undefined : { value: name.slice(0, LONGEST_NAME) }
  },
  async hear({ db }, { name, group, title }) {
    if (name !== undefined || group === undefined) return undefined
    const known = (await findGroup(db, refOf(group)))?.title ?? title
    return known ? { value: known.slice(0, LONGEST_NAME) } : undefined
  },
}

const unitStep: Step<Link, 'unit'> = {
  name: 'unit',
  label: 'group-step-unit',
  value: z.string(),
  async ask(turn) {
    return { text: turn.say('group-ask-unit'), options: await unitOptions(turn) }
  },
  parse: (turn) => hearUnit(turn),
  /** What is named; else what the group follows so far, a unit that its name names, or one's own where there is one. */
  async hear(turn, { group, name, unit }) {
    const named = await hearUnit(turn)
    if (named || unit !== undefined || group === undefined || name === undefined) return named
    const linked = await findGroup(turn.db, refOf(group))
    if (linked) return { value: linked.unitId }
    const called = turn.language.understand(name, turn.today).mentions
    const [byName, ...others] = await allowed(
      turn,
      called.units.flatMap(({ ids }) => ids),
    )
    if (byName && others.length === 0) return { value: byName.id }
    const [own, ...more] = await ownUnits(turn)
    return own && more.length === 0 ? { value: own.id } : undefined
  },
}

/** The units of one's own roles, those that are no more only where there are no others. */
async function ownUnits(turn: FormTurn): Promise<Unit[]> {
  const own = await allowed(turn, [...new Set(turn.speaker.grants.map(({ unitId }) => unitId))])
  const living = own.filter(({ ended_on }) => !ended_on)
  return living.length > 0 ? living : own
}

async function allowed({ db, speaker }: FormTurn, ids: readonly string[]): Promise<Unit[]> {
  return (await findUnits(db, ids)).filter((unit) => may(speaker, 'link-group', unit))
}

/** One's own units and what lies one level below: a commune's officer links the villages' groups too. */
async function unitOptions(turn: FormTurn): Promise<Option<string>[]> {
  const own = await ownUnits(turn)
  const below = await Promise.all(
    own
      .filter(({ level }) => level !== 'thon')
      .map(({ path, level }) => unitsWithin(turn.db, path, level === 'xa' ? 'thon' : 'xa', MOST_OPTIONS)),
  )
  const units = new Map([...own, ...below.flat()].map((unit) => [unit.id, unit]))
  return [...units.values()]
    .filter((unit) => !unit.ended_on && may(turn.speaker, 'link-group', unit))
    .map((unit) => ({ label: capitalised(unitName(turn.say, unit)), value: unit.id }))
}

async function hearUnit(turn: FormTurn): Promise<Heard<string>> {
  const named = await findUnits(
    turn.db,
    turn.mentions.units.flatMap(({ ids }) => ids),
  )
  const [unit] = named.filter((each) => may(turn.speaker, 'link-group', each))
  if (unit) return { value: unit.id }
  const [other] = named
  return other ? { problem: (await refuse(turn, 'link-group', other)).text } : undefined
}

const followsStep: Step<Link, 'follows'> = {
  name: 'follows',
  plain: true,
  label: 'group-step-follows',
  value: z.array(z.enum(FOLLOW_KINDS)),
  ask({ say }) {
    const options: Option<FollowKind[]>[] = FOLLOW_KINDS.map((kind) => ({
      label: capitalised(say(`follow-${kind}`)),
      value: [kind],
    }))
    options.push({ label: say('follow-all'), value: [...FOLLOW_KINDS] })
    return { text: say('group-ask-follows'), options }
  },
  said: ({ say }, { follows }) => follows && followsSaid(say, follows),
  parse: (turn) => hearFollows(turn, FOLLOW_KINDS, true),
  async hear(turn, { group, follows }) {
    const linked = group === undefined ? undefined : await findGroup(turn.db, refOf(group))
    const before = follows ?? linked?.follows ?? FOLLOW_KINDS
    const heard = hearFollows(turn, before, false)
    if (heard) return heard
    return follows === undefined && group !== undefined ? { value: [...before] } : undefined
  },
}

function hearFollows({ text, say }: FormTurn, before: readonly FollowKind[], asked: boolean): Heard<FollowKind[]> {
  const follows = readFollows(text, before, asked)
  if (!follows) return undefined
  return follows.length === 0 ? { problem: say('group-link-nothing') } : { value: follows }
}

/** Links a group to a unit, or changes what it follows: in private, whether it was begun there or in the group. */
export const linkForm = defineForm<Link>({
  version: 1,
  inPrivate: true,
  given: { title: z.string().nullable() },
  leaving: { said: ({ say }) => say('dialog-nothing-changed') },
  steps: [groupStep, nameStep, unitStep, followsStep],
  async confirm(turn, { group, name, unit: unitId, follows }) {
    const { db, say } = turn
    const [unit] = await findUnits(db, [unitId])
    const before = await findGroup(db, refOf(group))
    return [
      say('group-link-confirm', { name, unit: unit ? unitName(say, unit) : unitId }),
      ...(before
        ? [say('group-link-before', { unit: unitOf(say, before), what: followsSaid(say, before.follows) })]
        : []),
      say('group-link-follows', { what: followsSaid(say, follows) }),
      say('group-link-hint'),
    ].join('\n')
  },
  submit: link,
})

async function link(turn: FormTurn, { group, name, unit: unitId, follows }: Link): Promise<Reply> {
  const { db, say, speaker, now, channel } = turn
  await oneWriter(db)
  const [unit] = await findUnits(db, [unitId])
  if (!unit || !speaker.personId || !may(speaker, 'link-group', unit))
    return refuse(turn, 'link-group', unit ?? { name: unitId, level: 'xa', path: '' })
  const before = await findGroup(db, refOf(group))
  if (before && !may(speaker, 'link-group', { path: before.unitPath }))
    return { text: say('group-of-other', { unit: unitOf(say, before) }) }
  // A supergroup is known by its new id, whatever the form was begun with.
  const ref = before ? ([before.channel, before.chatId] as const) : refOf(group)
  await linkGroup(db, [...ref], { unitId, title: name, follows, by: speaker.personId }, now)
  if (before && placeOf(before.unitPath, unit.path) === 'beside') await withdrawNotices(db, ...ref, UNLINKED)
  await audit(db, {
    at: now,
    person_id: speaker.personId,
    channel,
    action: 'group.link',
    unit_id: unitId,
    subject: `group/${ref.join('/')}`,
    before: before ? JSON.stringify({ unit: before.unitId, follows: before.follows }) : null,
    after: JSON.stringify({ unit: unitId, follows }),
  })
  const what = followsSaid(say, follows)
  const [on, chatId] = ref
  await turn.postIn([on, chatId], `group-linked:${on}:${chatId}:${now.toISOString()}`, {
    text: say('group-linked-told', { unit: unitName(say, unit), what }),
  })
  return { text: say('group-linked', { name, unit: unitName(say, unit), what }) }
}
