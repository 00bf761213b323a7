import { readFile, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import { TABLES, type RawTable, type TableName } from './tables.ts'
import type { Problem } from './problem.ts'

/** What a folder or a workbook holds, before its rows are checked. */
export type RawWorld = Map<TableName, RawTable>

/**
 * Reads a world: a folder of CSV files, or one `.xlsx` workbook with sheets of the same names. A CSV file or sheet of
 * another name is a problem, because a misspelt name would be left out without a word.
 *
 * @param problems what is wrong is added here.
 */
export async function readWorld(path: string, problems: Problem[]): Promise<RawWorld> {
  const found = await stat(path).catch(() => undefined)
  if (!found || !(found.isDirectory() || /\.xlsx$/i.test(path))) {
    problems.push({ file: basename(path), code: 'no_world', args: { path } })
    return new Map()
  }
  const tables = found.isDirectory()
    ? await readFolder(path, problems)
    : await readWorkbook(basename(path), await readFile(path), problems)
  const world: RawWorld = new Map(tables.map((table) => [table.name, table]))
  if (problems.length === 0 && !world.has('units'))
    problems.push({ file: found.isDirectory() ? 'units.csv' : 'units', code: 'missing_table', args: {} })
  return world
}

async function readFolder(path: string, problems: Problem[]): Promise<RawTable[]> {
  const files = (await readdir(path)).filter((file) => /\.csv$/i.test(file) && !file.startsWith('.')).sort()
  const tables: RawTable[] = []
  for (const file of files) {
    const name = file.slice(0, -'.csv'.length)
    if (!Object.hasOwn(TABLES, name)) {
      problems.push({ file, code: 'unknown_table', args: {} })
      continue
    }
    const table = readCsv(name as TableName, file, await readFile(join(path, file)), problems)
    if (table) tables.push(table)
  }
  return tables
}
