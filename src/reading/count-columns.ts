/** The columns of a table that count criteria or indicators. */
import { type CellSpan } from './cells.ts'
import type { Counted, Sizes } from './counts.ts'
import type { Piece } from './page.ts'
import type { Total } from './totals.ts'

export interface CountColumn {
  column: number
  header: CellSpan
  counted: Counted
  met: boolean
}

export const UNMET = /chua|khong dat|con lai|con thieu/
/** Columns that tell no result: what is planned, a difference, a share, what there is in all. */
const NO_RESULT =
  /\b(?:dang ky|dang ki|ke hoach|phan dau|muc tieu|du kien|uoc|giao|tang|giam|so voi|binh quan|ty le|diem|quy dinh|yeu cau)\b|%/
const [MET, UNMET_ALONE] = [/^(?:da )?(?:dat|hoan thanh)(?: chuan)?$/, /^(?:chua|khong) (?:dat|hoan thanh)(?: chuan)?$/]
const WHOLE = /^(?:tong )?(?:so )?(?:tieu chi|chi tieu)(?: (?:ntm|nong thon moi))?$/

/**
 * The columns that count what is met or is not, by the words of a heading.
 * @param own the column that tells what a row is about.
 */
export function countColumns(words: readonly string[], cells: readonly CellSpan[], own: number): CountColumn[] {
  // "Tổng số tiêu chí | Đạt | Chưa đạt"
  const parted = words.some((cell) => MET.test(cell))
  let whole: { counted: Counted; header: CellSpan } | undefined
  return words.flatMap((cell, column) => {
    const header = cells[column] ?? { from: 0, to: 0 }
    if (column === own || NO_RESULT.test(cell)) return []
    // "Tổng số tiêu chí | Đạt | Chưa đạt": what there is in all, and how many of them.
    if (parted && WHOLE.test(cell)) {
      whole = { counted: countedIn(cell), header }
      return []
    }
    if (whole && (MET.test(cell) || UNMET_ALONE.test(cell))) return [{ ...whole, column, met: MET.test(cell) }]
    const counts =
      /tieu chi|chi tieu|\b(?:tc|ct|ntm)\b|nong thon moi/.test(cell) &&
      !/\d+ \/ \d+ (?:tieu|chi)/.test(cell) &&
      !/ten |noi dung/.test(cell)
    return counts ? [{ column, header, counted: countedIn(cell), met: !UNMET.test(cell) }] : []
  })
}

function countedIn(cell: string): Counted {
  return /chi tieu|\bct\b/.test(cell) && !/tieu chi|\btc\b/.test(cell) ? 'indicators' : 'criteria'
}

/** What a cell below such a heading says. */
export function totalIn(
  pieces: readonly Piece[],
  span: CellSpan,
  { counted, met, header: heading }: CountColumn,
  sizes: Sizes,
): Total | undefined {
  const [a, slash, b] = [pieces[span.from], pieces[span.from + 1], pieces[span.from + 2]]
  if (a?.kind !== 'number' || a.folded.length > 2) return undefined
  const value = Number(a.folded)
  const total = { counted, value, met, heading, start: span.from, end: span.to }
  if (span.to - span.from === 1) return total
  if (slash?.folded !== '/' || b?.kind !== 'number' || !sizes[counted].has(Number(b.folded))) return undefined
  return { ...total, of: Number(b.folded) }
}
