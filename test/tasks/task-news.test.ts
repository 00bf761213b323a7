import { describe, expect, test } from 'vitest'
import { runDue } from '../../src/assistant/due.ts'
import type { Reply } from '../../src/command/command.ts'
import { eventsOf } from '../../src/store/assignment-events.ts'
import { addAssignment, findAssignment, newestFigures } from '../../src/store/assignments.ts'
import { addAccount } from '../../src/store/roster.ts'
import { recordStatuses } from '../../src/store/statuses.ts'
import type { Db } from '../../src/store/schema.ts'
import type { Store } from '../../src/store/store.ts'
import { taskNews } from '../../src/tasks/task-news.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { importWorld } from '../../src/world/import-world.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import type { TableName } from '../../src/world/tables.ts'
import { silentLog } from '../silent-log.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'
import { HEADERS, worldOf } from '../world/worlds.ts'

const SET = 'ntm-nang-cao-2021-2025'
const catalogs = loadCatalogs()
const say = loadWording('vi')

const PEOPLE = [
  HEADERS.people,
  'p,Nguyễn Mẫu Tùng,commune_officer,xa-mau,,7001,,',
  'q,Trần Mẫu Hoa,commune_officer,xa-mau,,7002,,',
  'absent,Hồ Mẫu Định,commune_officer,xa-mau,,,,',
]
const tasks = (...rows: string[]) => [HEADERS.assignments, ...rows.map((row) => `xa-mau,${SET},${row}`)]
const figures = (...rows: string[]) => [HEADERS.statuses, ...rows.map((row) => `xa-mau,${SET},${row}`)]

/** Imports as an office does while the bot is stopped, then the bot's clock comes to an instant. */
function houseOf(store: Store) {
  const told: { person: string; key: string; text: string; at: string }[] = []
  const keys = new Set<string>()
  const news = taskNews({
    say,
    catalogs,
    // As the outbox does: told under one key, it is told once.
    tell: async (_: Db, person: string, key: string, { text }: Reply, now: Date) => {
      if (!keys.has(key)) told.push({ person, key, text, at: now.toISOString() })
      keys.add(key)
    },
  })
  return {
    told,
    load: (tables: Partial<Record<TableName, readonly string[]>>, at: string) =>
      importWorld(store.db, worldOf({ people: PEOPLE, ...tables }), catalogs, new Date(at).toISOString()),
    /** What was told by it. */
    async wake(at: string) {
      told.length = 0
      await runDue(store, [news], new Date(at), silentLog)
      const next = await news.nextAt(store.db)
      if (next && next <= new Date(at)) throw new Error('something that fell due stays due')
      return told.map(({ person, text }) => `${person}: ${text.split('\n')[0]}`)
    },
  }
}

async function standing(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('assignments').selectAll().orderBy('id').execute()
  return rows.map(({ target, person_id, state, due }) => `${target} ${person_id} ${state} ${due}`)
}

