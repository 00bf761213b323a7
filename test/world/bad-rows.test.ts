import { describe, expect, test } from 'vitest'
import { problemSentence } from '../../src/operator/problem-sentences.ts'
import type { UnitRecord } from '../../src/store/units-import.ts'
import { checkWorld, type KnownWorld } from '../../src/world/check-world.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { BadWorld, type Problem, type ProblemCode } from '../../src/world/problem.ts'
import type { RawWorld } from '../../src/world/read-world.ts'
import type { TableName } from '../../src/world/tables.ts'
import { HEADERS, UNITS, worldOf } from './worlds.ts'

const sets = loadCatalogs().all()

/** A row of a table that is wrong, and what is said of it. Rows are given without their header. */
type Case = [table: TableName, rows: string[], ...expected: Partial<Problem>[]]

const SET = 'ntm-nang-cao-2021-2025'
const UNIT_REST = ',,,,,,'

/** What of a cell, by kind of problem; the compiler asks for each kind. */
const CASES: Record<Exclude<ProblemCode, FileProblem>, Case[]> = {
  empty: [
    ['units', [`,xa,Xã Mẫu,${UNIT_REST}`], { row: 2, column: 'id' }],
    ['units', [`x,,Xã Mẫu,${UNIT_REST}`], { row: 2, column: 'level' }],
    ['units', [`x,xa, ,${UNIT_REST}`], { row: 2, column: 'name' }],
    ['people', ['p,Nguyễn Văn Mẫu,,,,,,'], { row: 2, column: 'role' }, { row: 2, column: 'unit' }],
    ['statuses', [`xa-mau,${SET},17.5,met,,2023-04-30,`], { row: 2, column: 'source' }],
    ['statuses', [`,,,,,,x`], ...['unit', 'set', 'status', 'as_of'].map((column) => ({ row: 2, column }))],
    ['summaries', [`xa-mau,${SET},,14,60,Báo cáo mẫu`], { row: 2, column: 'as_of' }],
    ['groups', ['nhom,console,,Nhóm mẫu'], { row: 2, column: 'unit' }],
  ],
  bad_id: [
    ['units', [`xa mau,xa,Xã Mẫu,${UNIT_REST}`], { row: 2, column: 'id', args: { value: 'xa mau' } }],
    ['units', [`xa/mau,xa,Xã Mẫu,${UNIT_REST}`], { row: 2, column: 'id' }],
    ['people', [`${'p'.repeat(65)},Nguyễn Văn Mẫu,viewer,xa-mau,,,,`], { row: 2, column: 'id' }],
  ],
  unknown_word: [
    [
      'units',
      [`x,phuong,Phường Mẫu,${UNIT_REST}`],
      { row: 2, column: 'level', args: { value: 'phuong', allowed: 'tinh, huyen, xa, thon' } },
    ],
    ['units', ['x,xa,Xã Mẫu,,,4,,,,'], { row: 2, column: 'commune_group' }],
    ['people', ['p,Nguyễn Văn Mẫu,chairman,xa-mau,,,,'], { row: 2, column: 'role' }],
    ['statuses', [`xa-mau,${SET},17.5,Đạt,,2023-04-30,Báo cáo mẫu`], { row: 2, column: 'status' }],
    ['groups', ['nhom,facebook,xa-mau,Nhóm mẫu'], { row: 2, column: 'channel' }],
  ],
  bad_number: [
    [
      'statuses',
      [`xa-mau,${SET},17.5,met,"86,4",2023-04-30,Báo cáo mẫu`],
      { row: 2, column: 'value', args: { value: '86,4' } },
    ],
    ['statuses', [`xa-mau,${SET},17.5,met,86%,2023-04-30,Báo cáo mẫu`], { row: 2, column: 'value' }],
    ['statuses', [`xa-mau,${SET},17.5,met,1e3,2023-04-30,Báo cáo mẫu`], { row: 2, column: 'value' }],
  ],
  bad_count: [
    ['units', ['x,xa,Xã Mẫu,,,,-1,,,'], { row: 2, column: 'households', args: { value: '-1' } }],
    ['units', ['x,xa,Xã Mẫu,,,,12.5,,,'], { row: 2, column: 'households' }],
    ['summaries', [`xa-mau,${SET},2023-04-30,14/19,60,Báo cáo mẫu`], { row: 2, column: 'criteria_met' }],
  ],
  bad_date: [
    [
      'statuses',
      [`xa-mau,${SET},17.5,met,,30/04/2023,Báo cáo mẫu`],
      { row: 2, column: 'as_of', args: { value: '30/04/2023' } },
    ],
    ['statuses', [`xa-mau,${SET},17.5,met,,2023-02-29,Báo cáo mẫu`], { row: 2, column: 'as_of' }],
    ['summaries', [`xa-mau,${SET},2023-4-30,14,60,Báo cáo mẫu`], { row: 2, column: 'as_of' }],
    ['units', ['x,xa,Xã Mẫu,,,,,,2025-13-01,'], { row: 2, column: 'ended_on' }],
    ['assignments', [`xa-mau,${SET},17.5,p,Việc mẫu,30/11`], { row: 2, column: 'due' }],
  ],
  future_date: [
    [
      'statuses',
      [`xa-mau,${SET},17.5,met,,2062-04-30,Báo cáo mẫu`],
      { row: 2, column: 'as_of', args: { value: '2062-04-30' } },
    ],
    ['statuses', [`xa-mau,${SET},17.5,met,,2026-12-24,A`, `xa-mau,${SET},17.1,met,,2026-12-25,A`], { row: 3 }],
    ['summaries', [`xa-mau,${SET},9999-12-31,14,60,Báo cáo mẫu`], { row: 2, column: 'as_of' }],
  ],
  repeated_row: [
    ['units', [`x,xa,Xã Mẫu,${UNIT_REST}`, `x,xa,Xã Khác,${UNIT_REST}`], { row: 3, column: 'id', args: { first: 2 } }],
    [
      'statuses',
      [`xa-mau,${SET},17.5,met,,2023-04-30,A`, `xa-mau,${SET},17.5,unmet,,2023-04-30,A`],
      { row: 3, args: { first: 2 } },
    ],
    ['summaries', [`xa-mau,${SET},2023-04-30,14,60,A`, `xa-mau,${SET},2023-04-30,15,60,A`], { row: 3 }],
    ['assignments', [`xa-mau,${SET},17,p,Việc,2026-12-01`, `xa-mau,${SET},17,p,Việc,2026-12-02`], { row: 3 }],
    ['groups', ['nhom,console,xa-mau,A', 'nhom,console,xa-mau,B'], { row: 3 }],
  ],
  unknown_region: [
    ['units', ['x,xa,Xã Mẫu,,dong-bang,,,,,'], { row: 2, column: 'region', args: { value: 'dong-bang' } }],
    ['units', ['x,xa,Xã Mẫu,,chung,,,,,'], { row: 2, column: 'region' }],
    ['units', ['x,xa,Xã Mẫu,,nhom-1,,,,,'], { row: 2, column: 'region' }],
  ],
  unknown_unit: [
    ['units', ['x,xa,Xã Mẫu,khong-co,,,,,,'], { row: 2, column: 'parent', args: { value: 'khong-co' } }],
    ['units', ['x,xa,Xã Mẫu,,,,,,2025-07-01,khong-co'], { row: 2, column: 'successor' }],
    ['people', ['p,Nguyễn Văn Mẫu,viewer,khong-co,,,,'], { row: 2, column: 'unit' }],
    ['statuses', [`khong-co,${SET},17.5,met,,2023-04-30,Báo cáo mẫu`], { row: 2, column: 'unit' }],
    ['summaries', [`khong-co,${SET},2023-04-30,14,60,Báo cáo mẫu`], { row: 2, column: 'unit' }],
    ['assignments', [`khong-co,${SET},17,p,Việc,2026-12-01`], { row: 2, column: 'unit' }],
    ['groups', ['nhom,console,khong-co,Nhóm mẫu'], { row: 2, column: 'unit' }],
  ],
  unknown_person: [
    [
      'assignments',
      [`xa-mau,${SET},17,khong-co,Việc,2026-12-01`],
      { row: 2, column: 'person', args: { value: 'khong-co' } },
    ],
  ],
  unknown_set: [
    ['statuses', ['xa-mau,ntm-2099,17.5,met,,2023-04-30,A'], { row: 2, column: 'set', args: { value: 'ntm-2099' } }],
    ['summaries', ['xa-mau,ntm-2099,2023-04-30,14,60,A'], { row: 2, column: 'set' }],
  ],
  set_without_indicators: [
    [
      'statuses',
      ['xa-mau,ntm-2026-2030,1.1,met,,2026-04-30,A'],
      { row: 2, column: 'indicator', args: { set: 'ntm-2026-2030' } },
    ],
  ],
  unknown_indicator: [
    [
      'statuses',
      [`xa-mau,${SET},17.13,met,,2023-04-30,A`],
      { row: 2, column: 'indicator', args: { value: '17.13', set: SET } },
    ],
    ['statuses', [`xa-mau,${SET},17,met,,2023-04-30,A`], { row: 2, column: 'indicator' }],
  ],
  unknown_target: [
    [
      'assignments',
      [`xa-mau,${SET},20,p,Việc,2026-12-01`],
      { row: 2, column: 'target', args: { value: '20', set: SET } },
    ],
  ],
  parent_not_above: [
    [
      'units',
      [`x,xa,Xã Mẫu,y${UNIT_REST}`, `y,thon,Thôn Mẫu,x${UNIT_REST}`],
      { row: 2, column: 'parent', args: { parent: 'y' } },
    ],
    ['units', [`x,xa,Xã Mẫu,x${UNIT_REST}`], { row: 2, column: 'parent' }],
    ['units', [`x,xa,Xã Mẫu,y${UNIT_REST}`, `y,xa,Xã Khác,${UNIT_REST}`], { row: 2, column: 'parent' }],
  ],
  child_not_below: [
    ['units', [`da-co,thon,Nay là thôn,${UNIT_REST}`], { row: 2, column: 'level', args: { child: 'thon-da-co' } }],
  ],
  unit_in_circle: [
    [
      'units',
      ['x,xa,Xã Mẫu,,,,,,2025-07-01,y', 'y,xa,Xã Khác,,,,,,2025-07-01,x'],
      { row: 2, column: 'successor', args: { value: 'x' } },
      { row: 3, column: 'successor', args: { value: 'y' } },
    ],
    ['units', ['x,xa,Xã Mẫu,,,,,,2025-07-01,x'], { row: 2, column: 'successor' }],
  ],
  successor_without_end: [['units', ['x,xa,Xã Mẫu,,,,,,,da-co'], { row: 2, column: 'ended_on' }]],
  above_total: [
    [
      'summaries',
      [`xa-mau,${SET},2023-04-30,20,60,A`],
      { row: 2, column: 'criteria_met', args: { value: 20, total: 19 } },
    ],
    [
      'summaries',
      [`xa-mau,${SET},2023-04-30,14,76,A`],
      { row: 2, column: 'indicators_met', args: { value: 76, total: 75 } },
    ],
    ['summaries', ['xa-mau,ntm-2026-2030,2026-04-30,10,48,A'], { row: 2, column: 'indicators_met' }],
  ],
  no_totals: [['summaries', [`xa-mau,${SET},2023-04-30,,,A`], { row: 2, column: 'criteria_met' }]],
  person_differs: [
    [
      'people',
      ['p,Nguyễn Văn Mẫu,viewer,xa-mau,,,,', 'p,Nguyễn Văn Khác,viewer,tinh-mau,Trưởng thôn,,,'],
      { row: 3, column: 'name', args: { first: 2 } },
      { row: 3, column: 'title', args: { first: 2 } },
    ],
  ],
  handle_taken: [
    [
      'people',
      ['p,Nguyễn Văn Mẫu,viewer,xa-mau,,111,,', 'q,Trần Thị Ví Dụ,viewer,xa-mau,,111,111,'],
      { row: 3, column: 'telegram', args: { value: '111', person: 'p' } },
    ],
    [
      'people',
      ['q,Trần Thị Ví Dụ,viewer,xa-mau,,,,da-co'],
      { row: 2, column: 'console', args: { value: 'da-co', person: 'p-da-co' } },
    ],
  ],
  person_erased: [
    ['people', ['da-xoa,Nguyễn Văn Mẫu,viewer,xa-mau,,,,'], { row: 2, column: 'id', args: { value: 'da-xoa' } }],
  ],
  unknown_column: [['groups', ['!chat,channel,unit,nmae', 'nhom,console,xa-mau,A'], { row: 1, column: 'nmae' }]],
  missing_column: [
    ['groups', ['!chat,unit', 'nhom,xa-mau'], { row: 1, column: 'channel' }],
    ['units', ['!id,name,parent'], { row: 1, column: 'level' }],
    [
      'statuses',
      ['!'],
      ...['unit', 'set', 'indicator', 'status', 'as_of', 'source'].map((column) => ({ row: 1, column })),
    ],
  ],
  repeated_column: [['groups', ['!chat,channel,unit,unit', 'nhom,console,xa-mau,xa-mau'], { row: 1, column: 'unit' }]],
  cell_without_column: [
    ['groups', ['nhom,console,xa-mau,Nhóm mẫu,thừa'], { row: 2, args: { value: 'thừa' } }],
    ['groups', ['!chat,channel,,unit', 'nhom,console,thừa,xa-mau'], { row: 2, args: { value: 'thừa' } }],
  ],
}

