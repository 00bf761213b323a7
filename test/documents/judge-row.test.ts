import { describe, expect, test } from 'vitest'
import { judgeRow, type KnownStatus, type RowContext } from '../../src/documents/workbooks/judge-row.ts'
import type { FileRow } from '../../src/documents/workbooks/read-unit-workbook.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'

const SET = 'ntm-nang-cao-2021-2025'
const catalogs = loadCatalogs()
const SILENT = ['Đạt (theo báo cáo)', 'Chưa rõ']

/** What stands: 60 %, unmet. */
const OLD: KnownStatus = { id: 7, state: 'unmet', value: 60, as_of: '2026-06-30', source: 'Báo cáo mẫu' }
const NEWER: KnownStatus = { ...OLD, id: 9, value: 70, as_of: '2026-09-30' }

function judged(row: Partial<FileRow>, context: Partial<RowContext> = {}, code = '14.1') {
  const indicator = catalogs.indicator(SET, code)
  if (!indicator) throw new Error(`no indicator ${code}`)
  const asMade = { state: 'Chưa đạt', value: 60, asOf: '2026-06-30', source: 'Báo cáo mẫu', seen: 7 }
  const about = { sheet: 'NTM', row: 14, unitId: 'x', setId: SET, code, codeIsNumber: false }
  return judgeRow(
    { ...about, ...asMade, ...row },
    {
      indicator,
      place: {},
      today: '2026-11-23',
      fileAsSource: 'Tệp mẫu',
      base: OLD,
      current: OLD,
      silentWords: SILENT,
      ...context,
    },
  )
}

const EMPTY = { state: '', value: null, asOf: '', source: '', seen: null }
const NONE = { base: undefined, current: undefined }

describe('a row that nobody changed says nothing', () => {
  const cases: [what: string, row: Partial<FileRow>, context?: Partial<RowContext>][] = [
    ['as it was made', {}],
    ['as it was made, though a newer status stands', {}, { current: NEWER }],
    ['blank, of the template', EMPTY, NONE],
    ['blank, though a status stands', { ...EMPTY, seen: 7 }],
    ['blank, though a status came since', EMPTY, { base: undefined, current: NEWER }],
    ['presumed by a report', { ...EMPTY, state: 'Đạt (theo báo cáo)' }, NONE],
    ['not assessed', { ...EMPTY, state: 'Chưa đánh giá' }, NONE],
    ['written in other letters', { state: '  CHƯA  ĐẠT ' }],
    ['what somebody else recorded just so', { value: 70, asOf: '2026-09-30' }, { current: NEWER }],
    [
      'a source that would be a formula',
      { source: '=A1' },
      { base: { ...OLD, source: '=A1' }, current: { ...OLD, source: '=A1' } },
    ],
  ]
  test.each(cases)('%s', (_, row, context) => {
    expect(judged(row, context)).toEqual({ kind: 'same' })
  })
})

describe('a row that was changed', () => {
  const cases: [what: string, row: Partial<FileRow>, said: object, context?: Partial<RowContext>, code?: string][] = [
    [
      'the confirmed threshold decides where only the figure was changed',
      { value: 97.5 },
      { state: 'met', value: 97.5 },
    ],
    ['a figure is kept to two decimals', { value: 0.612345 * 100 }, { state: 'unmet', value: 61.23 }],
    ['of one day the last word holds', { source: 'Báo cáo sửa' }, { value: 60, source: 'Báo cáo sửa' }],
    [
      'another verdict beside the old day and source is not what that source said',
      { state: 'Đạt', value: null },
      { state: 'met', asOf: '2026-11-23', source: 'Tệp mẫu', bySending: true },
      {},
      '8.5',
    ],
    ['so is another figure', { value: 61 }, { value: 61, asOf: '2026-11-23', source: 'Tệp mẫu', bySending: true }],
    [
      'a source of its own is taken, and a day of its own',
      { value: 61, asOf: '2026-11-20' },
      { value: 61, asOf: '2026-11-20', source: 'Báo cáo mẫu', bySending: false },
    ],
    ['an older day', { asOf: '2025-12-31' }, { asOf: '2025-12-31', state: 'unmet' }],
    ['not applicable', { state: 'Không áp dụng', value: null }, { state: 'not_applicable', value: null }],
    [
      'the first status of an indicator',
      { state: 'đạt', value: null, asOf: '2026-11-01', source: 'Biên bản', seen: null },
      { state: 'met', value: null, asOf: '2026-11-01', source: 'Biên bản' },
      NONE,
      '8.5',
    ],
    [
      'one that was presumed',
      { state: 'Chưa đạt', value: null, asOf: '2026-11-01', source: 'Biên bản', seen: null },
      { state: 'unmet' },
      NONE,
      '8.5',
    ],
    [
      'without a verdict, where the threshold decides',
      { state: 'Đạt (theo báo cáo)', value: 99, asOf: '2026-11-01', source: 'Biên bản', seen: null },
      { state: 'met', value: 99 },
      NONE,
    ],
    ['in a file that does not tell what it was made from', { value: 61, seen: undefined }, { value: 61 }],
  ]
  test.each(cases)('%s', (_, row, said, context, code) => {
    expect(judged(row, context, code)).toMatchObject({ kind: 'said', said })
  })
})

describe('a row that cannot be taken', () => {
  const first = { asOf: '2026-11-01', source: 'Biên bản', seen: null }
  const cases: [why: string, row: Partial<FileRow>, context?: Partial<RowContext>, code?: string][] = [
    ['state-unread', { state: 'Tốt' }],
    ['state-missing', { ...EMPTY, ...first }, NONE],
    ['state-missing', { ...EMPTY, ...first, state: 'Chưa đánh giá' }, NONE],
    ['day-missing', { asOf: '', value: 61 }],
    ['day-unread', { asOf: 'hôm qua', value: 61 }],
    ['day-unread', { asOf: '2026-02-30', value: 61 }],
    ['day-to-come', { asOf: '2026-11-24', value: 61 }],
    ['source-missing', { source: '', value: 61 }],
    ['source-long', { source: 'a'.repeat(301) }],
    ['value-unread', { value: 'nhiều' }],
    ['value-negative', { value: -1 }],
    ['value-over-100', { value: 100.5 }],
    ['value-unwanted', { ...first, state: 'Đạt', value: 5 }, NONE, '8.5'],
    ['contradicts', { state: 'Đạt', value: 61 }],
    ['overtaken', { value: 61 }, { current: NEWER }],
    ['overtaken', { ...first, state: 'Đạt', value: null }, { base: undefined, current: NEWER }],
  ]
  test.each(cases)('%s: %j', (why, row, context, code) => {
    expect(judged(row, context, code)).toMatchObject({ kind: 'problem', problem: { why } })
  })
})
