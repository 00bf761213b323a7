/** From a message to its words: typing leftovers undone, shorthand written out, words run together parted, slips mended. */
import { fold, spelling } from './fold.ts'
import { SHORTHAND, SHORT_PAIRS } from './shorthand.ts'
import { fromTelex, fromVni, isSyllable } from './syllable.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Token {
  kind: 'word' | 'number' | 'sign'
  /** Lower case without marks, after all mending. */
  folded: string
  /** As `folded`, before slips were mended: names are looked for in this. */
  typed: string
  /** {@link spelling}; equal to `folded` where no mark was written. */
  spelled: string
  /** Where the written word stands in the text; several tokens can come from one written word. */
  start: number
  end: number
  /** No space stands before it. */
  glued: boolean
  capital: boolean
  /** Written without marks in a text that has them: it is meant without ("chi" is not "chỉ" there). */
  markless: boolean
}

/** Longer texts are cut: what is asked stands at the beginning. */
export const LONGEST_TEXT = 1000

const PIECES = /(?<word>[\p{L}\p{M}][\p{L}\p{M}\p{N}]*)|(?<digits>\p{Nd}+)|(?<sign>[^\s\p{Cf}\p{M}])/gu

/** The words, numbers and signs of a text in NFC. */
export function tokenize(text: string, vocabulary: Vocabulary): Token[] {
  const tokens: Token[] = []
  let end = 0
  const pieces = [...text.slice(0, LONGEST_TEXT).matchAll(PIECES)]
  const vni = pieces.some(({ groups }) => /^[a-z]+[1-9][a-z]+/i.test(groups?.['word'] ?? ''))
  for (const piece of pieces) {
    const [written] = piece
    const at = piece.index
    const glued = at === end && at > 0
    end = at + written.length
    if (piece.groups?.['digits'] !== undefined) tokens.push(plain('number', written, at, glued))
    else if (piece.groups?.['sign'] !== undefined) tokens.push(plain('sign', written, at, glued))
    else if (/\p{N}/u.test(written)) pushMixed(tokens, written, at, glued, vni, vocabulary)
    else pushWord(tokens, written, at, glued, vocabulary)
  }
  return noteMarkless(mend(joinPairs(tokens), text, vocabulary))
}

/** In a text where most words that could carry marks do, those without are meant so. */
function noteMarkless(tokens: Token[]): Token[] {
  const words = tokens.filter(({ kind, folded }) => kind === 'word' && folded.length > 1)
  const marked = words.filter(({ spelled, folded }) => spelled !== folded).length
  if (marked * 2 >= words.length && marked > 0)
    for (const token of words) token.markless = token.spelled === token.folded
  return tokens
}

function plain(kind: Token['kind'], written: string, start: number, glued: boolean): Token {
  const folded = fold(written)
  const spelled = kind === 'word' ? spelling(written) : folded
  return {
    kind,
    folded,
    typed: folded,
    spelled,
    start,
    end: start + written.length,
    glued,
    capital: kind === 'word' && isCapital(written),
    markless: false,
  }
}

function isCapital(written: string): boolean {
  const [first = ''] = written
  return first !== first.toLowerCase()
}

/** Letters and digits in one: VNI typing ("d9a5t") or two things without a space ("tc17", "nc26"). */
function pushMixed(
  tokens: Token[],
  written: string,
  at: number,
  glued: boolean,
  vni: boolean,
  vocabulary: Vocabulary,
): void {
  const inside = /\d\p{L}/u.test(written)
  const decoded = inside || vni ? fromVni(written.toLowerCase()) : undefined
  if (decoded !== undefined && vocabulary.has(fold(decoded.replace(/\d$/, '')))) {
    const folded = fold(decoded.replace(/\d$/, ''))
    tokens.push({ ...plain('word', written, at, glued), folded, typed: folded, spelled: decoded })
    return
  }
  let first = true
  for (const part of written.matchAll(/\p{N}+|[^\p{N}]+/gu)) {
    const start = at + part.index
    if (/\p{N}/u.test(part[0])) tokens.push(plain('number', part[0], start, first ? glued : true))
    else pushWord(tokens, part[0], start, first ? glued : true, vocabulary)
    first = false
  }
}

