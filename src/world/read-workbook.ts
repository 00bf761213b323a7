import { readXlsx } from 'hucre/xlsx'
import type { CellValue } from 'hucre/xlsx'
import { TABLES, type Cell, type RawTable, type TableName } from './tables.ts'
import type { Problem } from './problem.ts'

/** The sheets of an `.xlsx` workbook, each a table of its name. An empty sheet of another name is passed over. */
export async function readWorkbook(file: string, bytes: Uint8Array, problems: Problem[]): Promise<RawTable[]> {
  const workbook = await readXlsx(bytes).catch((error: unknown) => {
    problems.push({
      file,
      code: 'not_a_workbook',
      args: { reason: error instanceof Error ? error.message : String(error) },
    })
  })
  const tables: RawTable[] = []
  for (const { name: sheet, rows } of workbook?.sheets ?? []) {
    const name = sheet.trim().toLowerCase()
    if (Object.hasOwn(TABLES, name)) tables.push({ name: name as TableName, file: sheet, rows: rows.map(cellsOf) })
    else if (rows.flat().some((cell) => cell !== null && cell !== ''))
      problems.push({ file: sheet, code: 'unknown_table', args: {} })
  }
  return tables
}

function cellsOf(row: CellValue[]): Cell[] {
  return row.map((cell) => {
    if (cell === null) return ''
    // A date cell has no time zone: what the sheet shows is what stands in the UTC fields.
    if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '')
    if (typeof cell === 'number') return cell
    return String(cell).normalize('NFC')
  })
}
