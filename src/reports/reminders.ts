import type { Choice, Reply, Turn } from '../command/command.ts'
import { markReminded, waitingReports, waitingSince, type Report } from '../store/reports.ts'
import type { Tell } from '../tasks/task-reminders.ts'
import { officersOver } from '../store/roster.ts'
import type { Db } from '../store/schema.ts'
import { day } from '../wording/figures.ts'
import { dayOf } from '../wording/moment.ts'
import { reportLine } from './describe.ts'
import { reviewChoices } from './officers.ts'
import { addWorkingDays } from './working-days.ts'

const WAITS_DAYS = 2
const MOST_LISTED = 10
const MOST_OFFICERS = 20

/** Reports that nobody has reviewed in two working days: their officers are reminded, each with one message. */
export function reviewReminders({ say, catalogs, tell }: Pick<Turn, 'say' | 'catalogs'> & { tell: Tell }) {
  return {
    name: 'review reminders',
    disturbs: true,
    async nextAt(db: Db): Promise<Date | undefined> {
      const since = await waitingSince(db)
      return since === undefined ? undefined : addWorkingDays(new Date(since), WAITS_DAYS)
    },
    async run(db: Db, now: Date): Promise<void> {
      const overdue = (await waitingReports(db)).filter(
        ({ reminded_at, submitted_at }) => addWorkingDays(new Date(reminded_at ?? submitted_at), WAITS_DAYS) <= now,
      )
      const byOfficer = new Map<string, Report[]>()
      for (const report of overdue)
        for (const { personId } of await officersOver(db, report.unit_path, ['commune_officer'], MOST_OFFICERS))
          if (personId !== report.submitted_by) byOfficer.set(personId, [...(byOfficer.get(personId) ?? []), report])
      for (const [personId, reports] of byOfficer)
        await tell(db, personId, `reminder:${personId}:${now.toISOString()}`, reminder(reports), now)
      await markReminded(
        db,
        overdue.map(({ id }) => id),
        now,
      )
    },
  }

  function reminder(reports: readonly Report[]): Reply {
    const lines = reports.slice(0, MOST_LISTED).map((report) =>
      say('pending-line', {
        id: report.id,
        line: reportLine({ say, catalogs }, report),
        person: `${report.submitter}, ${day(dayOf(report.submitted_at))}`,
      }),
    )
    const [first] = reports
    const choices: Choice[] =
      reports.length === 1 && first
        ? reviewChoices({ say }, first)
        : [{ label: say('pending-approve-all'), ask: { command: 'approve' } }]
    const hint = first ? [say('pending-hint', { id: first.id })] : []
    return { text: [say('pending-reminder', { count: reports.length }), ...lines, ...hint].join('\n'), choices }
  }
}
