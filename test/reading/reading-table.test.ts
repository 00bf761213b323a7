import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withReadingTables } from '../../scripts/reading-table.ts'
import { createReader } from '../../src/reading/read-reports.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { readShown } from './paragraphs.ts'

test('docs/reading.md shows what is read today: npm run reading', () => {
  const page = readFileSync(new URL('../../docs/reading.md', import.meta.url), 'utf8')
  expect(withReadingTables(page, createReader(loadCatalogs().all()), readShown)).toBe(page)
})
