import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx, type CellValue } from 'hucre/xlsx'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkWorld, type KnownWorld } from '../../src/world/check-world.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { BadWorld, type Problem } from '../../src/world/problem.ts'
import { readWorld, type RawWorld } from '../../src/world/read-world.ts'
import { HEADERS, UNITS } from './worlds.ts'

const SET = 'ntm-nang-cao-2021-2025'
const EMPTY: KnownWorld = {
  units: new Map(),
  people: new Map(),
  roles: new Map(),
  owners: new Map(),
  erased: new Set(),
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-world-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder()
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content)
  return folder
}

async function workbookWith(sheets: Record<string, CellValue[][]>): Promise<string> {
  const path = join(temporaryFolder(), 'mau.xlsx')
  writeFileSync(path, await writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) }))
  return path
}

const check = (raw: RawWorld) => checkWorld(raw, EMPTY, loadCatalogs().all(), '2026-11-23T01:00:00.000Z')

function statuses(...rows: CellValue[][]): CellValue[][] {
  return [HEADERS.statuses.split(','), ...rows]
}

async function problemsIn(path: string): Promise<readonly Problem[]> {
  const raw = await readWorld(path)
  try {
    check(raw)
    return []
  } catch (error) {
    if (error instanceof BadWorld) return error.problems
    throw error
  }
}

describe('a folder of CSV files', () => {
  const units = UNITS.join('\n')
  const same: [what: string, text: string][] = [
    ['line feeds', units],
    ['carriage returns and line feeds, as Windows writes', `${UNITS.join('\r\n')}\r\n`],
    ['a byte order mark', `\uFEFF${units}`],
    ['decomposed letters, as a Mac writes', units.normalize('NFD')],
    [
      'semicolons, as Excel writes in Vietnam',
      units.replace('Mẫu Cũ; Mẫu Lớn', '"Mẫu Cũ; Mẫu Lớn"').replaceAll(',', ';'),
    ],
    [
      'every cell quoted',
      UNITS.map((line) =>
        line
          .split(',')
          .map((cell) => `"${cell}"`)
          .join(','),
      ).join('\n'),
    ],
    ['blanks around', UNITS.map((line) => line.split(',').join(' , ')).join('\n')],
  ]
  test.each(same)('%s: read alike', async (_, text) => {
    const expected = check(await readWorld(folderWith({ 'units.csv': units })))
    expect(expected.units.map(({ id, name, aliases }) => [id, name, aliases])).toEqual([
      ['tinh-mau', 'Tỉnh Mẫu', '[]'],
      ['xa-mau', 'Xã Mẫu', '["Mẫu Cũ","Mẫu Lớn"]'],
      ['thon-mau', 'Thôn Mẫu', '[]'],
    ])
    expect(check(await readWorld(folderWith({ 'units.csv': text })))).toEqual(expected)
  })

  test('quoted cells hold commas, quotes and line ends, and rows count as a spreadsheet shows them', async () => {
    const folder = folderWith({
      'units.csv': units,
      'groups.csv': `${HEADERS.groups}\na,console,xa-mau,"Nhóm ""A"", một\nhai dòng"\n\nb,console,khong-co,B`,
    })
    expect(await problemsIn(folder)).toMatchObject([{ file: 'groups.csv', row: 4, code: 'unknown_unit' }])
    const right = folderWith({
      'units.csv': units,
      'groups.csv': `${HEADERS.groups}\na,console,xa-mau,"Nhóm ""A"", một\nhai dòng"`,
    })
    expect(check(await readWorld(right)).groups).toMatchObject([{ title: 'Nhóm "A", một\nhai dòng' }])
  })

  const bad: [code: string, files: Record<string, string | Uint8Array>, expected: Partial<Problem>][] = [
    ['missing_table', { 'people.csv': HEADERS.people }, { file: 'units' }],
    ['unknown_table', { 'units.csv': units, 'status.csv': HEADERS.statuses }, { file: 'status.csv' }],
    ['not_utf8', { 'units.csv': Uint8Array.from([...Buffer.from(units), 0xe3, 0x20]) }, { file: 'units.csv' }],
    ['not_utf8', { 'units.csv': Buffer.from(`\uFEFF${units}`, 'utf16le') }, { file: 'units.csv' }],
    ['not_utf8', { 'units.csv': Buffer.from(UNITS[0]!, 'utf16le') }, { file: 'units.csv' }],
    [
      'open_quote',
      {
        'units.csv': units,
        'groups.csv': `${HEADERS.groups}\na,console,xa-mau,A\nb,console,xa-mau,"B\nc,console,xa-mau,C`,
      },
      { file: 'groups.csv', row: 3 },
    ],
    ['missing_column', { 'units.csv': '' }, { file: 'units.csv', row: 1, column: 'id' }],
  ]
  test.each(bad)('%s', async (code, files, expected) => {
    expect((await problemsIn(folderWith(files)))[0]).toMatchObject({ code, ...expected })
  })

  test('what is no CSV is passed over', async () => {
    expect(await problemsIn(folderWith({ 'units.csv': units, 'README.md': '# Mẫu', '.~lock.units.csv': '' }))).toEqual(
      [],
    )
  })
})

