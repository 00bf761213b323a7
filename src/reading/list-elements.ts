/** Where the elements of a list begin and end: at signs, at bullets, on the next line. */
import { nounAt } from './counts.ts'
import type { ItemNames } from './items.ts'
import type { Known } from './list-told.ts'
import { LINE, type Piece } from './page.ts'

export const GLUE = new Set(
  ', ; : ( ) - + / * • ● ○ ▪ . | va cung voi cac nhung gom bao la nhu sau cu the trong do day so noi dung theo hien nay ca mot nhom thuoc o tai'.split(
    ' ',
  ),
)

/** Between the noun and the number or name: "số", "về"; "thứ" before a number only, as "thu" begins names. */
export function leadsToItem(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at]
  if (piece === undefined || piece.gap >= LINE) return false
  if (piece.folded === 'thu') return pieces[at + 1]?.kind === 'number'
  return /^(?:so|ve|la|:)$/.test(piece.folded)
}

export const MOST_EXPLAINED = 60

/** A strong sign between two items: what stands behind it may have a verdict of its own. */
export function separated(pieces: readonly Piece[], from: number, end: number): boolean {
  for (let k = from; k < end; k++) if (/^[;.]$/.test(pieces[k]?.folded ?? '')) return true
  return false
}

export function isNumberList(before: Piece | undefined): boolean {
  return before?.folded === 'so'
}

export function isBoundary(piece: Piece): boolean {
  return piece.gap >= LINE || /^[,;.:()|+/-]$/.test(piece.folded) || /^(?:va|cung|la|gom)$/.test(piece.folded)
}

export function boundaryBefore(pieces: readonly Piece[], at: number, start: number): boolean {
  const before = pieces[at - 1]
  if (at === start || before === undefined || (pieces[at]?.gap ?? 0) >= LINE) return true
  return (
    GLUE.has(before.folded) ||
    before.kind === 'number' ||
    !/\p{L}/u.test(before.folded) ||
    /^(?:chi|tieu|ve|con|cao|moi|ntm|ntmnc)$/.test(before.folded)
  )
}

/** Where the next element begins: behind a comma, a semicolon or a bracket, or at a noun; undefined at the sentence's end. */
export function nextBoundary(pieces: readonly Piece[], from: number, explains = false): number | undefined {
  let depth = 0
  for (let k = from; k < Math.min(pieces.length, from + MOST_EXPLAINED); k++) {
    const piece = pieces[k]
    if (piece === undefined) return undefined
    if (k > from && piece.sentence !== pieces[k - 1]?.sentence) return explains ? k : undefined
    if (piece.folded === '(') depth++
    else if (piece.folded === ')') depth--
    if (depth <= 0 && /^[,;]$/.test(piece.folded)) return k
    if (depth <= 0 && explains && piece.folded === '.' && pieces[k + 1]?.sentence !== piece.sentence) return k
    if (k > from && nounAt(pieces, k) && pieces[nounAt(pieces, k)?.end ?? k]?.kind === 'number') return k
  }
  return undefined
}

/** Whether the next sentence or line goes on with the list. */
export function goesOn(
  { page: { pieces } }: Known,
  at: number,
  count: number,
  before: Piece | undefined,
  intro: boolean,
  names: ItemNames,
): boolean {
  const piece = pieces[at]
  if (piece === undefined) return false
  if (isBulleted(pieces, at, names)) return count > 0 || intro || before?.folded === ':' || piece.gap >= LINE
  if (count === 0 && before?.folded === ':') return true
  if (count > 0 && piece.gap >= LINE && /^[,;]$/.test(before?.folded ?? '')) return true
  return false
}

/** Where an item that is explained stands behind a bullet, the next line with the same bullet and an item. */
export function nextBullet(pieces: readonly Piece[], at: number, end: number, names: ItemNames): number | undefined {
  let from = end - 1
  while (from > 0 && end - from < MOST_EXPLAINED && (pieces[from]?.gap ?? 0) < LINE) from--
  let next = at
  while (next < pieces.length && next - at < MOST_EXPLAINED && (pieces[next]?.gap ?? 0) < LINE) next++
  const [own, following] = [pieces[from], pieces[next]]
  if (own === undefined || following === undefined || following.gap !== LINE || own.gap < LINE) return undefined
  const alike = own.kind === 'number' ? following.kind === 'number' : own.folded === following.folded
  const bullet = own.kind === 'number' || /^[-+*•●○▪]$/.test(own.folded)
  return alike && bullet && isBulleted(pieces, next, names) ? next : undefined
}

/** A bullet, a number or "tiêu chí" before an item. */
export function isBulleted(pieces: readonly Piece[], at: number, names: ItemNames): boolean {
  let from = at
  while (/^(?:[-+*•●○▪|(]|va)$/.test(pieces[from]?.folded ?? '') && from < at + 3) from++
  // "a) …"
  if (
    pieces[from]?.folded.length === 1 &&
    pieces[from]?.kind === 'word' &&
    /^[).]$/.test(pieces[from + 1]?.folded ?? '')
  )
    from += 2
  const noun = nounAt(pieces, from) ?? (pieces[from]?.folded === 'so' ? { value: 'criteria', end: from } : undefined)
  if (noun) {
    let next = noun.end
    while (leadsToItem(pieces, next)) next++
    return (
      names.codeAt(pieces, next) !== undefined ||
      names.numberAt(pieces, next) !== undefined ||
      names.nameAt(pieces, next) !== undefined ||
      (noun.value === 'indicators' && names.indicatorAt(pieces, next) !== undefined)
    )
  }
  const code = names.codeAt(pieces, from)
  if (code) return true
  const number = names.numberAt(pieces, from)
  if (number) return number.named && !number.conflict
  // "1) Giao thông": the list's own number.
  let own = from
  if (pieces[own]?.kind === 'number' && /^[.)/]$/.test(pieces[own + 1]?.folded ?? '')) own += 2
  const name = names.nameAt(pieces, own)
  return name !== undefined && (own > at || from > at || isBoundary(pieces[name.end] ?? pieces[at]!))
}
