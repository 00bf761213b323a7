import type { Turn } from '../command/command.ts'
import type { Heard, Option } from '../command/form.ts'
import { fold } from '../language/fold.ts'
import { readRole } from '../people/role-words.ts'
import { mayAnywhere } from '../replies/own-communes.ts'
import { officerSaid } from '../replies/refusal.ts'
import { holdersWithin, rolesOf, type RoleHolder } from '../store/roster.ts'
import { findUnits } from '../store/units.ts'
import { capitalised, unitName } from '../wording/names.ts'

type FormTurn = Turn<never>

const MOST_OPTIONS = 25

/** "cho anh Tùng", "giao chị Hoa": a name that is given, whether anybody is called so or not. */
const GIVEN_NAME =
  /(?:^|\s)(?:cho|giao|công|cong|để|nhờ|sang|thành|bằng)\s+(?:anh|chị|ông|bà|cô|chú|bác|đồng chí|đ\/c)\s+(?<name>\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){0,4})/u
const ONESELF = /\b(?:cho|giao) (?:chinh )?(?:toi|minh|em)\b(?! (?:hoi|xem|biet|giao|phan cong))/
const ONESELF_ALONE = /^(?:chinh )?(?:toi|minh|em|de toi|de em)(?: lam| nhan)?$/

/**
 * Who is meant: by name, as the head of a village, or oneself. Two people of one name are told apart; one who acts
 * nowhere within the speaker's reach is not found.
 *
 * @param not who it cannot be: the one it is taken from.
 */
export async function hearPerson(turn: FormTurn, asked: boolean, not?: string): Promise<Heard<string>> {
  const { mentions, speaker, text, say } = turn
  const named = mentions.people.map(({ ids, text: name }) => ({ name, ids: ids.filter((id) => id !== not) }))
  const meant = named.filter(({ ids }) => ids.length > 0)
  // "từ anh Tùng sang chị Hoa": the last. Of two to give it to, one has to be chosen: each task has one person.
  const mentioned = not === undefined ? meant : meant.slice(-1)
  if (mentioned[0]) {
    const within = await reachable(
      turn,
      mentioned.flatMap(({ ids }) => ids),
    )
    return within.length > 0
      ? oneOf(turn, await ofVillageNamed(turn, within))
      : { problem: say('assign-no-person', { name: mentioned[0].name }) }
  }
  const heads = await villageHeads(turn)
  if (heads) return heads
  const said = fold(text.split(':')[0] ?? '').trim()
  if (speaker.personId && (ONESELF.test(said) || (asked && ONESELF_ALONE.test(said))))
    return { value: speaker.personId }
  const name = GIVEN_NAME.exec(text.normalize('NFC'))?.groups?.['name']
  if (name) return (await byName(turn, name, not)) ?? { problem: say('assign-no-person', { name }) }
  return asked ? byName(turn, text, not) : byBareName(turn, not)
}

/** Of several by one name, those of the village that is named with it: "chú Nam thôn Đoài". */
async function ofVillageNamed(
  { db, mentions }: FormTurn,
  people: readonly RoleHolder[],
): Promise<readonly RoleHolder[]> {
  const ids = mentions.units.flatMap((unit) => unit.ids)
  if (people.length < 2 || ids.length === 0) return people
  const roles = await Promise.all(people.map(({ personId }) => rolesOf(db, personId)))
  const there = people.filter((_, at) => roles[at]?.some(({ unitId }) => ids.includes(unitId)))
  return there.length > 0 ? there : people
}

function oneOf(turn: FormTurn, people: readonly RoleHolder[]): Heard<string> {
  const [first] = people
  if (first && people.length === 1) return { value: first.personId }
  return { among: people.slice(0, MOST_OPTIONS).map((person) => personOption(turn, person)) }
}

/** Those of some people who do work in the speaker's reach: where the speaker gives tasks and below, not above. */
async function reachable(turn: FormTurn, ids: readonly string[]): Promise<RoleHolder[]> {
  const roles = (await Promise.all(ids.map((id) => rolesOf(turn.db, id)))).flat()
  return once(roles.filter((holder) => doesWork(holder) && reaches(turn, holder.unitPath)))
}

