import { reportJson, type Report } from '../src/reading/report.ts'
import type { Reader } from '../src/reading/read-reports.ts'

/** A text that was read, for the table. */
export interface Shown {
  title: string
  text: string
}

const PLACE = /(<!-- read (\S+) -->\n)[^]*?(<!-- \/read -->)/g

/** `docs/reading.md` with what is read of each text, in its tables, made anew. */
export function withReadingTables(page: string, read: Reader, files: (name: string) => readonly Shown[]): string {
  return page.replace(PLACE, (_, before: string, name: string, after: string) => {
    const rows = files(name).flatMap(({ title, text }) => {
      const { reports } = read(text)
      return reports.length === 0
        ? [`| ${title} | no report | | | | | | |`]
        : reports.map((report) => row(title, report))
    })
    const head = [
      '| text | unit | date | set | criteria, indicators met | unmet | met | disagrees |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ]
    return `${before}${[...head, ...rows].join('\n')}\n${after}`
  })
}

function row(title: string, report: Report): string {
  const { unit, date, set, criteria_met, indicators_met, unmet, met_criteria, disagreements } = reportJson(report)
  const cells = [
    title,
    unit,
    date,
    set,
    `${criteria_met ?? '–'}, ${indicators_met ?? '–'}`,
    unmet?.join(' '),
    met_criteria?.join(' '),
    disagreements
      .map((each) =>
        each.kind === 'met_and_unmet'
          ? `${each.kind} ${each.criteria.join(' ')}`
          : `${each.kind} ${each.reported}≠${each.listed}`,
      )
      .join(', '),
  ]
  return `| ${cells.map((cell) => (cell === null || cell === undefined ? '–' : cell.replaceAll('|', '/'))).join(' | ')} |`
}
