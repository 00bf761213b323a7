/**
 * The tables of a world and their columns. `required` columns have to be in the header; the others may be left out,
 * which is the same as leaving them empty.
 */
export const TABLES = {
  units: {
    required: ['id', 'level', 'name', 'parent'],
    optional: ['region', 'commune_group', 'households', 'aliases', 'ended_on', 'successor'],
  },
  people: { required: ['id', 'name', 'role', 'unit'], optional: ['title', 'telegram', 'zalo', 'console'] },
  statuses: { required: ['unit', 'set', 'indicator', 'status', 'as_of', 'source'], optional: ['value'] },
  summaries: { required: ['unit', 'set', 'as_of', 'source'], optional: ['criteria_met', 'indicators_met'] },
  assignments: { required: ['unit', 'set', 'target', 'person', 'task', 'due'], optional: [] },
  groups: { required: ['chat', 'channel', 'unit'], optional: ['name', 'follows'] },
} as const

export type TableName = keyof typeof TABLES

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(TABLES, name)
}

type Columns = (typeof TABLES)[TableName]
export type Column = Columns['required'][number] | Columns['optional'][number]

/** A cell as it stands in the file; a number only where a workbook holds one. */
export type Cell = string | number

/** A table before anything in it was checked, the header being its first row. Blank rows are there, so rows count. */
export interface RawTable {
  name: TableName
  /** What to call it in a message. */
  file: string
  rows: Iterable<Cell[]>
}
