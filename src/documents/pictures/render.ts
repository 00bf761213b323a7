import { readFile } from 'node:fs/promises'
import type { Renderer } from '@takumi-rs/core'
import type { Picture } from '../../command/picture.ts'

const FAMILY = 'Be Vietnam Pro'
/** Where the files of the faces are: regular, semi-bold, bold. */
const faces = () => [
  import.meta.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
  import.meta.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
]

/** Pixels for each unit of a picture: two for each point of a phone's screen, and a third less to draw than one to one. */
export const PIXEL_RATIO = 5 / 6

/** Of what is kept between pictures: shapes are few and small. */
const CACHE_BYTES = 4 * 1024 * 1024

let loading: Promise<Renderer> | undefined

/** The library is an optional binary: where it is missing, no more than the pictures are. */
async function load(): Promise<Renderer> {
  const takumi = await import('@takumi-rs/core')
  const renderer = new takumi.Renderer({ cacheMaxBytes: CACHE_BYTES })
  for (const url of faces()) await renderer.registerFont({ name: FAMILY, data: await readFile(new URL(url)) })
  return renderer
}

/** The fonts are read once, with the first picture; a reading that failed is tried again with the next. */
export function theRenderer(): Promise<Renderer> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

/**
 * Draws a picture, outside the event loop. This is the only place that knows the library which draws.
 *
 * @param format `png`, or `raw` for the pixels themselves, four bytes each (red, green, blue, alpha), row by row.
 * @throws where the library or a font does not load, or the tree cannot be drawn.
 */
export async function render(
  { width, root }: Pick<Picture, 'width' | 'root'>,
  format: 'png' | 'raw' = 'png',
): Promise<Buffer> {
  const renderer = await theRenderer()
  return renderer.render(root, {
    width: Math.round(width * PIXEL_RATIO),
    devicePixelRatio: PIXEL_RATIO,
    format,
    fontFamilies: [FAMILY],
    lang: 'vi',
  })
}
