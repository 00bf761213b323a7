import type { Emphasis } from '../messages/outgoing.ts'

/** A noncharacter: nobody types it, and no message holds it. */
const GUARD = '\uFDD0'

/** What somebody typed, so guarded that nothing in it is taken for a mark: it comes out of {@link readEmphasis} as it was. */
export function literal(typed: string): string {
  return typed.replaceAll(GUARD, '').replaceAll('[', `[${GUARD}`)
}

/** Takes `[b]…[/b]` out of a text and tells where they stood. The text comes back in NFC, as it is sent. */
export function readEmphasis(marked: string): { text: string; emphasis: Emphasis[] } {
  const emphasis: Emphasis[] = []
  let text = ''
  for (const [index, piece] of marked
    .normalize('NFC')
    .split(/\[b\](.*?)\[\/b\]/s)
    .map((each) => each.replaceAll(GUARD, ''))
    .entries()) {
    if (index % 2 === 1 && piece) emphasis.push({ start: text.length, length: piece.length })
    text += piece
  }
  return { text, emphasis }
}
