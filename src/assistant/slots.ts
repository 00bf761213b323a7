import type { Ask, Choice, Reply, Target } from '../command/command.ts'
import type { Catalogs } from '../criteria/catalogs.ts'
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import type { Language, Mentions, TargetMention, UnitLevel, UnitMention } from '../language/meaning.ts'
import type { Grant } from '../people/speaker.ts'
import type { Db } from '../store/schema.ts'
import { isRegion } from '../replies/region-of.ts'
import { ancestorsOf, communesWithFigures, findUnits, unitsWithin, type Unit } from '../store/units.ts'
import { capitalised, unitName } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'

/** A slot that is filled, or what to say to have it filled. */
export type Filled<T> = { ok: true; value: T } | { ok: false; reply: Reply }

export interface SlotContext {
  db: Db
  catalogs: Catalogs
  language: Language
  say: Say
  mentions: Mentions
  /** The question as far as it is known, which a choice completes. */
  ask: Ask
  /** What was last talked about. */
  topic?: Ask
  /** The unit that the group follows. */
  groupUnit?: string
  grants: readonly Grant[]
  /** The question is of all communes: a unit that holds some needs no commune to be named. */
  ofRegion?: boolean
}

const MOST_CHOICES = 8

/** The units that were named, each made one by what else was said; asks where a name is shared or unknown. */
export async function fillUnits(context: SlotContext): Promise<Filled<Unit[]>> {
  const { mentions, language, say } = context
  if (mentions.units.length === 0 && mentions.unknownUnit) {
    const near = language.nearestUnits(mentions.unknownUnit, 5)
    const units = await inOrder(context.db, near.flatMap(({ ids }) => ids).slice(0, MOST_CHOICES))
    const text = say(units.length > 0 ? 'unit-unknown' : 'unit-unknown-no-like', { name: mentions.unknownUnit })
    return { ok: false, reply: { text, choices: await unitChoices(context, units) } }
  }
  const found = new Map(
    (
      await findUnits(
        context.db,
        mentions.units.flatMap(({ ids }) => ids),
      )
    ).map((unit) => [unit.id, unit]),
  )
  const units: Unit[] = []
  for (const mention of mentions.units) {
    const candidates = narrow(mention, found, context)
    if (candidates.length > 1) return { ok: false, reply: await askWhich(context, mention, candidates) }
    if (candidates[0]) units.push(candidates[0])
  }
  // "xã Đông Sơn, tỉnh Ninh Bình" names one unit: what lies above another one that was named only places it.
  const named = units.filter((unit) => !units.some((other) => other !== unit && other.path.startsWith(unit.path)))
  return { ok: true, value: named }
}

function narrow(mention: UnitMention, found: ReadonlyMap<string, Unit>, { mentions, grants }: SlotContext): Unit[] {
  const all = mention.ids.flatMap((id) => found.get(id) ?? [])
  const others = mentions.units.filter((other) => other !== mention).flatMap(({ ids }) => ids)
  const filters: ((unit: Unit) => boolean)[] = [
    (unit) => !mention.level || unit.level === mention.level,
    (unit) => others.some((id) => unit.path.includes(`/${id}/`)),
    (unit) => grants.some(({ unitPath }) => unit.path.startsWith(unitPath) || unitPath.startsWith(unit.path)),
    (unit) => unit.level === 'xa',
  ]
  return filters.reduce((left, keep) => {
    const kept = left.length > 1 ? left.filter(keep) : left
    return kept.length > 0 ? kept : left
  }, all)
}

async function askWhich(context: SlotContext, mention: UnitMention, units: Unit[]): Promise<Reply> {
  return {
    text: context.say('unit-which', { count: units.length, name: mention.text }),
    choices: await unitChoices(context, units.slice(0, MOST_CHOICES)),
  }
}

/** Choices that name each unit with the one above it, so that two of one name are told apart. */
async function unitChoices({ db, say, ask }: SlotContext, units: readonly Unit[]): Promise<Choice[]> {
  return Promise.all(
    units.map(async (unit) => {
      const above = (await ancestorsOf(db, unit)).map((ancestor) => unitName(say, ancestor))
      return { label: [capitalised(unitName(say, unit)), ...above].join(', '), ask: { ...ask, unit: unit.id } }
    }),
  )
}

/** The unit a question is about: named, last talked about, the group's, the speaker's own, or the only one there is. */
export async function fillUnit(context: SlotContext, named: readonly Unit[]): Promise<Filled<Unit>> {
  const { db, say, mentions, topic, groupUnit, grants } = context
  if (named[0]) return { ok: true, value: named[0] }
  const own = mentions.ownUnit
  const fromTopic = own ? undefined : topic?.unit
  const ids = [fromTopic, groupUnit, ...grants.map((grant) => grant.unitId)].filter((id) => id !== undefined)
  const homes = await inOrder(db, ids)
  // Of somebody with several roles, "thôn tôi" is the village among them.
  const home = homes.find((unit) => unit.level === own?.level) ?? homes[0]
  if (home && (home.id === fromTopic || (context.ofRegion && isRegion(home)))) return { ok: true, value: home }
  const level: UnitLevel = own?.level ?? 'xa'
  const atLevel = home && (home.level === level ? home : await above(db, home, level))
  if (atLevel) return { ok: true, value: atLevel }

  const within = home ? await unitsWithin(db, home.path, level, MOST_CHOICES + 1) : []
  const candidates = within.length > 0 ? within : await communesWithFigures(db, MOST_CHOICES + 1)
  const [first] = candidates
  if (first && candidates.length === 1) return { ok: true, value: first }
  if (!first) return { ok: false, reply: { text: say('no-units') } }
  const choices = await unitChoices(context, candidates.slice(0, MOST_CHOICES))
  const example = unitName(say, first)
  const text = level === 'thon' ? say('village-missing', { example }) : say('unit-missing', { example })
  return { ok: false, reply: { text, choices } }
}

