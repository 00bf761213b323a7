import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../src/store/store.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { loadWorld } from '../../src/world/load-world.ts'

const furnished = new Map<string, Promise<string>>()

/**
 * A new database with a world of `samples/` or `test/worlds/`; for files, each world is imported once and then copied.
 *
 * @param path of the file to be made, or the address of an empty Postgres.
 */
export async function furnish(world: string, path: string): Promise<void> {
  if (path.startsWith('postgres')) {
    await importInto(world, path)
    return
  }
  let template = furnished.get(world)
  if (!template) {
    template = importInto(world, join(mkdtempSync(join(tmpdir(), 'ntm-world-')), 'ntm.db'))
    furnished.set(world, template)
  }
  mkdirSync(dirname(path), { recursive: true })
  copyFileSync(await template, path)
}

async function importInto(world: string, databaseUrl: string): Promise<string> {
  const folders = ['../../samples/', '../worlds/'].map((at) => fileURLToPath(new URL(at + world, import.meta.url)))
  const folder = folders.find((each) => existsSync(each))
  if (!folder) throw new Error(`no world ${world}`)
  const store = await openStore(databaseUrl)
  await loadWorld(store.db, folder, loadCatalogs(), new Date('2026-11-23T00:00:00Z'))
  await store.close()
  return databaseUrl
}
