import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeCountry, type CountrySize } from '../../bench/country.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { loadWorld } from '../../src/world/load-world.ts'
import { createSqlite } from '../store/databases.ts'

const SMALL: CountrySize = { provinces: 3, communes: 10, villages: 25, days: ['2024-12-31', '2025-06-30'], seed: 7 }
const catalogs = loadCatalogs()
const sets = catalogs.all().filter((set) => set.complete)

function countryIn(size: CountrySize): string {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-country-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeCountry(folder, sets, size)
  return folder
}

test('a made-up country can be imported, and every figure in it says that it is made up', async () => {
  const { db } = await createSqlite().open()
  const report = await loadWorld(db, countryIn(SMALL), catalogs, new Date())
  expect(report.get('units')?.added).toBe(3 + 10 + 25)
  expect(report.get('statuses')?.added).toBe(10 * (57 + 75) * 2)
  const sources = await db.selectFrom('statuses').select('source').distinct().execute()
  expect(sources).toEqual([{ source: expect.stringContaining('bịa') }])
  const orphans = await db
    .selectFrom('units')
    .select('id')
    .where('level', '!=', 'tinh')
    .where('parent_id', 'is', null)
    .execute()
  expect(orphans).toEqual([])
})

test('the same seed makes the same files, another seed others', () => {
  const [first, again, other] = [SMALL, SMALL, { ...SMALL, seed: 8 }].map((size) => {
    const folder = countryIn(size)
    return readFileSync(join(folder, 'statuses.csv'), 'utf8') + readFileSync(join(folder, 'units.csv'), 'utf8')
  })
  expect(again).toBe(first)
  expect(other).not.toBe(first)
})