async function inOrder(db: Db, ids: readonly string[]): Promise<Unit[]> {
  const units = new Map((await findUnits(db, [...new Set(ids)])).map((unit) => [unit.id, unit]))
  return ids.flatMap((id) => units.get(id) ?? [])
}

async function above(db: Db, unit: Unit, level: UnitLevel): Promise<Unit | undefined> {
  return (await ancestorsOf(db, unit)).find((ancestor) => ancestor.level === level)
}

/**
 * The sets that were named. A whole question that names none is of all of them; one that leaves something out ("còn thôn
 * Đông?", "ai phụ trách?") is of the set last talked about.
 *
 * @param leans whether the words lean on what was talked about before.
 */
export function fillSets({ catalogs, mentions, topic }: SlotContext, leans: boolean): CriteriaSet[] {
  const ids = mentions.sets.length > 0 ? mentions.sets : leans && topic?.set ? [topic.set] : []
  return ids.flatMap((id) => catalogs.get(id) ?? [])
}

/** The criteria or indicators that are meant, one for each set that a name stands in. */
export function fillTargets(context: SlotContext, sets: readonly CriteriaSet[]): Filled<Target[]> {
  const { catalogs, mentions, topic, say, ask } = context
  const mention = together(mentions.targets)
  // "Còn bộ cơ bản?" after an indicator of another set asks for that code in the set that is named.
  const before = mentions.sets.length > 0 ? { ...topic, command: '', set: undefined } : topic
  const wanted = mention ?? (before?.target ? targetMention(catalogs, before) : undefined)
  if (!wanted) return { ok: false, reply: { text: say('target-missing') } }
  const inSets = wanted.readings.filter(({ set }) => sets.length === 0 || sets.some(({ id }) => id === set))
  // A set that was only talked about before does not hide what is named and stands in another.
  const readings = inSets.length === 0 && mentions.sets.length === 0 ? wanted.readings : inSets
  const targets = readings.flatMap(({ set, code }) => {
    const inSet = catalogs.get(set)
    return inSet ? [{ kind: wanted.kind, set: inSet, code }] : []
  })
  if (targets.length === 0) return { ok: false, reply: { text: say('target-unknown', { name: wanted.text }) } }
  const inOneSet = targets.find((a) => targets.some((b) => b !== a && b.set === a.set))
  if (!inOneSet || mention?.several) return { ok: true, value: targets }
  const choices = targets.slice(0, MOST_CHOICES).map((target) => ({
    label: `${target.code} ${nameOf(catalogs, target)}`.slice(0, 60),
    ask: { ...ask, set: target.set.id, target: target.code },
  }))
  return { ok: false, reply: { text: say('target-which', { name: wanted.text }), choices } }
}

/**
 * What several names mean together: "17.5 phân loại rác" the one that both can mean, "17.5 với 17.7" each of them. A name
 * that stands for two things in one set is asked about alone.
 */
function together(named: readonly TargetMention[]): (TargetMention & { several?: boolean }) | undefined {
  const [first, second] = named
  if (!first || !second || first.kind !== second.kind) return first
  const same = (a: TargetMention['readings'][number]) =>
    second.readings.some(({ set, code }) => set === a.set && code === a.code)
  const both = first.readings.filter(same)
  if (both.length > 0) return { ...first, readings: both }
  const clear = [first, second].every(
    ({ readings }) => new Set(readings.map(({ set }) => set)).size === readings.length,
  )
  return clear ? { ...first, readings: [...first.readings, ...second.readings], several: true } : first
}

function nameOf(catalogs: Catalogs, { kind, set, code }: Target): string {
  if (kind === 'criterion') return catalogs.criterion(set.id, Number(code))?.name ?? ''
  const indicator = catalogs.indicator(set.id, code)
  return indicator?.aliases[0] ?? indicator?.name ?? ''
}

/** What a choice or a topic names, as if it had been said. */
export function targetMention(catalogs: Catalogs, { set, target = '' }: Ask): TargetMention {
  const kind = target.includes('.') ? 'indicator' : 'criterion'
  const holds = (id: string) =>
    kind === 'indicator' ? catalogs.indicator(id, target) : catalogs.criterion(id, Number(target))
  const sets = catalogs.all().filter(({ id }) => (set === undefined || id === set) && holds(id))
  return { text: target, kind, readings: sets.map(({ id }) => ({ set: id, code: target })) }
}
