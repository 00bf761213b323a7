import type { Turn } from '../../command/command.ts'
import type { Indicator, IndicatorState } from '../../criteria/criteria-set.ts'
import { day, number, quantity } from '../../wording/figures.ts'
import { capitalised, unitName } from '../../wording/names.ts'
import type { Say } from '../../wording/say.ts'
import type { BadRow, Change, Plan, PlanProblem } from './plan-import.ts'

const MOST_CHANGES = 15
const MOST_BAD = 10

const STATES = {
  met: 'state-met',
  unmet: 'state-unmet',
  unassessed: 'state-unassessed',
  not_applicable: 'state-not_applicable',
} as const

/** What a file would change and which of its rows cannot be taken: `12 thay đổi, 1 dòng lỗi`. */
export function planLines({ say }: Pick<Turn, 'say'>, { changes, bad }: Plan): string[] {
  const several = new Set([...changes.map(({ at }) => at.sheet), ...bad.map(({ at }) => at.sheet)]).size > 1
  const place = (at: BadRow['at']) =>
    several ? say('import-place-sheet', { row: at.row, sheet: at.sheet }) : say('import-place', { row: at.row })
  const byPlace = [...Map.groupBy(changes, ({ unit, set }) => `${unit.id}/${set.id}`).values()]
  const shown = byPlace.flatMap((group) => groupLines(say, group)).slice(0, MOST_CHANGES + byPlace.length)
  const left = changes.length - shown.filter((line) => line.startsWith('•')).length
  return [
    say('import-counts', { changes: changes.length, bad: bad.length }),
    ...shown,
    ...(left > 0 ? [say('import-more', { count: left })] : []),
    ...bySendingLines(say, changes),
    ...(bad.length > 0 ? [say('import-bad-title')] : []),
    ...bad
      .slice(0, MOST_BAD)
      .map((row) => say('import-bad', { place: place(row.at), code: row.code || '–', why: problemSaid(say, row) })),
    ...(bad.length > MOST_BAD ? [say('import-bad-more', { count: bad.length - MOST_BAD })] : []),
  ]
}

/** Which rows changed a figure and not its day and source, and what is recorded for these. */
function bySendingLines(say: Say, changes: readonly Change[]): string[] {
  const bySending = changes.filter(({ said }) => said.bySending)
  const [first] = bySending
  if (!first) return []
  const codes = [...new Set(bySending.map(({ indicator }) => indicator.code))].join(', ')
  return [say('import-by-sending', { codes, day: day(first.said.asOf), source: first.said.source })]
}

function groupLines(say: Say, group: readonly Change[]): string[] {
  const [first] = group
  if (!first) return []
  const { unit, set } = first
  return [
    say('import-group', { unit: capitalised(unitName(say, unit)), set: set.short_name }),
    ...group.map((change) => changeLine(say, change)),
  ]
}

function changeLine(say: Say, { indicator, said, current }: Change): string {
  const before = current ? figure(say, indicator, current) : say('import-none')
  const line = say('import-change', {
    code: indicator.code,
    before,
    after: figure(say, indicator, said),
    day: day(said.asOf),
  })
  const overtaken = current !== undefined && current.as_of > said.asOf
  return `• ${overtaken ? say('import-change-old', { line, day: day(current.as_of) }) : line}`
}

function figure(
  say: Say,
  { unit }: Indicator,
  { state, value }: { state: IndicatorState; value: number | null },
): string {
  const verdict = say(STATES[state])
  return value === null ? verdict : `${verdict} (${quantity(value, unit)})`
}

const PLAIN = {
  'unit-unknown': 'import-unit-unknown',
  'set-unknown': 'import-set-unknown',
  'code-unknown': 'import-code-unknown',
  'not-allowed': 'import-not-allowed',
  'communes-only': 'import-communes-only',
  moved: 'import-moved',
  'state-missing': 'import-state-missing',
  'day-missing': 'import-day-missing',
  'source-missing': 'import-source-missing',
  'source-long': 'import-source-long',
  'value-unwanted': 'import-value-unwanted',
  'value-negative': 'import-value-negative',
  'value-over-100': 'import-value-over-100',
} as const satisfies Partial<Record<PlanProblem['why'], string>>

const LONGEST_QUOTED = 40

function problemSaid(say: Say, { problem, current }: BadRow): string {
  switch (problem.why) {
    case 'state-unread':
      return say('import-state-unread', { state: quoted(problem.state) })
    case 'value-unread':
      return say('import-value-unread', { value: quoted(problem.value) })
    case 'day-unread':
      return say('import-day-unread', { day: quoted(problem.day) })
    case 'day-to-come':
      return say('import-day-to-come', { day: day(problem.day) })
    case 'contradicts':
      return say('import-contradicts', { value: number(problem.value), verdict: say(STATES[problem.state]) })
    case 'repeated':
      return say('import-repeated', { row: problem.first })
    case 'overtaken':
      return current
        ? say('import-overtaken', { figure: figure(say, current.indicator, current), day: day(current.as_of) })
        : say('import-moved')
    default:
      return say(PLAIN[problem.why])
  }
}

function quoted(text: string): string {
  return text.length <= LONGEST_QUOTED ? text : `${text.slice(0, LONGEST_QUOTED - 1)}…`
}
