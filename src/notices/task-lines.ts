import type { Turn } from '../command/command.ts'
import { addDays, daysBetween } from '../calendar/days.ts'
import { shortIndicator } from '../replies/standing.ts'
import type { Assignment } from '../store/assignments.ts'
import { day } from '../wording/figures.ts'
import { unitName } from '../wording/names.ts'
import type { List } from './fit-text.ts'

type Needed = Pick<Turn, 'say' | 'catalogs'>

/** How far ahead groups are told what falls due. */
const AHEAD_DAYS = 14

/** What falls due within two weeks, and what is overdue, each with how many there are; nothing where there is none. */
export function taskLists(turn: Needed, tasks: readonly Assignment[], today: string, path: string): List[] {
  const until = addDays(today, AHEAD_DAYS)
  const soon = tasks.filter(({ due }) => due >= today && due <= until)
  const list = soon.map((task) => taskLine(turn, task, today, path))
  const head = turn.say('digest-due', { days: AHEAD_DAYS, count: soon.length })
  return [...(list.length > 0 ? [listOf(turn, head, list)] : []), ...overdueList(turn, tasks, today, path)]
}

/** What is overdue, the longest first. */
export function overdueList(turn: Needed, tasks: readonly Assignment[], today: string, path: string): List[] {
  const overdue = tasks.filter(({ due }) => due < today)
  const list = overdue.map((task) => taskLine(turn, task, today, path))
  return list.length > 0 ? [listOf(turn, turn.say('digest-overdue', { count: overdue.length }), list)] : []
}

function listOf({ say }: Needed, head: string, items: string[]): List {
  return { head, items, join: '\n', more: (count) => say('digest-more-tasks', { count }) }
}

/**
 * A task in a line: what, of which unit where that is not the one that is told about, until when. A group reads it, so
 * whose it is stays between the person and the officers.
 */
function taskLine({ say, catalogs }: Needed, task: Assignment, today: string, path: string): string {
  const set = catalogs.get(task.set_id)
  const target = !set
    ? task.target
    : task.target.includes('.')
      ? shortIndicator(set, task.target)
      : say('digest-criterion', { no: task.target })
  const unit = { level: task.unit_level, name: task.unit_name }
  const said = {
    target: task.unit_path === path ? target : say('digest-target-in', { target, unit: unitName(say, unit) }),
    task: shortened(task.task),
    day: day(task.due),
  }
  const line =
    task.due < today ? say('digest-late', { ...said, days: daysBetween(task.due, today) }) : say('digest-task', said)
  return task.state === 'done' ? say('digest-task-done', { line }) : line
}

const LONGEST_TASK = 80

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= LONGEST_TASK ? line : `${line.slice(0, LONGEST_TASK - 1).trimEnd()}…`
}