describe('neither a folder nor a workbook', () => {
  test.each(['khong-co', 'units.csv'])('%s', async (name) => {
    const folder = folderWith({ 'units.csv': UNITS.join('\n') })
    expect(await problemsIn(join(folder, name))).toMatchObject([{ code: 'no_world' }])
  })
})

describe('a workbook', () => {
  const units: CellValue[][] = UNITS.map((line) => line.split(',').map((cell) => (cell === '' ? null : cell)))
  const day = new Date('2023-04-30')

  test('the same as the CSV files, with numbers and dates as cells', async () => {
    const path = await workbookWith({
      Units: units,
      statuses: statuses(
        ['xa-mau', SET, '17.10', 'met', 86.4, day, 'Báo cáo mẫu'],
        [],
        ['xa-mau', SET, 17.5, 'unmet', null, '2023-04-30', 'Báo cáo mẫu'],
        ['xa-mau', SET, 11, 'met', 3, day, 'Báo cáo mẫu'.normalize('NFD')],
      ),
      'Trang tính trống': [],
    })
    const lines = [
      HEADERS.statuses,
      `xa-mau,${SET},17.10,met,86.4,2023-04-30,Báo cáo mẫu`,
      `xa-mau,${SET},17.5,unmet,,2023-04-30,Báo cáo mẫu`,
      `xa-mau,${SET},11,met,3,2023-04-30,Báo cáo mẫu`,
    ]
    const folder = folderWith({ 'units.csv': UNITS.join('\n'), 'statuses.csv': lines.join('\n') })
    expect(check(await readWorld(path))).toEqual(check(await readWorld(folder)))
  })

  test('a code that the spreadsheet made a number of is refused where it may be another', async () => {
    const path = await workbookWith({
      units,
      statuses: statuses(['xa-mau', SET, 17.1, 'met', null, day, 'A'], ['xa-mau', SET, 17.2, 'met', null, day, 'A']),
      people: [HEADERS.people.split(','), ['p', 'Nguyễn Văn Mẫu', 'viewer', 'xa-mau', null, 1234567890123]],
      assignments: [
        HEADERS.assignments.split(','),
        ['xa-mau', SET, 17.1, 'p', 'Việc mẫu', day],
        ['xa-mau', SET, 17, 'p', 'Việc mẫu', day],
      ],
    })
    expect(await problemsIn(path)).toEqual([
      {
        file: 'mau.xlsx/statuses',
        row: 2,
        column: 'indicator',
        code: 'ambiguous_code',
        args: { value: '17.1', other: '17.10' },
      },
      {
        file: 'mau.xlsx/assignments',
        row: 2,
        column: 'target',
        code: 'ambiguous_code',
        args: { value: '17.1', other: '17.10' },
      },
    ])
  })

  test('rows count as the sheet shows them', async () => {
    const path = await workbookWith({
      units,
      statuses: statuses([], [], ['khong-co', SET, '17.5', 'met', null, day, 'A']),
    })
    expect(await problemsIn(path)).toMatchObject([{ file: 'mau.xlsx/statuses', row: 4, column: 'unit' }])
  })

  test.each(['Số liệu', 'units '])(
    'a second or unknown sheet with something in it is a problem: "%s"',
    async (name) => {
      const path = await workbookWith({ units, [name]: [['x']] })
      expect(await problemsIn(path)).toMatchObject([{ file: `mau.xlsx/${name}`, code: 'unknown_table' }])
    },
  )

  test('a file that is no workbook', async () => {
    const folder = folderWith({ 'mau.xlsx': 'không phải Excel' })
    expect(await problemsIn(join(folder, 'mau.xlsx'))).toMatchObject([{ file: 'mau.xlsx', code: 'not_a_workbook' }])
  })
})
