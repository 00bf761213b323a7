/** Writes the tables of `docs/reading.md`: what is read of the texts in `test/reading/`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createReader } from '../src/reading/read-reports.ts'
import { readShown } from '../test/reading/paragraphs.ts'
import { loadCatalogs } from '../src/world/load-catalogs.ts'
import { withReadingTables } from './reading-table.ts'

const page = new URL('../docs/reading.md', import.meta.url)
const read = createReader(loadCatalogs().all())
writeFileSync(page, withReadingTables(readFileSync(page, 'utf8'), read, readShown))
