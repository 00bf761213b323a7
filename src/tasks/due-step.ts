import { z } from 'zod'
import type { Turn } from '../command/command.ts'
import type { Heard, Step } from '../command/form.ts'
import { findAssignment } from '../store/assignments.ts'
import { taskLine } from './describe.ts'
import { dueOptions, hearDue } from './read-due.ts'

type FormTurn = Turn<never>

/** Until when a task is put off, or is asked to be. */
export const dueStep: Step<{ task: number; due: string }, 'due'> = {
  name: 'due',
  label: 'assign-label-due',
  value: z.iso.date(),
  async ask(turn, { task }) {
    const { say, today } = turn
    const found = await findTask(turn, task)
    const options = dueOptions(today).filter(({ value }) => !found || value > found.due)
    const now = found ? [say('extend-now', { line: taskLine(turn, found) })] : []
    return { text: [...now, say('extend-ask-due')].join('\n'), options }
  },
  parse: hearNewDue,
  hear: hearNewDue,
}

/** "thêm 1 tuần" counts from the due day; of one that has passed, from today. */
async function hearNewDue(turn: FormTurn, { task }: { task?: number }): Promise<Heard<string>> {
  const found = await findTask(turn, task)
  const from = found && found.due > turn.today ? found.due : turn.today
  return hearDue(turn, from)
}

async function findTask({ db }: FormTurn, id: number | undefined) {
  return id === undefined ? undefined : findAssignment(db, id)
}
