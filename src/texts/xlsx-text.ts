/** The words of a workbook: a row a line with its cells parted by `|`. */
import { readXlsx, type CellValue } from 'hucre/xlsx'

/** Undefined where the archive is no workbook. The caller has seen to it that it does not unfold to gigabytes. */
export async function xlsxText(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const { sheets } = await readXlsx(bytes)
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
