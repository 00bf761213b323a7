import type { Log } from '../messages/log.ts'
import { oldestMessage, sweep } from '../store/retention.ts'
import type { DueTask } from './due.ts'
import { removeUnusedFiles } from './unused-files.ts'

const DAY_MS = 86_400_000
/** Half past two at night in Vietnam, after midnight in UTC. */
const AT_MS = 19.5 * 3_600_000

/**
 * Deletes what is older than so many days, once a night: messages, and files that were sent and of which nothing came.
 *
 * @param folder of the files that people sent.
 */
export function retentionSweep(days: number, folder: string, log: Log): DueTask {
  return {
    name: 'retention',
    async nextAt(db) {
      const oldest = await oldestMessage(db)
      return oldest === undefined ? undefined : nextNight(new Date(oldest).getTime() + days * DAY_MS)
    },
    async run(db, now) {
      const before = new Date(now.getTime() - days * DAY_MS)
      const swept = await sweep(db, before.toISOString())
      log.info({ ...swept, files: await removeUnusedFiles(db, folder, before), days }, 'retention')
    },
  }
}

/** The first such hour after an instant. */
function nextNight(instant: number): Date {
  return new Date((Math.floor((instant - AT_MS) / DAY_MS) + 1) * DAY_MS + AT_MS)
}
