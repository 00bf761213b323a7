import { inflateRawSync } from 'node:zlib'

/** How large the files of an archive may be, unpacked. */
export interface ArchiveLimits {
  entries: number
  /** All entries together, in bytes. */
  bytes: number
}

/** A Word or Excel file of an office has a few dozen parts; a hundred communes' indicators unpack to some megabytes. */
export const OFFICE_LIMITS: ArchiveLimits = { entries: 500, bytes: 64 * 1024 * 1024 }

const END = 0x06_05_4b_50
const ENTRY = 0x02_01_4b_50
const LOCAL = 0x04_03_4b_50
const END_SIZE = 22
const LONGEST_COMMENT = 65_535

/**
 * Whether a zip archive (`.xlsx`, `.docx`) is whole and unpacks to no more than that. It is unpacked to see it, piece by piece and
 * only as far as allowed, because what an archive says of its own sizes may be a lie: a small file can unfold to gigabytes.
 */
export function isBoundedArchive(bytes: Uint8Array, { entries, bytes: most }: ArchiveLimits = OFFICE_LIMITS): boolean {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endOf(zip)
    const count = zip.readUInt16LE(end + 10)
    let at = zip.readUInt32LE(end + 16)
    // Sizes that point elsewhere, or to another directory (ZIP64), which another reader would follow.
    if (count > entries || at + zip.readUInt32LE(end + 12) > end) return false
    let left = most
    for (let entry = 0; entry < count; entry += 1) {
      if (zip.readUInt32LE(at) !== ENTRY) return false
      left -= unpackedSize(zip, at, left)
      at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
    return true
  } catch {
    // An offset that points outside, a stream that is damaged or unfolds to too much.
    return false
  }
}

/** Where the end record begins, which may be followed by a comment. */
function endOf(zip: Buffer): number {
  for (let at = zip.length - END_SIZE; at >= Math.max(0, zip.length - END_SIZE - LONGEST_COMMENT); at -= 1)
    if (zip.readUInt32LE(at) === END) return at
  throw new RangeError('no end of an archive')
}

/** Unpacks an entry of the central directory. Throws where it unfolds to more than `most`. */
function unpackedSize(zip: Buffer, entry: number, most: number): number {
  const method = zip.readUInt16LE(entry + 10)
  const packed = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  if (zip.readUInt32LE(local) !== LOCAL) throw new RangeError('no entry there')
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  if (start + packed > zip.length || most <= 0) throw new RangeError('too large')
  if (method === 0) {
    if (packed > most) throw new RangeError('too large')
    return packed
  }
  if (method !== 8) throw new RangeError('packed in a way that no office program uses')
  return inflateRawSync(zip.subarray(start, start + packed), { maxOutputLength: most }).length
}
