import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SHIPPED = fileURLToPath(new URL('../../../templates/', import.meta.url))

/** The office's own templates, which stand before those that come with the program. */
export function ownTemplatesIn(dataDir: string): string {
  return join(dataDir, 'templates')
}

/** The bytes of a template: the office's own where there is one, else the one that comes with the program. */
export async function findTemplate(dataDir: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(join(ownTemplatesIn(dataDir), file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return readFile(join(SHIPPED, file))
  }
}
