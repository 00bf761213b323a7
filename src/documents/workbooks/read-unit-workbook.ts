import type { CellValue, Sheet } from 'hucre/xlsx'
import { fold } from '../../language/fold.ts'
import { unpackedSize } from '../../world/unpacked-size.ts'
import type { Say } from '../../wording/say.ts'
import { fromSpreadsheetText } from '../spreadsheet-text.ts'
import { filledHeaders, KEY_COLUMNS, NONE_SEEN } from './columns.ts'

/** A row as it stands in a file, before anything in it was judged. */
export interface FileRow {
  sheet: string
  /** As a spreadsheet shows it. */
  row: number
  unitId: string
  setId: string
  code: string
  /** Whether a spreadsheet made a number of the code, so that 17.1 and 17.10 look alike. */
  codeIsNumber: boolean
  state: string
  value: number | string | null
  /** An ISO day, or what was written instead. */
  asOf: string
  source: string
  /** The status that stood when the file was made; null where there was none, undefined where the file does not tell. */
  seen: number | null | undefined
}

/** What could be read; `why` where nothing could. */
export type ReadWorkbook =
  | { kind: 'rows'; rows: FileRow[] }
  | { kind: 'unreadable'; why: 'damaged' | 'too-large' | 'not-ours' }

/** Some fifty communes on two sets; more is not what one officer fills in. */
const MOST_ROWS = 15_000
/** In bytes: as many rows, with room. The reader holds a dozen times as much in memory. */
const MOST_UNPACKED = 10_000_000
const MOST_COLUMNS = 'Z'
/** The header stands below a few lines; somebody may have put more above it. */
const HEADER_WITHIN = 20

/**
 * Reads the rows that people can fill in, of all sheets that have them. The file comes from outside: what unfolds to too much
 * is not opened.
 */
export async function readUnitWorkbook(bytes: Uint8Array, say: Say): Promise<ReadWorkbook> {
  if (unpackedSize(bytes) > MOST_UNPACKED) return { kind: 'unreadable', why: 'too-large' }
  const { readXlsx } = await import('hucre/xlsx')
  let sheets: Sheet[]
  try {
    sheets = (await readXlsx(bytes, { readStyles: true, range: `A1:${MOST_COLUMNS}${MOST_ROWS}` })).sheets
  } catch {
    return { kind: 'unreadable', why: 'damaged' }
  }
  const tables = sheets.flatMap((sheet) => {
    const header = findHeader(sheet, say)
    return header ? [rowsOf(sheet, header)] : []
  })
  if (tables.length === 0) return { kind: 'unreadable', why: 'not-ours' }
  const rows = tables.flat()
  return rows.length > MOST_ROWS ? { kind: 'unreadable', why: 'too-large' } : { kind: 'rows', rows }
}

type Field = 'code' | 'state' | 'value' | 'asOf' | 'source' | keyof typeof KEY_COLUMNS

interface Header {
  at: number
  places: ReadonlyMap<Field, number>
}

function findHeader({ rows }: Sheet, say: Say): Header | undefined {
  const wanted = Object.entries({ ...filledHeaders(say), ...KEY_COLUMNS }) as [Field, string][]
  for (const [at, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const words = row.map((cell) => (typeof cell === 'string' ? folded(cell) : ''))
    const places = new Map(wanted.map(([field, header]) => [field, words.indexOf(folded(header))]))
    const missing = wanted.filter(([field]) => field !== 'seen' && places.get(field) === -1)
    if (missing.length === 0) return { at, places }
  }
  return undefined
}

function folded(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim()
}

function rowsOf(sheet: Sheet, { at: header, places }: Header): FileRow[] {
  const found: FileRow[] = []
  for (const [at, cells] of sheet.rows.entries()) {
    if (at <= header) continue
    const cell = (field: Field): CellValue => cells[places.get(field) ?? -1] ?? null
    const text = (field: Field) => textOf(cell(field))
    if (text('code') === '' && text('unit') === '') continue
    const valuePlace = places.get('value') ?? -1
    const format = sheet.cells?.get(`${at},${valuePlace}`)?.style?.numFmt
    found.push({
      sheet: sheet.name,
      row: at + 1,
      unitId: text('unit'),
      setId: text('set'),
      code: text('code'),
      codeIsNumber: typeof cell('code') === 'number',
      state: text('state'),
      value: numberOf(cell('value'), format),
      asOf: dayOf(cell('asOf')),
      source: text('source'),
      seen: seenOf(text('seen')),
    })
  }
  return found
}

function textOf(cell: CellValue): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return fromSpreadsheetText(String(cell)).replace(/\r\n?/g, '\n').trim()
}

/**
 * A number as people see it there: `86,4%` that was typed into Excel is the number 0.864 shown as a percentage. Texts are read
 * the Vietnamese way (`1.250,5`); what is no number comes back as it was written.
 */
function numberOf(cell: CellValue, format: string | undefined): number | string | null {
  if (typeof cell === 'number') return isPercentage(format) ? cell * 100 : cell
  const text = textOf(cell)
  if (text === '') return null
  const bare = text.replace(/\s*%$/, '')
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'))
  return /^-?\d{1,15}([.,]\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : text
}

/** A percent sign in quotes or behind a backslash is only a sign. */
function isPercentage(format: string | undefined): boolean {
  return format !== undefined && format.replace(/"[^"]*"|\\./g, '').includes('%')
}

/** Serial numbers of the days from 2000 to 2099, where the cell has lost its format. */
const SERIAL = { first: 36_526, last: 73_050 }
const SERIAL_EPOCH = Date.UTC(1899, 11, 30)

function dayOf(cell: CellValue): string {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= SERIAL.first && cell <= SERIAL.last)
    return new Date(SERIAL_EPOCH + cell * 86_400_000).toISOString().slice(0, 10)
  const text = textOf(cell)
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return year ? `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}` : text
}

/** No status has this id; nor would a database take a number that is larger than an id can be. */
const NO_STATUS = -1
const LARGEST_ID = 2 ** 31 - 1

function seenOf(text: string): number | null | undefined {
  if (text === '') return undefined
  if (text === NONE_SEEN) return null
  return /^\d{1,10}$/.test(text) && Number(text) <= LARGEST_ID ? Number(text) : NO_STATUS
}
