/** The words before a list: its noun, "còn", "không còn", all of its heading. */
import { nounAt } from './counts.ts'
import type { Known } from './list-told.ts'
import { LINE, type Piece } from './page.ts'
import type { Total } from './totals.ts'
import { VERDICTS } from './verdicts.ts'
import { says, Wordings } from './wordings.ts'

export const SET_WORDS = new Set(
  'quy dinh co kho ntm ntmnc nong thon moi nang cao xay dung bo quoc gia ve cua xa dat chuan'.split(' '),
)

export const MOST_INTRO = 30

/** An empty list. */
export const NONE = new Wordings(
  ['không còn', 'không có'].flatMap((no) =>
    [
      'tiêu chí',
      'chỉ tiêu',
      'tiêu chí, chỉ tiêu',
      'tiêu chí NTM',
      'tiêu chí NTM nâng cao',
      'tiêu chí nông thôn mới',
    ].flatMap((noun) =>
      ['chưa đạt', 'nào chưa đạt', 'nào không đạt', 'không đạt'].map(
        (unmet) => [`${no} ${noun.replace(',', ' ,')} ${unmet}`, true] as const,
      ),
    ),
  ),
)

const REST = new Wordings([['còn lại', true]])

/** "còn 04 tiêu chí", "còn lại 2 tiêu chí:", "2 tiêu chí còn lại là", "còn các tiêu chí": the place after it. */
export function restAt({ page: { pieces }, totals }: Known, i: number): number | undefined {
  const left = REST.at(pieces, i)
  if (left) {
    const next = pieces[left.end]
    if (totals.has(left.end) || /^(?:la|gom|:|\(|bao|nhu)$/.test(next?.folded ?? '')) return left.end
    return nounAt(pieces, left.end + 1) ? left.end : undefined
  }
  // "Trừ các tiêu chí 2, 5"
  if (says(pieces[i], 'trừ')) return (nounAt(pieces, i + 1) ?? nounAt(pieces, i + 2)) ? i + 1 : undefined
  if (!says(pieces[i], 'còn')) return undefined
  // "…, còn tiêu chí số 2 và 17" behind what is met
  const article = /^(?:cac|lai)$/.test(pieces[i + 1]?.folded ?? '') ? i + 2 : i + 1
  if (nounAt(pieces, article) && followsTotal(pieces, totals, i)) return i + 1
  const total = totals.get(i + 1) ?? totals.get(i + 2)
  if (total && !total.met) return i + 1
  return undefined
}

/** Whether the same sentence said before how many are met. */
function followsTotal(pieces: readonly Piece[], totals: ReadonlyMap<number, Total>, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - MOST_INTRO) && pieces[k]?.sentence === pieces[i]?.sentence; k--)
    if (totals.get(k)?.met === true) return true
  return false
}

/** The list's own heading begins with the noun before the verdict: "Các tiêu chí chưa đạt". */
export function headOf(pieces: readonly Piece[], i: number): number {
  for (let k = i - 1; k >= Math.max(0, i - 8) && pieces[k]?.sentence === pieces[i]?.sentence; k--)
    if (nounAt(pieces, k)) return k
  return i
}

/** All of that heading: "Các tiêu chí, chỉ tiêu NTM nâng cao chưa đạt". */
export function quoteFrom(pieces: readonly Piece[], i: number): number {
  let first = i
  for (let k = i - 1; k >= Math.max(0, i - 12) && pieces[k]?.sentence === pieces[i]?.sentence; k--) {
    if (nounAt(pieces, k)) first = k
    else if (!SET_WORDS.has(pieces[k]?.folded ?? '') && !/^(?:chi|tieu|hien|con|,|lai)$/.test(pieces[k]?.folded ?? ''))
      break
  }
  const before = pieces[first - 1]
  return before && first < i && /^(?:cac|nhung)$/.test(before.folded) && before.sentence === pieces[i]?.sentence
    ? first - 1
    : first
}

export function attributive(pieces: readonly Piece[], i: number): boolean {
  const before = nounAt(pieces, i - 2)
  if (before?.end === i) return true
  // "Các tiêu chí NTM nâng cao chưa đạt"
  for (let k = i - 1; k >= Math.max(0, i - 7) && pieces[k]?.sentence === pieces[i]?.sentence; k--) {
    if (nounAt(pieces, k)) return true
    if (!SET_WORDS.has(pieces[k]?.folded ?? '') && !/^(?:chi|tieu|hien|con|,)$/.test(pieces[k]?.folded ?? ''))
      return false
  }
  return false
}

const LONGEST_REST = 12

/** "Các tiêu chí chưa đạt và nguyên nhân:": the colon that ends a heading of words only, where a list follows on lines of its own. */
export function headingEnd(pieces: readonly Piece[], at: number): number | undefined {
  for (let k = at; k < at + LONGEST_REST; k++) {
    const piece = pieces[k]
    if (piece === undefined || (k > at && piece.gap >= LINE)) return undefined
    if (piece.folded === ':') return (pieces[k + 1]?.gap ?? 0) >= LINE ? k : undefined
    if (piece.kind !== 'word' && !/^[,()-]$/.test(piece.folded)) return undefined
    if (VERDICTS.at(pieces, k)) return undefined
  }
  return undefined
}
