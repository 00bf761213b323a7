/** Tables with a column for each commune: "Tiêu chí | Xã Mẫu Hạ | Xã Thử Hạ". */
import { cellAt, type CellSpan, type Line } from './cells.ts'
import type { UnitTold } from './unit-names.ts'

export interface UnitCell extends CellSpan {
  unit: UnitTold
}

/** The cells below such headings, in the order of the text. */
export function readUnitColumns(lines: readonly Line[], units: readonly UnitTold[]): UnitCell[] {
  const found: UnitCell[] = []
  let header: (UnitTold | undefined)[] | undefined
  let next = 0
  for (const { to, cells } of lines) {
    const here = new Map<number, UnitTold>()
    for (let unit = units[next]; unit !== undefined && unit.start < to; unit = units[++next])
      if (unit.kind === 'one' && !unit.aside) here.set(unit.start, unit)
    if (cells.length < 3) {
      header = undefined
      continue
    }
    const columns = cells.map((cell, column) => (column > 0 ? here.get(cell.from) : undefined))
    if (columns.filter((unit) => unit !== undefined).length >= 2) header = columns
    else if (header && cells.length <= header.length)
      for (const [column, cell] of cells.entries()) {
        const unit = header[column]
        if (unit && cell.to > cell.from) found.push({ ...cell, unit })
      }
  }
  return found
}

/** The commune in whose column a piece stands. */
export function unitColumnAt(cells: readonly UnitCell[], at: number): UnitTold | undefined {
  return cellAt(cells, at)?.unit
}
