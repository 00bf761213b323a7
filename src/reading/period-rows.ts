/** Tables with a row for each time: "Năm | Số tiêu chí đạt | Số chỉ tiêu đạt". */
import { cellWords, type CellSpan, type Line } from './cells.ts'
import { countColumns, type CountColumn, totalIn } from './count-columns.ts'
import type { Sizes } from './counts.ts'
import type { DayTold } from './days.ts'
import type { Piece } from './page.ts'
import type { PeriodCell } from './period-columns.ts'
import type { Total } from './totals.ts'

const TIME_COLUMN = /^(?:nam|thoi gian|thoi diem|ky bao cao|ky|thang|quy|ngay|moc thoi gian)$/

/** The totals of such tables, and the time of each. */
export function readPeriodRows(
  pieces: readonly Piece[],
  lines: readonly Line[],
  days: readonly DayTold[],
  sizes: Sizes,
): { totals: Total[]; periods: PeriodCell[] } {
  const totals: Total[] = []
  const periods: PeriodCell[] = []
  let header: { time: number; counts: readonly CountColumn[]; width: number } | undefined
  let next = 0
  for (const { to, cells } of lines) {
    const here: DayTold[] = []
    for (let day = days[next]; day !== undefined && day.start < to; day = days[++next]) here.push(day)
    if (cells.length < 2) {
      header = undefined
      continue
    }
    const words = cells.map((cell) => cellWords(pieces, cell))
    const time = words.findIndex((cell) => TIME_COLUMN.test(cell))
    if (time >= 0 && time < 2) {
      const counts = countColumns(words, cells, time)
      header = counts.length > 0 ? { time, counts, width: cells.length } : undefined
      continue
    }
    const cell = header && cells.length <= header.width ? cells[header.time] : undefined
    const told = cell && timeIn(pieces, cell, here)
    if (!header || !told) continue
    for (const column of header.counts) {
      const span = cells[column.column]
      const total = span && totalIn(pieces, span, column, sizes)
      if (!span || !total) continue
      totals.push(total)
      periods.push({ ...span, told, goal: false })
    }
  }
  return { totals, periods }
}

/** A day that is told in a cell, or a year that stands there alone. */
function timeIn(pieces: readonly Piece[], { from, to }: CellSpan, days: readonly DayTold[]): DayTold | undefined {
  const told = days.find(({ start, now }) => !now && start >= from && start < to)
  if (told) return told
  const year = to - from === 1 ? (pieces[from]?.folded ?? '') : ''
  return /^20\d\d$/.test(year)
    ? { date: `${year}-12`, now: false, span: 'year', aside: false, start: from, end: to }
    : undefined
}
