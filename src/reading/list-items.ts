/** The criteria and indicators that an element of a list names: one, a range, what stands in brackets behind it. */
import { nounAt } from './counts.ts'
import type { Item, ItemNames } from './items.ts'
import { boundaryBefore, MOST_EXPLAINED } from './list-elements.ts'
import { LINE, type Piece } from './page.ts'
import { VERDICTS } from './verdicts.ts'

/** The items that begin at `i`: one, or a range. */
export function itemAt(
  pieces: readonly Piece[],
  i: number,
  names: ItemNames,
  noun: 'criteria' | 'indicators' | undefined,
  numbers: boolean,
): Item[] | undefined {
  const code = names.codeAt(pieces, i)
  if (code) return codeRange(pieces, code, names)
  const number = names.numberAt(pieces, i)
  if (number && number.named && !number.conflict) return [number]
  if (number && numbers && ((pieces[i + 1]?.gap ?? 0) >= LINE || nounAt(pieces, i + 1) === undefined)) {
    // "1. Giao thông; 2. Y tế" are numbers of the list where they are not those of the criteria.
    const name = number.named ? listNumbered(pieces, i, names) : undefined
    if (name) return [name]
    return numberRange(pieces, number, names)
  }
  if (number?.conflict) {
    const name = listNumbered(pieces, i, names)
    return name && [name]
  }
  if (noun === 'indicators') {
    const indicator = names.indicatorAt(pieces, i)
    if (indicator) return [indicator]
    // A single indicator has its criterion's number for its code.
    if (number && !number.named && names.indicatorsOf(number.no) === 1) return [number]
  }
  const name = names.nameAt(pieces, i)
  return name && [name]
}

/** "1) Giao thông" where 1 is the list's number. */
function listNumbered(pieces: readonly Piece[], i: number, names: ItemNames): Item | undefined {
  if (!/^[.)/]$/.test(pieces[i + 1]?.folded ?? '')) return undefined
  return names.nameAt(pieces, i + 2)
}

function isTo(piece: Piece | undefined): boolean {
  return piece?.folded === '-' || piece?.folded === 'den'
}

function codeRange(pieces: readonly Piece[], first: Item, names: ItemNames): Item[] {
  if (!isTo(pieces[first.end])) return [first]
  const last = names.codeAt(pieces, first.end + 1)
  const [a, b] = [Number(first.code?.split('.')[1]), Number(last?.code?.split('.')[1])]
  if (last === undefined || last.no !== first.no || b <= a || b - a > 20) return [first]
  return Array.from({ length: b - a + 1 }, (_, k) => ({ ...first, code: `${first.no}.${a + k}`, end: last.end }))
}

function numberRange(pieces: readonly Piece[], first: Item, names: ItemNames): Item[] {
  if (first.named || !isTo(pieces[first.end])) return [first]
  let at = first.end + 1
  if (pieces[at]?.folded === 'so') at++
  const last = names.numberAt(pieces, at)
  if (last === undefined || last.no <= first.no) return [first]
  return Array.from({ length: last.no - first.no + 1 }, (_, k) => ({ ...first, no: first.no + k, end: at + 1 }))
}

/** What stands in brackets behind a criterion: its number, its indicators. Returns the place after it. */
export function behind(pieces: readonly Piece[], found: readonly Item[], names: ItemNames, items: Item[]): number {
  const last = found.at(-1)
  if (!last) return 0
  if (pieces[last.end]?.folded !== '(') return last.end
  if (last.code !== undefined) return explained(pieces, last.end, names) ?? last.end
  let end = last.end + 1
  while (end < pieces.length && end - last.end < MOST_EXPLAINED * 2 && pieces[end]?.folded !== ')') end++
  if (pieces[end]?.folded !== ')') return last.end
  let indicators = false
  let open = true
  for (let k = last.end + 1; k < end;) {
    const noun = nounAt(pieces, k)
    if (noun) {
      indicators = noun.value === 'indicators'
      k = noun.end
      continue
    }
    // "(đã đạt chỉ tiêu 2.3, chưa đạt 2.1)"
    const verdict = VERDICTS.at(pieces, k)
    if (verdict) {
      open = verdict.value !== 'met'
      k = verdict.end
      continue
    }
    const code = names.codeAt(pieces, k)
    if (code) {
      const codes = codeRange(pieces, code, names)
      if (open) items.push(...codes)
      k = codes.at(-1)?.end ?? k + 1
      continue
    }
    const number =
      !indicators && /^(?:so|chi|\()$/.test(pieces[k - 1]?.folded ?? '') ? names.numberAt(pieces, k) : undefined
    if (number && !number.named && number.end <= end && last.named && nounAt(pieces, k + 1) === undefined) {
      // The number decides; a name that is another's tells of another set.
      const at = items.indexOf(last)
      if (at >= 0 && number.no !== last.no && /^[),;]$/.test(pieces[number.end]?.folded ?? ''))
        items[at] = { ...last, no: number.no, conflict: true }
      k = number.end
      continue
    }
    const indicator = indicators && boundaryBefore(pieces, k, k) ? names.indicatorAt(pieces, k, last.no) : undefined
    if (indicator) {
      items.push(indicator)
      k = indicator.end
      continue
    }
    k++
  }
  return end + 1
}

/** "14.3 (tỷ lệ dân số có sổ khám chữa bệnh điện tử)": words in brackets behind a code only say what it is. */
function explained(pieces: readonly Piece[], from: number, names: ItemNames): number | undefined {
  for (let k = from + 1; k < Math.min(pieces.length, from + MOST_EXPLAINED); k++) {
    if (pieces[k]?.folded === ')') return k + 1
    if (pieces[k]?.folded === '(' || VERDICTS.at(pieces, k) || names.codeAt(pieces, k)) return undefined
  }
  return undefined
}
