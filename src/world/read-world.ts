import { readFile, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readCsv } from './read-csv.ts'
import { isTableName, type RawTable, type TableName } from './tables.ts'
import type { Problem } from './problem.ts'

/** What a folder or a workbook holds, before its rows are checked. */
export interface RawWorld {
  tables: ReadonlyMap<TableName, RawTable>
  /** What is wrong with the files themselves. */
  problems: readonly Problem[]
}

/**
 * Reads a world: a folder of CSV files, or one `.xlsx` workbook with sheets of the same names. A CSV file or sheet of
 * another name is a problem, because a misspelt name would be left out without a word.
 */
export async function readWorld(path: string): Promise<RawWorld> {
  const problems: Problem[] = []
  const found = await stat(path).catch(() => undefined)
  let tables: RawTable[] = []
  if (found?.isDirectory()) tables = await readFolder(path, problems)
  else if (found && /\.xlsx$/i.test(path)) {
    // Only where it is used: a running bot reads no workbook, and its reader takes memory.
    const { readWorkbook, MOST_UNPACKED_MB } = await import('./read-workbook.ts')
    // Packed it cannot be larger than unpacked, or hardly.
    if (found.size > MOST_UNPACKED_MB * 1_000_000)
      problems.push({ file: basename(path), code: 'workbook_too_large', args: { megabytes: MOST_UNPACKED_MB } })
    else tables = await readWorkbook(basename(path), await readFile(path), problems)
  } else problems.push({ file: path, code: 'no_world', args: {} })
  return { tables: new Map(tables.map((table) => [table.name, table])), problems }
}

async function readFolder(path: string, problems: Problem[]): Promise<RawTable[]> {
  const files = (await readdir(path)).filter((file) => /\.csv$/i.test(file) && !file.startsWith('.')).sort()
  const tables: RawTable[] = []
  for (const file of files) {
    const name = basename(file, '.csv')
    const table = isTableName(name) ? readCsv(name, file, await readFile(join(path, file)), problems) : undefined
    if (table) tables.push(table)
    else if (!isTableName(name)) problems.push({ file, code: 'unknown_table', args: {} })
  }
  return tables
}
