import type { PictureNode, Style } from '../../command/picture.ts'
import { INK } from './palette.ts'

/** All pictures are this wide: on a phone of 390 points a letter of 30 here is 11 points high there. */
export const WIDTH = 1080
export const MARGIN = 44
/** Between the margins. */
export const ROOM = WIDTH - 2 * MARGIN

type Child = PictureNode | undefined | false

function box(style: Style, children: readonly Child[]): PictureNode {
  return { type: 'container', style: { display: 'flex', ...style }, children: children.filter((child) => !!child) }
}

/** One below the other. */
export function column(style: Style, children: readonly Child[]): PictureNode {
  return box({ flexDirection: 'column', ...style }, children)
}

/** One beside the other. */
export function row(style: Style, children: readonly Child[]): PictureNode {
  return box({ flexDirection: 'row', ...style }, children)
}

/**
 * Words as the font has them: composed, since marks that stand apart are set beside their letters, and without what would
 * come out empty (arrows, emoji, control characters).
 */
export function printable(text: string): string {
  return (
    text
      .normalize('NFC')
      .replaceAll(/[→⇒➜]/gu, '–')
      .replaceAll(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cc}]|\u200d|\ufe0f/gu, ' ')
      .replaceAll(/\[\/?b\]/g, '')
      .replaceAll(/ {2,}/g, ' ')
      // A dash stays with the word before it: none begins a line.
      .replaceAll(/ ([-–—]) /g, '\u00a0$1 ')
      .trim()
  )
}

export function words(text: string, size: number, style: Style = {}): PictureNode {
  return {
    type: 'text',
    text: printable(text),
    // A word that is longer than its line is broken, so that nothing runs out of its box.
    style: { fontSize: size, lineHeight: 1.25, color: INK, overflowWrap: 'anywhere', ...style },
  }
}

/** A drawing of lines and areas, `width` by `height` units of its own, as large as asked for. */
export function drawing(
  inner: string,
  { width, height, scale = 1 }: { width: number; height: number; scale?: number },
  style: Style = {},
): PictureNode {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inner}</svg>`
  return {
    type: 'image',
    src: svg,
    width: width * scale,
    height: height * scale,
    style: { flexShrink: 0, ...style },
  }
}

/** A bar filled to a share between 0 and 1, with a line around it so that an empty one is seen in grey. */
export function bar(share: number, colour: string, track: string, height: number): PictureNode {
  const filled = Math.max(0, Math.min(1, share))
  return row({ width: '100%', height, backgroundColor: track, borderRadius: height / 2, overflow: 'hidden' }, [
    filled > 0 && row({ width: `${filled * 100}%`, height, backgroundColor: colour, borderRadius: height / 2 }, []),
  ])
}
