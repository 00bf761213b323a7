import type { Emphasis } from '../messages/outgoing.ts'

/** Takes `[b]…[/b]` out of a text and tells where they stood. The text comes back in NFC, as it is sent. */
export function readEmphasis(marked: string): { text: string; emphasis: Emphasis[] } {
  const emphasis: Emphasis[] = []
  let text = ''
  for (const [index, piece] of marked
    .normalize('NFC')
    .split(/\[b\](.*?)\[\/b\]/s)
    .entries()) {
    if (index % 2 === 1 && piece) emphasis.push({ start: text.length, length: piece.length })
    text += piece
  }
  return { text, emphasis }
}