function reaches({ speaker }: Pick<Turn, 'speaker'>, path: string): boolean {
  return assigning(speaker).some(({ unitPath }) => path.startsWith(unitPath))
}

/** Who only looks on is given nothing to do. */
function doesWork({ role }: RoleHolder): boolean {
  return role !== 'viewer'
}

/** The grants by which the speaker gives tasks. */
function assigning(speaker: Turn['speaker']) {
  return speaker.grants.filter((grant) => mayAnywhere({ speaker: { ...speaker, grants: [grant] } }, 'assign'))
}

function once(holders: readonly RoleHolder[]): RoleHolder[] {
  return [...new Map(holders.map((holder) => [holder.personId, holder])).values()]
}

/** "trưởng thôn Đoài": who holds that role there. */
async function villageHeads(turn: FormTurn): Promise<Heard<string>> {
  const { db, text, mentions, say } = turn
  if (readRole(text.split(':')[0] ?? '', mentions.units[0]?.level) !== 'village_head') return undefined
  const named = await findUnits(
    db,
    mentions.units.flatMap(({ ids }) => ids),
  )
  const villages = named.filter(({ level, path }) => level === 'thon' && reaches(turn, path))
  if (villages.length === 0) return undefined
  const heads = (await Promise.all(villages.map(({ path }) => holdersWithin(db, path)))).flat()
  const found = once(heads.filter(({ role }) => role === 'village_head'))
  if (found.length > 0) return oneOf(turn, found)
  return { problem: say('assign-no-head', { unit: unitName(say, villages[0]!) }) }
}

/** A name, or the end of one, that the language takes for other words: "Tùng", "van tung", "anh Kia". */
async function byName(turn: FormTurn, said: string, not: string | undefined): Promise<Heard<string>> {
  const words = fold(said).replace(ADDRESS, '').trim()
  if (words.length < 2 || words.split(' ').length > MOST_WORDS) return undefined
  const found = (await peopleFor(turn)).filter(
    ({ name, personId }) => personId !== not && ` ${fold(name)}`.endsWith(` ${words}`),
  )
  return found.length > 0 ? oneOf(turn, found) : undefined
}

/** "Cho tung", "cho Khải trong tháng 12": a name without a word before it, as many of the words as somebody is called. */
async function byBareName(turn: FormTurn, not: string | undefined): Promise<Heard<string>> {
  const [, said = ''] =
    /(?:^|\s)(?:cho|sang|giao cho) ([a-z]+(?: [a-z]+){0,3})/.exec(fold(turn.text.split(':')[0] ?? '')) ?? []
  const words = said.split(' ')
  for (let count = words.length; count > 0; count--) {
    const heard = await byName(turn, words.slice(0, count).join(' '), not)
    if (heard) return heard
  }
  return undefined
}

const ADDRESS = /^(?:cho |giao )?(?:(?:anh|chi|ong|ba|co|chu|bac|dong chi|d\/c) )?/
const MOST_WORDS = 6

/** All to whom the speaker can give something: in the unit or all of the speaker's units, and below. */
export async function peopleFor(turn: FormTurn, path?: string): Promise<RoleHolder[]> {
  const { db, speaker } = turn
  const paths = path === undefined ? assigning(speaker).map(({ unitPath }) => unitPath) : [path]
  const lists = await Promise.all(paths.map((each) => holdersWithin(db, each)))
  const own = speaker.personId === undefined ? [] : await rolesOf(db, speaker.personId)
  return once([...lists.flat(), ...own.slice(0, 1)].filter(doesWork))
}

/** People to choose from. */
export async function personOptions(turn: FormTurn, path: string | undefined, not?: string): Promise<Option<string>[]> {
  const people = (await peopleFor(turn, path)).filter(({ personId }) => personId !== not)
  return people.slice(0, MOST_OPTIONS).map((person) => personOption(turn, person))
}

function personOption({ say }: FormTurn, person: RoleHolder): Option<string> {
  return { label: capitalised(officerSaid({ say }, person)), value: person.personId }
}
