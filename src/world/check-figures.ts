import { codeLike, type KnownSet } from './known-sets.ts'
import { forEachRow, type Row } from './rows.ts'
import type { Problem } from './problem.ts'
import type { RawTable } from './tables.ts'
import type { StatusRecord } from '../store/statuses.ts'
import type { SummaryRecord } from '../store/summaries.ts'

const STATES = ['met', 'unmet', 'not_applicable'] as const

/** What rows of figures refer to; each id and code to itself, so that a million rows share one text of each. */
export interface Subjects {
  /** The last day that a figure may be of. */
  lastDay: string
  unitIds: ReadonlyMap<string, string>
  sets: ReadonlyMap<string, KnownSet>
}

export function checkStatuses(table: RawTable, subjects: Subjects, problems: Problem[]): StatusRecord[] {
  const records: StatusRecord[] = []
  const rowOf = new Map<string, number>()
  const sources = new Map<string, string>()
  forEachRow(table, problems, (row) => {
    const { unit_id, set } = readSubject(row, subjects)
    const indicator = set && readIndicator(row, set)
    const state = row.oneOf('status', STATES)
    const value = row.decimal('value')
    const as_of = readDay(row, subjects)
    const source = row.required('source')
    if (row.failed) return
    if (isRepeated(row, rowOf, `${unit_id}/${set!.id}/${indicator}/${as_of}`)) return
    if (!sources.has(source!)) sources.set(source!, source!)
    records.push({
      unit_id: unit_id!,
      set_id: set!.id,
      indicator: indicator!,
      state: state!,
      value: value!,
      as_of: as_of!,
      source: sources.get(source!)!,
    })
  })
  return records
}

export function checkSummaries(table: RawTable, subjects: Subjects, problems: Problem[]): SummaryRecord[] {
  const records: SummaryRecord[] = []
  const rowOf = new Map<string, number>()
  forEachRow(table, problems, (row) => {
    const { unit_id, set } = readSubject(row, subjects)
    const as_of = readDay(row, subjects)
    const criteria_met = readTotal(row, 'criteria_met', set?.totals.criteria)
    const indicators_met = readTotal(row, 'indicators_met', set?.totals.indicators)
    if (criteria_met === null && indicators_met === null) row.note('criteria_met', 'no_totals', {})
    const source = row.required('source')
    if (row.failed) return
    if (isRepeated(row, rowOf, `${unit_id}/${set!.id}/${as_of}`)) return
    records.push({
      unit_id: unit_id!,
      set_id: set!.id,
      as_of: as_of!,
      criteria_met: criteria_met!,
      indicators_met: indicators_met!,
      source: source!,
    })
  })
  return records
}

/** The unit and the criteria set of a row. */
export function readSubject(row: Row, { unitIds, sets }: Subjects): { unit_id?: string; set?: KnownSet } {
  const unit = row.required('unit')
  const unit_id = unit === undefined ? undefined : unitIds.get(unit)
  if (unit !== undefined && unit_id === undefined) row.note('unit', 'unknown_unit', { value: unit })
  const id = row.required('set')
  const set = id === undefined ? undefined : sets.get(id)
  if (id !== undefined && set === undefined) row.note('set', 'unknown_set', { value: id })
  return { unit_id, set }
}

/** Whether the row says what an earlier one said already; a problem, because nobody can tell which of them holds. */
export function isRepeated(row: Row, rowOf: Map<string, number>, key: string): boolean {
  const first = rowOf.get(key)
  if (first === undefined) rowOf.set(key, row.number)
  else row.note(undefined, 'repeated_row', { first })
  return first !== undefined
}

/** The day that a figure is of. */
function readDay(row: Row, { lastDay }: Subjects): string | undefined {
  const day = row.date('as_of')
  return day !== undefined && day > lastDay ? row.note('as_of', 'future_date', { value: day }) : day
}

function readIndicator(row: Row, set: KnownSet): string | undefined {
  const code = row.required('indicator')
  if (code === undefined) return undefined
  if (set.indicators.size === 0) return row.note('indicator', 'set_without_indicators', { set: set.id })
  const other = row.isNumber('indicator') ? codeLike(code, set.indicators) : undefined
  if (other !== undefined) return row.note('indicator', 'ambiguous_code', { value: code, other })
  return set.indicators.get(code) ?? row.note('indicator', 'unknown_indicator', { value: code, set: set.id })
}

function readTotal(row: Row, column: 'criteria_met' | 'indicators_met', total = Infinity): number | null | undefined {
  const value = row.count(column)
  return typeof value === 'number' && value > total ? row.note(column, 'above_total', { value, total }) : value
}
