/** Controls, and the marks that turn a line around. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu
/** More marks over and under one letter than any language writes: putting a long run of them in order takes forever. */
const PILED = /(\p{M}{10})\p{M}+/gu
const KEPT = '\t\n\r'
const LINE_ENDS = '\v\f\u0085\u2028\u2029'

/**
 * A text without what nobody sees in it and what does harm where it is shown: control characters, which Postgres (NUL), an
 * office document or a terminal take badly, and marks that turn a line around, with which a name or a note could make the
 * figures beside it read otherwise. No Vietnamese needs them. Line ends of other systems become plain ones, and of marks that
 * are piled up on one letter ten are left.
 */
export function seen(text: string): string {
  return text
    .replace(UNSEEN, (sign) => (KEPT.includes(sign) ? sign : LINE_ENDS.includes(sign) ? '\n' : ''))
    .replace(PILED, '$1')
}

/** A text in NFC, which takes as long as the text is long, whatever is in it. */
export function composed(text: string): string {
  return text.replace(PILED, '$1').normalize('NFC')
}
