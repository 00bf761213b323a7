import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../src/store/store.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { loadWorld } from '../../src/world/load-world.ts'

/** Imports a world of `samples/` or `test/worlds/` into a database. */
export async function furnish(world: string, databaseUrl: string): Promise<void> {
  const folders = ['../../samples/', '../worlds/'].map((at) => fileURLToPath(new URL(at + world, import.meta.url)))
  const folder = folders.find((each) => existsSync(each))
  if (!folder) throw new Error(`no world ${world}`)
  const store = await openStore(databaseUrl)
  await loadWorld(store.db, folder, loadCatalogs(), new Date('2026-11-23T00:00:00Z'))
  await store.close()
}
