import type { Log } from '../messages/log.ts'
import { oldestMessage, sweep } from '../store/retention.ts'
import type { DueTask } from './due.ts'

const DAY_MS = 86_400_000
/** Half past two at night in Vietnam, after midnight in UTC. */
const AT_MS = 19.5 * 3_600_000

/** Deletes what is older than so many days, once a night. */
export function retentionSweep(days: number, log: Log): DueTask {
  return {
    name: 'retention',
    async nextAt(db) {
      const oldest = await oldestMessage(db)
      return oldest === undefined ? undefined : nextNight(new Date(oldest).getTime() + days * DAY_MS)
    },
    async run(db, now) {
      const swept = await sweep(db, new Date(now.getTime() - days * DAY_MS).toISOString())
      log.info({ ...swept, days }, 'retention')
    },
  }
}

/** The first such hour after an instant. */
function nextNight(instant: number): Date {
  return new Date((Math.floor((instant - AT_MS) / DAY_MS) + 1) * DAY_MS + AT_MS)
}
