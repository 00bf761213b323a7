import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createCourier } from '../../src/assistant/courier.ts'
import type { Days, Rule } from '../../src/calendar/recurrence.ts'
import { createConsoleChannel } from '../../src/channels/console/channel.ts'
import { overdueLists } from '../../src/notices/overdue-lists.ts'
import { scheduleRuns } from '../../src/notices/run-schedules.ts'
import { addSchedule } from '../../src/store/schedules.ts'
import type { Db } from '../../src/store/schema.ts'
import { nextDelivery } from '../../src/calendar/recurrence.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { silentLog } from '../silent-log.ts'
import { createSqlite } from '../store/databases.ts'
import { AHEAD, DAY, END, HOUR, MINUTE, outages, playYear, seeded, seenAt, START, type Outage } from '../year.ts'

/**
 * A year with a clock that a script moves: each commune with its groups and its schedules, and times in which the program
 * does not run. What has to come of it is worked out here by itself, minute for minute, from nothing but the rules'
 * words. `YEAR=full npx vitest run test/notices/year` takes 200 communes and 600 groups.
 */
const FULL = process.env['YEAR'] === 'full'
const COMMUNES = FULL ? 200 : 9
const GROUPS_EACH = 3

const random = seeded(20_270_101)
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T

/** What a schedule means, said once as data for the program and once as a test of a local day, for the checker. */
interface Wanted {
  on: Days
  falls(date: Date): boolean
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const lastDate = (date: Date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
const FROM = '2027-01-01'
const WANTED: Wanted[] = [
  { on: { kind: 'weekly', every: 1, from: FROM, weekdays: [1] }, falls: (date) => date.getUTCDay() === 1 },
  {
    on: { kind: 'weekly', every: 1, from: FROM, weekdays: [1, 2, 3, 4, 5] },
    falls: (date) => date.getUTCDay() >= 1 && date.getUTCDay() <= 5,
  },
  { on: { kind: 'daily', every: 1, from: FROM }, falls: () => true },
  {
    // Weeks are counted from that of 1 January 2027, a Friday: Tuesday of the week after next is the 12th.
    on: { kind: 'weekly', every: 2, from: FROM, weekdays: [2] },
    falls: (date) => date.getUTCDay() === 2 && Math.round((date.getTime() - Date.UTC(2027, 0, 12)) / DAY) % 14 === 0,
  },
  { on: { kind: 'dates', months, dates: [31] }, falls: (date) => date.getUTCDate() === lastDate(date) },
  { on: { kind: 'dates', months, dates: [1, 15] }, falls: (date) => [1, 15].includes(date.getUTCDate()) },
  {
    on: { kind: 'nth', months, nth: -1, weekdays: [5] },
    falls: (date) => date.getUTCDay() === 5 && date.getUTCDate() > lastDate(date) - 7,
  },
  {
    on: { kind: 'dates', months: [3, 6, 9, 12], dates: [25] },
    falls: (date) => date.getUTCMonth() % 3 === 2 && date.getUTCDate() === 25,
  },
  { on: { kind: 'once', day: '2027-06-10' }, falls: (date) => date.toISOString().startsWith('2027-06-10') },
]
const TIMES = [['07:30'], ['07:00', '16:00'], ['06:30'], ['20:59'], ['22:15'], ['05:00'], ['11:30']]

interface Planned extends Wanted {
  id: number
  times: string[]
  path: string
}

async function furnish(db: Db): Promise<Planned[]> {
  const planned: Planned[] = []
  const unit = (id: string, level: string, path: string) =>
    sql`insert into units (id, level, name, path, aliases) values (${id}, ${level}, ${id}, ${path}, '[]')`.execute(db)
  await unit('tinh', 'tinh', '/tinh/')
  await sql`insert into people (id, name) values ('ha', 'Nguyễn Thị Hà Mẫu')`.execute(db)
  await sql`insert into roles (person_id, role, unit_id) values ('ha', 'district_officer', 'tinh')`.execute(db)
  for (let at = 0; at < COMMUNES; at += 1) {
    const path = `/tinh/x${at}/`
    await unit(`x${at}`, 'xa', path)
    for (let group = 0; group < GROUPS_EACH; group += 1)
      await sql`insert into chats (channel, external_id, kind, title, unit_id)
        values ('console', ${`nhom-${at}-${group}`}, 'group', 'Nhóm mẫu', ${`x${at}`})`.execute(db)
    // A digest by every rule in turn, and an announcement by any.
    for (const [kind, wanted] of [
      ['digest', WANTED[at % WANTED.length]!],
      ['announcement', pick(WANTED)],
    ] as const) {
      const times = pick(TIMES)
      const rule: Rule = { on: wanted.on, times }
      const id = await addSchedule(db, {
        unit_id: `x${at}`,
        kind,
        text: kind === 'digest' ? null : 'Nộp báo cáo',
        chats: null,
        rule: JSON.stringify(rule),
        next_at: nextDelivery(rule, new Date(START), 'Asia/Ho_Chi_Minh')?.toISOString() ?? null,
        created_by: 'ha',
        created_at: new Date(START).toISOString(),
      })
      planned.push({ ...wanted, id, times, path })
    }
  }
  return planned
}

/** All instants at which a schedule falls due, with those of the night put off to the morning; worked out day by day. */
function dueInstants({ falls, times }: Planned): number[] {
  const found = new Set<number>()
  for (let midnight = START - DAY; midnight < END; midnight += DAY) {
    if (!falls(new Date(midnight + AHEAD))) continue
    for (const time of times) {
      const [hour = 0, minute = 0] = time.split(':').map(Number)
      const minutes = hour * 60 + minute
      const morning = 6 * 60 + 30
      const shown = minutes < morning ? morning : minutes >= 21 * 60 ? 24 * 60 + morning : minutes
      if (midnight + shown * MINUTE > START) found.add(midnight + shown * MINUTE)
    }
  }
  return [...found].filter((at) => at < END).sort((a, b) => a - b)
}

/** What has to become of each due time by the rule: sent once, or skipped. */
function expected(instants: readonly number[], pauses: readonly Outage[]): Map<number, 'sent' | 'skipped'> {
  return new Map(
    instants.map((at, index) => {
      const following = instants[index + 1]
      const overtaken = following !== undefined && following <= seenAt(at, pauses)
      return [at, overtaken || seenAt(at, pauses) - at >= 12 * HOUR ? 'skipped' : 'sent']
    }),
  )
}

describe(`a year of ${COMMUNES} communes and ${COMMUNES * GROUPS_EACH} groups, with outages`, () => {
  it(
    'each due message went out once to each group, or was skipped by the rule; none twice',
    async () => {
      const store = await createSqlite().open()
      const { db } = store
      // Nothing here is about a power cut, and waiting for the disk ten thousand times takes its time.
      await sql`pragma synchronous = off`.execute(db)
      const channel = createConsoleChannel(true, () => {})
      const [say, catalogs] = [loadWording('vi'), loadCatalogs()]
      const poster = createCourier(new Map([[channel.name, channel.limits]]), say)
      const planned = await furnish(db)
      const pauses = outages(random)
      const tell = async () => {}
      await playYear(
        store,
        [scheduleRuns({ say, catalogs, poster, tell, log: silentLog }), overdueLists({ say, catalogs, poster })],
        pauses,
      )

      const runs = Map.groupBy(await db.selectFrom('schedule_runs').selectAll().execute(), (run) => run.schedule_id)
      const outbox = await db
        .selectFrom('outbox')
        .select(['key', 'chat_id', 'due_at'])
        .where('key', 'like', 'notice:%')
        .execute()
      const posted = Map.groupBy(outbox, ({ key }) => Number(key.split(':')[1]))
      const counts = { sent: 0, skipped: 0, late: 0, messages: outbox.length }
      for (const schedule of planned) {
        const own = runs.get(schedule.id) ?? []
        const came = new Map(own.map((run) => [Date.parse(run.due_at), run]))
        const said = new Map([...came].map(([at, { outcome }]) => [new Date(at).toISOString(), outcome]))
        const wanted = expected(dueInstants(schedule), pauses)
        const asked = new Map([...wanted].map(([at, outcome]) => [new Date(at).toISOString(), outcome]))
        expect(said, JSON.stringify(schedule)).toEqual(asked)
        for (const [at, { outcome, notice_id, ran_at }] of came) {
          counts[outcome] += 1
          if (outcome === 'sent' && Date.parse(ran_at) > at) counts.late += 1
          const chats = (posted.get(notice_id ?? -1) ?? []).map(({ chat_id }) => chat_id)
          expect(chats.length).toBe(outcome === 'sent' ? GROUPS_EACH : 0)
          expect(new Set(chats).size).toBe(chats.length)
        }
      }
      expect(counts.messages).toBe(counts.sent * GROUPS_EACH)
      // The year held all that is to be shown.
      expect(counts.sent).toBeGreaterThan(COMMUNES * 40)
      expect(counts.skipped).toBeGreaterThan(COMMUNES)
      expect(counts.late).toBeGreaterThan(COMMUNES / 4)
      // No message leaves in the night.
      const night = outbox.filter(({ due_at }) => {
        const time = new Date(Date.parse(due_at) + AHEAD).toISOString().slice(11, 16)
        return time >= '21:00' || time < '06:30'
      })
      expect(night).toEqual([])
      if (FULL) process.stdout.write(`${JSON.stringify({ ...counts, outages: pauses.length })}\n`)
    },
    FULL ? 900_000 : 60_000,
  )
})
