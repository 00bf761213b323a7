import type { Reply, Turn } from '../command/command.ts'
import {
  findAssignment,
  moveAssignment,
  type Assignment,
  type AssignmentRow,
  type Happening,
} from '../store/assignments.ts'
import { audit } from '../store/audit.ts'
import type { Db } from '../store/schema.ts'
import { ownerSaid, stateSaid, targetSaid } from './describe.ts'

/** What is done to a task in a turn, or by the program itself, where nobody speaks. */
export interface Mover {
  db: Db
  now: Date
  speaker?: Pick<Turn['speaker'], 'personId'>
  channel?: Turn['channel']
}

/**
 * Changes a task that still stands as it was read, with its line in the audit; undefined where somebody was faster.
 *
 * @returns the number of what happened, which names for good what is told about it.
 */
export async function moveTask(
  { db, now, speaker, channel }: Mover,
  before: Assignment,
  changes: Partial<AssignmentRow>,
  happening: Pick<Happening, 'action' | 'note' | 'files'>,
): Promise<number | undefined> {
  const by = speaker?.personId ?? null
  const event = await moveAssignment(db, before, changes, { ...happening, by, at: now })
  if (event === undefined) return undefined
  await auditTask({ db, now, speaker, channel }, happening.action, { ...before, ...changes }, before)
  return event
}

/** A line in the audit on what was done to a task; what people typed stands in the task. */
export async function auditTask(
  { db, now, speaker, channel }: Mover,
  action: Happening['action'],
  task: AssignmentRow,
  before?: AssignmentRow,
): Promise<void> {
  await audit(db, {
    at: now,
    person_id: speaker?.personId ?? null,
    channel: channel ?? null,
    action: `task.${action}`,
    unit_id: task.unit_id,
    subject: `${task.set_id}/${task.target}`,
    before: before ? standing(before) : null,
    after: standing(task),
  })
}

function standing({ id, state, person_id, due, asked_due }: AssignmentRow): string {
  return JSON.stringify({ task: id, state, owner: person_id, due, ...(asked_due === null ? {} : { asked_due }) })
}

/** Somebody was faster, or it is over: how the task stands now. */
export async function taskLate(turn: Pick<Turn, 'db' | 'say' | 'catalogs'>, id: number): Promise<Reply> {
  const { db, say } = turn
  const task = await findAssignment(db, id)
  if (!task) return { text: say('task-unknown', { id }) }
  return {
    text: say('task-late', {
      id,
      target: targetSaid(turn, task),
      person: ownerSaid(turn, task),
      state: stateSaid(turn, task),
    }),
  }
}
