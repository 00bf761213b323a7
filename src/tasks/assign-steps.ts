import type { Turn } from '../command/command.ts'
import type { Heard, Option, Step } from '../command/form.ts'
import { may } from '../people/permissions.ts'
import { namedUnits, ownCommunes } from '../replies/own-communes.ts'
import { readUnitSets } from '../replies/unit-set.ts'
import { lastEvent } from '../store/assignment-events.ts'
import { liveWithin } from '../store/assignments.ts'
import { standingsOf } from '../store/figures.ts'
import { rolesOf } from '../store/roster.ts'
import { ancestorsOf, findUnits, type Unit } from '../store/units.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { assignShapes, LONGEST_TASK, type AssignValues, type TaskTargetRef } from './assign-values.ts'
import { hearPerson, personOptions } from './people-for.ts'
import { dueOptions, hearDue } from './read-due.ts'
import { shortTarget, targetSaid } from './describe.ts'
import { lastClause } from './last-clause.ts'
import { namedTargets } from './tasks-meant.ts'

type Values = Partial<AssignValues>
type FormTurn = Turn<never>

const MOST_OPTIONS = 25

export const personStep: Step<AssignValues, 'person'> = {
  name: 'person',
  label: 'assign-label-person',
  value: assignShapes.person,
  async ask(turn, { unit, handsOn }) {
    const [place] = unit === undefined ? [] : await findUnits(turn.db, [unit])
    const commune = place && (await communeOf(turn, place))
    return { text: turn.say('assign-ask-person'), options: await personOptions(turn, commune?.path, handsOn?.from) }
  },
  parse: (turn, { handsOn }) => hearPerson(turn, true, handsOn?.from),
  hear: (turn, { handsOn }) => hearPerson(turn, false, handsOn?.from),
}

/**
 * The commune that the speaker works for, unless a village or another commune is named; of the head of a village the
 * village, where the indicator is one that villages count.
 */
export const unitStep: Step<AssignValues, 'unit'> = {
  name: 'unit',
  label: 'assign-label-unit',
  value: assignShapes.unit,
  async ask(turn, values) {
    const [villages, communes] = [await villagesOf(turn, values), await ownCommunes(turn, 'assign')]
    const units = [...villages, ...communes].slice(0, MOST_OPTIONS)
    return { text: turn.say('assign-ask-unit'), options: units.map((unit) => unitOption(turn, unit)) }
  },
  parse: (turn) => hearUnit(turn),
  async hear(turn, values) {
    const heard = await hearUnit(turn)
    if (heard || values.unit !== undefined || values.person === undefined) return heard
    const villages = isCounted(turn, values) ? await villagesOf(turn, values) : []
    if (villages.length > 0) return villages.length === 1 && villages[0] ? { value: villages[0].id } : undefined
    const [only, ...others] = await communesOf(turn, values.person)
    return only && others.length === 0 ? { value: only.id } : undefined
  },
}

/** Whether villages count what a task is about, so that each has a part of its own in it: a share of households. */
function isCounted({ catalogs }: FormTurn, { target }: Values): boolean {
  const indicator = target && catalogs.indicator(target.set, target.code)
  return indicator?.kind === 'quantity' && indicator.unit === '%'
}

async function hearUnit(turn: FormTurn): Promise<Heard<string>> {
  const { say, speaker } = turn
  const named = (await namedUnits(turn, 'assign')).filter(({ level }) => level === 'xa' || level === 'thon')
  // "thôn Đoài, xã Mẫu Sơn" names the village; the commune only places it.
  const meant = named.filter((unit) => !named.some((other) => other !== unit && other.path.startsWith(unit.path)))
  const own = meant.filter((unit) => may(speaker, 'assign', unit))
  if (own.length > 1) return { among: own.map((unit) => unitOption(turn, unit)) }
  if (own[0]) return { value: own[0].id }
  return meant[0] ? { problem: say('assign-not-yours', { unit: unitName(say, meant[0]) }) } : undefined
}

/** The villages that a person heads, where that is all that the person does in the speaker's reach. */
async function villagesOf({ db, speaker }: FormTurn, { person }: Values): Promise<Unit[]> {
  const roles = person === undefined ? [] : await rolesOf(db, person)
  const within = roles.filter(({ unitPath }) => may(speaker, 'assign', { path: unitPath }))
  if (within.length === 0 || within.some(({ role }) => role !== 'village_head')) return []
  const units = await findUnits(
    db,
    within.map(({ unitId }) => unitId),
  )
  return units.filter(({ ended_on }) => ended_on === null)
}

/** The speaker's communes; of several, those that the person works for. */
async function communesOf(turn: FormTurn, person: string): Promise<Unit[]> {
  const own = await ownCommunes(turn, 'assign')
  if (own.length < 2) return own
  const roles = await rolesOf(turn.db, person)
  return own.filter(({ path }) => roles.some(({ unitPath }) => unitPath.startsWith(path)))
}

function unitOption({ say }: FormTurn, unit: Unit): Option<string> {
  return { label: capitalised(unitName(say, unit)), value: unit.id }
}

/** The commune that a unit is or lies in; the unit itself where it lies in none. */
async function communeOf({ db }: Pick<Turn, 'db'>, unit: Unit): Promise<Unit> {
  return [unit, ...(await ancestorsOf(db, unit))].find(({ level }) => level === 'xa') ?? unit
}

export const targetStep: Step<AssignValues, 'target'> = {
  name: 'target',
  label: 'assign-label-target',
  value: assignShapes.target,
  async ask(turn, values) {
    return { text: turn.say('assign-ask-target'), options: await openTargets(turn, values) }
  },
  said: (turn, { target }) => target && targetSaid(turn, { set_id: target.set, target: target.code }),
  parse: hearTarget,
  hear: hearTarget,
}

