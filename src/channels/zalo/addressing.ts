import { composed } from '../../messages/seen.ts'

/** What may stand between a mention and what is said. */
const GAP = /^[\s,:]+/

/**
 * A text without the mention of the bot at its beginning. Zalo writes a mention as plain text: `@` and the bot's visible
 * name, which may have spaces in it and come in either Unicode form.
 *
 * @param names the names that the bot may have; empty ones are none
 */
export function withoutMention(text: string, names: readonly string[]): string {
  const written = composed(text).trimStart()
  const longestFirst = names
    .map((name) => name.normalize('NFC').trim().replace(/^@/, ''))
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length)
  const name = longestFirst.find((each) => startsWithMention(written, each))
  return name === undefined ? text : written.slice(name.length + 1).replace(GAP, '')
}

function startsWithMention(text: string, name: string): boolean {
  const mention = text.slice(0, name.length + 1)
  const behind = text.slice(name.length + 1)
  return fold(mention) === fold(`@${name}`) && !/^[\p{L}\p{M}\p{N}_]/u.test(behind)
}

function fold(text: string): string {
  return text.toLocaleLowerCase('vi')
}
