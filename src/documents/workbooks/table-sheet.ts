import type { CellStyle, CellValue, ConditionalRule, DataValidation, WriteSheet } from 'hucre/xlsx'
import { spreadsheetText } from '../spreadsheet-text.ts'
import { rowHeight } from './row-height.ts'

/** What stands in a cell: a text, a number, a day (ISO), or nothing. */
export type Content = { text: string } | { number: number } | { day: string } | undefined

/** A column of a table, and what it says of a row. */
export interface Column<Row> {
  header: string
  /**
   * What is written there, which decides what a spreadsheet makes of an empty cell that is filled in: a `code` stays the text
   * it is (17.10), a `day` becomes a date. `text` by default.
   */
  kind?: 'text' | 'code' | 'number' | 'day'
  /** In characters. */
  width: number
  of(row: Row): Content
  align?: 'left' | 'center' | 'right'
  /** Where people write; it is told by its colour. */
  editable?: boolean
  /** The words to choose from. */
  words?: readonly string[]
  hidden?: boolean
}

export interface TableSheet {
  name: string
  sheet: WriteSheet
  /** The row that the table's header stands in, from 1; it is printed on every page. */
  headerRow: number
}

const FONT = 'Times New Roman'
const LINE = { style: 'thin', color: { rgb: '9AA5B1' } } as const
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE }
const TITLE_SIZE = 14
const HEADER_FILL = 'DCE6F1'
const EDITABLE_FILL = 'FFF2CC'
export const DAY_FORMAT = 'dd/mm/yyyy'
const KIND_FORMATS = { text: 'General', code: '@', number: 'General', day: DAY_FORMAT } as const
/** A4, landscape; margins in inches: 15 mm, and 20 on the left for binding. */
const MARGINS = { top: 0.59, right: 0.59, bottom: 0.59, left: 0.79, header: 0.3, footer: 0.3 }

/**
 * A table on a sheet of its own: lines above it, a frozen header with filters, and set up for print on A4 landscape, as wide
 * as the page. Every text in it is made safe here, so that nothing that people typed can be a formula.
 *
 * @param above the lines above the table, the first of them its title.
 * @param frozen how many columns stay in sight.
 */
export function tableSheet<Row>(
  name: string,
  above: readonly string[],
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  frozen: number,
): TableSheet {
  const headerRow = above.length + 1
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  const body = rows.map((row, at) =>
    columns.map((column, place): CellValue => {
      const content = column.of(row)
      const numFmt = content && 'number' in content ? numberFormat(content.number) : formatOf(column)
      if (numFmt !== formatOf(column))
        cells.set(`${headerRow + at},${place}`, { value: valueOf(content), style: styleOf(column, numFmt) })
      return valueOf(content)
    }),
  )
  above.forEach((line, at) =>
    cells.set(`${at},0`, {
      value: cellText(line),
      style: {
        font: { name: FONT, size: at === 0 ? TITLE_SIZE : 11, bold: at === 0 },
        alignment: { vertical: 'center', wrapText: true },
      },
    }),
  )
  // The rest of a merged line would show the frames of its columns.
  above.forEach((_, at) => {
    for (let place = 1; place < columns.length; place += 1)
      cells.set(`${at},${place}`, { value: null, style: { font: { name: FONT, size: 11 } } })
  })
  columns.forEach(({ header, editable = false }, place) =>
    cells.set(`${above.length},${place}`, { value: header, style: headerStyle(editable) }),
  )
  const last = headerRow + Math.max(rows.length, 1)
  const sheet: WriteSheet = {
    name,
    columns: columns.map((column) => ({
      width: column.width,
      hidden: column.hidden,
      style: styleOf(column, formatOf(column)),
    })),
    rows: [
      ...above.map((line) => [cellText(line), ...columns.slice(1).map(() => null)]),
      columns.map(({ header }) => header),
      ...body,
    ],
    cells,
    // Across the table, so that a long line widens neither a column nor the printed page.
    merges: above.map((_, at) => ({ startRow: at, endRow: at, startCol: 0, endCol: columns.length - 1 })),
    rowDefs: heightsOf(above, columns, rows),
    freezePane: { rows: headerRow, columns: frozen },
    autoFilter: { range: `A${headerRow}:${letter(columns.length - 1)}${last}` },
    dataValidations: columns.flatMap((column, place) => choicesOf(column, place, headerRow + 1, last)),
    conditionalRules: columns.flatMap((column, place) => coloursOf(column, place, headerRow + 1, last)),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&L&A&R&P/&N' },
  }
  return { name, sheet, headerRow }
}

