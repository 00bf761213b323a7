import type { Turn } from '../command/command.ts'
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { daysBetween } from '../calendar/days.ts'
import { nameTarget } from '../replies/name-target.ts'
import type { Assignment, AssignmentRow } from '../store/assignments.ts'
import { day } from '../wording/figures.ts'
import { dayOf } from '../wording/moment.ts'
import { capitalised, unitName } from '../wording/names.ts'

type Worded = Pick<Turn, 'say' | 'catalogs'>

/** What a task is about: `13.2 sản phẩm OCOP (nâng cao)`, `tiêu chí 17 Môi trường (nâng cao)`. */
export function targetSaid(
  { say, catalogs }: Worded,
  { set_id, target }: Pick<AssignmentRow, 'set_id' | 'target'>,
): string {
  const set = catalogs.get(set_id)
  // A set that was taken away is no reason to hide a task.
  if (!set) return target
  return say('task-target', { target: shortTarget({ say, catalogs }, set, target), set: set.short_name })
}

/** The same without its set, where that is plain. */
export function shortTarget({ say, catalogs }: Worded, set: CriteriaSet, target: string): string {
  const name = nameTarget(catalogs, set.id, target)
  return catalogs.indicator(set.id, target)
    ? `${target} ${name}`
    : say('task-target-criterion', { no: target, name: name ?? '' })
}

/** `hạn 31/12/2026 (còn 38 ngày)`, `hạn 15/11/2026 ([b]quá hạn 8 ngày[/b])`. */
export function dueSaid({ say, today }: Pick<Turn, 'say' | 'today'>, due: string): string {
  const days = daysBetween(today, due)
  if (days === 0) return say('task-due-now', { day: day(due) })
  return days > 0 ? say('task-due', { day: day(due), days }) : say('task-overdue', { day: day(due), days: -days })
}

/** A task on one line: `Số 3: 13.2 sản phẩm OCOP (nâng cao), xã Mẫu Sơn – làm hồ sơ OCOP; hạn 31/12/2026 (còn 38 ngày)`. */
export function taskLine(turn: Worded & Pick<Turn, 'today'>, task: Assignment): string {
  return turn.say('task-line', { id: task.id, what: whatSaid(turn, task), due: dueSaid(turn, task.due) })
}

/** The same to somebody above, with who has it. */
export function overdueLine(turn: Worded & Pick<Turn, 'today'>, task: Assignment): string {
  return turn.say('task-overdue-line', { task: taskLine(turn, task), person: ownerSaid(turn, task) })
}

/** What is to be done and where; the text only where it says more than the target does. */
export function whatSaid(turn: Worded, task: Assignment): string {
  const { say } = turn
  const about = { target: targetSaid(turn, task), unit: unitOfTask(turn, task) }
  return task.task === defaultTask(turn, task)
    ? say('task-what', about)
    : say('task-what-text', { ...about, task: task.task })
}

/** The name of the unit; where it is no more, that is said. */
export function unitOfTask({ say }: Pick<Turn, 'say'>, { unit_level, unit_name, unit_ended }: Assignment): string {
  const unit = unitName(say, { level: unit_level, name: unit_name })
  return unit_ended === null ? unit : say('task-unit-ended', { unit, day: day(unit_ended) })
}

/** What stands for the task where nothing was said of it: the name of its indicator or criterion. */
export function defaultTask(
  { catalogs }: Pick<Turn, 'catalogs'>,
  { set_id, target }: Pick<AssignmentRow, 'set_id' | 'target'>,
): string {
  return capitalised(nameTarget(catalogs, set_id, target) ?? target)
}

/** Who has it; of somebody who has no role any more, that too. */
export function ownerSaid({ say }: Pick<Turn, 'say'>, { owner, owner_acts }: Assignment): string {
  return owner_acts ? owner : say('task-owner-gone', { person: owner })
}

/** Where a task stands: `đang làm`, `đã báo xong, chờ xác nhận` … */
export function stateSaid({ say }: Pick<Turn, 'say'>, task: AssignmentRow): string {
  const { state, accepted_at, asked_due, closed_at } = task
  switch (state) {
    case 'open':
      if (asked_due !== null) return say('task-asks', { day: day(asked_due) })
      return say(accepted_at === null ? 'task-not-accepted' : 'task-accepted')
    case 'done':
      return say('task-done')
    case 'closed':
      return say('task-closed', { day: closed_at ? day(dayOf(closed_at)) : '' })
    case 'cancelled':
      return say('task-cancelled', { day: closed_at ? day(dayOf(closed_at)) : '' })
  }
}
