import type { Turn } from '../command/command.ts'
import { may, rolesThatMay } from '../people/permissions.ts'
import { schedulesWithin, type Schedule } from '../store/schedules.ts'

/**
 * The schedules that the speaker may change, in the order in which they are numbered: the oldest first. Of a province or a
 * district, only its own: those of its communes are theirs, unless the speaker set them.
 */
export async function listedSchedules({ db, speaker }: Pick<Turn, 'db' | 'speaker'>): Promise<Schedule[]> {
  const roles = rolesThatMay('schedule-notice')
  const found = new Map<number, Schedule>()
  for (const { role, unitId, unitLevel, unitPath } of speaker.grants) {
    if (!roles.includes(role)) continue
    const wide = unitLevel === 'tinh' || unitLevel === 'huyen'
    for (const schedule of await schedulesWithin(db, unitPath))
      if (!wide || schedule.unit_id === unitId || schedule.created_by === speaker.personId)
        found.set(schedule.id, schedule)
  }
  return [...found.values()]
    .filter((schedule) => may(speaker, 'schedule-notice', { path: schedule.unit_path }))
    .sort((a, b) => (a.continues ?? a.id) - (b.continues ?? b.id))
}
