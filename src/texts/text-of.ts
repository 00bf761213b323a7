/** A file's text, whatever an office sends: `.txt`, `.docx`, `.xlsx`, told by its bytes. */
import { isBoundedArchive, OFFICE_LIMITS } from '../evidence/archive.ts'
import { readFileType } from '../evidence/file-type.ts'
import { docxText } from './docx-text.ts'
import { decodeText, isText } from '../evidence/plain-text.ts'
import { composed } from '../messages/seen.ts'
import { xlsxText } from './xlsx-text.ts'

export type TextRead =
  | { ok: true; text: string }
  /**
   * `kind`: neither text nor Word nor Excel. `damaged`: it cannot be opened, or unfolds to more than an office's file does.
   * `too-long`: more than anybody reads; reading it would hold up everybody else.
   */
  | { ok: false; why: 'kind' | 'damaged' | 'too-long' }

/** Some 150 pages. A file of 200 KB can unfold to a hundred times as much, and each million takes a second to read. */
const MOST_CHARACTERS = 500_000
/** What holds so many characters, with the marks of Word or Excel around them and a few pictures. */
const TEXT_LIMITS = { ...OFFICE_LIMITS, bytes: 24 * 1024 * 1024 }

export async function textOf(bytes: Uint8Array): Promise<TextRead> {
  const mime = readFileType(bytes)
  if (mime === 'text/plain' || (mime === undefined && (bytes.length === 0 || isText(bytes))))
    return bounded(decodeText(bytes))
  const docx = mime?.endsWith('wordprocessingml.document') === true
  if (!docx && mime?.endsWith('spreadsheetml.sheet') !== true) return { ok: false, why: 'kind' }
  if (!isBoundedArchive(bytes, TEXT_LIMITS)) return { ok: false, why: isBoundedArchive(bytes) ? 'too-long' : 'damaged' }
  const text = docx ? docxText(bytes) : await xlsxText(bytes)
  return text === undefined ? { ok: false, why: 'damaged' } : bounded(text)
}

function bounded(text: string): TextRead {
  return text.length > MOST_CHARACTERS ? { ok: false, why: 'too-long' } : { ok: true, text: composed(text) }
}
