import type { Picture } from './picture.ts'

const HEADER_LENGTH = 12
const DROPPED = new Set(['EXIF', 'XMP '])
/** In the flags of VP8X: there is EXIF, there is XMP. */
const EXIF_AND_XMP = 0b0000_1100

/** A WebP without EXIF and XMP. Undefined where it is damaged. */
export function readWebp(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = []
  let size: { width: number; height: number } | undefined
  for (let at = HEADER_LENGTH; at + 8 <= bytes.length;) {
    const type = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1')
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length + (length % 2)
    if (at + 8 + length > bytes.length) return undefined
    const chunk = bytes.slice(at, Math.min(end, bytes.length))
    size ??= sizeIn(type, view, at + 8)
    if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~EXIF_AND_XMP
    if (!DROPPED.has(type)) kept.push(chunk)
    at = end
  }
  if (!size) return undefined
  const body = Buffer.concat(kept)
  const header = Buffer.alloc(HEADER_LENGTH)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(body.length + 4, 4)
  header.write('WEBP', 8, 'latin1')
  return { ...size, bytes: new Uint8Array(Buffer.concat([header, body])) }
}

function sizeIn(type: string, view: DataView, at: number): { width: number; height: number } | undefined {
  if (type === 'VP8X') return { width: uint24(view, at + 4) + 1, height: uint24(view, at + 7) + 1 }
  if (type === 'VP8 ')
    return { width: view.getUint16(at + 6, true) & 0x3fff, height: view.getUint16(at + 8, true) & 0x3fff }
  if (type !== 'VP8L') return undefined
  const bits = view.getUint32(at + 1, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}