/** Those of files and workbooks are tested where these are read. */
type FileProblem =
  | 'no_world'
  | 'missing_table'
  | 'unknown_table'
  | 'not_utf8'
  | 'not_a_workbook'
  | 'workbook_too_large'
  | 'open_quote'
  | 'ambiguous_code'

const NOTHING = {
  region: null,
  commune_group: null,
  households: null,
  aliases: '[]',
  ended_on: null,
  successor_id: null,
}

/** What is in the database already. */
const KNOWN: KnownWorld = {
  units: new Map<string, UnitRecord>([
    ['da-co', { id: 'da-co', level: 'xa', name: 'Xã Đã Có', parent_id: null, ...NOTHING }],
    ['thon-da-co', { id: 'thon-da-co', level: 'thon', name: 'Thôn Đã Có', parent_id: 'da-co', ...NOTHING }],
  ]),
  people: new Map([['p', { id: 'p', name: 'Nguyễn Văn Mẫu', title: null }]]),
  roles: new Map(),
  owners: new Map([['console/da-co', 'p-da-co']]),
  erased: new Set(['da-xoa']),
}

const cases = Object.entries(CASES).flatMap(([code, ofCode]) =>
  ofCode.map(([table, rows, ...expected]) => ({ code: code as ProblemCode, table, rows, expected })),
)