function heightsOf<Row>(
  above: readonly string[],
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): NonNullable<WriteSheet['rowDefs']> {
  const shown = columns.filter(({ hidden }) => !hidden)
  const across = shown.reduce((sum, { width }) => sum + width, 0)
  const lines = above.map((text, at) => {
    const share = at === 0 ? TITLE_SIZE / 11 : 1
    return rowHeight([{ text, width: across / share }]) * share
  })
  const header = rowHeight(shown.map(({ header: text, width }) => ({ text, width: width * 0.85 })))
  const body = rows.map((row) =>
    rowHeight(
      shown.flatMap(({ of, width }) => {
        const content = of(row)
        return content && 'text' in content ? [{ text: content.text, width }] : []
      }),
    ),
  )
  return new Map([...lines, header, ...body].map((height, at) => [at, { height }]))
}

/** A text that is safe, and in which nothing reads like the code of a letter: `_x0041_` is an A to every spreadsheet. */
function cellText(text: string): string {
  return spreadsheetText(text).replace(/_(?=x[\dA-F]{4}_)/gi, '_x005F_')
}

function valueOf(content: Content): CellValue {
  if (content === undefined) return null
  if ('text' in content) return cellText(content.text)
  return 'number' in content ? content.number : new Date(`${content.day}T00:00:00Z`)
}

function formatOf({ kind = 'text' }: Column<never>): string {
  return KIND_FORMATS[kind]
}

/**
 * Excel writes the separators of the reader's own country, in Vietnam `1.250,5`. Decimals only where there are some: else
 * a comma would stand there alone.
 */
function numberFormat(value: number): string {
  const decimals = Math.min(2, (String(value).split('.')[1] ?? '').length)
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

function styleOf({ align = 'left' }: Column<never>, numFmt: string): CellStyle {
  return {
    font: { name: FONT, size: 11 },
    alignment: { horizontal: align, vertical: 'top', wrapText: true },
    border: BORDER,
    numFmt,
  }
}

function headerStyle(editable: boolean): CellStyle {
  return {
    font: { name: FONT, size: 11, bold: true },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    border: BORDER,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: editable ? EDITABLE_FILL : HEADER_FILL } },
  }
}

function choicesOf({ words }: Column<never>, place: number, from: number, to: number): DataValidation[] {
  if (!words) return []
  return [{ type: 'list', values: [...words], allowBlank: true, showErrorMessage: true, range: range(place, from, to) }]
}

/** The first of the words is good news, the second is not. */
function coloursOf({ words = [] }: Column<never>, place: number, from: number, to: number): ConditionalRule[] {
  const fills = ['E2F0D9', 'FBE0DD']
  return words.slice(0, fills.length).map((word, at) => ({
    type: 'cellIs',
    operator: 'equal',
    formula: `"${word}"`,
    priority: at + 1,
    range: range(place, from, to),
    style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: fills[at] } } },
  }))
}

function range(place: number, from: number, to: number): string {
  return `${letter(place)}${from}:${letter(place)}${to}`
}

/** The name of a column, from 0: `A`, `B`, … `AA`. */
function letter(place: number): string {
  const last = String.fromCodePoint(65 + (place % 26))
  return place < 26 ? last : letter(Math.floor(place / 26) - 1) + last
}
