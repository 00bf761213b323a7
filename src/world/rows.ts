import { seen } from '../messages/seen.ts'
import { TABLES, type Cell, type Column, type RawTable } from './tables.ts'
import type { Problem, ProblemArguments, ProblemCode } from './problem.ts'

/**
 * The row of a table that is being checked. A reading method returns undefined where the cell is wrong and notes the
 * problem; `failed` tells whether any was noted on this row. One object serves for all rows of a table, because a
 * country has almost a million of them.
 */
export class Row {
  /** As a spreadsheet shows it. */
  number = 1
  failed = false
  readonly #file: string
  readonly #columns: Map<string, number>
  readonly #problems: Problem[]
  #cells: Cell[] = []

  constructor(file: string, columns: Map<string, number>, problems: Problem[]) {
    this.#file = file
    this.#columns = columns
    this.#problems = problems
  }

  moveTo(number: number, cells: Cell[]): void {
    this.number = number
    this.#cells = cells
    this.failed = false
  }

  note<Code extends ProblemCode>(column: Column | undefined, code: Code, args: ProblemArguments[Code]): undefined {
    this.failed = true
    this.#problems.push({ file: this.#file, row: this.number, column, code, args } as Problem)
  }

  /** The cell as text without the blanks around it; empty where there is none. */
  optional(column: Column): string {
    const at = this.#columns.get(column)
    const cell = at === undefined ? undefined : this.#cells[at]
    if (cell === undefined) return ''
    return typeof cell === 'string' ? seen(cell).trim() : String(cell)
  }

  required(column: Column): string | undefined {
    return this.optional(column) || this.note(column, 'empty', {})
  }

  /** Whether the spreadsheet holds a number here, which has lost any zeros at its end. */
  isNumber(column: Column): boolean {
    const at = this.#columns.get(column)
    return at !== undefined && typeof this.#cells[at] === 'number'
  }

  /** An id stands in paths of the tree of units and in the data of buttons: no blanks, no slash, at most 64 characters. */
  id(column: Column): string | undefined {
    const value = this.required(column)
    if (value === undefined || /^[^\s/]{1,64}$/.test(value)) return value
    return this.note(column, 'bad_id', { value })
  }

  oneOf<Word extends string>(column: Column, words: readonly Word[]): Word | undefined {
    const value = this.required(column)
    if (value === undefined || (words as readonly string[]).includes(value)) return value as Word | undefined
    return this.note(column, 'unknown_word', { value, allowed: words.join(', ') })
  }

  date(column: Column): string | undefined {
    const value = this.required(column)
    if (value === undefined || isDay(value)) return value
    return this.note(column, 'bad_date', { value })
  }

  /** A number with a decimal point; null where the cell is empty. */
  decimal(column: Column): number | null | undefined {
    const value = this.optional(column)
    if (value === '') return null
    return /^-?\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : this.note(column, 'bad_number', { value })
  }

  /** A whole number of 0 or more; null where the cell is empty. */
  count(column: Column): number | null | undefined {
    const value = this.optional(column)
    if (value === '') return null
    return /^\d{1,9}$/.test(value) ? Number(value) : this.note(column, 'bad_count', { value })
  }
}

/**
 * Goes through the rows of a table that are not blank, once its header is right; where it is not, no row is looked at,
 * since every row would be wrong.
 */
export function forEachRow(table: RawTable, problems: Problem[], check: (row: Row) => void): void {
  let row: Row | undefined
  let named: boolean[] = []
  let number = 0
  for (const cells of table.rows) {
    number += 1
    if (number === 1) {
      const columns = columnsOf(table, cells, problems)
      if (!columns) return
      row = new Row(table.file, columns, problems)
      named = cells.map((cell) => String(cell).trim() !== '')
      continue
    }
    if (cells.every((cell) => cell === '')) continue
    row!.moveTo(number, cells)
    const extra = cells.find((cell, at) => cell !== '' && !named[at])
    if (extra === undefined) check(row!)
    else row!.note(undefined, 'cell_without_column', { value: String(extra) })
  }
  if (number === 0) columnsOf(table, [], problems)
}

function columnsOf({ name, file }: RawTable, header: Cell[], problems: Problem[]): Map<string, number> | undefined {
  const { required, optional } = TABLES[name]
  const known = new Set<string>([...required, ...optional])
  const columns = new Map<string, number>()
  const before = problems.length
  header.forEach((cell, at) => {
    const column = String(cell).trim().toLowerCase()
    if (column === '') return
    if (columns.has(column)) problems.push({ file, row: 1, column, code: 'repeated_column', args: {} })
    else if (!known.has(column)) problems.push({ file, row: 1, column, code: 'unknown_column', args: {} })
    columns.set(column, at)
  })
  for (const column of required)
    if (!columns.has(column)) problems.push({ file, row: 1, column, code: 'missing_column', args: {} })
  return problems.length === before ? columns : undefined
}

const days = new Map<string, boolean>()

/** Whether the text is an ISO date of a day that exists. */
function isDay(text: string): boolean {
  const known = days.get(text)
  if (known !== undefined) return known
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  if (days.size < 10_000) days.set(text, real)
  return real
}