async function hearTarget(turn: FormTurn, values: Values): Promise<Heard<TaskTargetRef>> {
  const { catalogs, mentions, say } = turn
  const [mention] = namedTargets(mentions)
  if (!mention) {
    const code = codeThatIsNone(turn)
    return code === undefined ? undefined : { problem: say('target-unknown', { name: code }) }
  }
  const tracked = mentions.sets.length > 0 ? mentions.sets : await trackedSets(turn, values)
  const inSets = mention.readings.filter(({ set }) => tracked.includes(set))
  const readings = (inSets.length > 0 ? inSets : mention.readings).filter(
    ({ set, code }) => catalogs.indicator(set, code) ?? catalogs.criterion(set, Number(code)),
  )
  if (readings.length === 0) return { problem: say('target-unknown', { name: mention.text }) }
  const seen = await lastEvent(turn.db)
  const refs = readings.slice(0, MOST_OPTIONS).map(({ set, code }) => ({ set, code, seen }))
  const [only] = refs
  if (only && refs.length === 1) return { value: only }
  const unmet = await unmetOf(turn, refs, values)
  if (unmet.length === 1 && unmet[0]) return { value: unmet[0] }
  return { among: refs.map((ref) => targetOption(turn, ref)) }
}

/** What is written like the code of an indicator and is none: `99.9`. */
function codeThatIsNone({ text, mentions, catalogs }: FormTurn): string | undefined {
  const [, code] = /(?<![\d./-])(\d{1,2}\.\d{1,2})(?![\d./%-])/.exec(text.split(/:(?!\d)/)[0] ?? '') ?? []
  if (code === undefined || mentions.dates.some((date) => date.text.includes(code))) return undefined
  return catalogs.all().some(({ id }) => catalogs.indicator(id, code)) ? undefined : code
}

/** Of one code in several sets, what the commune has not met: what is met needs no task. */
async function unmetOf(turn: FormTurn, refs: readonly TaskTargetRef[], values: Values): Promise<TaskTargetRef[]> {
  const place = await placeOfTask(turn, values)
  if (!place || new Set(refs.map(({ code }) => code)).size > 1) return []
  const standings = await readUnitSets(
    { ...turn, sets: [], mentions: { ...turn.mentions, dates: [], sets: [] } },
    place,
  )
  return refs.filter(({ set, code }) => standings.some((each) => each.set.id === set && each.stateOf(code) === 'unmet'))
}

/** The one commune that the task is for, as far as it is known yet. */
async function placeOfTask(turn: FormTurn, { unit }: Values): Promise<Unit | undefined> {
  const named = unit === undefined ? await hearUnit(turn) : { value: unit }
  const [place] = named && 'value' in named ? await findUnits(turn.db, [named.value]) : []
  if (place) return communeOf(turn, place)
  const [only, ...others] = await ownCommunes(turn, 'assign')
  return others.length === 0 ? only : undefined
}

function targetOption(turn: FormTurn, ref: TaskTargetRef): Option<TaskTargetRef> {
  return { label: capitalised(targetSaid(turn, { set_id: ref.set, target: ref.code })), value: ref }
}

/** The sets that the commune has figures on. */
async function trackedSets(turn: FormTurn, values: Values): Promise<string[]> {
  const place = await placeOfTask(turn, values)
  const communes = place ? [place] : await ownCommunes(turn, 'assign')
  const standings = await Promise.all(communes.slice(0, MOST_OPTIONS).map(({ id }) => standingsOf(turn.db, id)))
  return [...new Set(standings.flat().map(({ set_id }) => set_id))]
}

/** What the commune has not met, first what nobody has yet. */
async function openTargets(turn: FormTurn, { unit }: Values): Promise<Option<TaskTargetRef>[]> {
  const [place] = unit === undefined ? await ownCommunes(turn, 'assign') : await findUnits(turn.db, [unit])
  if (!place) return []
  const commune = await communeOf(turn, place)
  const taken = await liveWithin(turn.db, commune.path)
  const seen = await lastEvent(turn.db)
  const open = (await readUnitSets({ ...turn, mentions: { ...turn.mentions, dates: [] } }, commune)).flatMap(
    ({ set, stateOf }) =>
      set.criteria
        .flatMap(({ indicators }) => indicators)
        .filter(({ code }) => stateOf(code) === 'unmet')
        .map(({ code }) => ({
          set,
          code,
          taken: taken.some((task) => task.set_id === set.id && task.target === code),
        })),
  )
  return open
    .sort((a, b) => Number(a.taken) - Number(b.taken))
    .slice(0, MOST_OPTIONS)
    .map(({ set, code }) => ({
      label: `${shortTarget(turn, set, code)} (${set.short_name})`,
      value: { set: set.id, code, seen },
    }))
}

export const dueStep: Step<AssignValues, 'due'> = {
  name: 'due',
  label: 'assign-label-due',
  value: assignShapes.due,
  ask: ({ say, today }) => ({ text: say('assign-ask-due'), options: dueOptions(today) }),
  parse: (turn) => hearDue(turn, turn.today),
  hear: (turn) => hearDue(turn, turn.today),
}

export const taskTextStep: Step<AssignValues, 'task'> = {
  name: 'task',
  label: 'assign-label-task',
  value: assignShapes.task,
  optional: true,
  takesAnyText: true,
  ask: ({ say }) => ({ text: say('assign-ask-task') }),
  parse: ({ text }) => (text.trim() === '' ? undefined : { value: text.trim().slice(0, LONGEST_TASK) }),
  hear(turn) {
    const text = turn.mentions.freeText ?? lastClause(turn)
    return text === undefined ? undefined : { value: text.trim().slice(0, LONGEST_TASK) }
  },
}
