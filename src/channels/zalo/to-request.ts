import type { Emphasis } from '../../messages/outgoing.ts'
import type { TextStyle } from './api.ts'

/** The longest text and caption, in UTF-16 units: the strictest reading of "2000 characters". */
export const MOST_TEXT = 2000

/**
 * A text with what stands out in bold. Styles lie beside the text, so that nothing in it can be taken for markup.
 * A text that comes in another Unicode form than NFC loses them, since its positions change.
 */
export function toStyledText(text: string, emphasis: readonly Emphasis[] = []) {
  const composed = text.normalize('NFC')
  const styles = composed === text ? toStyles(text.length, emphasis) : []
  return { text: composed, ...(styles.length > 0 && { text_styles: styles }) }
}

function toStyles(length: number, emphasis: readonly Emphasis[]): TextStyle[] {
  return emphasis
    .map(({ start, length: len }) => ({ start, len: Math.min(len, length - start), st: ['b'] }))
    .filter(({ len }) => len > 0)
}
