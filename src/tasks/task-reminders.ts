import { localAt } from '../calendar/zone.ts'
import type { Choice, Reply, Turn } from '../command/command.ts'
import type { Log } from '../messages/log.ts'
import type { Assignment } from '../store/assignments.ts'
import type { Db } from '../store/schema.ts'
import { nextReminderAt, quietOf, setReminder, tasksToRemind } from '../store/task-reminders.ts'
import { zoneOf } from '../store/unit-settings.ts'
import { taskLine } from './describe.ts'
import { nextReminder } from './reminder-times.ts'

/** Tells a person something in private, through the outbox. */
export type Tell = (db: Db, personId: string, key: string, reply: Reply, now: Date) => Promise<void>

/** A reminder that is later than this is left out: the next one says the same. */
export const MOST_LATE_MS = 12 * 3_600_000

const MOST_LISTED = 10

/**
 * Owners of tasks are reminded in private of what is due, all of it in one message. What is due is read in the transaction
 * that queues the message, so that a task which was closed a moment ago is not spoken of any more.
 */
export function taskReminders({ say, catalogs, tell, log }: Pick<Turn, 'say' | 'catalogs'> & { tell: Tell; log: Log }) {
  return {
    name: 'task reminders',
    disturbs: true,
    async nextAt(db: Db): Promise<Date | undefined> {
      const next = await nextReminderAt(db)
      return next === undefined ? undefined : new Date(next)
    },
    async run(db: Db, now: Date): Promise<void> {
      const tasks = await tasksToRemind(db, now)
      const quiet = await quietOf(
        db,
        tasks.map(({ person_id }) => person_id),
        now,
      )
      const byOwner = new Map<string, Assignment[]>()
      for (const task of tasks) {
        if (task.state !== 'open') {
          await setReminder(db, task.id, null)
          continue
        }
        const zone = await zoneOf(db, task.unit_path)
        const silentUntil = quiet.get(task.person_id)
        await setReminder(db, task.id, nextReminder(task.due, silentUntil ?? now, zone))
        const newest = newestUntil(now, task, zone)
        const late = now.getTime() - newest.getTime() > MOST_LATE_MS
        if (late) log.warn({ assignment: task.id, due: newest }, 'a reminder was left out: it is too late')
        if (late || silentUntil || !task.owner_acts) continue
        byOwner.set(task.person_id, [...(byOwner.get(task.person_id) ?? []), task])
      }
      for (const [personId, own] of byOwner)
        await tell(db, personId, `task-reminder:${personId}:${now.toISOString()}`, reminder(own, now), now)
    },
  }

  function reminder(tasks: readonly Assignment[], now: Date): Reply {
    const { day: today } = localAt(now)
    const urgent = tasks.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id - b.id))
    const shown = urgent.slice(0, MOST_LISTED)
    const [first] = shown
    const text = [
      say('task-reminder', { count: tasks.length }),
      ...shown.map((task) => say('task-reminder-line', { task: taskLine({ say, catalogs, today }, task) })),
      ...(tasks.length > shown.length ? [say('task-reminder-more', { count: tasks.length - shown.length })] : []),
      ...(first ? [say('task-reminder-hint', { id: first.id })] : []),
    ].join('\n')
    return { text, choices: first && tasks.length === 1 ? choicesFor(first) : [] }
  }

  function choicesFor({ id }: Assignment): Choice[] {
    return [
      { label: say('task-reminder-done'), ask: { command: 'finish-task', subject: String(id) } },
      { label: say('task-reminder-extend'), ask: { command: 'extend-task', subject: String(id) } },
    ]
  }
}

/** Of the reminders that have come since the one that was to be said, the newest: those before it say the same. */
function newestUntil(now: Date, { due, remind_at }: Assignment, zone: string): Date {
  let newest = new Date(remind_at ?? now)
  for (let next = nextReminder(due, newest, zone); next <= now; next = nextReminder(due, next, zone)) newest = next
  return newest
}
