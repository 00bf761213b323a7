import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createSqlite, onEachDatabase } from '../store/databases.ts'

const ROOT = join(import.meta.dirname, '../..')
const SAMPLE = join(ROOT, 'samples/trung-luong')

/** Runs the operator's tool as its own process, in a folder without a `.env`. */
function ntm(args: string[], env: Record<string, string> = {}): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/operator/ntm.ts'), ...args], {
    encoding: 'utf8',
    cwd: temporaryFolder(),
    env: { PATH: process.env.PATH, ...env },
  })
  return { status, out: stdout.trim(), err: stderr.trim() }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-operator-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

onEachDatabase((createDatabase) => {
  test('import says what became of each table', async () => {
    const { url } = await createDatabase()
    expect(ntm(['import', SAMPLE, '--db', url])).toMatchObject({ status: 0, err: '' })
    const again = ntm(['import', SAMPLE], { DATABASE_URL: url })
    expect(again).toMatchObject({ status: 0, err: '' })
    expect(again.out.split('\n')).toEqual([
      'units: 0 mới, 0 thay đổi, 5 giữ nguyên',
      'people: 0 mới, 0 thay đổi, 5 giữ nguyên',
      'statuses: 0 mới, 0 thay đổi, 14 giữ nguyên',
      'summaries: 0 mới, 0 thay đổi, 2 giữ nguyên',
      'groups: 0 mới, 0 thay đổi, 1 giữ nguyên',
    ])
  })
})

describe('import', () => {
  test('names each bad row by file, row and column, and loads nothing', async () => {
    const folder = temporaryFolder()
    for (const file of readdirSync(SAMPLE)) copyFileSync(join(SAMPLE, file), join(folder, file))
    const statuses = join(folder, 'statuses.csv')
    writeFileSync(
      statuses,
      readFileSync(statuses, 'utf8').replace(',17.9,', ',17.99,').replace(',2.1,unmet', ',2.1,Chưa đạt'),
    )
    const database = createSqlite()
    expect(ntm(['import', folder, '--db', database.url])).toEqual({
      status: 1,
      out: '',
      err: [
        'statuses.csv, dòng 2, cột status: không dùng được “Chưa đạt”; chỉ dùng một trong: met, unmet, not_applicable',
        'statuses.csv, dòng 15, cột indicator: không có chỉ tiêu “17.99” trong bộ ntm-nang-cao-2021-2025',
        'Không nạp gì: có 2 lỗi.',
      ].join('\n'),
    })
    const { db } = await database.open()
    expect(await db.selectFrom('units').selectAll().execute()).toEqual([])
  })

  test('says in one line that another process has the database', async () => {
    const database = createSqlite()
    const store = await database.open()
    const refused = ntm(['import', SAMPLE, '--db', database.url])
    expect(refused).toMatchObject({ status: 1, out: '' })
    expect(refused.err).toMatch(/^another process is using [^\n]+$/)
    expect(await store.db.selectFrom('units').selectAll().execute()).toEqual([])
    await store.close()
    expect(ntm(['import', SAMPLE, '--db', database.url]).status).toBe(0)
  })

  test.each([
    ['no folder', ['import']],
    ['two folders', ['import', 'a', 'b']],
    ['an unknown option', ['import', 'a', '--bd', 'x']],
  ])('%s: says how it is used', (_, args) => {
    expect(ntm(args)).toMatchObject({ status: 1, out: '', err: expect.stringMatching(/^Dùng: ntm import [^\n]+$/) })
  })
})

test.each([[[]], [['xoa']], [['catalog']]])('no or a wrong command prints the commands: %j', (args) => {
  const { status, err } = ntm(args)
  expect(status).toBe(1)
  expect(err).toMatch(/^ {2}import .*^ {2}catalog check /ms)
})

describe('catalog check', () => {
  test('a national set is right', () => {
    const path = join(ROOT, 'catalogs/ntm-nang-cao-2021-2025.json')
    expect(ntm(['catalog', 'check', path])).toEqual({ status: 0, out: `${path}: đúng`, err: '' })
  })

  test('a province may extend one', () => {
    const path = join(temporaryFolder(), 'tinh-mau.json')
    const set = {
      id: 'tinh-mau-2021-2025',
      extends: 'ntm-2021-2025',
      name: 'Bộ tiêu chí của tỉnh Mẫu',
      short_name: 'NTM tỉnh Mẫu',
      decision: 'Quyết định mẫu, không có thật',
      annex: 'Phụ lục mẫu',
      issued: '2022-06-30',
      sources: ['https://example.vn/quyet-dinh-mau'],
    }
    writeFileSync(path, JSON.stringify(set))
    expect(ntm(['catalog', 'check', path])).toEqual({ status: 0, out: `${path}: đúng`, err: '' })
  })

  test('what is wrong is named with its file and its path in it', () => {
    const path = join(temporaryFolder(), 'tinh-mau.json')
    const set = JSON.parse(readFileSync(join(ROOT, 'catalogs/ntm-2021-2025.json'), 'utf8')) as object
    writeFileSync(path, JSON.stringify({ ...set, id: 'tinh-mau', criteria: 'không có' }))
    const { status, err } = ntm(['catalog', 'check', path])
    expect(status).toBe(1)
    expect(err).toMatch(/^tinh-mau\.json: criteria/m)
  })

  test('no such file', () => {
    expect(ntm(['catalog', 'check', 'khong-co.json'])).toEqual({
      status: 1,
      out: '',
      err: 'Không có tệp khong-co.json',
    })
  })
})
describe('read', () => {
  test('prints one line of JSON and needs no database', () => {
    const { status, out, err } = ntm(['read', join(ROOT, 'test/reading/article.txt')])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out.split('\n')).toHaveLength(1)
    const { reports } = JSON.parse(out) as { reports: object[] }
    expect(reports).toHaveLength(2)
    expect(Object.keys(reports[1] ?? {})).toEqual([
      'unit',
      'date',
      'set',
      'criteria_met',
      'indicators_met',
      'unmet',
      'unmet_criteria',
      'met_criteria',
      'disagreements',
    ])
    expect(reports[1]).toMatchObject({ unit: 'Xã Trung Lương', disagreements: [{ reported: 60, listed: 61 }] })
  })

  test('a text without a report gives an empty list, what is no text is refused', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.txt'), 'Mời họp lúc 8 giờ.')
    expect(ntm(['read', join(folder, 'a.txt')])).toEqual({ status: 0, out: '{"reports":[]}', err: '' })
    writeFileSync(join(folder, 'b.pdf'), '%PDF-1.7')
    expect(ntm(['read', join(folder, 'b.pdf')])).toMatchObject({ status: 1, out: '' })
  })
})
