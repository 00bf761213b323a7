import type { Picture } from './picture.ts'

const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const EXIF = 0xe1
/** The application segments that show the picture, by what they begin with; all others tell of the camera and the place. */
const KEPT_APPS = new Map([
  [0xe0, 'JFIF\0'],
  // A colour profile; under the same marker stands an index of more pictures, with EXIF of their own.
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
])
/** Tables: of quantization, of Huffman and arithmetic codes, the number of lines, the restart interval. */
const TABLES = new Set([0xdb, 0xc4, 0xcc, 0xdc, 0xdd])

/**
 * A JPEG without EXIF, GPS, XMP, comments, thumbnails and whatever stands behind its end; only how it is to be turned is
 * kept. Undefined where it is damaged.
 */
export function readJpeg(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = []
  let size: { width: number; height: number } | undefined
  let orientation = 1
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END) break
    const length = view.getUint16(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return undefined
    if (isFrame(marker) && length >= 7) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === EXIF) orientation = readOrientation(bytes.subarray(at + 4, end)) ?? orientation
    if (marker === SCAN) {
      const next = endOfScan(bytes, end)
      kept.push(bytes.subarray(at, next))
      at = next
      continue
    }
    if (TABLES.has(marker) || isFrame(marker) || isKeptApp(marker, bytes.subarray(at + 4, end)))
      kept.push(bytes.subarray(at, end))
    at = end
  }
  if (!size || size.width === 0 || size.height === 0) return undefined
  const turned = orientation > 1 && orientation <= 8 ? [orientationSegment(orientation)] : []
  const parts = [Uint8Array.of(0xff, START), ...turned, ...kept, Uint8Array.of(0xff, END)]
  return { ...size, bytes: new Uint8Array(Buffer.concat(parts)) }
}

function isKeptApp(marker: number, body: Uint8Array): boolean {
  const name = KEPT_APPS.get(marker)
  return name !== undefined && Buffer.from(body.subarray(0, name.length)).toString('latin1') === name
}

/** SOF0–SOF15 but for the tables DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Where the coded data that begins here ends: at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1] ?? 0
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** Tag 0x0112 of the first directory. */
function readOrientation(app: Uint8Array): number | undefined {
  if (Buffer.from(app.subarray(0, 6)).toString('latin1') !== 'Exif\0\0') return undefined
  const view = new DataView(app.buffer, app.byteOffset + 6, app.byteLength - 6)
  if (view.byteLength < 14) return undefined
  const little = view.getUint16(0) === 0x4949
  const first = view.getUint32(4, little)
  if (first + 2 > view.byteLength) return undefined
  const count = view.getUint16(first, little)
  for (let index = 0; index < count; index += 1) {
    const entry = first + 2 + index * 12
    if (entry + 12 > view.byteLength) return undefined
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little)
  }
  return undefined
}

/** An EXIF segment that says how the picture is to be turned, and nothing else. */
function orientationSegment(orientation: number): Uint8Array {
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1]
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  return Uint8Array.of(0xff, EXIF, 0, 2 + body.length + entry.length, ...body, ...entry)
}
