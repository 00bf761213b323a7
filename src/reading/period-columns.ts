/** Tables with a column for each time: "Nội dung | Năm 2023 | 6 tháng đầu năm 2024", "Kế hoạch | Thực hiện". */
import { cellAt, cellWords, type CellSpan, type Line } from './cells.ts'
import type { DayTold } from './days.ts'
import type { Piece } from './page.ts'

export interface PeriodCell extends CellSpan {
  told?: DayTold
  /** What was planned, and is no result. */
  goal: boolean
}

const GOAL = /^(?:so )?(?:ke hoach|muc tieu|phan dau|chi tieu (?:ke hoach|giao|phan dau)|du kien|uoc)\b/
const RESULT = /^(?:thuc hien|ket qua|hien trang|thuc trang|da dat)\b/

/** The cells below such headings, in the order of the text. */
export function readPeriodCells(
  pieces: readonly Piece[],
  lines: readonly Line[],
  days: readonly DayTold[],
): PeriodCell[] {
  const found: PeriodCell[] = []
  let header: (Omit<PeriodCell, 'from' | 'to'> | undefined)[] | undefined
  let next = 0
  for (const { to, cells } of lines) {
    const here: DayTold[] = []
    for (; (days[next]?.start ?? Infinity) < to; next++) here.push(days[next]!)
    if (cells.length < 3) {
      header = undefined
      continue
    }
    const columns = cells.map((cell, column) => {
      const words = column === 0 ? '' : cellWords(pieces, cell)
      const told = here.find(({ start, now }) => !now && start >= cell.from && start < cell.to)
      const goal = GOAL.test(words)
      return column > 0 && (told || goal || RESULT.test(words)) && !/\d \/ \d+ (?:tieu|chi)/.test(words)
        ? { told, goal }
        : undefined
    })
    if (columns.filter((column) => column !== undefined).length >= 2) header = columns
    else if (header)
      for (const [column, cell] of cells.entries()) {
        const period = header[column]
        if (period && cell.to > cell.from) found.push({ ...cell, ...period })
      }
  }
  return found
}

/** The cell that holds a piece. */
export function periodAt(cells: readonly PeriodCell[], at: number): PeriodCell | undefined {
  return cellAt(cells, at)
}
