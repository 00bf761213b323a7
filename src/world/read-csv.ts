import { streamCsvRows } from 'hucre/csv'
import { composed } from '../messages/seen.ts'
import type { Cell, RawTable, TableName } from './tables.ts'
import type { Problem } from './problem.ts'

/**
 * A CSV file as rows of text in NFC: UTF-8 with or without a byte order mark, any line ends, quoted cells. The separator is
 * a comma, or the semicolon that Excel writes on a Vietnamese computer.
 *
 * @param problems is added to, and nothing is returned, where the file is no such text.
 */
export function readCsv(name: TableName, file: string, bytes: Uint8Array, problems: Problem[]): RawTable | undefined {
  let text: string
  try {
    text = composed(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    text = '\0'
  }
  // UTF-16 without a mark is valid UTF-8 full of zeros.
  if (text.includes('\0')) {
    problems.push({ file, code: 'not_utf8', args: {} })
    return undefined
  }
  const rows = { [Symbol.iterator]: () => streamCsvRows(text, { delimiter: separatorOf(text) }) as Iterator<Cell[]> }
  if (quotesIn(text) % 2 === 0) return { name, file, rows }
  // A quote that is opened and not closed swallows the rest of the file, which would be left out without a word.
  problems.push({ file, row: Array.from(rows).length, code: 'open_quote', args: {} })
  return undefined
}

function separatorOf(text: string): ',' | ';' {
  const header = /^[^\r\n]*/.exec(text)![0]
  return header.includes(';') && !header.includes(',') ? ';' : ','
}

function quotesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1
  return count
}
