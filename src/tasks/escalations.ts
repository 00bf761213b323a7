import { addDays } from '../calendar/days.ts'
import { instantAt, localAt } from '../calendar/zone.ts'
import type { Turn } from '../command/command.ts'
import type { Assignment } from '../store/assignments.ts'
import { officersOver } from '../store/roster.ts'
import type { Db, RoleName } from '../store/schema.ts'
import { earliestToEscalate, markEscalated, quietOf, roleNamesOf, tasksToEscalate } from '../store/task-reminders.ts'
import { REMINDED_AT } from './reminder-times.ts'
import type { Tell } from './task-reminders.ts'
import { overdueLine } from './describe.ts'

/** A task that is overdue for so many days goes up. */
const DAYS_OVERDUE = 7
const MOST_LISTED = 15
const MOST_OFFICERS = 20

/** From the lowest level to the highest. */
const LEVELS: readonly RoleName[] = ['village_head', 'commune_officer', 'district_officer', 'admin']

/** What is overdue for a week is taken, once, to the level above the one that gave it. */
export function escalations({ say, catalogs, tell }: Pick<Turn, 'say' | 'catalogs'> & { tell: Tell }) {
  return {
    name: 'escalations',
    disturbs: true,
    async nextAt(db: Db): Promise<Date | undefined> {
      const due = await earliestToEscalate(db)
      return due === undefined ? undefined : instantAt(addDays(due, DAYS_OVERDUE), REMINDED_AT)
    },
    async run(db: Db, now: Date): Promise<void> {
      const { day: today } = localAt(now)
      const tasks = await tasksToEscalate(db, addDays(today, -DAYS_OVERDUE))
      const byOfficer = new Map<string, Assignment[]>()
      for (const task of tasks)
        for (const personId of await thoseAbove(db, task))
          byOfficer.set(personId, [...(byOfficer.get(personId) ?? []), task])
      const quiet = await quietOf(db, [...byOfficer.keys()], now)
      for (const [personId, overdue] of byOfficer) {
        if (quiet.has(personId)) continue
        const lines = overdue.slice(0, MOST_LISTED).map((task) => overdueLine({ say, catalogs, today }, task))
        const more = overdue.length - lines.length
        const text = [
          say('task-escalated', { count: overdue.length, days: DAYS_OVERDUE }),
          ...lines,
          ...(more > 0 ? [say('task-overdue-more', { count: more })] : []),
        ].join('\n')
        await tell(db, personId, `escalation:${personId}:${now.toISOString()}`, { text }, now)
      }
      await markEscalated(
        db,
        tasks.map(({ id }) => id),
        now,
      )
    },
  }
}

/** The officers nearest above whoever gave the task; where a file gave it, above its owner. Never the owner. */
async function thoseAbove(db: Db, { given_by, person_id, unit_path }: Assignment): Promise<string[]> {
  const held = await roleNamesOf(db, given_by ?? person_id)
  const level = Math.max(0, ...held.map((role) => LEVELS.indexOf(role)))
  for (const role of LEVELS.slice(level + 1)) {
    const officers = await officersOver(db, unit_path, [role], MOST_OFFICERS)
    const others = officers.filter(({ personId }) => personId !== person_id && personId !== given_by)
    const [nearest] = others
    if (nearest) return others.filter(({ unitPath }) => unitPath === nearest.unitPath).map(({ personId }) => personId)
  }
  return []
}
