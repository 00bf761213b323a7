import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCatalogs, type CatalogProblem, type Catalogs } from '../criteria/catalogs.ts'

const FOLDER = fileURLToPath(new URL('../../catalogs', import.meta.url))

/** A catalog cannot be used; the message has a line for each thing wrong: file, path in it, reason. */
class CatalogError extends Error {
  constructor(problems: readonly CatalogProblem[]) {
    super(problems.map(catalogProblemLine).join('\n'))
  }
}

/**
 * The criteria sets in `catalogs/` beside the program.
 *
 * @throws {CatalogError} when one of them is wrong.
 */
export function loadCatalogs(): Catalogs {
  const read = readCatalogs(catalogFiles())
  if (!read.ok) throw new CatalogError(read.problems)
  return read.catalogs
}

/**
 * What is wrong with a catalog that somebody made; it may extend a set of `catalogs/`, and takes the place of the file
 * of its own name there.
 */
export function checkCatalog(path: string): CatalogProblem[] {
  const file = basename(path)
  const others = catalogFiles().filter((other) => other.file !== file)
  const read = readCatalogs([...others, { file, text: readFileSync(path, 'utf8') }])
  return read.ok ? [] : read.problems
}

export function catalogProblemLine({ file, path, reason }: CatalogProblem): string {
  return [file, path, reason].filter((part) => part !== '').join(': ')
}

function catalogFiles(): { file: string; text: string }[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'))
  return files.sort().map((file) => ({ file, text: readFileSync(join(FOLDER, file), 'utf8') }))
}
