import type { Reply, Turn } from '../command/command.ts'
import { findAssignment, type Assignment } from '../store/assignments.ts'
import { namesOf } from '../store/roster.ts'
import { taskLine } from './describe.ts'
import { extendTask } from './extend.ts'
import { moveTask, taskLate } from './move-task.ts'
import { overseersOf } from './overseers.ts'
import { toldKey } from './tell-owner.ts'

type FormTurn = Turn<never>

/** What the owner of a task that cannot be done asks for. */
export const WISHES = ['extend', 'help', 'hand-on'] as const
export type Wish = (typeof WISHES)[number]

export type TroubleValues = { task: number; wish: Wish; due?: string; reason: string }

/** Asks for another day; or has those who decide on the task told what hinders it, or that somebody else is to take it. */
export async function askFor(turn: FormTurn, { task: id, wish, due, reason }: TroubleValues): Promise<Reply> {
  if (wish === 'extend' && due !== undefined) return extendTask(turn, { task: id, due, reason })
  const { db, say, speaker, tell } = turn
  const task = await findAssignment(db, id)
  if (!task || task.person_id !== speaker.personId) return { text: say('task-not-yours', { id }) }
  if (task.state !== 'open') return taskLate(turn, id)
  const action = wish === 'hand-on' ? 'handing-on-asked' : 'help-asked'
  const event = await moveTask(turn, task, {}, { action, note: reason })
  if (event === undefined) return taskLate(turn, id)
  const overseers = await overseersOf(db, task)
  for (const person of overseers)
    await tell(person, toldKey(id, event, person), { text: asked(turn, task, wish, reason) })
  const names = [...(await namesOf(db, overseers)).values()].join(', ')
  return {
    text: [
      say(wish === 'hand-on' ? 'trouble-hand-on-done' : 'trouble-help-done', { line: taskLine(turn, task) }),
      names ? say('extend-goes-to', { people: names }) : say('finish-nobody'),
      say('trouble-still-yours'),
    ].join('\n'),
  }
}

function asked(turn: FormTurn, task: Assignment, wish: Wish, reason: string): string {
  const { say } = turn
  const said = { person: task.owner, line: taskLine(turn, task) }
  return [
    say(wish === 'hand-on' ? 'trouble-hand-on-told' : 'trouble-help-told', said),
    say('trouble-reason', { reason }),
    say('trouble-hint', { id: task.id }),
  ].join('\n')
}