function pushWord(tokens: Token[], written: string, at: number, glued: boolean, vocabulary: Vocabulary): void {
  const token = plain('word', written, at, glued)
  const squeezed = squeeze(token.folded)
  if (squeezed !== token.folded) {
    token.spelled = spelling(written.replace(/(\p{L})\1{2,}/giu, '$1'))
    token.folded = token.typed = squeezed
  }
  const meant = SHORTHAND[token.spelled] ?? SHORTHAND[token.folded]
  if (
    meant !== undefined &&
    (token.spelled === token.folded || SHORTHAND[token.spelled] !== undefined || !isSyllable(token.folded))
  ) {
    pushAll(tokens, token, meant.split(' '))
    return
  }
  if (!vocabulary.has(token.folded)) {
    const typed = fromTelex(token.folded)
    const bare = typed?.replace(/\d$/, '')
    if (typed !== undefined && bare !== undefined && vocabulary.has(fold(bare))) {
      tokens.push({ ...token, folded: fold(bare), typed: fold(bare), spelled: typed })
      return
    }
    const undoubled = token.folded.replace(/(.)\1/g, '$1')
    if (token.folded.length > 3 && vocabulary.has(undoubled)) token.folded = token.typed = token.spelled = undoubled
  }
  tokens.push(token)
}

/** "đạttttt" → "đạt": no Vietnamese word has a letter three times running. */
function squeeze(word: string): string {
  return /(.)\1\1/.test(word) ? word.replace(/(.)\1{2,}/g, '$1') : word
}

function pushAll(tokens: Token[], from: Token, words: readonly string[]): void {
  words.forEach((word, i) =>
    tokens.push({
      ...from,
      folded: fold(word),
      typed: fold(word),
      spelled: spelling(word),
      glued: i === 0 && from.glued,
    }),
  )
}

function pushParts(tokens: Token[], from: Token, parts: readonly string[], written: string): void {
  let start = from.start
  for (const part of parts) {
    const piece = written.slice(start - from.start, start - from.start + part.length)
    tokens.push({ ...plain('word', piece, start, start === from.start && from.glued), capital: from.capital })
    start += part.length
  }
}

function joinPairs(tokens: Token[]): Token[] {
  for (let i = 0; i + 1 < tokens.length; i++) {
    const [a, b] = [tokens[i], tokens[i + 1]]
    if (a?.kind !== 'word' || b?.kind !== 'word') continue
    const meant = SHORT_PAIRS[`${a.folded} ${b.folded}`]
    if (meant === undefined) continue
    const joined: Token[] = []
    pushAll(joined, { ...a, end: b.end }, meant.split(' '))
    tokens.splice(i, 2, ...joined)
  }
  return tokens
}

/** Longer than any syllable: two words run together, or more. */
const LONGEST_SYLLABLE = 7

/** What no Vietnamese word is and the domain does not know: a slip, an abbreviation, or words run together. */
function mend(tokens: readonly Token[], text: string, vocabulary: Vocabulary): Token[] {
  const mended: Token[] = []
  tokens.forEach((token, i) => {
    const { kind, folded, spelled } = token
    if (kind !== 'word' || vocabulary.has(folded) || !/^[a-z]+$/.test(folded)) {
      mended.push(token)
      return
    }
    const [previous, next] = [mended.at(-1)?.folded ?? '', tokens[i + 1]?.folded ?? '']
    const long = folded.length > LONGEST_SYLLABLE
    const word = long ? undefined : vocabulary.correct(folded, spelled !== folded, previous, next)
    if (word !== undefined) {
      mended.push({ ...token, folded: word, spelled: word })
      return
    }
    const written = text.slice(token.start, token.end)
    const parts =
      isSyllable(folded) || folded.length < 4 || written.length !== folded.length ? undefined : vocabulary.split(folded)
    if (parts !== undefined) {
      pushParts(mended, token, parts, written)
      return
    }
    const whole = isSyllable(folded) ? undefined : vocabulary.expand(folded)
    if (whole !== undefined) pushAll(mended, token, whole)
    else mended.push(token)
  })
  return mended
}
