import type { Choice, Reply, Target, Turn } from '../command/command.ts'
import { may } from '../people/permissions.ts'
import { aboutTarget } from '../replies/about-target.ts'
import { endNote } from '../replies/unit-notes.ts'
import { liveWithin, type Assignment } from '../store/assignments.ts'
import { standingsOf } from '../store/figures.ts'
import type { Unit } from '../store/units.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { stateOfTarget } from './closing.ts'
import { dueBesideName } from './list-tasks.ts'
import { defaultTask, ownerSaid, shortTarget, stateSaid, targetSaid, unitOfTask } from './describe.ts'
import { communeOver } from './unit-asked.ts'

type Needed = Turn<'units'>

/** Who is responsible for an indicator or a criterion in a unit: in the commune, and in its villages or the one asked for. */
export async function whoReply(turn: Needed, unit: Unit, targets: readonly Target[]): Promise<Reply> {
  const { db, say } = turn
  const commune = await communeOver(turn, unit)
  const place = commune ?? unit
  const all = await liveWithin(db, place.path)
  const near = unit.level === 'thon' ? all.filter(({ unit_id }) => unit_id === unit.id || unit_id === place.id) : all
  const tracked = (await standingsOf(db, place.id)).map(({ set_id }) => set_id)
  const inSets = targets.filter(({ set }) => tracked.includes(set.id))
  const texts: string[] = []
  const choices: Choice[] = []
  for (const target of inSets.length > 0 ? inSets : targets) {
    const about = { set_id: target.set.id, target: target.code }
    const tasks = near.filter((task) => isOn(turn, task, target))
    const named = { target: capitalised(targetSaid(turn, about)), unit: unitName(say, place) }
    if (tasks.length > 0) {
      const lines = tasks.map((task) => whoLine(turn, task, target))
      texts.push([say('who-title', named), ...lines].join('\n'))
      continue
    }
    const state = say(`state-${await stateOfTarget(turn, { ...about, unit_id: place.id })}`)
    texts.push(say('who-nobody', { ...named, state }))
    if (turn.chat.kind === 'private' && may(turn.speaker, 'assign', place))
      choices.push({
        label: say('who-assign', { target: targetSaid(turn, about) }),
        ask: { command: 'assign', unit: place.id, set: target.set.id, target: target.code },
      })
  }
  const [target] = targets
  return {
    text: [...texts, ...(await endNote(turn, place))].join('\n\n'),
    choices,
    ...(target &&
      targets.length === 1 && { about: { ...aboutTarget(place.id, target.set.id, target.code), command: 'tasks' } }),
  }
}

/** Who has it and until when; what is named already is not named again. */
function whoLine(turn: Needed, task: Assignment, { set, code }: Target): string {
  const { say } = turn
  const what = [
    ...(task.target === code ? [] : [shortTarget(turn, set, task.target)]),
    ...(task.unit_level === 'thon' || task.unit_ended !== null ? [unitOfTask(turn, task)] : []),
    ...(task.task === defaultTask(turn, task) ? [] : [task.task]),
  ]
  const named = {
    id: task.id,
    person: ownerSaid(turn, task),
    due: dueBesideName(turn, task.due),
    state: stateSaid(turn, task),
  }
  return what.length > 0 ? say('who-line-what', { ...named, what: what.join(', ') }) : say('who-line', named)
}

/** A task on it; one on its criterion; of a criterion, those on its indicators. */
function isOn({ catalogs }: Needed, { set_id, target }: Assignment, { set, code }: Target): boolean {
  const criterionOf = (each: string) => String(catalogs.criterionOf(set_id, each)?.no)
  return set_id === set.id && (target === code || criterionOf(target) === code || criterionOf(code) === target)
}
