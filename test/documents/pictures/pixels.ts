import { theRenderer } from '../../../src/documents/pictures/render.ts'

/** Pixels, four bytes each, row by row. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array
}

/** Small enough to be kept, and large enough that one figure more shows. */
const GOLDEN_WIDTH = 200

function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** A picture made smaller, as PNG and as pixels: by the library that drew it, which reads PNG as well. */
export async function shrink(png: Uint8Array): Promise<{ png: Buffer; pixels: Pixels }> {
  const { width, height } = sizeOf(png)
  const size = { width: GOLDEN_WIDTH, height: Math.round((height * GOLDEN_WIDTH) / width) }
  const renderer = await theRenderer()
  const node = { type: 'image' as const, src: png, style: size }
  const small = await renderer.render(node, { ...size, format: 'png' })
  return { png: small, pixels: await decode(small) }
}

export async function decode(png: Uint8Array): Promise<Pixels> {
  const size = sizeOf(png)
  const renderer = await theRenderer()
  const data = await renderer.render({ type: 'image', src: png, style: size }, { ...size, format: 'raw' })
  return { ...size, data }
}

/** How far apart two pictures are: the mean over all channels (0–255), and the share of pixels that plainly differ. */
export function difference(a: Pixels, b: Pixels): { mean: number; plainly: number } {
  if (a.width !== b.width || a.height !== b.height) return { mean: 255, plainly: 1 }
  let sum = 0
  let plainly = 0
  for (let at = 0; at < a.data.length; at += 4) {
    let most = 0
    for (let channel = 0; channel < 3; channel += 1) {
      const apart = Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0))
      sum += apart
      most = Math.max(most, apart)
    }
    if (most > 64) plainly += 1
  }
  const pixels = a.data.length / 4
  return { mean: sum / (pixels * 3), plainly: plainly / pixels }
}
