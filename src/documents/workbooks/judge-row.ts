import type { Indicator, IndicatorState } from '../../criteria/criteria-set.ts'
import { judge, type Place } from '../../criteria/threshold.ts'
import { fold } from '../../language/fold.ts'
import { kindOf } from '../../reports/figure.ts'
import { spreadsheetText, fromSpreadsheetText } from '../spreadsheet-text.ts'
import type { FileRow } from './read-unit-workbook.ts'

/** A status, of those that stand or stood. */
export interface KnownStatus {
  id: number
  state: IndicatorState
  value: number | null
  as_of: string
  source: string
}

/** What a row says that is to be recorded. */
export interface SaidStatus {
  state: 'met' | 'unmet' | 'not_applicable'
  value: number | null
  asOf: string
  source: string
  /** True where day and source are the file's own: the row still had those of the status that it changes. */
  bySending: boolean
}

export type RowProblem =
  | { why: 'state-unread'; state: string }
  | { why: 'state-missing' | 'day-missing' | 'source-missing' }
  | { why: 'value-unread'; value: string }
  | { why: 'value-unwanted' | 'value-negative' | 'value-over-100' | 'source-long' }
  | { why: 'day-unread'; day: string }
  | { why: 'day-to-come'; day: string }
  /** A confirmed threshold decides otherwise. */
  | { why: 'contradicts'; value: number; state: 'met' | 'unmet' }
  /** Another status stands than the one that the file was made from. */
  | { why: 'overtaken' }

export type Judged = { kind: 'same' } | { kind: 'problem'; problem: RowProblem } | { kind: 'said'; said: SaidStatus }

/** What a row is judged by. */
export interface RowContext {
  indicator: Indicator
  place: Place
  /** ISO day. */
  today: string
  /** The source of a change whose row names none of its own: the file itself, of today. */
  fileAsSource: string
  /** The status that the row was made from; undefined where there was none, or the file does not tell. */
  base: KnownStatus | undefined
  /** The status that stands. */
  current: KnownStatus | undefined
  /** How the states that nobody recorded are written: presumed, unknown. */
  silentWords: readonly string[]
}

const WORDS: Record<'met' | 'unmet' | 'not_applicable', readonly string[]> = {
  met: ['dat', 'd', 'co', 'met'],
  unmet: ['chua dat', 'khong dat', 'chua', 'cd', 'kd', 'unmet', 'not met'],
  not_applicable: ['khong ap dung', 'kad', 'not applicable'],
}
const UNASSESSED = ['chua danh gia', 'not assessed', 'not assessed yet']
const LONGEST_SOURCE = 300

/**
 * What a row of a file wants: nothing, something, or something that cannot be taken. Only what differs from the status that the
 * row was made from counts as written by somebody, so that a file that lay around for a month says nothing of what it does
 * not change, and what it changes is refused where somebody else was faster. Another verdict or figure beside the day and the
 * source of the old one is not what that source said: it is of today, by the file.
 */
export function judgeRow(row: FileRow, context: RowContext): Judged {
  const { indicator, place, base, current } = context
  const word = wordOf(row.state)
  const state = stateOf(word)
  const nothing = state === undefined && (word === '' || isSilent(word, context)) && row.value === null
  if (nothing && (base !== undefined || current !== undefined || (row.asOf === '' && row.source === '')))
    return { kind: 'same' }
  if (base && isAsWritten(row, state ?? (UNASSESSED.includes(word) ? 'unassessed' : undefined), base))
    return { kind: 'same' }
  const no = (problem: RowProblem): Judged => ({ kind: 'problem', problem })

  if (state === undefined && word !== '' && !isSilent(word, context))
    return no({ why: 'state-unread', state: row.state })
  const checked = checkValue(row.value, indicator, base)
  if ('problem' in checked) return no(checked.problem)
  const { value } = checked
  const bySending = base !== undefined && row.asOf === base.as_of && row.source === asRead(base.source)
  const dayProblem = checkDay(row.asOf, context)
  if (dayProblem) return no(dayProblem)
  if (row.source === '') return no({ why: 'source-missing' })
  if (row.source.length > LONGEST_SOURCE && row.source !== base?.source) return no({ why: 'source-long' })

  const asOf = bySending ? context.today : row.asOf
  const year = Number(asOf.slice(0, 4))
  const judged = value === null || state === 'not_applicable' ? 'undecided' : judge(indicator, value, place, year)
  if (judged !== 'undecided' && state !== undefined && state !== judged && state !== base?.state)
    return no({ why: 'contradicts', value: value!, state: judged })
  const decided = judged === 'undecided' ? state : judged
  if (decided === undefined) return no({ why: 'state-missing' })

  const source = bySending ? context.fileAsSource : row.source
  const said: SaidStatus = { state: decided, value, asOf, source, bySending }
  if (current && isTold(said, current)) return { kind: 'same' }
  if (row.seen !== undefined && (current?.id ?? null) !== row.seen) return no({ why: 'overtaken' })
  return { kind: 'said', said }
}

function wordOf(state: string): string {
  return fold(state).replace(/\s+/g, ' ').trim()
}

function stateOf(word: string): SaidStatus['state'] | undefined {
  const states = Object.keys(WORDS) as SaidStatus['state'][]
  return states.find((state) => WORDS[state].includes(word))
}

/** Words that say that nothing is recorded. */
function isSilent(word: string, { silentWords }: RowContext): boolean {
  return UNASSESSED.includes(word) || silentWords.some((silent) => wordOf(silent) === word)
}

/** Whether the row still holds what was written into it. */
function isAsWritten(row: FileRow, state: IndicatorState | undefined, base: KnownStatus): boolean {
  return (
    state === base.state && row.value === base.value && row.asOf === base.as_of && row.source === asRead(base.source)
  )
}

/** A source as it comes back out of a cell. */
function asRead(source: string): string {
  return fromSpreadsheetText(spreadsheetText(source)).replace(/\r\n?/g, '\n').trim()
}

function isTold(said: SaidStatus, { state, value, as_of, source }: KnownStatus): boolean {
  return said.state === state && said.value === value && said.asOf === as_of && said.source === asRead(source)
}

/** A figure is kept to two decimals, as everywhere; one that nobody touched stays as it is. */
function checkValue(
  value: FileRow['value'],
  indicator: Indicator,
  base: KnownStatus | undefined,
): { value: number | null } | { problem: RowProblem } {
  if (value === null || value === base?.value) return { value }
  if (typeof value === 'string') return { problem: { why: 'value-unread', value } }
  const kind = kindOf(indicator)
  if (kind === 'verdict') return { problem: { why: 'value-unwanted' } }
  if (value < 0) return { problem: { why: 'value-negative' } }
  if (kind === 'share' && value > 100) return { problem: { why: 'value-over-100' } }
  return { value: Math.round(value * 100) / 100 }
}

function checkDay(day: string, { today }: RowContext): RowProblem | undefined {
  if (day === '') return { why: 'day-missing' }
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : NaN
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day)) return { why: 'day-unread', day }
  return day > today ? { why: 'day-to-come', day } : undefined
}
