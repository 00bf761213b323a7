import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createCourier } from '../../src/assistant/courier.ts'
import { runDue } from '../../src/assistant/due.ts'
import type { Days } from '../../src/calendar/recurrence.ts'
import { instantAt } from '../../src/calendar/zone.ts'
import { createConsoleChannel } from '../../src/channels/console/channel.ts'
import type { Log } from '../../src/messages/log.ts'
import { overdueLists } from '../../src/notices/overdue-lists.ts'
import { scheduleRuns } from '../../src/notices/run-schedules.ts'
import { addSchedule, findSchedule } from '../../src/store/schedules.ts'
import type { Db } from '../../src/store/schema.ts'
import type { Store } from '../../src/store/store.ts'
import { decideForUnit } from '../../src/store/unit-settings.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'

const say = loadWording('vi')
const catalogs = loadCatalogs()
const HOUR = 3600_000

/** Commune `x` with village `a`, an officer, and a group of each. */
async function furnish(db: Db): Promise<void> {
  const unit = (id: string, level: string, path: string) =>
    sql`insert into units (id, level, name, path, aliases) values (${id}, ${level}, ${id}, ${path}, '[]')`.execute(db)
  await unit('x', 'xa', '/x/')
  await unit('a', 'thon', '/x/a/')
  await sql`insert into people (id, name) values ('ha', 'Nguyễn Thị Hà Mẫu'), ('tu', 'Đỗ Văn Tư Mẫu')`.execute(db)
  await sql`insert into roles (person_id, role, unit_id) values ('ha', 'commune_officer', 'x'), ('tu', 'commune_officer', 'x')`.execute(
    db,
  )
  await group(db, 'nhom-x', 'x')
  await group(db, 'nhom-a', 'a')
}

async function group(db: Db, chat: string, unit: string): Promise<void> {
  await sql`insert into chats (channel, external_id, kind, title, unit_id)
    values ('console', ${chat}, 'group', ${chat}, ${unit})`.execute(db)
}

const daily: Days = { kind: 'daily', every: 1, from: '2026-11-23' }

interface Set {
  chats?: 'own' | null
  on?: Days
  times?: string[]
  next: Date
  kind?: 'digest' | 'announcement' | 'overdue'
  text?: string
}

function setSchedule(
  db: Db,
  { on = daily, times = ['07:30'], next, kind = 'announcement', text, chats = null }: Set,
): Promise<number> {
  return addSchedule(db, {
    unit_id: 'x',
    kind,
    text: text ?? (kind === 'announcement' ? 'Nộp báo cáo tháng' : null),
    chats,
    rule: JSON.stringify({ on, times }),
    next_at: next.toISOString(),
    created_by: 'ha',
    created_at: new Date(next.getTime() - 24 * HOUR).toISOString(),
  })
}

/** The house's part that runs schedules, what it logged, and whom it told what in private. */
function running(store: Store) {
  const warned: object[] = []
  const told: { personId: string; key: string; text: string }[] = []
  const log: Log = { info() {}, warn: (fields) => warned.push(fields), error: (fields) => warned.push(fields) }
  const channel = createConsoleChannel(true, () => {})
  const poster = createCourier(new Map([[channel.name, channel.limits]]), say)
  const task = scheduleRuns({
    say,
    catalogs,
    log,
    poster,
    async tell(_, personId, key, { text }) {
      if (!told.some((each) => each.key === key)) told.push({ personId, key, text })
    },
  })
  const tasks = [task, overdueLists({ say, catalogs, poster })]
  return { warned, told, run: (now: Date) => runDue(store, tasks, now, log) }
}

async function sent(db: Db): Promise<{ chat: string; dueAt: string; text: string }[]> {
  const rows = await db.selectFrom('outbox').selectAll().where('key', 'like', 'notice:%').orderBy('id').execute()
  return rows.map(({ chat_id, due_at, message }) => ({
    chat: chat_id,
    dueAt: due_at,
    text: (JSON.parse(message) as { text: string }).text,
  }))
}

function runsOf(db: Db, id: number) {
  return db
    .selectFrom('schedule_runs')
    .select(['due_at', 'outcome', 'notice_id'])
    .where('schedule_id', '=', id)
    .orderBy('due_at')
    .execute()
}

