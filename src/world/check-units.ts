import { forEachRow } from './rows.ts'
import type { Problem, ProblemAt } from './problem.ts'
import type { RawTable } from './tables.ts'
import type { UnitLevel } from '../store/schema.ts'
import type { UnitRecord } from '../store/units-import.ts'

const LEVELS: readonly UnitLevel[] = ['tinh', 'huyen', 'xa', 'thon']
const GROUPS = ['', '1', '2', '3'] as const

interface UnitRow {
  number: number
  unit: UnitRecord
}

/**
 * The units of a table. A parent or successor may stand anywhere in the table or be known already.
 *
 * @param known the units that are in the database.
 * @param regions the regions that thresholds are given for.
 */
export function checkUnits(
  table: RawTable,
  known: ReadonlyMap<string, UnitRecord>,
  regions: ReadonlySet<string>,
  problems: Problem[],
): { units: UnitRecord[]; named: ReadonlySet<string> } {
  const rows: UnitRow[] = []
  const rowOf = new Map<string, number>()
  forEachRow(table, problems, (row) => {
    const id = row.id('id')
    const level = row.oneOf('level', LEVELS)
    const name = row.required('name')
    const region = row.optional('region') || null
    if (region !== null && !regions.has(region)) row.note('region', 'unknown_region', { value: region })
    const group = row.optional('commune_group')
    if (!(GROUPS as readonly string[]).includes(group))
      row.note('commune_group', 'unknown_word', { value: group, allowed: '1, 2, 3' })
    const households = row.count('households')
    const ended_on = row.optional('ended_on') === '' ? null : row.date('ended_on')
    const successor_id = row.optional('successor') || null
    if (successor_id !== null && ended_on === null) row.note('ended_on', 'successor_without_end', {})
    const first = id === undefined ? undefined : rowOf.get(id)
    if (first !== undefined) row.note('id', 'repeated_row', { first })
    else if (id !== undefined) rowOf.set(id, row.number)
    if (row.failed) return
    rows.push({
      number: row.number,
      unit: {
        id: id!,
        level: level!,
        name: name!,
        parent_id: row.optional('parent') || null,
        region,
        commune_group: group === '' ? null : Number(group),
        households: households ?? null,
        aliases: JSON.stringify(namesIn(row.optional('aliases'))),
        ended_on: ended_on ?? null,
        successor_id,
      },
    })
  })

  // A unit whose own row is wrong still exists: what refers to it is not wrong as well.
  const all = new Map([...known, ...rows.map(({ unit }) => [unit.id, unit] as const)])
  const exists = (id: string) => all.has(id) || rowOf.has(id)
  const note = (
    problem: Omit<ProblemAt<'unknown_unit' | 'parent_not_above' | 'child_not_below' | 'unit_in_circle'>, 'file'>,
  ) => problems.push({ file: table.file, ...problem } as Problem)

  for (const { number: row, unit } of rows) {
    const { parent_id, successor_id } = unit
    if (parent_id !== null && !exists(parent_id))
      note({ row, column: 'parent', code: 'unknown_unit', args: { value: parent_id } })
    else if (parent_id !== null && !mayStandBelow(unit, all.get(parent_id)))
      note({ row, column: 'parent', code: 'parent_not_above', args: { parent: parent_id } })
    if (successor_id !== null && !exists(successor_id))
      note({ row, column: 'successor', code: 'unknown_unit', args: { value: successor_id } })
    else if (succeedsItself(unit, all))
      note({ row, column: 'successor', code: 'unit_in_circle', args: { value: unit.id } })
  }
  for (const child of known.values()) {
    const row = child.parent_id === null || rowOf.has(child.id) ? undefined : rowOf.get(child.parent_id)
    if (row !== undefined && !mayStandBelow(child, all.get(child.parent_id!)))
      note({ row, column: 'level', code: 'child_not_below', args: { child: child.id } })
  }
  return { units: rows.map(({ unit }) => unit), named: new Set(rowOf.keys()) }
}

/** A parent's level is higher, so that a circle of parents cannot be. True where the parent's own row is wrong. */
function mayStandBelow(child: UnitRecord, parent: UnitRecord | undefined): boolean {
  return parent === undefined || LEVELS.indexOf(parent.level) < LEVELS.indexOf(child.level)
}

function succeedsItself(unit: UnitRecord, all: ReadonlyMap<string, UnitRecord>): boolean {
  const passed = new Set([unit.id])
  let next = unit.successor_id
  while (next !== null && !passed.has(next)) {
    passed.add(next)
    next = all.get(next)?.successor_id ?? null
  }
  return next === unit.id
}

function namesIn(aliases: string): string[] {
  const names = aliases.split(';').map((name) => name.trim())
  return [...new Set(names)].filter((name) => name !== '')
}
