/** What XML 1.0 cannot hold: control characters, halves of surrogate pairs, the two non-characters. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text as an office document can hold it, in NFC; what it cannot hold at all is left out. */
export function xmlText(text: string): string {
  return text.normalize('NFC').replace(NOT_XML, '')
}
