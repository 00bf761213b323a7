import type { Turn } from '../../command/command.ts'
import { criterionState } from '../../criteria/count.ts'
import type { CriteriaSet, CriterionState, IndicatorState } from '../../criteria/criteria-set.ts'
import { sourceWords } from '../../replies/source-line.ts'
import { leadingFigures, standingLines } from '../../replies/standing.ts'
import { fullName } from '../../replies/unit-notes.ts'
import { codesIn, toldOf, totalsOnly, type UnitSet } from '../../replies/unit-set.ts'
import type { Unit } from '../../store/units.ts'
import { day } from '../../wording/figures.ts'
import { readEmphasis } from '../../wording/emphasis.ts'
import type { Say } from '../../wording/say.ts'
import { indicatorRows } from '../indicator-rows.ts'
import { knownWord } from '../known-words.ts'
import { unitColumns, type SheetRow } from './columns.ts'
import { tableSheet, type Column, type TableSheet } from './table-sheet.ts'
import { sheetName, writeWorkbook } from './write-workbook.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'today' | 'now'>

/** Columns that stay in sight: code, criterion, indicator. */
const FROZEN = 3

/**
 * A unit's figures as a workbook: a sheet with the summary, then one for each set with a row for each indicator.
 *
 * @param people whether those in charge are named.
 */
export async function unitWorkbook(
  turn: Needed,
  unit: Unit,
  unitSets: readonly UnitSet[],
  people: boolean,
): Promise<Uint8Array> {
  const { say, now } = turn
  const name = await fullName(turn, unit)
  const sheets = [summarySheet(turn, name, unitSets)]
  for (const unitSet of unitSets)
    if (hasList(unitSet.set))
      sheets.push(await setSheet(turn, unit, name, unitSet.set, unitSet, { people, blank: false }))
  return writeWorkbook(sheets, say('workbook-title', { unit: name }), now)
}

/** The same sheets with what is to be filled in left empty. */
export async function templateWorkbook(
  turn: Needed,
  unit: Unit,
  sets: readonly CriteriaSet[],
  unitSets: readonly UnitSet[],
): Promise<Uint8Array> {
  const { say, now } = turn
  const name = await fullName(turn, unit)
  const sheets: TableSheet[] = []
  for (const set of sets) {
    const unitSet = unitSets.find((each) => each.set.id === set.id)
    sheets.push(await setSheet(turn, unit, name, set, unitSet, { people: false, blank: true }))
  }
  return writeWorkbook(sheets, say('workbook-template-title', { unit: name }), now)
}

/** Whether the set's indicators are known: of one whose list is still to be loaded there is nothing to fill in. */
export function hasList({ criteria }: CriteriaSet): boolean {
  return criteria.some(({ indicators }) => indicators.length > 0)
}

async function setSheet(
  turn: Needed,
  unit: Unit,
  name: string,
  set: CriteriaSet,
  unitSet: UnitSet | undefined,
  how: { people: boolean; blank: boolean },
): Promise<TableSheet> {
  const { say, today } = turn
  const rows = await indicatorRows(turn, unit, set, unitSet, how.people)
  const about = how.blank || !unitSet ? [] : standingLines(say, set, unitSet.standing).map(plain)
  const above = [
    say('workbook-set-title', { set: set.name, unit: name }),
    ...about,
    how.blank ? say('workbook-how-blank') : say('workbook-how', { day: day(today) }),
  ]
  const sheetRows = rows.map((row): SheetRow => ({ ...row, unitId: unit.id, setId: set.id }))
  return tableSheet(sheetName(set.short_name), above, unitColumns(say, how), sheetRows, FROZEN)
}

/** A line of the summary: how much of a whole is met. */
interface SummaryRow {
  set: string
  what: string
  met: number | null
  total: number
  state: string
  unmet: string
  asOf: string | null
  source: string
  note: string
}

function summarySheet({ say, today }: Needed, name: string, unitSets: readonly UnitSet[]): TableSheet {
  const text = (value: string) => (value === '' ? undefined : { text: value })
  const columns: Column<SummaryRow>[] = [
    { header: say('workbook-set'), width: 20, of: ({ set }) => text(set) },
    { header: say('workbook-what'), width: 34, of: ({ what }) => text(what) },
    {
      header: say('workbook-met'),
      kind: 'number',
      width: 8,
      align: 'right',
      of: ({ met }) => (met === null ? undefined : { number: met }),
    },
    {
      header: say('workbook-total'),
      kind: 'number',
      width: 8,
      align: 'right',
      of: ({ total }) => ({ number: total }),
    },
    {
      header: say('workbook-state'),
      width: 14,
      align: 'center',
      words: [say('state-met'), say('state-unmet'), say('state-unassessed')],
      of: ({ state }) => text(state),
    },
    { header: say('workbook-unmet'), width: 24, of: ({ unmet }) => text(unmet) },
    {
      header: say('workbook-as-of'),
      kind: 'day',
      width: 12,
      align: 'center',
      of: ({ asOf }) => (asOf === null ? undefined : { day: asOf }),
    },
    { header: say('workbook-source'), width: 34, of: ({ source }) => text(source) },
    { header: say('workbook-note'), width: 36, of: ({ note }) => text(note) },
  ]
  const above = [say('workbook-title', { unit: name }), say('workbook-made', { day: day(today) })]
  const rows = unitSets.flatMap((unitSet) => summaryRows(say, unitSet))
  return tableSheet(sheetName(say('workbook-summary')), above, columns, rows, 2)
}

/** The totals as they are said first, then each criterion as the list has it. */
function summaryRows(say: Say, unitSet: UnitSet): SummaryRow[] {
  const { set, standing } = unitSet
  const leading = leadingFigures(standing)
  const total = set.official_counts
  const note = standingLines(say, set, standing).slice(2).map(plain).join(' ')
  const common = { set: set.short_name, state: '', unmet: '', asOf: leading?.told.to ?? null }
  const source = leading ? sourceWords(say, leading.told) : ''
  const totals: SummaryRow[] = [
    {
      ...common,
      what: say('workbook-criteria-total'),
      met: leading?.criteria ?? null,
      total: total.criteria,
      source,
      note,
    },
    {
      ...common,
      what: say('workbook-indicators-total'),
      met: leading?.indicators ?? null,
      total: total.indicators,
      source,
      note: '',
    },
  ]
  if (totalsOnly(unitSet)) return totals
  const states = new Map<string, IndicatorState>([...unitSet.statuses].map(([code, { state }]) => [code, state]))
  const listed = set.criteria.filter(({ indicators }) => indicators.length > 0)
  return [
    ...totals,
    ...listed.map((criterion): SummaryRow => {
      const told = toldOf(
        unitSet,
        criterion.indicators.map(({ code }) => code),
      )
      const state: CriterionState = criterionState(criterion, states, standing.presumed === 1)
      return {
        ...common,
        asOf: told?.to ?? null,
        what: `${criterion.no}. ${criterion.name}`,
        met: codesIn(unitSet, criterion, 'met').length,
        total: criterion.indicators.length,
        state: knownWord(say, state),
        unmet: codesIn(unitSet, criterion, 'unmet').join(', '),
        source: told ? sourceWords(say, told) : '',
        note: told && told.from < told.to ? say('workbook-days', { from: day(told.from), to: day(told.to) }) : '',
      }
    }),
  ]
}

/** A sentence without the marks of what stands out. */
function plain(sentence: string): string {
  return readEmphasis(sentence).text
}
