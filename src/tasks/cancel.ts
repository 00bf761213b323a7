import type { Reply, Turn } from '../command/command.ts'
import { moveTask, taskLate } from './move-task.ts'
import { decidable } from './decidable.ts'
import { over } from './over.ts'
import { tellOwner } from './tell-owner.ts'
import { targetSaid, taskLine } from './describe.ts'

export type CancelValues = { task: number; reason: string | null }

/** Takes a task back: its owner is told, and the indicator waits for another person. */
export async function cancelTask(turn: Turn<never>, { task: id, reason }: CancelValues): Promise<Reply> {
  const { say, now, speaker } = turn
  const found = await decidable(turn, id)
  if ('reply' in found) return found.reply
  const { task } = found
  if (task.state !== 'open' && task.state !== 'done') return taskLate(turn, id)
  const event = await moveTask(turn, task, over('cancelled', now), { action: 'cancelled', note: reason })
  if (event === undefined) return taskLate(turn, id)
  const told = await tellOwner(turn, task, event, {
    text: [
      say('cancel-told', { line: taskLine(turn, task), person: speaker.name ?? '' }),
      ...(reason ? [say('task-note', { note: reason })] : []),
    ].join('\n'),
  })
  return { text: [say('cancel-done', { id, target: targetSaid(turn, task), person: task.owner }), ...told].join('\n') }
}
