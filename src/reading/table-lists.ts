/** What a table of criteria says is met and is not, as lists. */
import type { CriteriaTable, Row } from './criteria-tables.ts'
import type { ListTold } from './list-told.ts'
import type { UnitTold } from './unit-names.ts'

/** A list of what is met and one of what is not; of a table with a column for each commune two of each. */
export function listsOfTable(table: CriteriaTable): ListTold[] {
  const units = new Set(table.rows.flatMap(({ byUnit }) => [...(byUnit?.keys() ?? [])]))
  const whose: (UnitTold | undefined)[] = units.size > 0 ? [...units] : [undefined]
  return whose.flatMap((unit) => [false, true].flatMap((met) => listOf(table, met, unit) ?? []))
}

function listOf(table: CriteriaTable, met: boolean, unit: UnitTold | undefined): ListTold | undefined {
  const told = (row: Row) => (unit ? row.byUnit?.get(unit) : row.met)
  const rows = table.rows.filter((row) => told(row) === met)
  const items = rows.flatMap(({ item, details }) => [item, ...details])
  if (items.length === 0) return undefined
  return {
    met,
    items,
    names: table.names,
    sure: true,
    partial: isExcerpt(table),
    broken: false,
    attributive: true,
    current: rows.every(({ current }) => current),
    ...(unit ? { unit } : {}),
    start: table.start,
    end: table.end,
  }
}

/** A table with rows for some of the criteria only contradicts no total. */
function isExcerpt({ rows, names }: CriteriaTable): boolean {
  return new Set(rows.map(({ item }) => item.no)).size < names.set.criteria.length
}
