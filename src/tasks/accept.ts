import type { Reply, Turn } from '../command/command.ts'
import { findAssignments, type Assignment } from '../store/assignments.ts'
import { moveTask, taskLate } from './move-task.ts'
import { overseersOf } from './overseers.ts'
import { toldKey } from './tell-owner.ts'
import { taskLine } from './describe.ts'

/** The owner says that the tasks have come to their knowledge; those who gave them are told. */
export async function acceptTasks(turn: Turn<never>, ids: readonly number[]): Promise<Reply> {
  const { db, say, speaker } = turn
  const tasks = await findAssignments(db, ids)
  const own = tasks.filter(({ person_id }) => person_id === speaker.personId)
  const [id = 0] = ids
  if (own.length === 0) return { text: say('task-not-yours', { id }) }
  const taken: Assignment[] = []
  for (const task of own) if (await acceptOne(turn, task)) taken.push(task)
  if (taken.length === 0) return taskLate(turn, own[0]!.id)
  const choices =
    taken.length === 1
      ? [
          {
            label: say('my-tasks-finish', { id: taken[0]!.id }),
            ask: { command: 'finish-task', subject: String(taken[0]!.id) },
          },
          {
            label: say('my-tasks-extend', { id: taken[0]!.id }),
            ask: { command: 'extend-task', subject: String(taken[0]!.id) },
          },
        ]
      : []
  return {
    text: [
      ...taken.map((task) => say('accept-done', { line: taskLine(turn, task) })),
      say('accept-hint', { id: taken[0]!.id }),
    ].join('\n'),
    choices,
  }
}

async function acceptOne(turn: Turn<never>, task: Assignment): Promise<boolean> {
  const { db, say, now, tell } = turn
  if (task.state !== 'open' || task.accepted_at !== null) return false
  const at = now.toISOString()
  // Whoever answers knows of it, whether it was told or found in "việc của tôi".
  const event = await moveTask(turn, task, { accepted_at: at, told_at: task.told_at ?? at }, { action: 'accepted' })
  if (event === undefined) return false
  const { given_by, person_id, id } = task
  // The office's file needs no answer.
  const overseers = given_by === null || given_by === person_id ? [] : await overseersOf(db, task)
  for (const person of overseers)
    await tell(person, toldKey(id, event, person), {
      text: say('accept-told', { person: task.owner, line: taskLine(turn, task) }),
    })
  return true
}
