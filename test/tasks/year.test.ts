import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/command/command.ts'
import { addAssignment, findAssignment, moveAssignment } from '../../src/store/assignments.ts'
import { beginRoutines } from '../../src/store/routines.ts'
import type { Db } from '../../src/store/schema.ts'
import { escalations } from '../../src/tasks/escalations.ts'
import { OVERDUE_DIGEST, overdueDigest } from '../../src/tasks/overdue-digest.ts'
import { nextReminder } from '../../src/tasks/reminder-times.ts'
import { taskReminders } from '../../src/tasks/task-reminders.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { silentLog } from '../silent-log.ts'
import { createSqlite } from '../store/databases.ts'
import { AHEAD, DAY, END, HOUR, outages, playYear, seeded, seenAt, START, type Outage } from '../year.ts'

/**
 * A year of tasks with their reminders, what goes up and Monday's digests, and times in which the program does not run.
 * What has to come of it is worked out here by itself, from nothing but the rule's words. `YEAR=full npx vitest run
 * test/tasks/year` takes 200 communes.
 */
const FULL = process.env['YEAR'] === 'full'
const COMMUNES = FULL ? 200 : 6
const TASKS_EACH = 8

const random = seeded(20_270_102)

interface Planned {
  id: number
  owner: string
  commune: number
  due: number
  /** When it is closed, if it is. */
  closes: number | undefined
}

const isoDay = (instant: number) => new Date(instant + AHEAD).toISOString().slice(0, 10)
/** 07:30 of the day on which an instant lies. */
const morningOf = (instant: number) => Date.parse(`${isoDay(instant)}T07:30:00+07:00`)

async function furnish(db: Db): Promise<Planned[]> {
  const planned: Planned[] = []
  await sql`insert into units (id, level, name, path, aliases) values ('tinh', 'tinh', 'Mẫu', '/tinh/', '[]')`.execute(
    db,
  )
  await sql`insert into people (id, name) values ('cap-tren', 'Người Mẫu Cấp Trên')`.execute(db)
  await sql`insert into roles (person_id, role, unit_id) values ('cap-tren', 'district_officer', 'tinh')`.execute(db)
  for (let at = 0; at < COMMUNES; at += 1) {
    const unit = `x${at}`
    await sql`insert into units (id, level, name, path, aliases)
      values (${unit}, 'xa', ${unit}, ${`/tinh/${unit}/`}, '[]')`.execute(db)
    for (const person of [`giao-${at}`, `lam-${at}`, `lam-nua-${at}`]) {
      await sql`insert into people (id, name) values (${person}, ${person})`.execute(db)
      await sql`insert into roles (person_id, role, unit_id) values (${person}, 'commune_officer', ${unit})`.execute(db)
    }
    for (let task = 0; task < TASKS_EACH; task += 1) {
      const due = START + Math.floor(random() * 330) * DAY + 10 * DAY
      const owner = random() < 0.5 ? `lam-${at}` : `lam-nua-${at}`
      const { id } = await addAssignment(
        db,
        {
          unit_id: unit,
          set_id: 'ntm-nang-cao-2021-2025',
          target: '17.5',
          person_id: owner,
          task: 'vận động',
          due: isoDay(due),
          given_by: `giao-${at}`,
          remind_at: nextReminder(isoDay(due), new Date(START)).toISOString(),
        },
        new Date(START),
      )
      const closes = random() < 0.7 ? due + Math.floor((random() - 0.5) * 40) * DAY + 10 * HOUR : undefined
      planned.push({ id, owner, commune: at, due, closes })
    }
  }
  await beginRoutines(db, [OVERDUE_DIGEST], new Date(START))
  return planned
}

/** Closes each task at its time; like people, only while the program runs. */
function closings(planned: readonly Planned[], pauses: readonly Outage[]) {
  const open = planned
    .flatMap((task) => (task.closes === undefined ? [] : [{ id: task.id, at: seenAt(task.closes, pauses) }]))
    .sort((a, b) => a.at - b.at)
  return {
    name: 'closings',
    nextAt: async () => (open[0] ? new Date(open[0].at) : undefined),
    async run(db: Db, now: Date) {
      while (open[0] && open[0].at <= now.getTime()) {
        const task = (await findAssignment(db, open.shift()!.id))!
        await moveAssignment(db, task, { state: 'closed' }, { action: 'met', by: null, at: now })
      }
    },
  }
}

