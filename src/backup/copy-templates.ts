import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Of } from './copy-database.ts'

/** A letter template of the office's own, by its bytes. */
interface CopiedTemplate {
  name: string
  sha256: string
}

/** The office's own letter templates in a folder, which may not be there; what Word keeps beside an open file is none. */
async function templatesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && !/^[.~]/.test(entry.name))
    .map(({ name }) => name)
    .sort()
}

/**
 * Copies the office's own letter templates.
 *
 * @returns those that were copied, and the names of those that could not be read.
 */
export async function copyTemplates(
  from: string,
  to: string,
): Promise<{ files: CopiedTemplate[]; unreadable: string[] }> {
  const files: CopiedTemplate[] = []
  const unreadable: string[] = []
  for (const name of await templatesIn(from)) {
    await mkdir(to, { recursive: true })
    try {
      await copyFile(join(from, name), join(to, name))
      files.push({ name, sha256: await sha256Of(join(to, name)) })
    } catch (error) {
      if (!['EACCES', 'EPERM', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
      unreadable.push(name)
    }
  }
  return { files, unreadable }
}
