import type { Picture } from './picture.ts'

const SIGNATURE_LENGTH = 8
/** What shows the picture; all other chunks (eXIf, tEXt, iTXt, zTXt, tIME …) go. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs', 'bKGD'])

/** A PNG with only the chunks that show the picture. Undefined where it is damaged. */
export function readPng(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE_LENGTH)]
  let size: { width: number; height: number } | undefined
  for (let at = SIGNATURE_LENGTH; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return undefined
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    if (type === 'IHDR' && length >= 8) size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return size && { ...size, bytes: new Uint8Array(Buffer.concat(kept)) }
    at = end
  }
  return undefined
}