function problemsIn(world: RawWorld): readonly Problem[] {
  try {
    checkWorld(world, KNOWN, sets, '2026-11-23T01:00:00.000Z')
    return []
  } catch (error) {
    if (error instanceof BadWorld) return error.problems
    throw error
  }
}

test.each(cases)('$code in $table.csv: $rows', ({ code, table, rows, expected }) => {
  const lines = rows[0]?.startsWith('!') ? [rows[0].slice(1), ...rows.slice(1)] : [HEADERS[table], ...rows]
  const problems = problemsIn(worldOf({ [table]: lines }))
  expect(problems).toMatchObject(expected.map((problem) => ({ file: `${table}.csv`, code, ...problem })))
})

describe('what is right', () => {
  const right: [what: string, table: TableName, rows: string[]][] = [
    ['columns in another order, and optional ones left out', 'groups', ['!unit,channel,chat', 'xa-mau,zalo,nhom']],
    ['a header in capitals with blanks', 'groups', ['! Chat , CHANNEL,Unit', 'nhom,zalo,xa-mau']],
    ['blank rows between', 'groups', ['a,zalo,xa-mau,A', '', ',,,', 'b,zalo,xa-mau,B']],
    [
      'several roles of one person',
      'people',
      ['q,Trần Thị Ví Dụ,viewer,xa-mau,,1,,', 'q,Trần Thị Ví Dụ,viewer,thon-mau,,1,,'],
    ],
    [
      'one handle on two channels',
      'people',
      ['q,Trần Thị Ví Dụ,viewer,xa-mau,,1,,', 'r,Lê Văn Mẫu,viewer,xa-mau,,,1,'],
    ],
    ['a unit below one that the database has', 'units', [`moi,thon,Thôn Mới,da-co${UNIT_REST}`]],
    ['a figure of a unit that the database has', 'statuses', [`da-co,${SET},11,not_applicable,-0.5,2024-02-29,A`]],
    ['only one of the totals', 'summaries', [`da-co,${SET},2024-02-29,19,,A`]],
    [
      'work on a criterion and on its indicator',
      'assignments',
      [`da-co,${SET},17,p,A,2026-12-01`, `da-co,${SET},17.5,p,A,2026-12-01`],
    ],
  ]
  test.each(right)('%s', (_, table, rows) => {
    const lines = rows[0]?.startsWith('!') ? [rows[0].slice(1), ...rows.slice(1)] : [HEADERS[table], ...rows]
    expect(problemsIn(worldOf({ [table]: lines }))).toEqual([])
  })
})

