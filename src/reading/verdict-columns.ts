/** Tables with a column for what is met and one for what is not: crosses or counts in their rows, sums in the last. */
import { cellNumber, cellWords, type CellSpan, type Line } from './cells.ts'
import type { Piece } from './page.ts'
import type { Counted, Sizes } from './counts.ts'
import type { Total } from './totals.ts'

export interface VerdictColumns {
  /** From this piece on … */
  from: number
  met: number
  unmet: number
  /** How many cells the heading has. */
  width: number
  /** Empty cells were kept: a cross stands below its own heading. */
  kept: boolean
}

const MET = /^(?:(?:so |tong )*(?:chi tieu |tieu chi |tc |ct )?(?:da )?(?:dat|hoan thanh)(?: chuan)?)$/
const UNMET = /^(?:(?:so |tong )*(?:chi tieu |tieu chi |tc |ct )?(?:chua|khong) (?:dat|hoan thanh)(?: chuan)?)$/

export function verdictColumns(pieces: readonly Piece[], lines: readonly Line[]): VerdictColumns[] {
  const found: VerdictColumns[] = []
  for (const { from, to, cells } of lines) {
    const last = found.at(-1)
    if (cells.length < 3) continue
    if (last && !last.kept && pieces[from]?.kind === 'number') {
      const [first, second] = [Math.min(last.met, last.unmet), Math.max(last.met, last.unmet)]
      last.kept = isEmpty(cells[first]) && isCrossed(pieces, cells[second])
    }
    if (pieces[from]?.kind === 'number') continue
    const words = cells.map((cell) => cellWords(pieces, cell))
    const met = words.findIndex((cell) => MET.test(cell))
    const unmet = words.findIndex((cell) => UNMET.test(cell))
    if (met > 0 && unmet > 0) found.push({ from: to, met, unmet, width: cells.length, kept: false })
  }
  return found
}

const CROSS = /^(?:x|v|✓|✔|✗|\+|√|☑|☒)$/

function isCrossed(pieces: readonly Piece[], cell: CellSpan | undefined): boolean {
  return cell !== undefined && cell.to - cell.from === 1 && CROSS.test(pieces[cell.from]?.folded ?? '')
}

function isEmpty(cell: CellSpan | undefined): boolean {
  return cell !== undefined && cell.to === cell.from
}

/** What the cross of a row, or how many of its indicators are met and are not, says. */
export function verdictOfRow(
  pieces: readonly Piece[],
  cells: readonly CellSpan[],
  columns: VerdictColumns,
): boolean | undefined {
  const unmet = cellNumber(pieces, cells[columns.unmet])
  if (unmet !== undefined && cellNumber(pieces, cells[columns.met]) !== undefined) return unmet === 0
  // A row that lost an empty cell has its cross below another heading.
  if (!columns.kept && cells.length < columns.width) return undefined
  const [met, not] = [isCrossed(pieces, cells[columns.met]), isCrossed(pieces, cells[columns.unmet])]
  return met === not ? undefined : met
}

const SUM = /^(?:tong(?: cong| so| hop)?|cong)\b/
const OF_COMMUNES = /^(?:ten )?(?:cac )?(?:xa|don vi|dia phuong|thi tran|phuong|thon|ten don vi)\b/

/** "Tổng cộng | 57 | 52 | 5" below a table of criteria: numbers that only make sense together. */
export function readSums(
  pieces: readonly Piece[],
  lines: readonly Line[],
  columns: readonly VerdictColumns[],
  sizes: Sizes,
): Total[] {
  const totals: Total[] = []
  let ofCriteria = false
  let current = -1
  for (const { from, cells } of lines) {
    if (cells.length < 2) continue
    while ((columns[current + 1]?.from ?? Infinity) <= from) current++
    const words = cells.slice(0, 6).map((cell) => cellWords(pieces, cell))
    const label = words.findIndex((cell) => cell !== '')
    const sum = SUM.test(words[label] ?? '') && label <= 1
    if (!sum && words.some((cell) => /tieu chi|chi tieu/.test(cell)) && pieces[from]?.kind !== 'number')
      ofCriteria = !words.some((cell) => OF_COMMUNES.test(cell))
    if (!sum || !ofCriteria) continue
    const numbers = cells.slice(label + 1).flatMap((cell) => {
      const value = cellNumber(pieces, cell)
      return value === undefined ? [] : [{ value, cell }]
    })
    const reversed = current >= 0 && (columns[current]?.unmet ?? 0) < (columns[current]?.met ?? 0)
    totals.push(...sumOf(numbers, reversed, sizes))
  }
  return totals
}

interface Summand {
  value: number
  cell: CellSpan
}

/** The whole, what is met and what is not, in whichever order they add up; without the whole where that is a set's. */
function sumOf(numbers: readonly Summand[], reversed: boolean, sizes: Sizes): Total[] {
  const [a, b, c] = numbers
  if (a === undefined || b === undefined) return []
  const counted = (whole: number): Counted | undefined =>
    sizes.criteria.has(whole) ? 'criteria' : sizes.indicators.has(whole) ? 'indicators' : undefined
  const pair =
    c !== undefined && a.value === b.value + c.value
      ? [b, c]
      : c === undefined || c.value === a.value + b.value
        ? [a, b]
        : []
  const [first, second] = reversed ? pair.toReversed() : pair
  if (first === undefined || second === undefined) return []
  const of = first.value + second.value
  const noun = counted(of)
  if (noun === undefined) return []
  return [
    { counted: noun, value: first.value, of, met: true, start: first.cell.from, end: first.cell.to },
    { counted: noun, value: second.value, of, met: false, start: second.cell.from, end: second.cell.to },
  ].toSorted((x, y) => x.start - y.start)
}
