import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Renderer } from '@takumi-rs/core'
import type { Picture } from '../../command/picture.ts'

const FAMILY = 'Be Vietnam Pro'
const FACES = ['400Regular', '600SemiBold', '700Bold']

const PIXEL_RATIO = 5 / 6

/** More would be kept of pictures that are never drawn again: the tree is small, the shapes in it are few. */
const CACHE_BYTES = 4 * 1024 * 1024

let loading: Promise<Renderer> | undefined

async function load(): Promise<Renderer> {
  const renderer = new Renderer({ cacheMaxBytes: CACHE_BYTES })
  const { resolve } = createRequire(import.meta.url)
  for (const face of FACES) {
    const path = resolve(`@expo-google-fonts/be-vietnam-pro/${face}/BeVietnamPro_${face}.ttf`)
    await renderer.registerFont({ name: FAMILY, data: await readFile(path) })
  }
  return renderer
}

/** The fonts are read once, with the first picture; a reading that failed is tried again with the next. */
function renderer(): Promise<Renderer> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

/**
 * Draws a picture. It is done outside the event loop. This is the only place that knows the library which draws.
 *
 * @param format `png`, or `raw` for the pixels themselves, four bytes each (red, green, blue, alpha), row by row.
 * @throws where the library or a font does not load.
 */
export async function render(
  { width, root }: Pick<Picture, 'width' | 'root'>,
  format: 'png' | 'raw' = 'png',
): Promise<Buffer> {
  const drawing = await renderer()
  return drawing.render(root, {
    width: Math.round(width * PIXEL_RATIO),
    devicePixelRatio: PIXEL_RATIO,
    format,
    fontFamilies: [FAMILY],
    lang: 'vi',
  })
}