onEachDatabase((createDatabase) => {
  describe('tasks of the office’s file', () => {
    test('are told once, several in one message; whoever has no account is told when they come', async () => {
      const store = await openNew(createDatabase)
      const house = houseOf(store)
      const rows = [
        '13.2,p,Việc,2026-12-31',
        '8.5,p,Việc,2026-12-15',
        '17.5,q,Việc,2026-12-15',
        '14.1,absent,Việc,2026-12-15',
      ]
      await house.load({ assignments: tasks(...rows) }, '2026-11-23T08:00:00+07:00')
      expect((await house.wake('2026-11-23T08:01:00+07:00')).sort()).toEqual([
        'p: Anh/chị được giao 2 việc:',
        'q: Anh/chị được giao việc:',
      ])
      expect(await house.wake('2026-11-23T08:02:00+07:00')).toEqual([])
      await addAccount(store.db, 'telegram', '7003', 'absent')
      expect(await house.wake('2026-11-23T08:03:00+07:00')).toEqual(['absent: Anh/chị được giao việc:'])
      const reminders = await store.db.selectFrom('assignments').select(['due', 'remind_at']).orderBy('id').execute()
      expect(reminders.map(({ due, remind_at }) => `${due} ${remind_at}`)).toEqual([
        '2026-12-31 2026-12-24T00:30:00.000Z',
        '2026-12-15 2026-12-08T00:30:00.000Z',
        '2026-12-15 2026-12-08T00:30:00.000Z',
        '2026-12-15 2026-12-08T00:30:00.000Z',
      ])
    })

    test('in the quiet hours it is done at once and said in the morning', async () => {
      const store = await openNew(createDatabase)
      const house = houseOf(store)
      await house.load({ assignments: tasks('13.2,p,Việc,2026-12-31') }, '2026-11-23T22:00:00+07:00')
      await house.wake('2026-11-23T22:01:00+07:00')
      expect(house.told.map(({ at }) => at)).toEqual(['2026-11-23T23:30:00.000Z'])
    })

    test('the same file again changes nothing, wherever the tasks have come to since', async () => {
      const store = await openNew(createDatabase)
      const { db } = store
      const house = houseOf(store)
      const file = tasks('13.2,p,Việc,2026-12-31', '8.5,p,Việc,2026-12-15', '17.5,q,Việc,2026-12-15')
      await house.load({ assignments: file }, '2026-11-23T08:00:00+07:00')
      await house.wake('2026-11-23T08:01:00+07:00')
      await db.updateTable('assignments').set({ state: 'closed' }).where('target', '=', '13.2').execute()
      await db.updateTable('assignments').set({ person_id: 'q' }).where('target', '=', '8.5').execute()
      await db.updateTable('assignments').set({ due: '2027-01-31' }).where('target', '=', '17.5').execute()
      const report = await house.load({ assignments: file }, '2026-11-24T08:00:00+07:00')
      expect(report.get('assignments')).toEqual({ added: 0, changed: 0, unchanged: 3 })
      expect(await house.wake('2026-11-24T08:01:00+07:00')).toEqual([])
      expect(await standing(db)).toEqual([
        '13.2 p closed 2026-12-31',
        '8.5 q open 2026-12-15',
        '17.5 q open 2027-01-31',
      ])
    })

    test('another day or text is a change of the task, or gives it anew where it is over or in other hands', async () => {
      const store = await openNew(createDatabase)
      const { db } = store
      const house = houseOf(store)
      await house.load(
        { assignments: tasks('13.2,p,Việc,2026-12-31', '8.5,p,Việc,2026-12-15', '17.5,q,Việc,2026-12-15') },
        '2026-11-23T08:00:00+07:00',
      )
      await house.wake('2026-11-23T08:01:00+07:00')
      await db.updateTable('assignments').set({ state: 'closed' }).where('target', '=', '13.2').execute()
      await db.updateTable('assignments').set({ person_id: 'q' }).where('target', '=', '8.5').execute()
      const changed = tasks('13.2,p,Việc,2027-01-31', '8.5,p,Việc,2027-01-31', '17.5,q,Việc,2027-01-31')
      const report = await house.load({ assignments: changed }, '2026-11-24T08:00:00+07:00')
      expect(report.get('assignments')).toEqual({ added: 0, changed: 3, unchanged: 0 })
      expect(await standing(db)).toEqual([
        '13.2 p closed 2026-12-31',
        '8.5 q open 2026-12-15',
        '17.5 q open 2027-01-31',
        '13.2 p open 2027-01-31',
        '8.5 p open 2027-01-31',
      ])
      expect((await eventsOf(db, 3)).map(({ action, due }) => `${action} ${due}`)).toEqual([
        'given 2026-12-15',
        'changed 2027-01-31',
      ])
      expect((await house.wake('2026-11-24T08:01:00+07:00')).sort()).toEqual([
        'p: Anh/chị được giao 2 việc:',
        'q: Anh/chị được giao việc:',
      ])
      expect((await house.load({ assignments: changed }, '2026-11-25T08:00:00+07:00')).get('assignments')).toEqual({
        added: 0,
        changed: 0,
        unchanged: 3,
      })
    })

    test('what was given in the chat is not given a second time by the file', async () => {
      const store = await openNew(createDatabase)
      const house = houseOf(store)
      await house.load({}, '2026-11-23T08:00:00+07:00')
      const given = { unit_id: 'xa-mau', set_id: SET, target: '13.2', person_id: 'p', task: 'Việc', due: '2026-12-31' }
      await addAssignment(store.db, { ...given, given_by: 'q' }, new Date('2026-11-23T09:00:00+07:00'))
      await house.load({ assignments: tasks('13.2,p,Việc,2026-12-31') }, '2026-11-24T08:00:00+07:00')
      expect(await standing(store.db)).toEqual(['13.2 p open 2026-12-31'])
    })
  })

  describe('what an import shows to be done', () => {
    const UNMET = figures('13.2,unmet,,2026-06-30,Nguồn giả', '13.5,unmet,,2026-06-30,Nguồn giả')

    test('is closed once, and said to the owner and to the one who gave it', async () => {
      const store = await openNew(createDatabase)
      const { db } = store
      const house = houseOf(store)
      await house.load({ statuses: UNMET }, '2026-11-23T08:00:00+07:00')
      await house.wake('2026-11-23T08:01:00+07:00')
      const now = new Date('2026-11-23T09:00:00+07:00')
      const given = { unit_id: 'xa-mau', set_id: SET, target: '13.2', person_id: 'p', task: 'Việc', due: '2026-12-31' }
      const told_at = now.toISOString()
      const { id } = await addAssignment(db, { ...given, given_by: 'q', told_at, ...(await newestFigures(db)) }, now)
      expect(await house.wake('2026-11-23T09:01:00+07:00')).toEqual([])
      await house.load(
        { statuses: figures('13.2,met,,2026-11-20,Nguồn giả', '13.5,unmet,,2026-06-30,Nguồn giả') },
        '2026-11-24T08:00:00+07:00',
      )
      const said = (person: string, whose: string) =>
        `${person}: Việc số ${id} của ${whose} đã tự kết thúc vì số liệu ghi đã đạt`
      const both = [said('p', 'anh/chị'), said('q', 'Nguyễn Mẫu Tùng')]
      const told = await house.wake('2026-11-24T08:01:00+07:00')
      expect(told.map((line) => line.split(':').slice(0, 2).join(':')).sort()).toEqual(both)
      expect(await findAssignment(db, id)).toMatchObject({ state: 'closed', remind_at: null })
      expect(await house.wake('2026-11-24T08:02:00+07:00')).toEqual([])
      // What falls back stays closed.
      await house.load({ statuses: figures('13.2,unmet,,2026-11-22,Nguồn giả') }, '2026-11-25T08:00:00+07:00')
      expect(await house.wake('2026-11-25T08:01:00+07:00')).toEqual([])
      expect(await findAssignment(db, id)).toMatchObject({ state: 'closed' })
    })

    test('a criterion only with the last of its indicators; one that does not apply counts', async () => {
      const store = await openNew(createDatabase)
      const { db } = store
      const house = houseOf(store)
      const codes = catalogs.criterion(SET, 13)!.indicators.map(({ code }) => code)
      await house.load({ assignments: tasks('13,p,Việc,2026-12-31') }, '2026-11-23T08:00:00+07:00')
      await house.wake('2026-11-23T08:01:00+07:00')
      const record = (rows: [string, 'met' | 'not_applicable'][], at: string) =>
        db.transaction().execute((trx) =>
          recordStatuses(
            trx,
            rows.map(([indicator, state]) => ({
              unit_id: 'xa-mau',
              set_id: SET,
              indicator,
              state,
              value: null,
              as_of: '2026-11-20',
              source: 'Nguồn giả',
            })),
            catalogs,
            new Date(at).toISOString(),
          ),
        )
      await record(
        codes.slice(1).map((code) => [code, 'met']),
        '2026-11-24T08:00:00+07:00',
      )
      expect(await house.wake('2026-11-24T08:01:00+07:00')).toEqual([])
      await record([[codes[0]!, 'not_applicable']], '2026-11-25T08:00:00+07:00')
      expect(await house.wake('2026-11-25T08:01:00+07:00')).toHaveLength(1)
      expect(await standing(db)).toEqual(['13 p closed 2026-12-31'])
    })

    test('a task that the file gives on what is met already is closed without a word', async () => {
      const store = await openNew(createDatabase)
      const house = houseOf(store)
      await house.load(
        { statuses: figures('13.2,met,,2026-06-30,Nguồn giả'), assignments: tasks('13.2,p,Việc,2026-12-31') },
        '2026-11-23T08:00:00+07:00',
      )
      expect(await house.wake('2026-11-23T08:01:00+07:00')).toEqual([])
      expect(await standing(store.db)).toEqual(['13.2 p closed 2026-12-31'])
    })
  })
})
