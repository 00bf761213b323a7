import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addVillageReports, DISTRICT_TODAY, writeDistrict } from '../../bench/district.ts'
import { openStore } from '../../src/store/store.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { loadWorld } from '../../src/world/load-world.ts'
import type { Exhibit, ExhibitContext } from './exhibit.ts'
import { VILLAGES_INDICATOR } from './pictures.ts'

const SETS = ['ntm-2021-2025', 'ntm-nang-cao-2021-2025']

/** Lends the sample and the made-up district, each in a database of its own that is gone afterwards. */
export async function withWorlds<T>(use: (worlds: Record<Exhibit['world'], ExhibitContext>) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-gallery-'))
  const catalogs = loadCatalogs()
  const sets = SETS.flatMap((id) => catalogs.get(id) ?? [])
  const now = new Date(`${DISTRICT_TODAY}T01:00:00Z`)
  const opened: { close(): Promise<void> }[] = []

  async function open(world: string, from: string): Promise<ExhibitContext> {
    const store = await openStore(join(folder, `${world}.db`))
    opened.push(store)
    await loadWorld(store.db, from, catalogs, now)
    const grant = { role: 'admin', unitId: '', unitName: '', unitLevel: 'tinh', unitPath: '/' } as const
    return {
      db: store.db,
      say: loadWording('vi'),
      catalogs,
      speaker: { accountId: 'gallery', grants: [grant] },
      today: DISTRICT_TODAY,
    }
  }

  try {
    const sample = await open('sample', fileURLToPath(new URL('../../samples/trung-luong', import.meta.url)))
    writeDistrict(join(folder, 'district'), sets)
    const district = await open('district', join(folder, 'district'))
    await addVillageReports(district.db, SETS[1]!, VILLAGES_INDICATOR)
    return await use({ sample, district })
  } finally {
    for (const store of opened) await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
