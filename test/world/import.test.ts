import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Db } from '../../src/store/schema.ts'
import { migrateChat } from '../../src/store/chats.ts'
import { linkGroup, unlinkGroup } from '../../src/store/groups.ts'
import { importWorld } from '../../src/world/import-world.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { loadWorld } from '../../src/world/load-world.ts'
import { BadWorld } from '../../src/world/problem.ts'
import type { TableName } from '../../src/world/tables.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'
import { HEADERS, UNITS, worldOf } from './worlds.ts'

const SAMPLE = join(import.meta.dirname, '../../samples/trung-luong')
const SET = 'ntm-nang-cao-2021-2025'
const catalogs = loadCatalogs()

const TABLES = 'units people roles accounts statuses current_statuses summaries standings assignments chats'.split(' ')

/** Every row of every table that an import writes, ids and instants of recording included. */
async function contentOf(db: Db): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {}
  for (const table of TABLES) {
    const { rows } = await sql`select * from ${sql.table(table)}`.execute(db)
    content[table] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return content
}

const START = Date.parse('2026-11-23T01:00:00Z')

/** Imports lines of CSV a second after the import before. */
function importer(db: Db): (tables: Partial<Record<TableName, readonly string[]>>) => Promise<Record<string, string>> {
  let second = 0
  return async (tables) => {
    second += 1
    const report = await importWorld(db, worldOf(tables), catalogs, new Date(START + second * 1000).toISOString())
    const counts = [...report].map(
      ([table, told]) => [table, `${told.added} ${told.changed} ${told.unchanged}`] as const,
    )
    return Object.fromEntries(counts)
  }
}

const people = (...rows: string[]) => [HEADERS.people, ...rows]
const statuses = (...rows: string[]) => [HEADERS.statuses, ...rows.map((row) => `xa-mau,${SET},${row}`)]
const summaries = (...rows: string[]) => [HEADERS.summaries, ...rows.map((row) => `xa-mau,${SET},${row}`)]
const assignments = (...rows: string[]) => [HEADERS.assignments, ...rows.map((row) => `xa-mau,${SET},${row}`)]
const groups = (...rows: string[]) => [HEADERS.groups, ...rows]

function twoTasks(task: string): string[] {
  return assignments(`17,p,${task},2026-12-01`, '17.5,p,Việc khác,2026-12-02')
}

/** The units with an end of the commune and its successor, and two that could be it. */
function withEnd(end: string): string[] {
  const others = ['a', 'b'].map((id) => `${id},xa,Xã ${id},,,,,,,`)
  return [...UNITS.slice(0, 2), `xa-mau,xa,Xã Mẫu,tinh-mau,,,,,${end}`, ...others]
}

function unitsIn(db: Db) {
  return db.selectFrom('units').select(['id', 'name', 'path', 'successor_id']).orderBy('id').execute()
}

async function currentIn(db: Db): Promise<string[]> {
  const current = await db.selectFrom('current_statuses').selectAll().orderBy('indicator').execute()
  return current.map(({ indicator, state, as_of }) => `${indicator} ${state} ${as_of}`)
}

async function countIn(db: Db, table: 'statuses' | 'summaries'): Promise<number> {
  return (await db.selectFrom(table).select('id').execute()).length
}

