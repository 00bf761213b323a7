import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { OutgoingFile } from '../messages/outgoing.ts'
import { extensionOf } from './file-type.ts'

export interface KeptFile {
  sha256: string
  mime: string
}

/** Where a file lies: under the hash of its bytes, whatever its sender called it. */
export function pathOf(folder: string, { sha256, mime }: KeptFile): string {
  return join(folder, sha256.slice(0, 2), `${sha256}.${extensionOf(mime)}`)
}

/** Keeps bytes under their hash; what is there already is there once. */
export async function keepBytes(folder: string, bytes: Uint8Array, mime: string): Promise<KeptFile> {
  const kept = { sha256: createHash('sha256').update(bytes).digest('hex'), mime }
  const path = pathOf(folder, kept)
  await mkdir(dirname(path), { recursive: true })
  // Under another name first, so that a file with the right name is always whole.
  const unfinished = `${path}.${randomUUID()}.part`
  await writeFile(unfinished, bytes)
  await rename(unfinished, path)
  return kept
}

/** The bytes of a kept file. Rejects where it is not there any more. */
export async function readKept(folder: string, file: KeptFile): Promise<Uint8Array> {
  return readFile(pathOf(folder, file))
}

/** A kept file as it is sent on. */
export function outgoingFile(folder: string, file: KeptFile, name: string): OutgoingFile {
  const kind = file.mime.startsWith('image/') ? 'photo' : 'document'
  return { kind, path: pathOf(folder, file), name: `${name}.${extensionOf(file.mime)}` }
}