const at = (day: string, time: string) => instantAt(day, time)
const MONDAY = at('2026-11-23', '07:30')

onEachDatabase((createDatabase) => {
  async function start() {
    const store = await openNew(createDatabase)
    await furnish(store.db)
    return { store, db: store.db, ...running(store) }
  }

  describe('a schedule that is due', () => {
    it('is sent to each group once, however often it is looked at, and is due again', async () => {
      const { db, run } = await start()
      const id = await setSchedule(db, { next: MONDAY })
      await run(new Date(MONDAY.getTime() - 1000))
      expect(await sent(db)).toEqual([])
      await run(MONDAY)
      await run(MONDAY)
      await run(new Date(MONDAY.getTime() + 60_000))
      expect((await sent(db)).map(({ chat }) => chat)).toEqual(['nhom-x', 'nhom-a'])
      expect(await runsOf(db, id)).toEqual([
        { due_at: MONDAY.toISOString(), outcome: 'sent', notice_id: expect.any(Number) },
      ])
      expect((await findSchedule(db, id))?.next_at).toBe(at('2026-11-24', '07:30').toISOString())
    })

    it('says what was written, word for word, and whose it is', async () => {
      const { db, run } = await start()
      await setSchedule(db, { next: MONDAY, text: 'Họp [b]lúc 8h[/b] & mang “sổ”' })
      await run(MONDAY)
      expect((await sent(db))[0]?.text).toBe('Thông báo của xã x\nHọp [b]lúc 8h[/b] & mang “sổ”')
    })

    it('once only ends by itself', async () => {
      const { db, run } = await start()
      const id = await setSchedule(db, { on: { kind: 'once', day: '2026-11-23' }, next: MONDAY })
      await run(MONDAY)
      expect(await findSchedule(db, id)).toMatchObject({ next_at: null, ended_at: MONDAY.toISOString() })
      await run(new Date(MONDAY.getTime() + 48 * HOUR))
      expect(await sent(db)).toHaveLength(2)
    })

    it('keeps the others going where one cannot be run', async () => {
      const { db, run, warned } = await start()
      const failing = await setSchedule(db, { next: MONDAY })
      await sql`update schedules set kind = 'met' where id = ${failing}`.execute(db)
      const good = await setSchedule(db, { next: MONDAY })
      await run(MONDAY)
      expect(await sent(db)).toHaveLength(2)
      expect(await runsOf(db, good)).toHaveLength(1)
      expect(await runsOf(db, failing)).toEqual([])
      expect(warned).toMatchObject([{ schedule: failing }])
    })

    it.each(['{"on":1}', 'not JSON', '{"on":{"kind":"daily","every":0,"from":"2026-11-23"},"times":["07:30"]}'])(
      'whose rule is broken, %s, is set aside, and who can mend it is told once',
      async (rule) => {
        const { db, run, warned, told } = await start()
        const broken = await setSchedule(db, { next: MONDAY })
        await sql`update schedules set rule = ${rule} where id = ${broken}`.execute(db)
        await setSchedule(db, { next: MONDAY, kind: 'digest' })
        for (const hours of [0, 1, 24]) await run(new Date(MONDAY.getTime() + hours * HOUR))
        expect(await sent(db)).toHaveLength(4)
        expect(await runsOf(db, broken)).toMatchObject([{ due_at: MONDAY.toISOString(), outcome: 'skipped' }])
        expect(await findSchedule(db, broken)).toMatchObject({ next_at: null, ended_at: null })
        expect(told.map(({ personId }) => personId).sort()).toEqual(['ha', 'tu'])
        expect(told[0]?.text).toContain('giờ gửi đã lưu bị hỏng')
        expect(warned).toHaveLength(1)
      },
    )
  })

  describe('after a time in which the program did not run', () => {
    it.each([
      [0, 'sent'],
      [11.99, 'sent'],
      [12, 'skipped'],
      [23, 'skipped'],
    ])('%d hours late: %s', async (hours, outcome) => {
      const { db, run, warned } = await start()
      const id = await setSchedule(db, { next: MONDAY })
      await run(new Date(MONDAY.getTime() + hours * HOUR))
      expect((await runsOf(db, id)).map((each) => each.outcome)).toEqual([outcome])
      expect(await sent(db)).toHaveLength(outcome === 'sent' ? 2 : 0)
      expect(warned).toHaveLength(outcome === 'sent' ? 0 : 1)
    })

    it('only the newest of several times counts; each has its row', async () => {
      const { db, run, warned } = await start()
      const id = await setSchedule(db, { next: MONDAY, times: ['07:30', '16:00'] })
      await run(at('2026-11-25', '18:00'))
      const outcomes = (await runsOf(db, id)).map(({ due_at, outcome }) => `${due_at.slice(8, 16)} ${outcome}`)
      expect(outcomes).toEqual([
        '23T00:30 skipped',
        '23T09:00 skipped',
        '24T00:30 skipped',
        '24T09:00 skipped',
        '25T00:30 skipped',
        '25T09:00 sent',
      ])
      expect(await sent(db)).toHaveLength(2)
      expect(warned).toMatchObject([{ schedule: id, missed: 5 }])
      expect((await findSchedule(db, id))?.next_at).toBe(at('2026-11-26', '07:30').toISOString())
    })

    it('a start in the night sends what is late in the morning', async () => {
      const { db, run } = await start()
      await setSchedule(db, { next: at('2026-11-23', '17:00'), times: ['17:00'] })
      await run(at('2026-11-23', '23:10'))
      expect((await sent(db)).map(({ dueAt }) => dueAt)).toEqual([
        at('2026-11-24', '06:30').toISOString(),
        at('2026-11-24', '06:30').toISOString(),
      ])
    })
  })

  describe('a clock that jumps', () => {
    it('back sends nothing a second time', async () => {
      const { db, run } = await start()
      const id = await setSchedule(db, { next: MONDAY })
      await run(MONDAY)
      for (const hours of [-48, -1, 0, 1, 23]) await run(new Date(MONDAY.getTime() + hours * HOUR))
      expect(await runsOf(db, id)).toHaveLength(1)
      await run(new Date(MONDAY.getTime() + 24 * HOUR))
      expect((await runsOf(db, id)).map(({ outcome }) => outcome)).toEqual(['sent', 'sent'])
    })

    it('ahead and back again sends no due time twice', async () => {
      const { db, run } = await start()
      const id = await setSchedule(db, { next: MONDAY })
      await run(new Date(MONDAY.getTime() + 72 * HOUR))
      for (let hours = 1; hours <= 120; hours += 1) await run(new Date(MONDAY.getTime() + hours * HOUR))
      const runs = await runsOf(db, id)
      expect(new Set(runs.map(({ due_at }) => due_at)).size).toBe(runs.length)
      expect(runs.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'skipped', 'sent', 'sent', 'sent'])
      expect(await sent(db)).toHaveLength(6)
    })
  })

  describe('what a schedule stands on may go', () => {
    it('its author loses the right: it ends, and who can set it anew is told once', async () => {
      const { db, run, told } = await start()
      const id = await setSchedule(db, { next: MONDAY })
      await sql`update roles set role = 'viewer' where person_id = 'ha'`.execute(db)
      await run(MONDAY)
      await run(new Date(MONDAY.getTime() + 24 * HOUR))
      expect(await sent(db)).toEqual([])
      expect((await findSchedule(db, id))?.ended_at).toBe(MONDAY.toISOString())
      expect(told.map(({ personId }) => personId)).toEqual(['tu'])
      expect(told[0]?.text).toContain('không còn quyền')
    })

    it('its unit is no more', async () => {
      const { db, run, told } = await start()
      await setSchedule(db, { next: MONDAY })
      await sql`update units set ended_on = '2026-11-01' where id = 'x'`.execute(db)
      await run(MONDAY)
      expect(await sent(db)).toEqual([])
      expect(told.map(({ personId }) => personId).sort()).toEqual(['ha', 'tu'])
    })

    it('no group gets it any more: its author hears of it once, and it goes on when there is one', async () => {
      const { db, run, told } = await start()
      const id = await setSchedule(db, { next: MONDAY })
      await sql`update chats set stopped_reason = 'kicked', stopped_at = '2026-11-20T00:00:00.000Z'`.execute(db)
      for (const days of [0, 1, 2]) await run(new Date(MONDAY.getTime() + days * 24 * HOUR))
      expect(told.map(({ personId }) => personId)).toEqual(['ha'])
      await sql`update chats set stopped_reason = null, stopped_at = null`.execute(db)
      await run(new Date(MONDAY.getTime() + 3 * 24 * HOUR))
      expect((await runsOf(db, id)).map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'skipped', 'sent'])
    })

    it('a group that does not follow announcements gets digests only', async () => {
      const { db, run } = await start()
      await sql`update chats set follows_announcements = 0 where external_id = 'nhom-a'`.execute(db)
      await setSchedule(db, { next: MONDAY })
      await setSchedule(db, { next: MONDAY, kind: 'digest' })
      await run(MONDAY)
      expect((await sent(db)).map(({ chat }) => chat)).toEqual(['nhom-x', 'nhom-x', 'nhom-a'])
    })
  })

  describe('what several schedules say at one time', () => {
    const weekly: Days = { kind: 'weekly', every: 1, from: '2026-11-23', weekdays: [1] }

    it('is one message to a group: the same schedule twice', async () => {
      const { db, run } = await start()
      const ids = [
        await setSchedule(db, { kind: 'digest', next: MONDAY }),
        await setSchedule(db, { kind: 'digest', next: MONDAY }),
      ]
      await run(MONDAY)
      await run(new Date(MONDAY.getTime() + HOUR))
      expect((await sent(db)).map(({ chat }) => chat)).toEqual(['nhom-x', 'nhom-a'])
      const [first, second] = await Promise.all(ids.map((id) => runsOf(db, id)))
      expect(second).toEqual(first)
      expect(first).toHaveLength(1)
    })

    it.each([
      ['08:29', 2],
      ['08:30', 4],
    ])('a daily one at 07:30 and a weekly one at %s: %d messages', async (time, messages) => {
      const { db, run } = await start()
      await setSchedule(db, { kind: 'digest', next: MONDAY })
      const next = at('2026-11-23', time)
      const id = await setSchedule(db, { kind: 'digest', on: weekly, times: [time], next })
      await run(MONDAY)
      await run(next)
      expect(await sent(db)).toHaveLength(messages)
      expect(await runsOf(db, id)).toHaveLength(1)
    })

    it('goes to those groups alone that have not got it', async () => {
      const { db, run } = await start()
      await setSchedule(db, { kind: 'digest', next: MONDAY, chats: 'own' })
      await setSchedule(db, { kind: 'digest', next: MONDAY })
      await run(MONDAY)
      expect((await sent(db)).map(({ chat }) => chat)).toEqual(['nhom-x', 'nhom-a'])
    })

    it('late and in time together are one', async () => {
      const { db, run } = await start()
      await setSchedule(db, { kind: 'digest', next: MONDAY })
      await setSchedule(db, { kind: 'digest', times: ['12:00'], next: at('2026-11-23', '12:00') })
      await run(at('2026-11-23', '12:10'))
      expect(await sent(db)).toHaveLength(2)
    })

    it('is two where the announcements are not the same', async () => {
      const { db, run } = await start()
      for (const text of ['Họp giao ban', 'Họp giao ban', 'Nộp báo cáo']) await setSchedule(db, { next: MONDAY, text })
      await run(MONDAY)
      expect(await sent(db)).toHaveLength(4)
    })
  })

  it('a schedule for the unit’s own groups passes those below by', async () => {
    const { db, run } = await start()
    await setSchedule(db, { next: MONDAY, chats: 'own' })
    await run(MONDAY)
    expect((await sent(db)).map(({ chat }) => chat)).toEqual(['nhom-x'])
  })

  it('the unit’s own zone counts', async () => {
    const { db, run } = await start()
    await decideForUnit(db, 'x', { time_zone: 'Asia/Tokyo' })
    const id = await setSchedule(db, { next: instantAt('2026-11-23', '07:30', 'Asia/Tokyo') })
    await run(instantAt('2026-11-23', '07:30', 'Asia/Tokyo'))
    expect((await findSchedule(db, id))?.next_at).toBe(instantAt('2026-11-24', '07:30', 'Asia/Tokyo').toISOString())
  })

  it('of several processes exactly one sends each', async () => {
    const { store, db } = await start()
    const ids: number[] = []
    for (let count = 0; count < 20; count += 1)
      ids.push(await setSchedule(db, { next: MONDAY, text: `Họp lần ${count}` }))
    // On SQLite the second waits for the first; on Postgres each has a connection of its own.
    const processes = [running(store), running(store), running(store)]
    await Promise.all(processes.map(({ run }) => run(MONDAY)))
    await processes[0]?.run(MONDAY)
    expect(await sent(db)).toHaveLength(2 * ids.length)
    for (const id of ids) expect(await runsOf(db, id)).toHaveLength(1)
  })

  describe('the list of what is overdue', () => {
    const MORNING = at('2026-11-30', '07:30')

    async function withOverdue() {
      const parts = await start()
      await sql`insert into assignments (unit_id, set_id, target, person_id, task, due, recorded_at)
        values ('x', 'ntm-nang-cao-2021-2025', '17.5', 'tu', 'Phát thùng rác', '2026-11-20', '2026-11-01T00:00:00.000Z')`.execute(
        parts.db,
      )
      // What is new here is noted first, and told from the next Monday on.
      await parts.run(at('2026-11-24', '09:00'))
      return parts
    }

    it('goes by itself on Monday morning to the groups of the unit, once', async () => {
      const { db, run } = await withOverdue()
      expect(await sent(db)).toEqual([])
      for (const minutes of [0, 1, 600]) await run(new Date(MORNING.getTime() + minutes * 60_000))
      const [only, ...others] = await sent(db)
      expect(others).toEqual([])
      expect(only?.chat).toBe('nhom-x')
      expect(only?.text).toContain('17.5 phân loại rác: Phát thùng rác; hạn 20/11/2026, quá 10 ngày')
      await run(new Date(MORNING.getTime() + 7 * 24 * HOUR))
      expect(await sent(db)).toHaveLength(2)
    })

    it.each([
      ['07:30', null, 'nhom-x,nhom-a'],
      ['08:00', null, 'nhom-x,nhom-a'],
      ['17:00', 'own', 'nhom-x'],
    ] as const)('a group that gets a digest at %s that day has it there', async (time, chats, told) => {
      const { db, run } = await withOverdue()
      const next = at('2026-11-30', time)
      await setSchedule(db, { kind: 'digest', times: [time], next, chats })
      await run(MORNING)
      await run(next)
      const all = await sent(db)
      expect(all.map(({ chat }) => chat).join(',')).toBe(told)
      expect(all.every(({ text }) => text.includes('Tiến độ') && text.includes('quá 10 ngày'))).toBe(true)
    })

    it('a digest on another day, or to other groups, does not stand in its place', async () => {
      const { db, run } = await withOverdue()
      await setSchedule(db, {
        kind: 'digest',
        on: { kind: 'weekly', every: 1, from: '2026-11-24', weekdays: [2] },
        next: at('2026-12-01', '07:30'),
      })
      await sql`update chats set follows_digest = 0 where external_id = 'nhom-x'`.execute(db)
      await setSchedule(db, { kind: 'digest', next: MORNING })
      await run(MORNING)
      expect((await sent(db)).filter(({ text }) => !text.includes('Tiến độ')).map(({ chat }) => chat)).toEqual([
        'nhom-x',
      ])
    })

    it('is not sent half a day late, nor where nothing is overdue, nor where an officer has scheduled it', async () => {
      const late = await withOverdue()
      await late.run(new Date(MORNING.getTime() + 12 * HOUR))
      expect(await sent(late.db)).toEqual([])
      const none = await withOverdue()
      await sql`update assignments set state = 'closed'`.execute(none.db)
      await none.run(MORNING)
      expect(await sent(none.db)).toEqual([])
      const scheduled = await withOverdue()
      await setSchedule(scheduled.db, { kind: 'overdue', next: at('2026-12-01', '07:30') })
      await scheduled.run(MORNING)
      expect(await sent(scheduled.db)).toEqual([])
      await scheduled.run(at('2026-12-01', '07:30'))
      expect((await sent(scheduled.db)).map(({ chat }) => chat)).toEqual(['nhom-x', 'nhom-a'])
    })
  })
})
