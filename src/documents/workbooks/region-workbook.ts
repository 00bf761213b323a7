import { sourceWords } from '../../replies/source-line.ts'
import type { Turn } from '../../command/command.ts'
import type { CriteriaSet } from '../../criteria/criteria-set.ts'
import { fullName } from '../../replies/unit-notes.ts'
import type { CommuneStanding } from '../../store/figures.ts'
import type { Unit } from '../../store/units.ts'
import { day } from '../../wording/figures.ts'
import { communeRows, type CommuneRow } from '../commune-rows.ts'
import { tableSheet, type Column, type Content, type TableSheet } from './table-sheet.ts'
import { sheetName, writeWorkbook } from './write-workbook.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'today' | 'now'>

/**
 * The communes of a district or a province as a workbook: a sheet with the summary, then one for each set with a row for each
 * commune, those without figures too.
 */
export async function regionWorkbook(turn: Needed, region: Unit, sets: readonly CriteriaSet[]): Promise<Uint8Array> {
  const { say, now } = turn
  const name = await fullName(turn, region)
  const bySet: { set: CriteriaSet; rows: CommuneRow[] }[] = []
  for (const set of sets) bySet.push({ set, rows: await communeRows(turn, region, set) })
  const sheets = [summarySheet(turn, name, bySet)]
  for (const { set, rows } of bySet) sheets.push(setSheet(turn, name, set, rows))
  return writeWorkbook(sheets, say('workbook-title', { unit: name }), now)
}

function setSheet({ say, today }: Needed, name: string, set: CriteriaSet, rows: readonly CommuneRow[]): TableSheet {
  const count = (header: string, width: number, of: (row: CommuneRow) => number | null | undefined) =>
    ({ header, kind: 'number', width, align: 'right', of: (row) => numberOf(of(row)) }) satisfies Column<CommuneRow>
  const columns: Column<CommuneRow>[] = [
    { header: say('workbook-commune'), width: 24, of: ({ name: commune }) => ({ text: commune }) },
    { header: say('workbook-above'), width: 20, of: ({ above }) => ({ text: above }) },
    count(
      say('workbook-criteria-met', { total: set.official_counts.criteria }),
      10,
      ({ leading }) => leading?.criteria,
    ),
    count(
      say('workbook-indicators-met', { total: set.official_counts.indicators }),
      10,
      ({ leading }) => leading?.indicators,
    ),
    count(say('workbook-indicators-unmet'), 10, (row) => listed(row)?.indicators_unmet),
    count(say('workbook-indicators-unassessed'), 10, (row) => listed(row)?.indicators_unassessed),
    count(say('workbook-indicators-not-applicable'), 10, (row) => listed(row)?.indicators_not_applicable),
    { header: say('workbook-unmet'), width: 34, of: ({ unmet }) => textOf(unmet.join(', ')) },
    {
      header: say('workbook-as-of'),
      kind: 'day',
      width: 12,
      align: 'center',
      of: ({ leading }) => (leading ? { day: leading.told.to } : undefined),
    },
    {
      header: say('workbook-source'),
      width: 34,
      of: ({ leading }) => textOf(leading ? sourceWords(say, leading.told) : ''),
    },
    { header: say('workbook-note'), width: 34, of: ({ note }) => textOf(note) },
  ]
  const above = [say('workbook-set-title', { set: set.name, unit: name }), say('workbook-made', { day: day(today) })]
  return tableSheet(sheetName(set.short_name), above, columns, rows, 1)
}

/** The list of a commune, where it has one: totals alone say nothing of what is open. */
function listed({ standing }: CommuneRow): CommuneStanding | undefined {
  return standing && standing.as_of !== null ? standing : undefined
}

/** How many communes have met how much of a set. */
interface SetSummary {
  set: string
  communes: number
  withFigures: number
  complete: number
  criteria: number | null
  from: string | null
  to: string | null
}

function summarySheet(
  { say, today }: Needed,
  name: string,
  bySet: readonly { set: CriteriaSet; rows: readonly CommuneRow[] }[],
): TableSheet {
  const count = (header: string, of: (row: SetSummary) => number | null) =>
    ({ header, kind: 'number', width: 16, align: 'right', of: (row) => numberOf(of(row)) }) satisfies Column<SetSummary>
  const dayColumn = (header: string, of: (row: SetSummary) => string | null) =>
    ({
      header,
      kind: 'day',
      width: 16,
      align: 'center',
      of: (row) => {
        const iso = of(row)
        return iso === null ? undefined : { day: iso }
      },
    }) satisfies Column<SetSummary>
  const columns: Column<SetSummary>[] = [
    { header: say('workbook-set'), width: 30, of: ({ set }) => ({ text: set }) },
    count(say('workbook-communes'), ({ communes }) => communes),
    count(say('workbook-communes-figures'), ({ withFigures }) => withFigures),
    count(say('workbook-communes-complete'), ({ complete }) => complete),
    count(say('workbook-criteria-average'), ({ criteria }) => criteria),
    dayColumn(say('workbook-oldest'), ({ from }) => from),
    dayColumn(say('workbook-newest'), ({ to }) => to),
  ]
  const above = [say('workbook-title', { unit: name }), say('workbook-made', { day: day(today) })]
  const rows = bySet.map(({ set, rows: communes }) => summarise(set, communes))
  return tableSheet(sheetName(say('workbook-summary')), above, columns, rows, 1)
}

function summarise(set: CriteriaSet, rows: readonly CommuneRow[]): SetSummary {
  const leading = rows.flatMap((row) => row.leading ?? [])
  const criteria = leading.flatMap((each) => each.criteria ?? [])
  const days = leading.map(({ told }) => told.to).sort()
  const sum = criteria.reduce((all, each) => all + each, 0)
  return {
    set: set.short_name,
    communes: rows.length,
    withFigures: leading.length,
    complete: criteria.filter((met) => met === set.official_counts.criteria).length,
    criteria: criteria.length === 0 ? null : Math.round((100 * sum) / criteria.length) / 100,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  }
}

function numberOf(value: number | null | undefined): Content {
  return value === null || value === undefined ? undefined : { number: value }
}

function textOf(value: string): Content {
  return value === '' ? undefined : { text: value }
}
