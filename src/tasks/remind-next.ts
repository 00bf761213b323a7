import type { Turn } from '../command/command.ts'
import type { Assignment } from '../store/assignments.ts'
import { zoneOf } from '../store/unit-settings.ts'
import { nextReminder } from './reminder-times.ts'

/** When the owner of a task that is due on a day is next to be reminded, by the clock of the task's unit. */
export async function remindNext(
  { db, now }: Pick<Turn, 'db' | 'now'>,
  { unit_path }: Pick<Assignment, 'unit_path'>,
  due: string,
): Promise<string> {
  return nextReminder(due, now, await zoneOf(db, unit_path)).toISOString()
}
