import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../src/reading/report.ts'

export type ReportJson = Omit<Report, 'from'>

/** A text, and what has to be read in it. */
export interface Paragraph {
  title: string
  text: string
  reports: ReportJson[]
}

const NOTHING: ReportJson = {
  unit: null,
  date: null,
  set: null,
  criteria_met: null,
  indicators_met: null,
  unmet: null,
  unmet_criteria: null,
  met_criteria: null,
  disagreements: [],
}

/** The paragraphs of a file: `##` and a title, the text, `=>`, and a line of JSON for each report. */
export function readParagraphs(name: string): Paragraph[] {
  const file = readFileSync(join(import.meta.dirname, name), 'utf8')
  return file
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title, rest] = splitAt(part, '\n')
      const [text, wanted] = splitAt(rest, '=>\n')
      const lines = wanted.split('\n').filter((line) => line.trim() !== '')
      return { title, text, reports: lines.map((line) => ({ ...NOTHING, ...(JSON.parse(line) as Partial<Report>) })) }
    })
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)]
}

/** The texts of a file for a table: its paragraphs, or, where it has none, all of it. */
export function readShown(name: string): { title: string; text: string }[] {
  if (name !== 'article.txt') return readParagraphs(name)
  return [{ title: 'The article', text: readFileSync(join(import.meta.dirname, name), 'utf8') }]
}
