import { afterQuiet } from '../calendar/quiet-hours.ts'
import { HOME_ZONE } from '../calendar/zone.ts'
import type { Log } from '../messages/log.ts'
import { tryLock } from '../store/locks.ts'
import type { Db } from '../store/schema.ts'
import type { Store } from '../store/store.ts'

/** Something that falls due by itself: a reminder, an ending, a schedule. What is due is read from the database each time. */
export interface DueTask {
  name: string
  /** It speaks to people who did not ask: what falls due in the quiet hours waits for the morning. */
  disturbs?: boolean
  /** When it next has something to do; undefined while it has nothing. Each run has to move this on. */
  nextAt(db: Db): Promise<Date | undefined>
  /** Does all that is due by now, within one transaction. */
  run(db: Db, now: Date): Promise<void>
}

/** When a task is to run next, seen from an instant. */
async function dueAt({ nextAt, disturbs }: DueTask, db: Db, now: Date): Promise<Date | undefined> {
  const next = await nextAt(db)
  if (!next || disturbs !== true) return next
  return afterQuiet(next < now ? now : next, HOME_ZONE)
}

/** The earliest instant at which any task has something to do. */
export async function nextDue(db: Db, tasks: readonly DueTask[], now: Date): Promise<Date | undefined> {
  const instants = await Promise.all(tasks.map((task) => dueAt(task, db, now)))
  return instants.reduce((first, each) => (each && (!first || each < first) ? each : first), undefined)
}

/**
 * Runs what is due by now, each task in its own transaction; one that fails is logged and tried again next time. Of several
 * processes one runs a task at a time, and the others find that it has been done.
 */
export async function runDue({ db }: Store, tasks: readonly DueTask[], now: Date, log: Log): Promise<void> {
  const isDue = async (task: DueTask, on: Db) => {
    const next = await dueAt(task, on, now)
    return next !== undefined && next <= now
  }
  for (const task of tasks) {
    try {
      if (!(await isDue(task, db))) continue
      await db.transaction().execute(async (trx) => {
        if ((await tryLock(trx, `due ${task.name}`)) && (await isDue(task, trx))) await task.run(trx, now)
      })
    } catch (error) {
      log.error({ err: error, task: task.name }, 'what was due could not be done')
    }
  }
}

/**
 * Runs everything that falls due up to an instant, in order of time, with the clock standing at each.
 *
 * @param step moves the clock and resolves when all that was brought about there has been sent.
 * @throws when a task does not move on, which would never end.
 */
export async function runDueUntil(
  store: Store,
  tasks: readonly DueTask[],
  instant: Date,
  step: (to: Date) => Promise<Date>,
  log: Log,
): Promise<void> {
  let last = 0
  let now = new Date(0)
  for (;;) {
    const next = await nextDue(store.db, tasks, now)
    if (!next || next > instant) break
    now = await step(next)
    await runDue(store, tasks, now, log)
    await step(next)
    const after = await nextDue(store.db, tasks, now)
    if (after && after.getTime() <= next.getTime() && next.getTime() === last)
      throw new Error('something that fell due stays due')
    last = next.getTime()
  }
  await step(instant)
}
