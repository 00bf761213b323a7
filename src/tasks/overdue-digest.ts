import { addDays, daysBetween, mondayOf } from '../calendar/days.ts'
import { instantAt, localAt } from '../calendar/zone.ts'
import type { Reply, Turn } from '../command/command.ts'
import type { Log } from '../messages/log.ts'
import type { Assignment } from '../store/assignments.ts'
import { officersOver, type RoleHolder } from '../store/roster.ts'
import { lastRun, markRun } from '../store/routines.ts'
import type { Db } from '../store/schema.ts'
import { overdueOn, quietOf } from '../store/task-reminders.ts'
import { findUnits } from '../store/units.ts'
import { day } from '../wording/figures.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { REMINDED_AT } from './reminder-times.ts'
import { MOST_LATE_MS, type Tell } from './task-reminders.ts'
import { overdueLine } from './describe.ts'

export const OVERDUE_DIGEST = 'overdue digest'

const MOST_LISTED = 15
const MOST_OFFICERS = 20

/** On Monday morning each officer is told in one message what is overdue in the unit; who has nothing overdue, nothing. */
export function overdueDigest({ say, catalogs, tell, log }: Pick<Turn, 'say' | 'catalogs'> & { tell: Tell; log: Log }) {
  return {
    name: OVERDUE_DIGEST,
    disturbs: true,
    async nextAt(db: Db): Promise<Date | undefined> {
      const last = await lastRun(db, OVERDUE_DIGEST)
      return last && mondayAfter(last)
    },
    async run(db: Db, now: Date): Promise<void> {
      const due = mondayBefore(now)
      await markRun(db, OVERDUE_DIGEST, now)
      if (now.getTime() - due.getTime() > MOST_LATE_MS) {
        log.warn({ due: due.toISOString() }, 'the digest of what is overdue was left out: it is too late')
        return
      }
      const { day: today } = localAt(now)
      const byOfficer = await tasksByOfficer(db, await overdueOn(db, today))
      const quiet = await quietOf(db, [...byOfficer.keys()], now)
      for (const [personId, { officer, tasks }] of byOfficer)
        if (!quiet.has(personId))
          await tell(db, personId, `overdue-digest:${personId}:${today}`, await digest(db, officer, tasks, today), now)
    },
  }

  async function digest(
    db: Db,
    { role, ...at }: RoleHolder,
    tasks: readonly Assignment[],
    today: string,
  ): Promise<Reply> {
    const unit = unitName(say, { name: at.unitName, level: at.unitLevel })
    const title = say('task-overdue-digest', { unit, count: tasks.length, day: day(today) })
    const lines = role === 'commune_officer' ? byTask(tasks, today) : await byCommune(db, tasks, today)
    return { text: [title, ...lines, say('task-overdue-hint')].join('\n') }
  }

  function byTask(tasks: readonly Assignment[], today: string): string[] {
    const lines = tasks.slice(0, MOST_LISTED).map((task) => overdueLine({ say, catalogs, today }, task))
    const more = tasks.length - lines.length
    return more > 0 ? [...lines, say('task-overdue-more', { count: more })] : lines
  }

  /** For those above several communes: how many in each, and since when the oldest; the most first. */
  async function byCommune(db: Db, tasks: readonly Assignment[], today: string): Promise<string[]> {
    const byId = Map.groupBy(tasks, communeIdOf)
    const communes = new Map((await findUnits(db, [...byId.keys()])).map((unit) => [unit.id, unit]))
    return [...byId]
      .map(([id, own]) => ({ id, count: own.length, days: Math.max(...own.map(({ due }) => daysBetween(due, today))) }))
      .toSorted((a, b) => b.count - a.count || b.days - a.days)
      .slice(0, MOST_LISTED)
      .flatMap(({ id, count, days }) => {
        const unit = communes.get(id)
        return unit ? [say('task-overdue-unit', { unit: capitalised(unitName(say, unit)), count, days })] : []
      })
  }
}

/** The commune of a task's unit: itself, or what a village lies in. */
function communeIdOf({ unit_path, unit_level }: Assignment): string {
  const line = unit_path.split('/').filter((id) => id !== '')
  return line.at(unit_level === 'thon' ? -2 : -1) ?? ''
}

/** Each officer of a commune, and those above it, with the open tasks that are overdue there. */
async function tasksByOfficer(db: Db, overdue: readonly Assignment[]) {
  const byOfficer = new Map<string, { officer: RoleHolder; tasks: Assignment[] }>()
  for (const tasks of Map.groupBy(overdue, ({ unit_path }) => unit_path).values()) {
    const roles = ['commune_officer', 'district_officer'] as const
    for (const officer of await officersOver(db, tasks[0]!.unit_path, roles, MOST_OFFICERS)) {
      const entry = byOfficer.get(officer.personId) ?? { officer, tasks: [] }
      // Those further above hear of what has gone up to them.
      entry.tasks.push(...tasks.filter((task) => officer.role === 'commune_officer' || task.escalated_at !== null))
      byOfficer.set(officer.personId, entry)
    }
  }
  return new Map([...byOfficer].filter(([, { tasks }]) => tasks.length > 0))
}

/** The first Monday morning after an instant. */
function mondayAfter(instant: Date): Date {
  const monday = mondayOf(localAt(instant).day)
  const thisWeeks = instantAt(monday, REMINDED_AT)
  return thisWeeks > instant ? thisWeeks : instantAt(addDays(monday, 7), REMINDED_AT)
}

/** The last Monday morning until an instant. */
function mondayBefore(instant: Date): Date {
  return instantAt(addDays(localAt(mondayAfter(instant)).day, -7), REMINDED_AT)
}
