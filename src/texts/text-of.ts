/** A file's text, whatever an office sends: `.txt`, `.docx`, `.xlsx`, told by its bytes. */
import { isBoundedArchive } from '../evidence/archive.ts'
import { readFileType } from '../evidence/file-type.ts'
import { docxText } from './docx-text.ts'
import { decodeText, isText } from '../evidence/plain-text.ts'
import { xlsxText } from './xlsx-text.ts'

export type TextRead =
  | { ok: true; text: string }
  /** `kind`: neither text nor Word nor Excel. `damaged`: it cannot be opened, or unfolds to more than an office's file does. */
  | { ok: false; why: 'kind' | 'damaged' }

export async function textOf(bytes: Uint8Array): Promise<TextRead> {
  const mime = readFileType(bytes)
  if (mime === 'text/plain' || (mime === undefined && (bytes.length === 0 || isText(bytes))))
    return { ok: true, text: decodeText(bytes) }
  const docx = mime?.endsWith('wordprocessingml.document') === true
  if (!docx && mime?.endsWith('spreadsheetml.sheet') !== true) return { ok: false, why: 'kind' }
  if (!isBoundedArchive(bytes)) return { ok: false, why: 'damaged' }
  const text = docx ? docxText(bytes) : await xlsxText(bytes)
  return text === undefined ? { ok: false, why: 'damaged' } : { ok: true, text }
}
