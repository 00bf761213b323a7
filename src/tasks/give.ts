import type { Choice, Reply, Turn } from '../command/command.ts'
import { may } from '../people/permissions.ts'
import { refuse } from '../replies/refusal.ts'
import { lastDoneByOthers } from '../store/assignment-events.ts'
import { addAssignment, findAssignment, liveOn, newestFigures, type Assignment } from '../store/assignments.ts'
import { oneWriter } from '../store/one-writer.ts'
import { rolesOf } from '../store/roster.ts'
import { findUnits } from '../store/units.ts'
import { day } from '../wording/figures.ts'
import type { AssignValues } from './assign-values.ts'
import { auditTask, moveTask, taskLate } from './move-task.ts'
import { remindNext } from './remind-next.ts'
import { isReachable, tellOwner } from './tell-owner.ts'
import { defaultTask, ownerSaid, targetSaid, taskLine } from './describe.ts'

type FormTurn = Turn<never>

/** Gives a task, if the right is still there, the person too, and nobody gave it meanwhile. */
export async function giveTask(turn: FormTurn, values: AssignValues): Promise<Reply> {
  const { db, say, speaker, now, today } = turn
  // Two who give the same at once do it one after the other, so that the second sees the first.
  await oneWriter(db)
  const { personId } = speaker
  const [unit] = await findUnits(db, [values.unit])
  if (!unit) throw new Error(`no unit ${values.unit}`)
  if (!personId || !may(speaker, 'assign', unit)) return refuse(turn, 'assign', unit)
  const unfit = await unfitNow(turn, values)
  if (unfit) return unfit
  const about = { unit_id: unit.id, set_id: values.target.set, target: values.target.code }
  const other = await lastDoneByOthers(db, about, values.target.seen, personId)
  if (other) return changedMeanwhile(turn, values, other.assignment_id)

  const { person, due } = values
  const task = values.task ?? defaultTask(turn, about)
  const same = (await liveOn(db, about)).find((each) => each.person_id === person)
  if (same) return giveAgain(turn, same, { due, task: values.task ?? same.task })
  const self = person === personId
  const { id, event } = await addAssignment(
    db,
    {
      ...about,
      person_id: person,
      task,
      due,
      given_by: personId,
      accepted_at: self ? now.toISOString() : null,
      remind_at: await remindNext(turn, { unit_path: unit.path }, due),
      told_at: self || (await isReachable(db, person)) ? now.toISOString() : null,
      ...(await newestFigures(db)),
    },
    now,
  )
  const given = await found(turn, id)
  await auditTask(turn, 'given', given)
  const told = await tellOwner(turn, given, event, givenReply(turn, given))
  const late = due === today ? [say('assign-due-today')] : []
  return {
    text: [say('assign-done', { line: taskLine(turn, given), person: given.owner }), ...told, ...late].join('\n'),
    choices: (values.also ?? []).map((code) => ({
      label: say('assign-next', { code }),
      ask: { command: 'assign', unit: unit.id, set: values.target.set, target: code },
    })),
  }
}

/** What is told to whom a task is given: what, until when, by whom, and how to answer. */
export function givenReply(turn: Pick<Turn, 'say' | 'catalogs' | 'today'>, task: Assignment): Reply {
  const { say } = turn
  const { giver: from } = task
  return {
    text: [
      from ? say('given-told', { person: from }) : say('given-told-office'),
      taskLine(turn, task),
      say('given-hint', { id: task.id }),
    ].join('\n'),
    choices: givenChoices({ say }, task.id),
  }
}

/** What the one who is given a task can answer. */
export function givenChoices({ say }: Pick<Turn, 'say'>, id: number): Choice[] {
  return [
    { label: say('given-accept'), ask: { command: 'accept-task', subject: String(id) } },
    { label: say('given-extend'), ask: { command: 'extend-task', subject: String(id) } },
  ]
}

/** Why it cannot be given any more as it was put together: days may have passed. */
export async function unfitNow(turn: FormTurn, { person, due }: AssignValues): Promise<Reply | undefined> {
  const { db, say, today } = turn
  if (due < today) return { text: say('task-due-past', { day: day(due) }) }
  const works = (await rolesOf(db, person)).some(({ role }) => role !== 'viewer')
  return works ? undefined : { text: say('assign-person-gone') }
}

async function changedMeanwhile(turn: FormTurn, { unit, target }: AssignValues, id: number): Promise<Reply> {
  const { say } = turn
  const task = await found(turn, id)
  return {
    text: [
      say('assign-changed', { line: taskLine(turn, task), person: ownerSaid(turn, task) }),
      (await taskLate(turn, id)).text,
    ].join('\n'),
    choices: [
      {
        label: say('assign-again', { target: targetSaid(turn, { set_id: target.set, target: target.code }) }),
        ask: { command: 'assign', unit, set: target.set, target: target.code },
      },
    ],
  }
}

/** The same to the same person: another day or text is a change of what there is. */
async function giveAgain(turn: FormTurn, task: Assignment, changes: { due: string; task: string }): Promise<Reply> {
  const { say } = turn
  if (task.due === changes.due && task.task === changes.task)
    return { text: say('assign-same', { line: taskLine(turn, task), person: task.owner }) }
  const opened = { ...changes, state: 'open' as const, asked_due: null, escalated_at: null }
  const remind_at = await remindNext(turn, task, changes.due)
  const event = await moveTask(turn, task, { ...opened, remind_at }, { action: 'changed' })
  if (event === undefined) return taskLate(turn, task.id)
  const given = await found(turn, task.id)
  const told = await tellOwner(turn, given, event, givenReply(turn, given))
  return { text: [say('assign-changed-own', { line: taskLine(turn, given), person: given.owner }), ...told].join('\n') }
}

async function found({ db }: FormTurn, id: number): Promise<Assignment> {
  const task = await findAssignment(db, id)
  if (!task) throw new Error(`no task ${id}`)
  return task
}
