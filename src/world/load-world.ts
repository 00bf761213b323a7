import type { Catalogs } from '../criteria/catalogs.ts'
import type { Db } from '../store/schema.ts'
import { importWorld, type ImportReport } from './import-world.ts'
import { readWorld } from './read-world.ts'

/**
 * Reads a folder of CSV files or an `.xlsx` workbook and imports it, all of it or nothing.
 *
 * @throws {BadWorld} naming every bad row.
 */
export async function loadWorld(db: Db, path: string, catalogs: Catalogs, now: Date): Promise<ImportReport> {
  return importWorld(db, await readWorld(path), catalogs, now.toISOString())
}
