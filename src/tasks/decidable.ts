import type { Reply, Turn } from '../command/command.ts'
import { refuse } from '../replies/refusal.ts'
import { findAssignment, type Assignment } from '../store/assignments.ts'
import { taskLate } from './move-task.ts'
import { mayDirect } from './overseers.ts'

/** A task that may be decided on now, or what to say instead. */
export async function decidable(turn: Turn<never>, id: number): Promise<{ task: Assignment } | { reply: Reply }> {
  const { db, say, speaker } = turn
  const task = await findAssignment(db, id)
  if (!task || !speaker.personId) return { reply: { text: say('task-unknown', { id }) } }
  const unit = { level: task.unit_level, name: task.unit_name, path: task.unit_path }
  if (!mayDirect(speaker, task)) return { reply: await refuse(turn, 'assign', unit) }
  if (task.person_id === speaker.personId && task.given_by !== speaker.personId)
    return { reply: { text: say('task-own-decision', { id }) } }
  return { task }
}

/** Opens the command's form for the task that a button names; where it does not stand so any more, that is said. */
export async function beginFor(
  turn: Turn<never>,
  subject: string,
  fits: (task: Assignment) => boolean,
): Promise<Reply | Reply[]> {
  const found = await decidable(turn, Number(subject))
  if ('reply' in found) return found.reply
  return fits(found.task) ? turn.begin({ task: found.task.id }) : taskLate(turn, found.task.id)
}
