import type { Turn } from '../command/command.ts'
import type { Heard, Step } from '../command/form.ts'
import { fold } from '../language/fold.ts'
import { namedUnits } from '../replies/own-communes.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { allOf, announceShapes, groupsFor, speakingUnits, type Announce } from './announce-values.ts'
import { readAnnouncement } from './announcement.ts'
import { groupSaid } from './group-words.ts'

type FormTurn = Turn<never>
type Values = Partial<Announce>

const LONGEST_TEXT = 10_000

/** The unit that speaks: the only one, or the one over the unit that the message addresses. */
export const unitStep: Step<Announce, 'unit'> = {
  name: 'unit',
  label: 'group-step-unit',
  value: announceShapes.unit,
  async ask(turn) {
    const units = await speakingUnits(turn)
    return {
      text: turn.say('announcement-ask-unit'),
      options: units.map((unit) => ({ label: capitalised(unitName(turn.say, unit)), value: unit.id })),
    }
  },
  async parse(turn) {
    const named = turn.mentions.units.flatMap(({ ids }) => ids)
    const unit = (await speakingUnits(turn)).find(({ id }) => named.includes(id))
    return unit && { value: unit.id }
  },
  async hear(turn, { unit }) {
    if (unit !== undefined) return undefined
    const units = await speakingUnits(turn)
    const [only, ...others] = units
    if (only && others.length === 0) return { value: only.id }
    const [addressed] = await addressedUnits(turn)
    const over = addressed && units.filter(({ path }) => addressed.path.startsWith(path))
    const nearest = over?.toSorted((a, b) => b.path.length - a.path.length)[0]
    return nearest && { value: nearest.id }
  },
}

/** The units that stand in the words before the text; a unit that the text speaks of addresses nobody. */
export async function addressedUnits(turn: FormTurn): Promise<Unit[]> {
  const { language, text, today } = turn
  const read = readAnnouncement(text)
  const words = read?.address ?? ''
  if (words === '') return []
  return namedUnits({ ...turn, mentions: language.understand(words, today).mentions }, 'send-notice')
}

export const textStep: Step<Announce, 'text'> = {
  name: 'text',
  label: 'announcement-step-text',
  value: announceShapes.text,
  takesAnyText: true,
  quotes: true,
  ask: ({ say }) => ({ text: say('announcement-ask-text') }),
  parse: (turn) => heardText(turn, readAnnouncement(turn.text)?.text || turn.text),
  hear: (turn) => heardText(turn, readAnnouncement(turn.text)?.text ?? ''),
}

function heardText({ say }: FormTurn, typed: string): Heard<string> {
  const text = typed.normalize('NFC').trim()
  if (text.length < 2) return undefined
  return text.length > LONGEST_TEXT
    ? { problem: say('announcement-too-long', { most: LONGEST_TEXT }) }
    : { value: text }
}

export const photoStep: Step<Announce, 'photo'> = {
  name: 'photo',
  label: 'announcement-step-photo',
  heard: 'announcement-photo-kept',
  takesFiles: true,
  value: announceShapes.photo,
  optional: true,
  ask: ({ say }) => ({ text: say('announcement-ask-photo') }),
  parse: hearPhoto,
  hear: hearPhoto,
}

function hearPhoto({ files, say }: FormTurn): Heard<Announce['photo']> {
  const [file] = files
  if (!file) return undefined
  if (file.kind === 'refused') return { problem: say(`file-${file.why}`) }
  if (!file.mime.startsWith('image/')) return { problem: say('announcement-photo-only') }
  return { value: { sha256: file.sha256, mime: file.mime } }
}

export const groupsStep: Step<Announce, 'groups'> = {
  name: 'groups',
  plain: true,
  label: 'announcement-step-groups',
  value: announceShapes.groups,
  async ask(turn, values) {
    const { say } = turn
    const groups = await possible(turn, values)
    const lines = groups.map((group, index) =>
      say('announcement-group-numbered', { number: index + 1, group: groupSaid(say, group) }),
    )
    return { text: [say('announcement-ask-groups'), ...lines].join('\n') }
  },
  said: (_, { groups }) => groups?.chosen.join(', '),
  parse: (turn, values) => chooseGroups(turn, values, true),
  hear: (turn, values) => (values.groups ? chooseGroups(turn, values, false) : firstGroups(turn, values)),
}

async function possible(turn: FormTurn, { unit: unitId }: Values) {
  const [unit] = unitId === undefined ? [] : await findUnits(turn.db, [unitId])
  return unit ? groupsFor(turn, unit) : []
}

