import { readJpeg } from './jpeg.ts'
import { readPng } from './png.ts'
import { readWebp } from './webp.ts'

/** A picture without what tells of the camera, the place and the time, and its size in pixels. */
export interface Picture {
  bytes: Uint8Array
  width: number
  height: number
}

/** Reads a picture and strips it; undefined where it is damaged or not of that type. Pixels are left as they are. */
export function readPicture(mime: 'image/jpeg' | 'image/png' | 'image/webp', bytes: Uint8Array): Picture | undefined {
  try {
    if (mime === 'image/jpeg') return readJpeg(bytes)
    return mime === 'image/png' ? readPng(bytes) : readWebp(bytes)
  } catch (error) {
    // A length that points behind the end.
    if (error instanceof RangeError) return undefined
    throw error
  }
}
