import { copyFile, glob, link, mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathOf } from '../evidence/evidence-store.ts'
import { sha256Of } from './copy-database.ts'

/**
 * Copies the folder of evidence. A file lies under the hash of its bytes and never changes, so one that an earlier backup
 * has is linked to it where the disk can do that: fourteen backups take the room of one.
 *
 * @param from may not be there yet.
 */
export async function copyEvidence(
  from: string,
  to: string,
  earlier: string | undefined,
): Promise<{ files: number; bytes: number }> {
  let files = 0
  let bytes = 0
  for await (const name of glob('*/*', { cwd: from })) {
    if (name.endsWith('.part')) continue
    const { size } = await stat(join(from, name))
    await mkdir(dirname(join(to, name)), { recursive: true })
    if (!(earlier && (await linked(join(earlier, name), join(to, name), size))))
      await copyFile(join(from, name), join(to, name))
    files += 1
    bytes += size
  }
  return { files, bytes }
}

async function linked(from: string, to: string, size: number): Promise<boolean> {
  try {
    if ((await stat(from)).size !== size) return false
    await link(from, to)
    return true
  } catch {
    return false
  }
}

/** Which of these files are not in a folder of evidence, or no longer have the bytes that they are named after. */
export async function missingIn(folder: string, files: readonly { sha256: string; mime: string }[]): Promise<string[]> {
  const missing: string[] = []
  for (const file of files) {
    const found = await sha256Of(pathOf(folder, file)).catch(() => undefined)
    if (found !== file.sha256) missing.push(file.sha256)
  }
  return missing
}
