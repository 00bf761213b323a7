/** The words of a workbook: a row a line with its cells parted by `|`. */
import { readXlsx, type CellValue } from 'hucre/xlsx'

/** What a report's sheet can hold. A cell further off says that a million rows stand before it, each of which takes room. */
const RANGE = 'A1:AZ10000'

/** Undefined where the archive is no workbook. The caller has seen to it that it does not unfold to gigabytes. */
export async function xlsxText(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const { sheets } = await readXlsx(bytes, { range: RANGE })
    return sheets
      .map(({ rows }) =>
        rows
          .map(lineOf)
          .filter((line) => line !== '')
          .join('\n'),
      )
      .join('\n\n')
  } catch {
    return undefined
  }
}

function lineOf(row: CellValue[]): string {
  const cells = row.map(shown)
  while (cells.at(-1) === '') cells.pop()
  // A heading over the whole width is a line of its own.
  const written = cells.filter((cell) => cell !== '')
  return written.length === 1 ? (written[0] ?? '') : cells.join(' | ')
}

function shown(cell: CellValue): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    const [year, month, day] = cell.toISOString().slice(0, 10).split('-')
    return `${day}/${month}/${year}`
  }
  return String(cell).replace(/\s+/g, ' ').trim()
}
