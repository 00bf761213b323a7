import type { Reply, Turn } from '../command/command.ts'
import type { KeptFiles } from '../replies/hear-files.ts'
import { eventsOf } from '../store/assignment-events.ts'
import { findAssignment, newestFigures, type Assignment } from '../store/assignments.ts'
import { namesOf } from '../store/roster.ts'
import { stateOfTarget } from './closing.ts'
import { decidable } from './decidable.ts'
import { moveTask, taskLate } from './move-task.ts'
import { overseersOf } from './overseers.ts'
import { over } from './over.ts'
import { remindNext } from './remind-next.ts'
import { tellOwner, toldKey } from './tell-owner.ts'
import { targetSaid, taskLine } from './describe.ts'

type FormTurn = Turn<never>

export type FinishValues = { task: number; files: KeptFiles | null; note: string | null }

/** Its owner says that a task is done; the one who gave it is asked to agree. */
export async function finishTask(turn: FormTurn, { task: id, files, note }: FinishValues): Promise<Reply> {
  const { db, say, speaker, now } = turn
  const task = await findAssignment(db, id)
  if (!task || task.person_id !== speaker.personId) return { text: say('task-not-yours', { id }) }
  if (task.state !== 'open' && task.state !== 'done') return taskLate(turn, id)
  const adds = note !== null || (files ?? []).length > 0
  if (task.state === 'done' && (!adds || (await saidBefore(turn, id, files, note))))
    return { text: say('finish-again', { line: taskLine(turn, task) }) }
  // Who gave it to oneself agrees with oneself.
  const own = task.given_by === task.person_id
  const changes = own ? over('closed', now) : ({ state: 'done', remind_at: null, asked_due: null } as const)
  const action = own ? 'confirmed' : 'done'
  const event = await moveTask(turn, task, changes, { action, note, files: files ?? [] })
  if (event === undefined) return taskLate(turn, id)
  if (own)
    return {
      text: [say('confirm-done', { id, target: targetSaid(turn, task) }), ...(await stillOpen(turn, task))].join('\n'),
    }
  const told = await tellOverseers(turn, { ...task, state: 'done' }, event, { files: files ?? [], note })
  return { text: [say('finish-done', { id, target: targetSaid(turn, task) }), told].join('\n') }
}

/** Whether the same was said last, without anything new to show: sent again, it is not told again. */
async function saidBefore(
  { db }: FormTurn,
  id: number,
  files: KeptFiles | null,
  note: string | null,
): Promise<boolean> {
  if ((files ?? []).length > 0) return false
  return (await eventsOf(db, id)).findLast(({ action }) => action === 'done')?.note === note
}

async function tellOverseers(
  turn: FormTurn,
  task: Assignment,
  event: number,
  { files, note }: { files: KeptFiles; note: string | null },
): Promise<string> {
  const { db, say, tell, attach } = turn
  const overseers = await overseersOf(db, task)
  const { id } = task
  for (const person of overseers) {
    const key = toldKey(id, event, person)
    // What shows it comes first, so that what is to be decided stands last, with its buttons.
    for (const [index, file] of files.entries())
      await tell(person, `${key}:file:${index}`, {
        text: say('finish-file', { id, number: index + 1 }),
        file: attach(file, `viec-${id}-${index + 1}`),
      })
    await tell(person, key, {
      text: [
        say('finish-told', { person: task.owner, line: taskLine(turn, task) }),
        ...(note ? [say('task-note', { note })] : []),
        say('finish-hint', { id }),
      ].join('\n'),
      choices: [
        { label: say('finish-agree'), ask: { command: 'confirm-task', subject: String(id) } },
        { label: say('finish-refuse'), ask: { command: 'reopen-task', subject: String(id) } },
      ],
    })
  }
  const names = [...(await namesOf(db, overseers)).values()]
  return names.length > 0 ? say('finish-goes-to', { people: names.join(', ') }) : say('finish-nobody')
}

/** Agrees that a task is done, whether its owner has said so or not. */
export async function confirmTask(turn: FormTurn, id: number): Promise<Reply> {
  const { say, now } = turn
  const found = await decidable(turn, id)
  if ('reply' in found) return found.reply
  const { task } = found
  if (task.state !== 'open' && task.state !== 'done') return taskLate(turn, id)
  const event = await moveTask(turn, task, over('closed', now), { action: 'confirmed' })
  if (event === undefined) return taskLate(turn, id)
  const target = targetSaid(turn, task)
  const told = await tellOwner(turn, task, event, {
    text: say('confirm-told', { id, target, person: turn.speaker.name ?? '' }),
  })
  const { given_by } = task
  if (given_by !== null && given_by !== turn.speaker.personId && given_by !== task.person_id)
    await turn.tell(given_by, toldKey(id, event, given_by), {
      text: say('confirm-told-giver', { id, target, person: turn.speaker.name ?? '', owner: task.owner }),
    })
  return { text: [say('confirm-done', { id, target }), ...told, ...(await stillOpen(turn, task))].join('\n') }
}

/** That a task is over does not make its indicator met: where the figures say otherwise, that is said. */
async function stillOpen(turn: FormTurn, task: Assignment): Promise<string[]> {
  const state = await stateOfTarget(turn, task)
  if (task.unit_level === 'thon' || state === 'met' || state === 'not_applicable') return []
  return [turn.say('confirm-still', { state: turn.say(`state-${state}`), code: task.target })]
}

/** Says that a task is not done: it is open again, and its owner is told why. */
export async function reopenTask(turn: FormTurn, id: number, reason: string): Promise<Reply> {
  const { db, say, today, speaker } = turn
  const found = await decidable(turn, id)
  if ('reply' in found) return found.reply
  const { task } = found
  if (task.state !== 'done' && task.state !== 'closed') return taskLate(turn, id)
  const changes = {
    state: 'open' as const,
    closed_at: null,
    asked_due: null,
    escalated_at: null,
    remind_at: await remindNext(turn, task, task.due),
    // What closed it, or did not, is known to the one who opens it again: only what comes from now on closes it.
    ...(await newestFigures(db)),
  }
  const event = await moveTask(turn, task, changes, { action: 'reopened', note: reason })
  if (event === undefined) return taskLate(turn, id)
  const line = taskLine(turn, task)
  const told = await tellOwner(turn, task, event, {
    text: [say('reopen-told', { line, person: speaker.name ?? '', reason }), say('reopen-told-hint', { id })].join(
      '\n',
    ),
  })
  const late = task.due < today ? [say('reopen-late', { id })] : []
  return { text: [say('reopen-task-done', { line }), ...told, ...late].join('\n') }
}
