import { addDays } from '../calendar/days.ts'
import { periodOf, type Period } from '../calendar/periods.ts'
import { instantAt } from '../calendar/zone.ts'
import { reportingOf } from '../store/unit-settings.ts'
import type { Db } from '../store/schema.ts'

/** The period in which a unit's villages are to report that an ISO day lies in; where they need not, the month. */
export async function reportingPeriodOf(db: Db, path: string, day: string): Promise<Period> {
  const kind = await reportingOf(db, path)
  return periodOf(kind === 'none' ? 'month' : kind, day)
}

/** The instant at which a day is over in Vietnam: its deadline. */
export function startOfNextDay(day: string): string {
  return instantAt(addDays(day, 1), '00:00').toISOString()
}
