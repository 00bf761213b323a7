import type { Reply, Turn } from '../command/command.ts'
import { findAssignment } from '../store/assignments.ts'
import type { AssignValues } from './assign-values.ts'
import { decidable } from './decidable.ts'
import { givenReply, unfitNow } from './give.ts'
import { moveTask, taskLate } from './move-task.ts'
import { remindNext } from './remind-next.ts'
import { isReachable, tellOwner, toldKey } from './tell-owner.ts'
import { targetSaid, taskLine } from './describe.ts'

/** Hands a task on to another person: both are told. Whose it was has to be the same still. */
export async function handOn(turn: Turn<never>, values: AssignValues): Promise<Reply> {
  const { db, say, speaker, now, tell } = turn
  const { handsOn, person, due, task } = values
  if (!handsOn) throw new Error('no task to hand on')
  const found = await decidable(turn, handsOn.task)
  if ('reply' in found) return found.reply
  const { task: before } = found
  if (before.person_id !== handsOn.from || (before.state !== 'open' && before.state !== 'done'))
    return taskLate(turn, before.id)
  const unfit = await unfitNow(turn, values)
  if (unfit) return unfit
  const self = person === speaker.personId
  const changes = {
    person_id: person,
    due,
    task: task ?? before.task,
    state: 'open' as const,
    accepted_at: self ? now.toISOString() : null,
    asked_due: null,
    escalated_at: null,
    given_by: speaker.personId ?? null,
    remind_at: await remindNext(turn, before, due),
    told_at: self || (await isReachable(db, person)) ? now.toISOString() : null,
  }
  const event = await moveTask(turn, before, changes, { action: 'handed-on' })
  if (event === undefined) return taskLate(turn, before.id)
  const after = await findAssignment(db, before.id)
  if (!after) throw new Error(`no task ${before.id}`)
  if (before.person_id !== speaker.personId && before.told_at !== null)
    await tell(before.person_id, toldKey(before.id, event, before.person_id), {
      text: say('hand-on-told', {
        id: before.id,
        target: targetSaid(turn, before),
        to: after.owner,
        person: speaker.name ?? '',
      }),
    })
  const told = await tellOwner(turn, after, event, givenReply(turn, after))
  return {
    text: [say('hand-on-done', { line: taskLine(turn, after), from: before.owner, to: after.owner }), ...told].join(
      '\n',
    ),
  }
}
