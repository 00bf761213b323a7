/** The lines of a text and the cells of those that are rows of a table. */
import { LINE, type Piece } from './page.ts'

export interface CellSpan {
  from: number
  to: number
}

export interface Line extends CellSpan {
  /** One for a line without bars. */
  cells: readonly CellSpan[]
}

export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = []
  for (let from = 0; from < pieces.length;) {
    let to = from + 1
    while (to < pieces.length && (pieces[to]?.gap ?? 0) < LINE) to++
    lines.push({ from, to, cells: cellsOf(pieces, from, to) })
    from = to
  }
  return lines
}

function cellsOf(pieces: readonly Piece[], from: number, end: number): CellSpan[] {
  const cells: CellSpan[] = []
  let begin = pieces[from]?.folded === '|' ? from + 1 : from
  for (let k = begin; k <= end; k++)
    if (k === end || pieces[k]?.folded === '|') {
      cells.push({ from: begin, to: k })
      begin = k + 1
    }
  return cells
}

/** The words of a cell without their marks. */
export function cellWords(pieces: readonly Piece[], { from, to }: CellSpan): string {
  return pieces
    .slice(from, to)
    .map(({ folded }) => folded)
    .join(' ')
}

/** The number that is all a cell holds. */
export function cellNumber(pieces: readonly Piece[], cell: CellSpan | undefined): number | undefined {
  const only = cell && cell.to - cell.from === 1 ? pieces[cell.from] : undefined
  return only?.kind === 'number' && only.folded.length <= 3 ? Number(only.folded) : undefined
}

/** The line that holds a piece. */
export function lineAt(lines: readonly Line[], at: number): Line | undefined {
  return lines[lastUpTo(lines, at)]
}

/** The cell that holds a piece. */
export function cellAt<Cell extends CellSpan>(cells: readonly Cell[], at: number): Cell | undefined {
  const cell = cells[lastUpTo(cells, at)]
  return cell && at < cell.to ? cell : undefined
}

/** The place of the last one that begins up to a piece; -1 where none does. */
export function lastUpTo(spans: readonly { from: number }[], at: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.from ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
