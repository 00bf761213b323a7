/** From a message to its words: typing leftovers undone, shorthand written out, words run together parted, slips mended. */
import { fold, spelling } from './fold.ts'
import { DIALECT, SHORTHAND, SHORT_PAIRS } from './shorthand.ts'
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
  /** The words that were written together, on the first of them: they may be a name that is parted elsewhere. */
  run?: { folded: string; length: number }
  /** Written without marks in a text that has them: it is meant without ("chi" is not "chỉ" there). */
  markless: boolean
}

/** Longer texts are cut: what is asked stands at the beginning. */
export const LONGEST_TEXT = 1000

/** As many as a long question has; only nonsense has more. */
const MOST_TOKENS = 300

/** The words, numbers and signs of a text in NFC. */
export function tokenize(text: string, vocabulary: Vocabulary): Token[] {
  const tokens: Token[] = []
  const pieces = piecesOf(text.slice(0, LONGEST_TEXT))
  const vni = pieces.some(({ kind, written }) => kind === MIXED && /^[a-z]+[1-9][a-z]+/i.test(written))
  let end = 0
  for (const { kind, written, start } of pieces) {
    const glued = start === end && start > 0
    end = start + written.length
    if (kind === DIGITS) tokens.push(plain('number', written, start, glued))
    else if (kind === SIGN) tokens.push(plain('sign', written, start, glued))
    else if (kind === MIXED) pushMixed(tokens, written, start, glued, vni, vocabulary)
    else pushWord(tokens, written, start, glued, vocabulary)
  }
  return noteMarkless(mend(noteMarkless(joinPairs(tokens)), text, vocabulary).slice(0, MOST_TOKENS))
}

const [SPACE, LETTERS, DIGITS, SIGN, MIXED] = [0, 1, 2, 3, 4]

interface Piece {
  kind: number
  written: string
  start: number
}

/** Runs of letters (digits after a letter belong to them), runs of digits, and single signs. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < text.length;) {
    const start = i
    let kind = kindOf(text, i++)
    if (kind === SPACE) continue
    if (kind === LETTERS || kind === DIGITS) {
      const first = kind
      for (let next; i < text.length && (next = kindOf(text, i)) !== SIGN && next !== SPACE; i++) {
        if (first === DIGITS && next === LETTERS) break
        if (first === LETTERS && next === DIGITS) kind = MIXED
      }
    } else if (text.charCodeAt(start) >= 0xd800 && text.charCodeAt(start) < 0xdc00) i++
    pieces.push({ kind, written: text.slice(start, i), start })
  }
  return pieces
}

/** Of each code in the lower part of Unicode; filled as they are met. */
const KINDS = new Int8Array(0x2000).fill(-1)

function kindOf(text: string, i: number): number {
  const code = text.charCodeAt(i)
  const known = KINDS[code]
  if (known !== undefined && known >= 0) return known
  const char = String.fromCodePoint(text.codePointAt(i) ?? code)
  const kind = /[\s\p{Cf}\ufe00-\ufe0f]/u.test(char)
    ? SPACE
    : /[\p{L}\p{M}]/u.test(char)
      ? LETTERS
      : /\p{N}/u.test(char)
        ? DIGITS
        : SIGN
  if (code < KINDS.length) KINDS[code] = kind
  return kind
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

/** A syllable with all its VNI digits is no longer. */
const LONGEST_TYPED = 11

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
  const decoded = (inside || vni) && written.length <= LONGEST_TYPED ? fromVni(written.toLowerCase()) : undefined
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
  const exact = SHORTHAND.get(token.spelled)
  const meant = exact ?? SHORTHAND.get(token.folded)
  if (meant !== undefined && (exact !== undefined || token.spelled === token.folded || !isSyllable(token.folded))) {
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
      // The written word stands for all of them where a name is looked for.
      typed: i === 0 ? from.typed : '',
      spelled: spelling(word),
      glued: i === 0 && from.glued,
    }),
  )
}

function pushParts(tokens: Token[], from: Token, parts: readonly string[], written: string): void {
  let start = from.start
  for (const part of parts) {
    const piece = written.slice(start - from.start, start - from.start + part.length)
    const token = plain('word', piece, start, start === from.start && from.glued)
    token.capital = from.capital
    if (start === from.start) token.run = { folded: from.folded, length: parts.length }
    tokens.push(token)
    start += part.length
  }
}

/** Two words that are short for others, and dialect words that the next word tells from their double. */
function joinPairs(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const [token, next] = [tokens[i], tokens[i + 1]]
    if (token === undefined) continue
    const pair =
      token.kind === 'word' && next?.kind === 'word' ? SHORT_PAIRS[`${token.folded} ${next.folded}`] : undefined
    const dialect = DIALECT[token.spelled]
    if (isWater(tokens, i)) {
      pushAll(joined, token, ['nước'])
      i++
    } else if (pair !== undefined && next !== undefined) {
      pushAll(joined, { ...token, end: next.end }, pair.split(' '))
      i++
    } else if (dialect !== undefined && !dialect.unless.includes(next?.folded ?? ''))
      pushAll(joined, token, [dialect.meant])
    else joined.push(token)
  }
  return joined
}

/** "nc máy", "nc sạch" are water; "nc mấy tiêu chí" is the set. */
function isWater(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.typed !== 'nc' || tokens[i + 1]?.typed !== '') return false
  const [kind, after] = [tokens[i + 2], tokens[i + 3]]
  if (kind?.folded === 'sach') return true
  const counting = after?.folded === 'tieu' || after?.folded === 'chi' || after?.folded === 'phan'
  return kind?.spelled === 'may2' || (kind?.spelled === 'may' && !counting)
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
    const whole = isSyllable(folded) ? undefined : vocabulary.expand(folded)
    if (whole !== undefined) {
      pushAll(mended, token, whole)
      return
    }
    const written = text.slice(token.start, token.end)
    const separable = !isSyllable(folded) && folded.length > 3 && written.length === folded.length
    const parts = separable ? vocabulary.split(folded) : undefined
    const isPair = parts?.length === 2 && vocabulary.pairCount(parts[0] ?? '', parts[1] ?? '') > 0
    const word =
      long || isPair ? undefined : vocabulary.correct(folded, spelled !== folded || token.markless, previous, next)
    if (word !== undefined) {
      mended.push({ ...token, folded: word, spelled: word })
      return
    }
    if (parts !== undefined) {
      pushParts(mended, token, parts, written)
      return
    }
    mended.push(token)
  })
  return mended
}
