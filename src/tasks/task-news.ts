import { afterQuiet } from '../calendar/quiet-hours.ts'
import { HOME_ZONE } from '../calendar/zone.ts'
import type { Reply, Turn } from '../command/command.ts'
import { type Assignment } from '../store/assignments.ts'
import {
  firstToLookAt,
  firstToTell,
  liveToLookAt,
  liveToTell,
  lookedAt,
  markTold,
  tasksWithoutReminder,
} from '../store/tasks-to-look-at.ts'
import { oneWriter } from '../store/one-writer.ts'
import type { Db } from '../store/schema.ts'
import { setReminder } from '../store/task-reminders.ts'
import { dayOf } from '../wording/moment.ts'
import { closeWhatIsMet } from './closing.ts'
import { givenReply } from './give.ts'
import { remindNext } from './remind-next.ts'
import type { Tell } from './task-reminders.ts'
import { taskLine } from './describe.ts'

/** More are counted: "việc của tôi" has them all. */
const MOST_LISTED = 10

/**
 * What tasks owe to an import, which cannot speak: those that its figures show to be done are closed, and their people
 * are told; who was given tasks by it is told of them. So is whoever had no account when a task was given, and has one now.
 * What falls into the quiet hours is done at once and said in the morning.
 */
export function taskNews({ say, catalogs, tell }: Pick<Turn, 'say' | 'catalogs'> & { tell: Tell }) {
  return {
    name: 'task news',
    async nextAt(db: Db): Promise<Date | undefined> {
      const instants = [await firstToLookAt(db), await firstToTell(db)].filter((at) => at !== undefined)
      const [first] = instants.sort()
      return first === undefined ? undefined : new Date(first)
    },
    async run(db: Db, now: Date): Promise<void> {
      // Figures are appended in order, so that none is passed over by one that was looked at before it.
      await oneWriter(db)
      const heard = afterQuiet(now, HOME_ZONE)
      for (const task of await tasksWithoutReminder(db))
        await setReminder(db, task.id, new Date(await remindNext({ db, now }, task, task.due)))
      const closer = {
        db,
        now,
        say,
        catalogs,
        tell: (person: string, key: string, reply: Reply) => tell(db, person, key, reply, heard),
      }
      await closeWhatIsMet(closer, await liveToLookAt(db))
      await lookedAt(db, now)
      for (const tasks of Map.groupBy(await liveToTell(db), ({ person_id }) => person_id).values())
        await tellGiven(closer, tasks, dayOf(now))
    },
  }

  async function tellGiven(
    { db, now, tell: tellNow }: { db: Db; now: Date; tell: Turn['tell'] },
    tasks: readonly Assignment[],
    today: string,
  ): Promise<void> {
    const [first] = tasks
    if (!first) return
    // Told and marked in one transaction: the instant names it, for the same tasks may be told of again when they change.
    const key = `task:given:${first.person_id}:${now.toISOString()}`
    await tellNow(first.person_id, key, tasks.length === 1 ? one(first, today) : many(tasks, today))
    // What is told now is not reminded of in the same hour.
    for (const task of tasks)
      if (task.remind_at !== null && Date.parse(task.remind_at) <= now.getTime())
        await setReminder(db, task.id, new Date(await remindNext({ db, now }, task, task.due)))
    await markTold(
      db,
      tasks.map(({ id }) => id),
      now,
    )
  }

  function one(task: Assignment, today: string): Reply {
    return givenReply({ say, catalogs, today }, task)
  }

  function many(tasks: readonly Assignment[], today: string): Reply {
    const lines = tasks.slice(0, MOST_LISTED).map((task) => `• ${taskLine({ say, catalogs, today }, task)}`)
    const more = tasks.length > MOST_LISTED ? [say('tasks-more', { count: tasks.length - MOST_LISTED })] : []
    return {
      text: [say('given-told-office-many', { count: tasks.length }), ...lines, ...more, say('given-hint-many')].join(
        '\n',
      ),
      choices: [{ label: say('given-accept'), ask: { command: 'accept-task' } }],
    }
  }
}
