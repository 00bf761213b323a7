/** Where a list ends: at a verdict, at words that are none of its own. */
import { nounAt } from './counts.ts'
import { LINE, type Piece } from './page.ts'
import { VERDICTS } from './verdicts.ts'
import { says } from './wordings.ts'

/** Words with which something else begins: a reason, a way out. */
export const LEAVES = /^(?:nguyen|ly|giai|nhiem|phan|de|dong|ngoai|tuy|ben|uoc)$/

export function verdictWithin(pieces: readonly Piece[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (VERDICTS.at(pieces, k)) return true
  return false
}

/** A number out of another, or with its noun behind it. */
export function isFigure(pieces: readonly Piece[], at: number): boolean {
  const [slash, whole] = [pieces[at + 1], pieces[at + 2]]
  return slash?.folded === '/' && whole?.kind === 'number' && nounAt(pieces, at + 3) !== undefined
}

/** Whether the sentence goes on behind the last item with words that the list may hold too. */
export function goesOnInWords(pieces: readonly Piece[], end: number): boolean {
  const at = /^(?:[,;+/&-]|va|cung|voi)$/.test(pieces[end]?.folded ?? '') ? end + 1 : end
  const next = pieces[at]
  if (next === undefined || next.gap >= LINE || next.sentence !== pieces[end - 1]?.sentence) return false
  return next.kind === 'word' && !says(next, 'còn') && !LEAVES.test(next.folded) && !VERDICTS.at(pieces, at)
}

const TO_VERDICT =
  /^(?:da|deu|van|hien|cung|nay|xa|cua|con|:|\||la|theo|duoc|danh|gia|=|>|-|cung|ntm|nong|thon|moi|nang|cao|\))$/

const MOST_BETWEEN = 9

/** The verdict behind a list where only words that lead to it stand between: "của xã Thử Giang hiện chưa đạt". */
export function verdictFrom(
  pieces: readonly Piece[],
  from: number,
): { value: 'met' | 'unmet' | 'open'; end: number } | undefined {
  for (let k = from; k < from + MOST_BETWEEN; k++) {
    const piece = pieces[k]
    if (piece === undefined || piece.gap >= LINE) return undefined
    const verdict = VERDICTS.at(pieces, k)
    if (verdict) return verdict.value === 'met' && pieces[verdict.end]?.kind === 'number' ? undefined : verdict
    if (!TO_VERDICT.test(piece.folded) && !(k > from + 1 && piece.capital)) return undefined
  }
  return undefined
}

/** A verdict that begins a list of its own is not that of the list before it. */
export function hasOwnList(pieces: readonly Piece[], end: number): boolean {
  const next = pieces[end]
  if (next === undefined || next.gap >= LINE) return false
  return (
    next.folded === ':' ||
    next.folded === 'gom' ||
    nounAt(pieces, next.folded === 'cac' ? end + 1 : end) !== undefined ||
    (next.kind === 'number' && nounAt(pieces, end + 1) !== undefined)
  )
}