/** All groups of the unit that speaks; where others are addressed, theirs alone. */
async function firstGroups(turn: FormTurn, values: Values): Promise<Heard<Announce['groups']>> {
  if (values.unit === undefined) return undefined
  const groups = await possible(turn, values)
  const addressed = await addressedUnits(turn)
  if (addressed.length === 0) return { value: allOf(groups) }
  const isMeant = (path: string) => addressed.some((unit) => path.startsWith(unit.path))
  if (groups.some(({ unitPath }) => isMeant(unitPath)))
    return { value: allOf(groups, ({ unitPath, stoppedAt }) => stoppedAt === null && isMeant(unitPath)) }
  const [unit] = addressed
  return unit && { problem: turn.say('announcement-no-groups', { unit: unitName(turn.say, unit) }) }
}

const ALL = /\b(tat ca|het|moi nhom|cac nhom|ca xa)\b/
/** Without a word that chooses, a number is one where it was asked for. */
const CHOOSES = /\b(chi|nhom|bo|tru|khong gui)\b/
const WITHOUT = /\b(bo|tru|khong gui|ngoai)\b/
const NUMBERS = /\d{1,3}/g
/** Numbers with nothing but words that belong to them: "chỉ nhóm 1, 3 và 5". */
const ONLY_NUMBERS =
  /^(?:(?:chi|gui|nhom|toi|cho|so|cac|bo|tru|khong|ra|thoi|nhe|va|them|ngoai)\b[\s,;&+.]*|\d{1,3}[\s,;&+.)]*)+$/

/** "Chỉ nhóm xã", "nhóm chung thôi": the group of the unit that speaks. */
const OWN =
  /^(?:thoi )?(?:(?:chi|rieng)(?: gui)?(?: cho| toi| vao)? (?:nhom )?(?:cua )?(?:xa|tinh|huyen|chung|don vi)(?: minh| thoi)*|nhom (?:cua )?(?:xa|tinh|huyen|chung|don vi)(?: minh)? thoi)(?: nhe| a)*$/

/** "Chỉ nhóm 1, 3", "1,3", "bỏ nhóm 2", "chỉ thôn Đoài", "tất cả". */
async function chooseGroups(turn: FormTurn, values: Values, asked: boolean): Promise<Heard<Announce['groups']>> {
  const said = fold(turn.text).trim()
  if (readAnnouncement(turn.text)) return undefined
  const groups = await possible(turn, values)
  const { all, chosen } = values.groups ?? allOf(groups)
  const numbers = ONLY_NUMBERS.test(said) ? (said.match(NUMBERS) ?? []).map(Number) : []
  if (numbers.length > 0) {
    const wrong = numbers.find((number) => number < 1 || number > all.length)
    if (wrong !== undefined) return { problem: turn.say('announcement-groups-unknown', { number: wrong }) }
    const meant = new Set(numbers)
    return picked(
      all,
      WITHOUT.test(said) ? chosen.filter((each) => !meant.has(each)) : [...meant].sort((a, b) => a - b),
    )
  }
  if (ALL.test(said) && (asked || CHOOSES.test(said))) return { value: allOf(groups) }
  if (!asked && !CHOOSES.test(said)) return undefined
  if (OWN.test(said) && turn.mentions.units.length === 0) {
    const own = allOf(groups, ({ unitId, stoppedAt }) => stoppedAt === null && unitId === values.unit)
    if (own.chosen.length > 0) return { value: own }
  }
  const units = await findUnits(
    turn.db,
    turn.mentions.units.flatMap(({ ids }) => ids),
  )
  const meant = allOf(groups, ({ unitPath }) => units.some(({ path }) => unitPath.startsWith(path)))
  if (meant.chosen.length === 0) {
    const [unit] = asked ? units : []
    return unit && { problem: turn.say('announcement-no-groups', { unit: unitName(turn.say, unit) }) }
  }
  return WITHOUT.test(said)
    ? picked(
        meant.all,
        allOf(groups).chosen.filter((each) => !meant.chosen.includes(each)),
      )
    : { value: meant }
}

function picked(all: string[], chosen: number[]): Heard<Announce['groups']> {
  return chosen.length === 0 ? undefined : { value: { all, chosen } }
}

export const whenStep: Step<Announce, 'when'> = {
  name: 'when',
  plain: true,
  label: 'announcement-step-when',
  value: announceShapes.when,
  presumed: () => 'now',
  ask: ({ say }) => ({
    text: say('announcement-ask-when'),
    options: [
      { label: say('announcement-now'), value: 'now' },
      { label: say('announcement-morning'), value: 'morning' },
    ],
  }),
  parse: hearWhen,
  hear: hearWhen,
}

const MORNING =
  /\b((cho|doi|de|den|sang|gui)\b.*\b(sang|sang mai|6h30|6 gio 30|06:30|6:30)|sang mai (hay|hang|moi) gui)\b/
const AT_ONCE = /\b(gui (ngay|luon)|ngay bay gio)\b/

function hearWhen({ text }: FormTurn): Heard<Announce['when']> {
  if (readAnnouncement(text)) return undefined
  const said = fold(text)
  if (AT_ONCE.test(said)) return { value: 'now' }
  return MORNING.test(said) ? { value: 'morning' } : undefined
}
