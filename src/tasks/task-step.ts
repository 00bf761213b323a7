import { z } from 'zod'
import type { Turn } from '../command/command.ts'
import type { Heard, Option, Step } from '../command/form.ts'
import type { Assignment } from '../store/assignments.ts'
import type { PlainKey } from '../wording/say.ts'
import { day } from '../wording/figures.ts'
import { targetSaid } from './describe.ts'
import { tasksMeant } from './tasks-meant.ts'

type FormTurn = Turn<never>

const MOST_OPTIONS = 25

/** Which task is meant, among those that it can be done to; asked where the words leave it open. */
export function taskStep(
  question: PlainKey,
  candidates: (turn: FormTurn) => Promise<Assignment[]>,
): Step<{ task: number }, 'task'> {
  const hear = async (turn: FormTurn): Promise<Heard<number>> => {
    const among = await candidates(turn)
    const { tasks, named } = tasksMeant(turn, among)
    const [only] = tasks
    if (only && tasks.length === 1) return { value: only.id }
    return named && tasks.length > 1 ? { among: taskOptions(turn, tasks) } : undefined
  }
  return {
    name: 'task',
    label: 'task-label-task',
    value: z.number(),
    ask: async (turn) => ({ text: turn.say(question), options: taskOptions(turn, await candidates(turn)) }),
    parse: hear,
    hear: hear,
  }
}

/** `13.2 sản phẩm OCOP (nâng cao), Phạm Văn Mẫu, 31/12/2026` */
function taskOptions(turn: FormTurn, tasks: readonly Assignment[]): Option<number>[] {
  return tasks.slice(0, MOST_OPTIONS).map((task) => ({ label: taskLabel(turn, task), value: task.id }))
}

/** A task in the few words of a button. */
export function taskLabel(turn: Pick<Turn, 'say' | 'catalogs' | 'speaker'>, task: Assignment): string {
  const { say, speaker } = turn
  const named = { id: task.id, target: targetSaid(turn, task), due: day(task.due) }
  return task.person_id === speaker.personId
    ? say('task-option', named)
    : say('task-option-of', { ...named, person: task.owner })
}
