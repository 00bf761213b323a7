import type { Choice, Reply, Turn } from '../command/command.ts'
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { may } from '../people/permissions.ts'
import { endNote, fullName, noFigures } from '../replies/unit-notes.ts'
import { readUnitSets, targetsNamed, totalsOnly, type UnitSet } from '../replies/unit-set.ts'
import { liveWithin, type Assignment } from '../store/assignments.ts'
import type { Unit } from '../store/units.ts'
import { unitName } from '../wording/names.ts'
import { dueBesideName } from './list-tasks.ts'
import { defaultTask, shortTarget } from './describe.ts'
import { namedTargets } from './tasks-meant.ts'

type Needed = Turn<'units'>

/** As many can be given at once from here. */
const MOST_CHOICES = 3

/**
 * The plan of a commune in one view: each indicator that is not met, those without a person first, then who does what until
 * when, the most urgent first. What was named narrows it: a criterion, or those without a person.
 */
export async function planReply(turn: Needed, unit: Unit, onlyOpen: boolean): Promise<Reply> {
  const { db, speaker, chat } = turn
  const past = { ...turn, mentions: { ...turn.mentions, dates: [] } }
  const unitSets = (await readUnitSets(past, unit)).filter((each) => !totalsOnly(each))
  if (unitSets.length === 0) return { text: await noFigures(turn, unit) }
  const tasks = await liveWithin(db, unit.path)
  const name = await fullName(turn, unit)
  const blocks: string[] = []
  const choices: Choice[] = []
  for (const unitSet of unitSets) {
    const { set } = unitSet
    const codes = unmetCodes(turn, unitSet)
    const planned = codes.map((code) => ({ code, by: tasks.filter((task) => covers(turn, task, set, code)) }))
    const open = planned.filter(({ by }) => by.length === 0).map(({ code }) => code)
    blocks.push(planLines(turn, { name, set, total: codes.length, open, onlyOpen }, planned).join('\n'))
    if (chat.kind === 'private' && may(speaker, 'assign', unit))
      choices.push(...open.map((code) => giveChoice(turn, unit, set, code)))
  }
  const picture = { label: turn.say('offer-picture'), ask: { command: 'picture', unit: unit.id, subject: 'plan' } }
  return {
    text: [...blocks, ...(await endNote(turn, unit))].join('\n\n'),
    choices: [...choices.slice(0, MOST_CHOICES), ...(tasks.length > 0 ? [picture] : [])],
  }
}

function unmetCodes(turn: Needed, { set, stateOf }: UnitSet): string[] {
  const named = targetsNamed({ ...turn, mentions: { ...turn.mentions, targets: namedTargets(turn.mentions) } })
  return set.criteria
    .filter(
      ({ no, indicators }) =>
        named.length === 0 ||
        named.some(({ code }) => Number(code) === no || indicators.some((indicator) => indicator.code === code)),
    )
    .flatMap(({ indicators }) => indicators.map(({ code }) => code))
    .filter((code) => stateOf(code) === 'unmet')
}

/** Whether somebody who still acts has it: the indicator itself or its whole criterion. */
function covers({ catalogs }: Needed, task: Assignment, set: CriteriaSet, code: string): boolean {
  if (task.set_id !== set.id || !task.owner_acts) return false
  return task.target === code || task.target === String(catalogs.criterionOf(set.id, code)?.no)
}

interface Plan {
  name: string
  set: CriteriaSet
  total: number
  /** What nobody has. */
  open: string[]
  onlyOpen: boolean
}

function planLines(
  turn: Needed,
  { name, set, total, open, onlyOpen }: Plan,
  planned: readonly { code: string; by: Assignment[] }[],
): string[] {
  const { say } = turn
  if (total === 0) return [say('plan-none', { unit: name, set: set.short_name })]
  const title = say('plan-title', { unit: name, set: set.short_name, count: total })
  const nobody =
    open.length > 0
      ? say('plan-nobody', { count: open.length, codes: open.map((code) => shortTarget(turn, set, code)).join('; ') })
      : say('plan-all-given')
  if (onlyOpen) return [title, nobody]
  // A task on a criterion is one line, however many of its indicators it covers.
  const tasks = [...new Map(planned.flatMap(({ by }) => by.map((task) => [task.id, task] as const))).values()]
  const lines = tasks
    .sort((a, b) => a.due.localeCompare(b.due) || a.id - b.id)
    .map((task) => planLine(turn, set, task, planned))
  return [title, nobody, ...lines]
}

function planLine(
  turn: Needed,
  set: CriteriaSet,
  task: Assignment,
  planned: readonly { code: string; by: Assignment[] }[],
): string {
  const { say } = turn
  const codes = planned.filter(({ by }) => by.some(({ id }) => id === task.id)).map(({ code }) => code)
  const whole = codes[0] !== task.target || codes.length > 1
  const target = shortTarget(turn, set, task.target)
  const what = [
    whole ? say('plan-criterion', { target, codes: codes.join(', ') }) : target,
    ...(task.unit_level === 'thon' ? [unitName(say, { level: task.unit_level, name: task.unit_name })] : []),
  ].join(', ')
  const named = { what, person: task.owner, due: dueBesideName(turn, task.due) }
  const done = task.state === 'done' ? [say('task-done')] : []
  const text = task.task === defaultTask(turn, task) ? [] : [task.task]
  return [say('plan-line', named), ...text, ...done].join('; ')
}

function giveChoice(turn: Needed, unit: Unit, set: CriteriaSet, code: string): Choice {
  return {
    label: turn.say('who-assign', { target: shortTarget(turn, set, code) }),
    ask: { command: 'assign', unit: unit.id, set: set.id, target: code },
  }
}
