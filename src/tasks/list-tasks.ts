import type { Turn } from '../command/command.ts'
import type { Assignment } from '../store/assignments.ts'
import { day } from '../wording/figures.ts'
import { dueSaid, ownerSaid, stateSaid, whatSaid } from './describe.ts'

/** More are counted. */
const MOST = 20

type Needed = Pick<Turn, 'say' | 'catalogs' | 'today' | 'chat'>

/**
 * A list of tasks under a title, as many as can be read; how many more there are. In a group a name never stands beside a
 * delay: what is late is listed without names, and who does what without how late it is.
 */
export function tasksListed(turn: Needed, title: string, tasks: readonly Assignment[], isOfDelays = false): string {
  const { say, chat } = turn
  const lines = tasks.slice(0, MOST).map((task) => {
    const about = { id: task.id, what: whatSaid(turn, task) }
    if (isOfDelays && chat.kind === 'group') return say('task-line', { ...about, due: dueSaid(turn, task.due) })
    const named = { ...about, person: ownerSaid(turn, task), due: dueBesideName(turn, task.due) }
    return say('tasks-line', { ...named, state: stateSaid(turn, task) })
  })
  const more = tasks.length > MOST ? [say('tasks-more', { count: tasks.length - MOST })] : []
  return [title, ...lines, ...more].join('\n')
}

/** A due day as it is said beside a name. */
export function dueBesideName(turn: Pick<Turn, 'say' | 'today' | 'chat'>, due: string): string {
  return turn.chat.kind === 'group' ? turn.say('task-due-day', { day: day(due) }) : dueSaid(turn, due)
}
