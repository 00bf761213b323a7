import { readdirSync, readFileSync } from 'node:fs'
import { readCatalogs, type CatalogProblem, type Catalogs } from '../../src/criteria/catalogs.ts'

const CATALOGS = new URL('../../catalogs/', import.meta.url)

/** The files of `catalogs/`. */
export const nationalFiles = readdirSync(CATALOGS)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, text: readFileSync(new URL(file, CATALOGS), 'utf8') }))

/** A made-up province's set that extends a national one. */
export const provinceFile = {
  file: 'nang-cao-tinh-mau.json',
  text: readFileSync(new URL('nang-cao-tinh-mau.json', import.meta.url), 'utf8'),
}

/** @throws when a file is wrong. */
export function catalogsOf(files: readonly { file: string; text: string }[]): Catalogs {
  const read = readCatalogs(files)
  if (!read.ok) throw new Error(JSON.stringify(read.problems, undefined, 1))
  return read.catalogs
}

export function problemsOf(files: readonly { file: string; text: string }[]): CatalogProblem[] {
  const read = readCatalogs(files)
  return read.ok ? [] : read.problems
}
