import type { Reply, Turn } from '../command/command.ts'
import { refuse } from '../replies/refusal.ts'
import { findAssignment, type Assignment } from '../store/assignments.ts'
import { namesOf } from '../store/roster.ts'
import { day } from '../wording/figures.ts'
import { decidable } from './decidable.ts'
import { moveTask, taskLate } from './move-task.ts'
import { mayDirect, overseersOf } from './overseers.ts'
import { remindNext } from './remind-next.ts'
import { tellOwner, toldKey } from './tell-owner.ts'
import { taskLine } from './describe.ts'

type FormTurn = Turn<never>

export type ExtendValues = { task: number; due: string; reason: string | null }

/** Puts off the due day of a task: of one's own, that asks for it; who directs it, decides. */
export async function extendTask(turn: FormTurn, { task: id, due, reason }: ExtendValues): Promise<Reply> {
  const { db, say, speaker, today } = turn
  const task = await findAssignment(db, id)
  if (!task || !speaker.personId) return { text: say('task-unknown', { id }) }
  if (task.state !== 'open' && task.state !== 'done') return taskLate(turn, id)
  if (due < today) return { text: say('task-due-past', { day: day(due) }) }
  if (due === task.due) return { text: say('extend-same', { id, day: day(due) }) }
  if (asksOnly(speaker, task)) return ask(turn, task, due, reason)
  if (!mayDirect(speaker, task))
    return refuse(turn, 'assign', { level: task.unit_level, name: task.unit_name, path: task.unit_path })
  return putOff(turn, task, due, reason)
}

/** The owner asks, unless the task was given to oneself. */
export function asksOnly({ personId }: Turn['speaker'], { person_id, given_by }: Assignment): boolean {
  return person_id === personId && given_by !== personId
}

async function ask(turn: FormTurn, task: Assignment, due: string, reason: string | null): Promise<Reply> {
  const { db, say, tell } = turn
  const { id } = task
  if (task.state === 'done') return taskLate(turn, id)
  if (due < task.due) return { text: say('extend-earlier', { day: day(task.due) }) }
  if (task.asked_due === due) return { text: say('extend-asked-before', { id, day: day(due) }) }
  const event = await moveTask(turn, task, { asked_due: due }, { action: 'extension-asked', note: reason })
  if (event === undefined) return taskLate(turn, id)
  const overseers = await overseersOf(db, task)
  for (const person of overseers)
    await tell(person, toldKey(id, event, person), {
      text: [
        say('extend-asked-told', { person: task.owner, line: taskLine(turn, task), day: day(due) }),
        ...(reason ? [say('task-note', { note: reason })] : []),
        say('extend-hint', { id }),
      ].join('\n'),
      choices: extensionChoices(turn, id),
    })
  const names = [...(await namesOf(db, overseers)).values()].join(', ')
  const asked = say('extend-asked', { id, day: day(due) })
  return { text: [asked, names ? say('extend-goes-to', { people: names }) : say('finish-nobody')].join('\n') }
}

/** The buttons of a task whose owner asks for another day. */
export function extensionChoices({ say }: Pick<Turn, 'say'>, id: number) {
  return [
    { label: say('extend-agree'), ask: { command: 'grant-extension', subject: String(id) } },
    { label: say('extend-refuse'), ask: { command: 'refuse-extension', subject: String(id) } },
  ]
}

async function putOff(turn: FormTurn, task: Assignment, due: string, reason: string | null): Promise<Reply> {
  const { say } = turn
  const changes = {
    due,
    asked_due: null,
    escalated_at: null,
    remind_at: task.state === 'open' ? await remindNext(turn, task, due) : null,
  }
  const event = await moveTask(turn, task, changes, { action: 'extended', note: reason })
  if (event === undefined) return taskLate(turn, task.id)
  const days = { before: day(task.due), after: day(due) }
  const told = await tellOwner(turn, task, event, {
    text: [
      say(due < task.due ? 'extend-told-earlier' : 'extend-told', {
        line: taskLine(turn, { ...task, due }),
        person: turn.speaker.name ?? '',
        ...days,
      }),
      ...(reason ? [say('task-note', { note: reason })] : []),
    ].join('\n'),
  })
  return {
    text: [
      say(due < task.due ? 'extend-done-earlier' : 'extend-done', { line: taskLine(turn, { ...task, due }), ...days }),
      ...told,
    ].join('\n'),
  }
}

/** Agrees to the day that the owner asked for. */
export async function grantExtension(turn: FormTurn, id: number): Promise<Reply> {
  const found = await decidable(turn, id)
  if ('reply' in found) return found.reply
  const { task } = found
  if (task.state !== 'open' || task.asked_due === null) return taskLate(turn, id)
  return putOff(turn, task, task.asked_due, null)
}

/** Refuses the day that the owner asked for; why is what the owner reads. */
export async function refuseExtension(turn: FormTurn, id: number, reason: string): Promise<Reply> {
  const { say, speaker } = turn
  const found = await decidable(turn, id)
  if ('reply' in found) return found.reply
  const { task } = found
  if (task.state !== 'open' || task.asked_due === null) return taskLate(turn, id)
  const event = await moveTask(turn, task, { asked_due: null }, { action: 'extension-refused', note: reason })
  if (event === undefined) return taskLate(turn, id)
  const line = taskLine(turn, task)
  const told = await tellOwner(turn, task, event, {
    text: say('extend-refused-told', { line, person: speaker.name ?? '', reason }),
  })
  return { text: [say('extend-refused', { id, day: day(task.due) }), ...told].join('\n') }
}