test('all problems of all files are named, by file and row', () => {
  const problems = problemsIn(
    worldOf({
      units: [...UNITS, 'x,xa,Xã Mẫu,khong-co,,,,,,', 'x,xa,Xã Mẫu,,,,,,,'],
      people: [HEADERS.people, 'p,,viewer,khong-co,,,,'],
      statuses: [HEADERS.statuses, '', `x,${SET},17.5,,,2023-04-30,A`, `xa-mau,${SET},99,met,abc,2023-04-31,A`],
    }),
  )
  expect(problems.map(({ file, row, column }) => `${file} ${row} ${column}`)).toEqual([
    'units.csv 5 parent',
    'units.csv 6 id',
    'people.csv 2 name',
    'people.csv 2 unit',
    'statuses.csv 3 status',
    'statuses.csv 4 indicator',
    'statuses.csv 4 value',
    'statuses.csv 4 as_of',
  ])
})

test('the operator reads where and what', () => {
  const [problem] = problemsIn(worldOf({ statuses: [HEADERS.statuses, `xa-mau,${SET},17.13,met,,2023-04-30,A`] }))
  expect(problemSentence(problem!)).toBe(
    'statuses.csv, dòng 2, cột indicator: không có chỉ tiêu “17.13” trong bộ ntm-nang-cao-2021-2025',
  )
})
