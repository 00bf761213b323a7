import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { documentsIn } from './kept-files.ts'

const KEPT_MS = 7 * 86_400_000

/**
 * Takes away the documents that were made for somebody a week ago: they can be made again, and some hold names. A week is
 * time enough for a message that waits to be sent.
 */
export function documentsSweep(dataDir: string) {
  return {
    name: 'made documents',
    async nextAt(): Promise<Date | undefined> {
      const times = (await documents(dataDir)).map(({ madeAt }) => madeAt)
      return times.length === 0 ? undefined : new Date(Math.min(...times) + KEPT_MS)
    },
    async run(_: unknown, now: Date): Promise<void> {
      for (const { path, madeAt } of await documents(dataDir))
        if (madeAt + KEPT_MS <= now.getTime()) await rm(path, { force: true })
    },
  }
}

async function documents(dataDir: string): Promise<{ path: string; madeAt: number }[]> {
  const folder = documentsIn(dataDir)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const found = await Promise.all(files.map((path) => madeAt(path).then((time) => ({ path, madeAt: time }))))
  return found.flatMap(({ path, madeAt }) => (madeAt === undefined ? [] : [{ path, madeAt }]))
}

/** Undefined where the file has just gone. In whole milliseconds, as a `Date` holds them. */
async function madeAt(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => Math.floor(mtimeMs),
    () => undefined,
  )
}