/** The mornings on which an owner is to be reminded of a task, by the rule's words, while it is open. */
function mornings({ due }: Planned): number[] {
  const early = [-7, -3, -1, 0, 1, 2, 3].map((days) => due + days * DAY)
  const weekly = Array.from({ length: 60 }, (_, week) => due + (week + 1) * 7 * DAY)
  return [...early, ...weekly].map(morningOf).filter((at) => at > START && at < END)
}

/** Of mornings that were slept through only the newest counts, and that while it is less than twelve hours old. */
function expectedAt(instants: readonly number[], closes: number, pauses: readonly Outage[]): number[] {
  return instants.flatMap((at, index) => {
    const seen = seenAt(at, pauses)
    const following = instants[index + 1]
    if (following !== undefined && following <= seen) return []
    return seen - at > 12 * HOUR || seen >= closes || seen >= END ? [] : [seen]
  })
}

describe(`a year of ${COMMUNES * TASKS_EACH} tasks in ${COMMUNES} communes, with outages`, () => {
  it(
    'each reminder went out once or was left out by the rule; none twice, none at night, none of a closed task',
    async () => {
      const store = await createSqlite().open()
      await sql`pragma synchronous = off`.execute(store.db)
      const planned = await furnish(store.db)
      const pauses = outages(random)
      const said: { at: number; to: string; key: string; text: string }[] = []
      const tell = async (_: Db, to: string, key: string, { text }: Reply, now: Date) => {
        said.push({ at: now.getTime(), to, key, text })
      }
      const parts = { say: loadWording('vi'), catalogs: loadCatalogs(), tell, log: silentLog }
      const due = [closings(planned, pauses), taskReminders(parts), escalations(parts), overdueDigest(parts)]
      await playYear(store, due, pauses)

      const closedAt = ({ closes }: Planned) => (closes === undefined ? END : seenAt(closes, pauses))
      const reminders = said.filter(({ key }) => key.startsWith('task-reminder'))
      for (const task of planned) {
        const wanted = expectedAt(mornings(task), closedAt(task), pauses)
        const came = reminders.filter(({ text }) => text.includes(`Việc số ${task.id}:`))
        expect(came.map(({ at }) => new Date(at).toISOString())).toEqual(wanted.map((at) => new Date(at).toISOString()))
        expect(came.every(({ to }) => to === task.owner)).toBe(true)
        // A message lists only so many: that it went up stands with the task, and it is listed no more than once.
        const week = morningOf(task.due + 7 * DAY)
        const goesUp = week < END && seenAt(week, pauses) < Math.min(closedAt(task), END)
        expect((await findAssignment(store.db, task.id))?.escalated_at !== null).toBe(goesUp)
        const up = said.filter(({ key, text }) => key.startsWith('escalation') && text.includes(`Việc số ${task.id}:`))
        expect(up.length).toBeLessThanOrEqual(goesUp ? 1 : 0)
      }
      // One digest an officer and Monday, none where nothing is overdue then, or where it would be too late.
      const digests = said.filter(({ key }) => key.startsWith('overdue-digest'))
      expect(new Set(digests.map(({ key }) => key)).size).toBe(digests.length)
      const mondays = Array.from({ length: 53 }, (_, week) =>
        morningOf(Date.parse('2027-01-04T07:30+07:00') + week * 7 * DAY),
      )
      for (let commune = 0; commune < COMMUNES; commune += 1) {
        const wanted = mondays.filter((monday) => {
          const seen = seenAt(monday, pauses)
          const overdue = planned.some(
            (task) => task.commune === commune && isoDay(task.due) < isoDay(seen) && closedAt(task) > seen,
          )
          return seen < END && seen - monday <= 12 * HOUR && overdue
        })
        expect(digests.filter(({ to }) => to === `giao-${commune}`).length).toBe(wanted.length)
      }
      const atNight = said.filter(({ at }) => {
        const time = new Date(at + AHEAD).toISOString().slice(11, 16)
        return time >= '21:00' || time < '06:30'
      })
      expect(atNight).toEqual([])
      expect(said.length).toBeGreaterThan(COMMUNES * TASKS_EACH * 4)
      if (FULL) process.stdout.write(`${JSON.stringify({ reminders: reminders.length, said: said.length })}\n`)
    },
    FULL ? 900_000 : 60_000,
  )
})
