import { join } from 'node:path'
import type { Turn } from '../command/command.ts'
import { keepBytes, pathOf } from '../evidence/evidence-store.ts'
import { extensionOf } from '../evidence/file-type.ts'
import { fold } from '../language/fold.ts'
import type { OutgoingFile } from '../messages/outgoing.ts'

type Needed = Pick<Turn, 'dataDir'>

/** Where the documents lie that were made for somebody; they are taken away after a week. */
export function documentsIn(dataDir: string): string {
  return join(dataDir, 'documents')
}

/** Keeps a document that was made, under the hash of its bytes, as it is to be sent: `chi-tieu-xa-trung-luong.xlsx`. */
export async function keepDocument(
  { dataDir }: Needed,
  bytes: Uint8Array,
  mime: string,
  ...name: string[]
): Promise<OutgoingFile> {
  const folder = documentsIn(dataDir)
  const kept = await keepBytes(folder, bytes, mime)
  return { kind: 'document', path: pathOf(folder, kept), name: `${fileName(name)}.${extensionOf(mime)}` }
}

/** Letters and digits that every system takes in a file's name. */
function fileName(parts: readonly string[]): string {
  const words = parts.map((part) => fold(part).replace(/[^a-z0-9]+/g, '-'))
  return words.join('-').replace(/-+/g, '-').replace(/^-|-$/g, '').slice(0, 100) || 'tep'
}
