import { addDays, daysBetween, parts } from '../calendar/days.ts'
import { nextReminderDay, periodOf, reminderDays, type Period, type PeriodKind } from '../calendar/periods.ts'
import { instantAt, localAt } from '../calendar/zone.ts'
import type { Reply } from '../command/command.ts'
import type { Log } from '../messages/log.ts'
import { lastRun, markRun } from '../store/routines.ts'
import type { Db } from '../store/schema.ts'
import { quietOf } from '../store/task-reminders.ts'
import { allUnitSettings } from '../store/unit-settings.ts'
import { villagesToReport, type VillageToReport } from '../store/villages-to-report.ts'
import { REMINDED_AT } from '../tasks/reminder-times.ts'
import { MOST_LATE_MS, type Tell } from '../tasks/task-reminders.ts'
import { day } from '../wording/figures.ts'
import { unitName } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'

export const REPORTING_REMINDERS = 'reporting reminders'

const KINDS: readonly PeriodKind[] = ['week', 'month', 'quarter', 'year']

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
    for (const [personId, own] of byHead)
      if (!quiet.has(personId))
        await tell(db, personId, `reporting:${personId}:${kind}:${today}`, reminder(own, kind, period, today), now)
  }

  function reminder(villages: readonly VillageToReport[], kind: PeriodKind, period: Period, today: string): Reply {
    const units = villages.map((village) => unitName(say, { ...village, level: 'thon' })).join(', ')
    const days = daysBetween(today, period.to)
    return {
      text: [
        say('reporting-reminder', { period: periodName(say, kind, period), days, to: day(period.to) }),
        say('reporting-reminder-missing', { units }),
        say('reporting-reminder-how'),
      ].join('\n'),
      choices: [{ label: say('summary-report'), ask: { command: 'report' } }],
    }
  }
}

function periodName(say: Say, kind: PeriodKind, { from, to }: Period): string {
  const [year, month] = parts(from)
  switch (kind) {
    case 'week':
      return say('period-week', { from: day(from), to: day(to) })
    case 'month':
      return say('period-month', { month, year: String(year) })
    case 'quarter':
      return say('period-quarter', { quarter: Math.ceil(month / 3), year: String(year) })
    case 'year':
      return say('period-year', { year: String(year) })
  }
}

/** The periods that any unit has chosen, and the month, which holds where none has. */
async function kindsInUse(db: Db): Promise<PeriodKind[]> {
  const chosen = new Set((await allUnitSettings(db)).map(({ reporting }) => reporting))
  return KINDS.filter((kind) => kind === 'month' || chosen.has(kind))
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
