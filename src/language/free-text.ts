/** What follows a colon or stands in quotation marks may be meant word for word: a task, a note, a notice's text. */
export function freeTextOf(text: string): { head: string; freeText?: string } {
  const colon = /\s*[:：](?!\d|\/\/)/u.exec(text.slice(0, 300))
  if (colon !== null) {
    const freeText = text.slice(colon.index + colon[0].length).trim()
    if (freeText !== '' && /\p{L}/u.test(text.slice(0, colon.index)))
      return { head: text.slice(0, colon.index), freeText }
  }
  const quoted = /["“”«](?<inside>[^"“”»]{3,2000})["”»]/u.exec(text.slice(0, 4000))
  const inside = quoted?.groups?.['inside']
  if (quoted && inside !== undefined)
    return {
      head: `${text.slice(0, quoted.index)} ${text.slice(quoted.index + quoted[0].length)}`,
      freeText: inside.trim(),
    }
  return { head: text }
}
