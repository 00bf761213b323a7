import type { Turn } from '../command/command.ts'
import type { Heard, Step } from '../command/form.ts'
import { hearFiles, MOST_FILES } from '../replies/hear-files.ts'
import { day } from '../wording/figures.ts'
import { reportShapes, type ReportValues } from './values.ts'

type FormTurn = Turn<never>

/** Today, unless another day is said. */
export const dayStep: Step<ReportValues, 'asOf'> = {
  name: 'asOf',
  label: 'report-label-day',
  value: reportShapes.asOf,
  presumed: ({ today }) => today,
  ask: ({ say, today }) => ({
    text: say('report-ask-day'),
    options: [{ label: say('report-today', { day: day(today) }), value: today }],
  }),
  parse: (turn) => hearDay(turn),
  hear: (turn) => hearDay(turn),
}

function hearDay({ mentions, today, say }: FormTurn): Heard<string> {
  const [date] = mentions.dates
  if (!date) return undefined
  const { from, to } = date.from > today && WITHOUT_YEAR.test(date.text) ? lastYear(date) : date
  if (from > today) return { problem: say('report-day-to-come', { day: day(from) }) }
  return { value: to > today ? today : to }
}

/** A day and a month, which in a report lie behind: figures are not told of days to come. */
const WITHOUT_YEAR = /^\D*\d{1,2}\s*[/.-]\s*\d{1,2}\D*$/

function lastYear({ from, to }: { from: string; to: string }): { from: string; to: string } {
  const back = (isoDay: string) => `${Number(isoDay.slice(0, 4)) - 1}${isoDay.slice(4)}`
  return { from: back(from), to: back(to) }
}

export const evidenceStep: Step<ReportValues, 'evidence'> = {
  name: 'evidence',
  label: 'report-label-evidence',
  heard: 'report-files-kept',
  takesFiles: true,
  value: reportShapes.evidence,
  optional: true,
  ask: ({ say }) => ({ text: say('report-ask-evidence', { most: MOST_FILES }) }),
  parse: (turn, { evidence }) => hearFiles(turn, evidence),
  hear: (turn, { evidence }) => hearFiles(turn, evidence),
}

const NOTE = /(?:^|[\s,.;])(?:ghi chú|ghi chu|lưu ý|luu y)(?:\s+(?:là|la))?\s*[:,–-]?\s+(?<note>\S.*)$/isu
const LONGEST_NOTE = 500

export const noteStep: Step<ReportValues, 'note'> = {
  name: 'note',
  label: 'report-label-note',
  value: reportShapes.note,
  optional: true,
  takesAnyText: true,
  ask: ({ say }) => ({ text: say('report-ask-note') }),
  parse: ({ text }) => (text.trim() === '' ? undefined : { value: text.trim().slice(0, LONGEST_NOTE) }),
  hear({ text }) {
    const note = NOTE.exec(text)?.groups?.['note']
    return note ? { value: note.trim().slice(0, LONGEST_NOTE) } : undefined
  },
}
