import { addDays } from '../calendar/days.ts'
import {
  nextReminderDay,
  PERIOD_KINDS,
  periodOf,
  reminderDays,
  type Period,
  type PeriodKind,
} from '../calendar/periods.ts'
import { instantAt, localAt } from '../calendar/zone.ts'
import type { Log } from '../messages/log.ts'
import { lastRun, markRun } from '../store/routines.ts'
import type { Db } from '../store/schema.ts'
import { wasQueued } from '../store/sent.ts'
import { quietOf } from '../store/task-reminders.ts'
import { allUnitSettings } from '../store/unit-settings.ts'
import { villagesToReport } from '../store/villages-to-report.ts'
import { REMINDED_AT } from '../tasks/reminder-times.ts'
import { MOST_LATE_MS, type Tell } from '../tasks/task-reminders.ts'
import type { Say } from '../wording/say.ts'
import { reportingReminder } from './reporting-words.ts'

export const REPORTING_REMINDERS = 'reporting reminders'

/**
 * Village heads whose village has sent nothing in this period are reminded shortly before it ends, and on its last day.
 * How often a village reports is decided by its commune, or whoever is above; monthly by default.
 */
export function reportingReminders({ say, tell, log }: { say: Say; tell: Tell; log: Log }) {
  return {
    name: REPORTING_REMINDERS,
    disturbs: true,
    async nextAt(db: Db): Promise<Date | undefined> {
      const last = await lastRun(db, REPORTING_REMINDERS)
      return last && nextAfter(last, await kindsInUse(db))
    },
    async run(db: Db, now: Date): Promise<void> {
      const last = (await lastRun(db, REPORTING_REMINDERS)) ?? now
      const kinds = await kindsInUse(db)
      await markRun(db, REPORTING_REMINDERS, now)
      const due = newestUntil(now, last, kinds)
      if (!due) return
      if (now.getTime() - due.getTime() > MOST_LATE_MS) {
        log.warn({ due: due.toISOString() }, 'reminders to report were left out: it is too late')
        return
      }
      const { day: today } = localAt(due)
      for (const kind of kinds) {
        const period = periodOf(kind, today)
        if (reminderDays(kind, period).includes(today)) await remind(db, kind, period, today, now)
      }
    },
  }

  async function remind(db: Db, kind: PeriodKind, period: Period, today: string, now: Date): Promise<void> {
    const villages = await villagesToReport(db, kind, period)
    const byHead = Map.groupBy(villages, ({ person_id }) => person_id)
    const quiet = await quietOf(db, [...byHead.keys()], now)
    const askedToday = await wasQueued(db, askedKey(today))
    for (const [personId, own] of byHead) {
      // Whom an officer had reminded in the night hears it this very morning.
      const heard = askedToday && (await wasQueued(db, askedKey(today, personId)))
      if (!quiet.has(personId) && !heard)
        await tell(db, personId, routineKey(personId, kind, today), reportingReminder(say, own, period, today), now)
    }
  }
}

/** The periods that any unit has chosen, and the month, which holds where none has. */
async function kindsInUse(db: Db): Promise<PeriodKind[]> {
  const chosen = new Set((await allUnitSettings(db)).map(({ reporting }) => reporting))
  return PERIOD_KINDS.filter((kind) => kind === 'month' || chosen.has(kind))
}

/** The first morning after an instant on which any of the periods has its reminders. */
function nextAfter(last: Date, kinds: readonly PeriodKind[]): Date {
  const { day: today, time } = localAt(last)
  // A last run before the morning leaves that very day to come.
  const passed = time >= REMINDED_AT ? today : addDays(today, -1)
  const days = kinds.map((kind) => nextReminderDay(kind, passed)).sort()
  return instantAt(days[0]!, REMINDED_AT)
}

/** Of the mornings that have come since the last run, the newest: those before it say the same. */
function newestUntil(now: Date, last: Date, kinds: readonly PeriodKind[]): Date | undefined {
  let newest: Date | undefined
  for (let next = nextAfter(last, kinds); next <= now; next = nextAfter(next, kinds)) newest = next
  return newest
}

function routineKey(personId: string, kind: PeriodKind, day: string): string {
  return `reporting:${personId}:${kind}:${day}`
}

/** Under which is told what an officer asked for on a day; without a person, what all of them begin with. */
export function askedKey(day: string, ...person: [personId?: string]): string {
  return ['reporting-asked', day, ...person].join(':')
}

/** Whether a person is reminded to report on a day already, by an officer or by itself. */
export async function isRemindedOn(db: Db, personId: string, day: string): Promise<boolean> {
  const keys = [askedKey(day, personId), ...PERIOD_KINDS.map((kind) => routineKey(personId, kind, day))]
  for (const key of keys) if (await wasQueued(db, key)) return true
  return false
}
