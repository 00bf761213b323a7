import { readXlsx, type CellValue } from 'hucre/xlsx'
import { composed } from '../messages/seen.ts'
import { isTableName, type Cell, type RawTable } from './tables.ts'
import type { Problem } from './problem.ts'
import { unpackedSize } from './unpacked-size.ts'

/**
 * A province of 130 communes with every indicator on two days takes 8 MB; a country is imported from CSV files. The reader
 * holds some 13 times as much in memory as it unpacks.
 */
export const MOST_UNPACKED_MB = 40

/** The sheets of an `.xlsx` workbook, each a table of its name. An empty sheet of another name is passed over. */
export async function readWorkbook(file: string, bytes: Uint8Array, problems: Problem[]): Promise<RawTable[]> {
  if (unpackedSize(bytes) > MOST_UNPACKED_MB * 1_000_000) {
    problems.push({ file, code: 'workbook_too_large', args: { megabytes: MOST_UNPACKED_MB } })
    return []
  }
  const workbook = await readXlsx(bytes).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    problems.push({ file, code: 'not_a_workbook', args: { reason } })
  })
  const tables: RawTable[] = []
  for (const sheet of workbook?.sheets ?? []) {
    const name = sheet.name.trim().toLowerCase()
    const place = `${file}/${sheet.name}`
    if (isTableName(name) && !tables.some((table) => table.name === name))
      tables.push({ name, file: place, rows: sheet.rows.map(cellsOf) })
    else if (sheet.rows.flat().some((cell) => cell !== null && cell !== ''))
      problems.push({ file: place, code: 'unknown_table', args: {} })
  }
  return tables
}

function cellsOf(row: CellValue[]): Cell[] {
  return row.map((cell) => {
    if (cell === null) return ''
    if (typeof cell === 'number') return cell
    // A date cell has no time zone: what the sheet shows stands in the fields of UTC.
    if (cell instanceof Date) return cell.toISOString().replace('T00:00:00.000Z', '')
    return composed(String(cell))
  })
}
