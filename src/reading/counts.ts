/** Numbers of criteria or indicators: the noun, and the number in digits or in words. */
import { readNumber } from '../language/numbers.ts'
import type { Piece } from './page.ts'
import { Wordings } from './wordings.ts'

export type Counted = 'criteria' | 'indicators'

/** The totals that sets have: `19/19` is out of one, `2/9` is a day. */
export interface Sizes {
  criteria: ReadonlySet<number>
  indicators: ReadonlySet<number>
}

const NOUNS = new Wordings<Counted>([
  ['tiêu chí', 'criteria'],
  ['chỉ tiêu', 'indicators'],
])

/** The noun that begins at `i`; `TC` and `CT` are these words already ({@link pageOf}). */
export function nounAt(pieces: readonly Piece[], i: number): { value: Counted; end: number } | undefined {
  return NOUNS.at(pieces, i)
}

export interface Count {
  value: number
  end: number
}

/** A whole number of things, in digits or in words; no part of a decimal, a date or a code. */
export function countAt(pieces: readonly Piece[], i: number): Count | undefined {
  const piece = pieces[i]
  if (piece?.kind === 'number') {
    if (piece.folded.length > 3) return undefined
    const before = pieces[i - 1]
    if (piece.glued && before !== undefined && /^[./,-]$/.test(before.folded) && pieces[i - 2]?.kind === 'number')
      return undefined
    const [next, more] = [pieces[i + 1], pieces[i + 2]]
    if (next?.glued && more?.glued && more.kind === 'number' && /^[.,-]$/.test(next.folded)) return undefined
    return { value: Number(piece.folded), end: wordsEnd(pieces, i) ?? i + 1 }
  }
  if (piece?.kind !== 'word') return undefined
  const number = readNumber(pieces, i)
  if (number?.words !== true || number.value > 99) return undefined
  return { value: number.value, end: number.end }
}

/** "15 (mười lăm)": the place behind the brackets. */
function wordsEnd(pieces: readonly Piece[], i: number): number | undefined {
  if (pieces[i + 1]?.folded !== '(' || pieces[i + 2]?.kind !== 'word') return undefined
  const words = readNumber(pieces, i + 2)
  const same = words?.words === true && words.value === Number(pieces[i]?.folded)
  return same && pieces[words.end]?.folded === ')' ? words.end + 1 : undefined
}

const TO_NOUN = new Set(
  'dat chuan da chua khong con lai la : duoc hoan thanh theo quy dinh nay hien so | co gom ( ntm nong thon moi nang cao xay dung ket qua cua xa ve dang - den'.split(
    ' ',
  ),
)

/** The noun that stands before a bare number: "Số tiêu chí đạt chuẩn: 15". */
export function nounBefore(pieces: readonly Piece[], i: number): Counted | undefined {
  const sentence = pieces[i]?.sentence
  for (let k = i - 1, seen = 0; k > 0 && seen < 12; k--, seen++) {
    if (pieces[k]?.sentence !== sentence) return undefined
    const noun = nounAt(pieces, k - 1)
    if (noun?.end === k + 1) return noun.value
    if (!TO_NOUN.has(pieces[k]?.folded ?? '')) return undefined
  }
  return undefined
}
