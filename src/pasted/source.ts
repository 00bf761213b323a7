/** The text that a report is read from: kept whole, under its hash, before anything is made of it. */
import type { Turn } from '../command/command.ts'
import type { Catalogs } from '../criteria/catalogs.ts'
import { createReader, type Reader, type Reading } from '../reading/read-reports.ts'
import { textOf, type TextRead } from '../texts/text-of.ts'

type Needed = Pick<Turn, 'catalogs' | 'keep' | 'fetch'>

export interface KeptText {
  sha256: string
  mime: string
}

const readers = new WeakMap<Catalogs, Reader>()

function readerOf(catalogs: Catalogs): Reader {
  let reader = readers.get(catalogs)
  if (!reader) readers.set(catalogs, (reader = createReader(catalogs.all())))
  return reader
}

/** Keeps a pasted text as the document it is. */
export async function keepText({ keep }: Needed, text: string): Promise<KeptText> {
  return keep(Buffer.from(text.normalize('NFC')), 'text/plain')
}

/** The words of a kept text or document; `damaged` too where it is not there any more. */
export async function textIn({ fetch }: Needed, kept: KeptText): Promise<TextRead> {
  try {
    return await textOf(await fetch(kept))
  } catch {
    return { ok: false, why: 'damaged' }
  }
}

/** What a text reports. */
export function reportsIn({ catalogs }: Needed, text: string): Reading {
  return readerOf(catalogs)(text)
}

/** What a kept text reports; undefined where it cannot be read, or is not there any more. */
export async function readKept(turn: Needed, kept: KeptText): Promise<Reading | undefined> {
  const read = await textIn(turn, kept)
  return read.ok ? reportsIn(turn, read.text) : undefined
}

/** How a kept text is told from others, in a source that people read. */
export function shortHash({ sha256 }: KeptText): string {
  return sha256.slice(0, 8)
}
