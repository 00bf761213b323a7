/** Totals out of a whole: 15/19 tiêu chí. */
import { type Count, countAt, type Counted, nounAt, nounBefore, type Sizes } from './counts.ts'
import { LINE, type Piece } from './page.ts'
import { VERDICTS } from './verdicts.ts'
import { says } from './wordings.ts'

/** 15/19 tiêu chí, 15 tiêu chí/19 tiêu chí, mười lăm trên mười chín, 15 trên tổng số 19, tiêu chí đạt: 15/19. */
export function fractionAt(
  pieces: readonly Piece[],
  i: number,
  part: Count,
  sizes: Sizes,
): { counted: Counted; value: number; of: number; end: number } | undefined {
  const inner = (pieces[part.end]?.gap ?? 0) < LINE ? nounAt(pieces, part.end) : undefined
  let at = inner?.end ?? part.end
  // "15 tiêu chí nông thôn mới trên tổng số 19"
  if (inner) while (/^(?:ntm|nong|thon|moi|nang|cao|dat|chuan)$/.test(pieces[at]?.folded ?? '')) at++
  const sign = pieces[at]
  const slash = sign?.folded === '/'
  if (slash || says(sign, 'trên') || (says(sign, 'trong') && pieces[at + 1]?.folded === 'tong')) at++
  else return undefined
  while (/^(?:tong|so|ca|cac)$/.test(pieces[at]?.folded ?? '')) at++
  const whole = countAt(pieces, at) ?? glued(pieces, at)
  if (!whole) return undefined
  if (pieces[whole.end]?.folded === '/' && pieces[whole.end + 1]?.kind === 'number') return undefined
  if (pieces[whole.end]?.folded === '%' || part.value > whole.value) return undefined
  let behind = whole.end
  while (/^(?:tong|so|cac)$/.test(pieces[behind]?.folded ?? '')) behind++
  // On the next line it begins another figure: "Tiêu chí đạt: 14/19 / Chỉ tiêu đạt: 63/75".
  const noun = (pieces[whole.end]?.gap ?? 0) < LINE ? nounAt(pieces, behind) : undefined
  const value = { value: part.value, of: whole.value }
  if (noun) {
    // "17/19 tiêu chí/xã" is an average.
    if (pieces[noun.end]?.folded === '/' && pieces[noun.end + 1]?.folded === 'xa') return undefined
    return { ...value, counted: noun.value, end: noun.end }
  }
  if (inner) return { ...value, counted: inner.value, end: whole.end }
  return bareFraction(pieces, i, whole.end, value, sizes)
}

/** The whole behind a slash is glued to it. */
function glued(pieces: readonly Piece[], i: number): Count | undefined {
  const piece = pieces[i]
  return piece?.kind === 'number' && piece.folded.length <= 3 ? { value: Number(piece.folded), end: i + 1 } : undefined
}

function bareFraction(
  pieces: readonly Piece[],
  i: number,
  end: number,
  value: { value: number; of: number },
  sizes: Sizes,
): { counted: Counted; value: number; of: number; end: number } | undefined {
  const next = pieces[end]
  const follows = next === undefined || next.kind !== 'word' || next.gap >= LINE
  const goesOn =
    next !== undefined &&
    (/^(?:va|dat|chua|con|hien|theo|la|de|trong|xay|ntm)$/.test(next.folded) || VERDICTS.at(pieces, end) !== undefined)
  if (!follows && !goesOn) return undefined
  const before = nounBefore(pieces, i)
  const fits = (counted: Counted) => sizes[counted].has(value.of)
  const counted =
    before ?? (fits('indicators') ? 'indicators' : value.of !== 10 && fits('criteria') ? 'criteria' : undefined)
  if (counted === undefined) return undefined
  if (before === undefined && !fits(counted)) return undefined
  if (before !== undefined && !fits(before)) {
    const other = before === 'criteria' ? 'indicators' : 'criteria'
    // "15/19 tiêu chí: 52/57": the other noun was left out.
    return fits(other) ? { ...value, counted: other, end } : undefined
  }
  return { ...value, counted, end }
}
