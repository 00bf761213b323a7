import { glob, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { keptHashes } from '../store/kept-hashes.ts'
import type { Db } from '../store/schema.ts'
import { hasFilesAlone } from './files-owner.ts'

/**
 * Kept files that were sent before an instant and of which nothing came: a text that was pasted and not confirmed, a photo
 * that belongs to no report. They hold what people wrote, and are past their time with the messages that brought them.
 *
 * @param folder of the evidence; may not be there.
 * @returns their paths; none where another database has its files in the folder too.
 */
export async function unusedFiles(db: Db, folder: string, before: Date): Promise<string[]> {
  if (!(await hasFilesAlone(db, folder))) return []
  const old: string[] = []
  for await (const name of glob('*/*', { cwd: folder })) {
    const sent = await stat(join(folder, name)).catch(() => undefined)
    if (sent?.isFile() && sent.mtime < before) old.push(join(folder, name))
  }
  if (old.length === 0) return []
  const kept = await keptHashes(db)
  return old.filter((path) => !kept.has(basename(path).split('.')[0] ?? ''))
}

/** Deletes them. @returns how many. */
export async function removeUnusedFiles(db: Db, folder: string, before: Date): Promise<number> {
  const paths = await unusedFiles(db, folder, before)
  for (const path of paths) await rm(path, { force: true })
  return paths.length
}
