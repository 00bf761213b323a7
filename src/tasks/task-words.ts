import { daysBetween } from '../calendar/days.ts'
import type { Assignment } from '../store/assignments.ts'
import { day } from '../wording/figures.ts'
import { unitName } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'

/** `chỉ tiêu 17.5`, `tiêu chí 17`. */
export function targetName(say: Say, target: string): string {
  return say(target.includes('.') ? 'task-indicator' : 'task-criterion', { code: target })
}

/** How long there is until the day a task is due, or how long it is overdue: `còn 7 ngày`, `quá hạn 3 ngày`. */
export function timeLeft(say: Say, due: string, today: string): string {
  const days = daysBetween(today, due)
  if (days === 0) return say('task-due-today')
  return days > 0 ? say('task-days-left', { days }) : say('task-days-over', { days: -days })
}

/** A task in a line to its owner. */
export function ownTaskLine(say: Say, { target, task, due, ...rest }: Assignment, today: string): string {
  const { unit_name: name, unit_level: level } = rest
  return say('task-reminder-line', {
    target: targetName(say, target),
    unit: unitName(say, { name, level }),
    task,
    due: day(due),
    left: timeLeft(say, due, today),
  })
}

/** A task in a line to somebody above: who, what, how long it is overdue. */
export function overdueLine(say: Say, { target, task, due, owner, ...rest }: Assignment, today: string): string {
  const { unit_name: name, unit_level: level } = rest
  return say('task-overdue-line', {
    target: targetName(say, target),
    unit: unitName(say, { name, level }),
    task,
    person: owner,
    due: day(due),
    days: daysBetween(due, today),
  })
}
