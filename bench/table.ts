import type { DatabaseName } from './databases.ts'

/** One figure on both databases, beside what it is to be and what it is measured against. */
export interface Line {
  figure: string
  sqlite: string
  postgres: string
  aim: string
  beside: string
}

const NUMBERS = new Map<number, Intl.NumberFormat>()

/** `1427.4` → `1,427` */
export function figures(value: number, digits = 0): string {
  let format = NUMBERS.get(digits)
  if (!format) {
    format = new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    NUMBERS.set(digits, format)
  }
  return format.format(value)
}

/** What was measured on each database in words; a dash where it was not. */
export function inBoth<T>(
  measured: Partial<Record<DatabaseName, T>>,
  words: (each: T) => string,
): Pick<Line, 'sqlite' | 'postgres'> {
  const { SQLite, Postgres } = measured
  return {
    sqlite: SQLite === undefined ? '–' : words(SQLite),
    postgres: Postgres === undefined ? '–' : words(Postgres),
  }
}

/** A plain table that is Markdown as well. */
export function table(lines: readonly Line[]): string {
  const head: Line = { figure: 'figure', sqlite: 'SQLite', postgres: 'Postgres', aim: 'aim', beside: 'beside it' }
  const columns = Object.keys(head) as (keyof Line)[]
  const widths = columns.map((column) => Math.max(...[head, ...lines].map((line) => line[column].length)))
  const row = (line: Line) => `| ${columns.map((column, at) => line[column].padEnd(widths[at]!)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [row(head), rule, ...lines.map(row)].join('\n')
}
