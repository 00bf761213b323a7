import type { Say } from '../../wording/say.ts'
import type { IndicatorRow } from '../indicator-rows.ts'
import { knownWord, measureOf } from '../known-words.ts'
import type { Column, Content } from './table-sheet.ts'

/** A row of a unit's sheet: the indicator, and whose and of which set it is. */
export interface SheetRow extends IndicatorRow {
  unitId: string
  setId: string
}

/** The columns that tell the program what a row is about. They are hidden, and go wherever a row is copied or sorted. */
export const KEY_COLUMNS = { unit: 'unit', set: 'set', seen: 'seen' } as const

/** In the place of the status that stood, where there was none. */
export const NONE_SEEN = '0'

/** The words that a state can be set to. */
export function settableWords(say: Say): string[] {
  return [say('state-met'), say('state-unmet'), say('state-not_applicable')]
}

/** What is read back: the headers of the columns that people fill in, and of the code. */
export function filledHeaders(say: Say) {
  return {
    code: say('workbook-code'),
    state: say('workbook-state'),
    value: say('workbook-value'),
    asOf: say('workbook-as-of'),
    source: say('workbook-source'),
  }
}

/**
 * The columns of a unit's sheet.
 *
 * @param blank leaves empty what is to be filled in: the template.
 */
export function unitColumns(say: Say, { people, blank }: { people: boolean; blank: boolean }): Column<SheetRow>[] {
  const text = (value: string | null | undefined): Content => (value ? { text: value } : undefined)
  const day = (iso: string | null): Content => (iso === null ? undefined : { day: iso })
  const unless = (content: Content): Content => (blank ? undefined : content)
  const headers = filledHeaders(say)
  return [
    { header: headers.code, kind: 'code', width: 7, align: 'center', of: ({ indicator }) => text(indicator.code) },
    { header: say('workbook-criterion'), width: 18, of: ({ criterion }) => text(`${criterion.no}. ${criterion.name}`) },
    { header: say('workbook-indicator'), width: 44, of: ({ indicator }) => text(indicator.name) },
    { header: say('workbook-unit'), width: 12, align: 'center', of: ({ indicator }) => text(measureOf(indicator)) },
    { header: say('workbook-threshold'), width: 20, of: ({ threshold }) => text(threshold) },
    {
      header: headers.state,
      width: 14,
      align: 'center',
      editable: true,
      words: settableWords(say),
      of: ({ known }) => unless(text(knownWord(say, known))),
    },
    {
      header: headers.value,
      kind: 'number',
      width: 11,
      align: 'right',
      editable: true,
      of: ({ value }) => unless(value === null ? undefined : { number: value }),
    },
    {
      header: headers.asOf,
      kind: 'day',
      width: 12,
      align: 'center',
      editable: true,
      of: ({ asOf }) => unless(day(asOf)),
    },
    { header: headers.source, width: 34, editable: true, of: ({ source }) => unless(text(source)) },
    ...(people
      ? ([
          { header: say('workbook-person'), width: 20, of: ({ people: names }) => text(names.join('; ')) },
          { header: say('workbook-due'), kind: 'day', width: 12, align: 'center', of: ({ due }) => day(due) },
        ] satisfies Column<SheetRow>[])
      : []),
    { header: KEY_COLUMNS.unit, kind: 'code', width: 8, hidden: true, of: ({ unitId }) => text(unitId) },
    { header: KEY_COLUMNS.set, kind: 'code', width: 8, hidden: true, of: ({ setId }) => text(setId) },
    {
      header: KEY_COLUMNS.seen,
      kind: 'code',
      width: 8,
      hidden: true,
      of: ({ statusId }) => text(statusId === null ? NONE_SEEN : String(statusId)),
    },
  ]
}