onEachDatabase((createDatabase) => {
  test('the sample: totals as reported beside what the list adds up to', async () => {
    const { db } = await openNew(createDatabase)
    const report = await loadWorld(db, SAMPLE, catalogs, new Date())
    expect(report.get('statuses')).toEqual({ added: 14, changed: 0, unchanged: 0 })
    const standings = await db.selectFrom('standings').selectAll().orderBy('set_id').execute()
    expect(standings).toMatchObject([
      {
        set_id: 'ntm-2021-2025',
        criteria_met: 0,
        indicators_met: 0,
        indicators_unassessed: 0,
        as_of: null,
        source: null,
        presumed: 0,
        reported_criteria_met: 15,
        reported_indicators_met: 52,
        reported_as_of: '2023-04-30',
      },
      {
        set_id: SET,
        criteria_met: 14,
        criteria_unmet: 5,
        indicators_met: 61,
        indicators_unmet: 14,
        presumed: 1,
        as_of: '2023-04-30',
        reported_criteria_met: 14,
        reported_indicators_met: 60,
        reported_as_of: '2023-04-30',
      },
    ])
    expect(standings[1]?.reported_source).toMatch(/Trung Lương/)
    const ended = await db
      .selectFrom('units')
      .select(['id', 'ended_on', 'successor_id'])
      .where('id', '=', 'trung-luong')
      .execute()
    expect(ended).toEqual([{ id: 'trung-luong', ended_on: '2025-07-01', successor_id: 'binh-an' }])
  })

  test('the same world again changes nothing at all', async () => {
    const { db } = await openNew(createDatabase)
    await loadWorld(db, SAMPLE, catalogs, new Date(START + 1000))
    const before = await contentOf(db)
    const report = await loadWorld(db, SAMPLE, catalogs, new Date(START + 2000))
    for (const told of report.values()) expect(told).toMatchObject({ added: 0, changed: 0 })
    expect(await contentOf(db)).toEqual(before)
  })

  test('one bad row, and nothing is loaded', async () => {
    const { db } = await openNew(createDatabase)
    const load = importer(db)
    await load({ people: people('p,Nguyễn Văn Mẫu,viewer,xa-mau,,,,p'), statuses: statuses('17.5,met,,2023-04-30,A') })
    const before = await contentOf(db)
    const bad = {
      units: [...UNITS, 'moi,xa,Xã Mới,,,,,,,'],
      people: people('p,Nguyễn Văn Khác,admin,xa-mau,,,,q'),
      statuses: statuses('17.5,unmet,,2023-04-30,A', '17.7,met,,2023-04-30,A', '17.99,met,,2023-04-30,A'),
      groups: groups('nhom,console,xa-mau,Nhóm mẫu'),
    }
    const refused = await load(bad).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(BadWorld)
    expect((refused as BadWorld).problems).toMatchObject([{ file: 'statuses.csv', row: 4, column: 'indicator' }])
    expect(await contentOf(db)).toEqual(before)
  })

  describe('units', () => {
    test('one that moves takes all below it along, whether these are in the file or not', async () => {
      const { db } = await openNew(createDatabase)
      const load = importer(db)
      await load({})
      const moved = [UNITS[0]!, 'tinh-hai,tinh,Tỉnh Hai,,,,,,,', UNITS[2]!.replace('tinh-mau', 'tinh-hai')]
      expect(await load({ units: moved })).toEqual({ units: '1 1 0' })
      expect((await unitsIn(db)).map(({ path }) => path)).toEqual([
        '/tinh-hai/xa-mau/thon-mau/',
        '/tinh-hai/',
        '/tinh-mau/',
        '/tinh-hai/xa-mau/',
      ])
    })

    test('an end and a successor may come later, be changed and be taken back', async () => {
      const { db } = await openNew(createDatabase)
      const load = importer(db)
      await load({})
      const successor = async () => (await unitsIn(db)).find(({ id }) => id === 'xa-mau')?.successor_id
      await load({ units: withEnd('2025-07-01,b') })
      expect(await successor()).toBe('b')
      expect(await load({ units: withEnd('2025-07-01,a') })).toEqual({ units: '0 1 3' })
      expect(await successor()).toBe('a')
      await load({ units: withEnd(',') })
      expect(await successor()).toBeNull()
    })

    test('a changed name updates; a unit that is no longer named stays', async () => {
      const { db } = await openNew(createDatabase)
      const load = importer(db)
      await load({})
      expect(await load({ units: [UNITS[0]!, UNITS[1]!.replace('Tỉnh Mẫu', 'Tỉnh Khác')] })).toEqual({ units: '0 1 0' })
      expect((await unitsIn(db)).map(({ name }) => name)).toEqual(['Thôn Mẫu', 'Tỉnh Khác', 'Xã Mẫu'])
    })
  })

  describe('people', () => {
    const rolesIn = sql<{
      line: string
    }>`select person_id || ' ' || role || ' ' || unit_id as line from roles order by 1`
    const accountsIn = sql<{ line: string }>`
      select channel || ' ' || external_id || ' ' || person_id as line from accounts order by 1`

    const steps: [
      what: string,
      first: string[],
      second: string[],
      counts: string,
      roles: string[],
      accounts: string[],
    ][] = [
      [
        'a changed role takes the place of the one before',
        ['p,Nguyễn Văn Mẫu,viewer,xa-mau,,1,,'],
        ['p,Nguyễn Văn Mẫu,commune_officer,xa-mau,,1,,'],
        '0 1 0',
        ['p commune_officer xa-mau'],
        ['telegram 1 p'],
      ],
      [
        'a role that is no longer named is gone',
        ['p,Nguyễn Văn Mẫu,viewer,xa-mau,,,,', 'p,Nguyễn Văn Mẫu,village_head,thon-mau,,,,'],
        ['p,Nguyễn Văn Mẫu,village_head,thon-mau,,,,'],
        '0 1 0',
        ['p village_head thon-mau'],
        [],
      ],
      [
        'another handle on a channel takes the place of the one before; other channels stay',
        ['p,Nguyễn Văn Mẫu,viewer,xa-mau,,1,2,3'],
        ['p,Nguyễn Văn Mẫu,viewer,xa-mau,,4,,'],
        '0 1 0',
        ['p viewer xa-mau'],
        ['console 3 p', 'telegram 4 p', 'zalo 2 p'],
      ],
      [
        'a title alone is a change',
        ['p,Nguyễn Văn Mẫu,viewer,xa-mau,,,,'],
        ['p,Nguyễn Văn Mẫu,viewer,xa-mau,Trưởng thôn,,,', 'q,Trần Thị Ví Dụ,viewer,xa-mau,,,,'],
        '1 1 0',
        ['p viewer xa-mau', 'q viewer xa-mau'],
        [],
      ],
      [
        'those who are no longer named stay as they are',
        ['p,Nguyễn Văn Mẫu,viewer,xa-mau,,1,,'],
        ['q,Trần Thị Ví Dụ,viewer,xa-mau,,2,,'],
        '1 0 0',
        ['p viewer xa-mau', 'q viewer xa-mau'],
        ['telegram 1 p', 'telegram 2 q'],
      ],
    ]
    test.each(steps)('%s', async (_, first, second, counts, roles, accounts) => {
      const { db } = await openNew(createDatabase)
      const load = importer(db)
      await load({ people: people(...first) })
      expect((await load({ people: people(...second) })).people).toBe(counts)
      expect((await rolesIn.execute(db)).rows.map((row) => row.line)).toEqual(roles)
      expect((await accountsIn.execute(db)).rows.map((row) => row.line)).toEqual(accounts)
      const before = await contentOf(db)
      await load({ people: people(...second) })
      expect(await contentOf(db)).toEqual(before)
    })
  })

  describe('history', () => {
    test('a new day is added, an older one does not hide it', async () => {
      const { db } = await openNew(createDatabase)
      const load = importer(db)
      await load({ statuses: statuses('17.5,unmet,,2023-04-30,A') })
      expect((await load({ statuses: statuses('17.5,met,86.4,2024-04-30,A') })).statuses).toBe('1 0 0')
      expect((await load({ statuses: statuses('17.5,unmet,,2022-04-30,A') })).statuses).toBe('1 0 0')
      expect(await currentIn(db)).toEqual(['17.5 met 2024-04-30'])
      expect(await countIn(db, 'statuses')).toBe(3)
    })

    test.each([
      ['state', '17.5,met,80,2023-04-30,A'],
      ['value', '17.5,unmet,80.5,2023-04-30,A'],
      ['value taken away', '17.5,unmet,,2023-04-30,A'],
      ['source', '17.5,unmet,80,2023-04-30,B'],
    ])('another %s on the same day is appended and holds; the first word stays in the history', async (_, row) => {
      const { db } = await openNew(createDatabase)
      const load = importer(db)
      await load({ statuses: statuses('17.5,unmet,80,2023-04-30,A') })
      expect((await load({ statuses: statuses(row, '17.7,met,,2023-04-30,A') })).statuses).toBe('1 1 0')
      expect((await load({ statuses: statuses(row, '17.7,met,,2023-04-30,A') })).statuses).toBe('0 0 2')
      expect(await countIn(db, 'statuses')).toBe(3)
      const newest = await db.selectFrom('current_statuses').selectAll().where('indicator', '=', '17.5').execute()
      const [, state, value, , source] = row.split(',')
      expect(newest).toMatchObject([{ state, value: value === '' ? null : Number(value), source }])
      expect((await load({ statuses: statuses('17.5,unmet,80,2023-04-30,A') })).statuses).toBe('0 1 0')
    })

    test('summaries are appended alike, and the newest day stands', async () => {
      const { db } = await openNew(createDatabase)
      const load = importer(db)
      await load({ summaries: summaries('2023-04-30,14,60,A') })
      expect((await load({ summaries: summaries('2023-04-30,14,61,A', '2022-04-30,10,,A') })).summaries).toBe('1 1 0')
      expect((await load({ summaries: summaries('2023-04-30,14,61,A', '2022-04-30,10,,A') })).summaries).toBe('0 0 2')
      expect(await countIn(db, 'summaries')).toBe(3)
      expect(await db.selectFrom('standings').selectAll().execute()).toMatchObject([
        { reported_criteria_met: 14, reported_indicators_met: 61, reported_as_of: '2023-04-30' },
      ])
    })
  })

  test('work and groups: the same key updates', async () => {
    const { db } = await openNew(createDatabase)
    const load = importer(db)
    const p = people('p,Nguyễn Văn Mẫu,viewer,xa-mau,,,,')
    await load({
      people: p,
      assignments: twoTasks('Việc'),
      groups: groups('nhom,console,xa-mau,Nhóm', 'n2,zalo,xa-mau,'),
    })
    const report = await load({
      people: p,
      assignments: twoTasks('Việc mới'),
      groups: groups('nhom,console,thon-mau,', 'n2,zalo,xa-mau,'),
    })
    expect(report).toMatchObject({ people: '0 0 1', assignments: '0 1 1', groups: '0 1 1' })
    expect(await db.selectFrom('assignments').select(['target', 'task', 'due']).orderBy('target').execute()).toEqual([
      { target: '17', task: 'Việc mới', due: '2026-12-01' },
      { target: '17.5', task: 'Việc khác', due: '2026-12-02' },
    ])
    expect(await db.selectFrom('chats').selectAll().orderBy('external_id').execute()).toMatchObject([
      { channel: 'zalo', external_id: 'n2', kind: 'group', title: null, unit_id: 'xa-mau' },
      { channel: 'console', external_id: 'nhom', kind: 'group', title: 'Nhóm', unit_id: 'thon-mau' },
    ])
  })

  describe('groups that were linked in chat meanwhile', () => {
    const followed = (...rows: string[]) => ['chat,channel,unit,name,follows', ...rows]
    const stateOf = async (db: Db) =>
      db
        .selectFrom('chats')
        .select(['external_id', 'unit_id', 'title', 'follows_digest', 'follows_announcements', 'linked_by'])
        .orderBy('external_id')
        .execute()

    test('the same row again undoes nothing; another row holds', async () => {
      const { db } = await openNew(createDatabase)
      const load = importer(db)
      expect((await load({ groups: groups('nhom,console,xa-mau,Nhóm') })).groups).toBe('1 0 0')
      const link = { unitId: 'thon-mau', title: 'Nhóm thôn', follows: ['announcements'], by: 'p' } as const
      await linkGroup(db, ['console', 'nhom'], link, new Date(START))
      const inChat = [
        {
          external_id: 'nhom',
          unit_id: 'thon-mau',
          title: 'Nhóm thôn',
          follows_digest: 0,
          follows_announcements: 1,
          linked_by: 'p',
        },
      ]
      expect((await load({ groups: groups('nhom,console,xa-mau,Nhóm') })).groups).toBe('0 0 1')
      expect(await stateOf(db)).toEqual(inChat)
      await unlinkGroup(db, ['console', 'nhom'])
      expect((await load({ groups: groups('nhom,console,xa-mau,Nhóm') })).groups).toBe('0 0 1')
      expect(await stateOf(db)).toMatchObject([{ unit_id: null }])
      expect((await load({ groups: followed('nhom,console,xa-mau,Nhóm xã,digest') })).groups).toBe('0 1 0')
      expect(await stateOf(db)).toEqual([
        {
          external_id: 'nhom',
          unit_id: 'xa-mau',
          title: 'Nhóm xã',
          follows_digest: 1,
          follows_announcements: 0,
          linked_by: null,
        },
      ])
    })

    test('one that became a supergroup is known by the id that it had', async () => {
      const { db } = await openNew(createDatabase)
      const load = importer(db)
      await load({ groups: groups('-1,telegram,xa-mau,Nhóm') })
      await migrateChat(db, 'telegram', '-1', '-1001')
      expect((await load({ groups: groups('-1,telegram,xa-mau,Nhóm') })).groups).toBe('0 0 1')
      expect((await load({ groups: groups('-1,telegram,thon-mau,Nhóm') })).groups).toBe('0 1 0')
      expect(await stateOf(db)).toMatchObject([{ external_id: '-1001', unit_id: 'thon-mau' }])
    })
  })
})
