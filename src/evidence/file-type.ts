import { isText } from './plain-text.ts'

/** The kinds of files that are taken as evidence, by what they begin with; what the sender calls them counts for nothing. */
export type EvidenceType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'text/plain'

const EXTENSIONS: Record<EvidenceType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/plain': 'txt',
}

/** The type by the first bytes; undefined for anything else, such as a program or an archive. */
export function readFileType(bytes: Uint8Array): EvidenceType | undefined {
  if (begins(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (begins(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP')) return 'image/webp'
  if (says(bytes, 0, '%PDF-')) return 'application/pdf'
  if (begins(bytes, 0, [0x50, 0x4b, 0x03, 0x04])) return readOfficeType(bytes)
  return isProse(bytes) ? 'text/plain' : undefined
}

/** Text that is read, not run: no page of the web, no script. */
function isProse(bytes: Uint8Array): boolean {
  return (
    isText(bytes) &&
    !/^\s*(?:<|#!|MZ|\{)/.test(
      Buffer.from(bytes.subarray(0, 64))
        .toString('latin1')
        .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, ''),
    )
  )
}

/** A Word or Excel file is an archive with a list of its content types and one folder of its own; macros are refused. */
function readOfficeType(bytes: Uint8Array): EvidenceType | undefined {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!names.includes('[Content_Types].xml') || names.includes('vbaProject.bin')) return undefined
  if (names.includes('word/document.xml'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (names.includes('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return undefined
}

/** The ending of the name under which a file is kept. */
export function extensionOf(mime: string): string {
  return EXTENSIONS[mime as EvidenceType] ?? 'bin'
}

function begins(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte)
}

function says(bytes: Uint8Array, at: number, wanted: string): boolean {
  return begins(
    bytes,
    at,
    Array.from(wanted, (letter) => letter.charCodeAt(0)),
  )
}
