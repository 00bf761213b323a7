import { composed } from '../messages/seen.ts'
import { xmlText } from './xml-text.ts'

/** What a spreadsheet may take for a formula, also in the wide forms of East Asian keyboards, behind any apostrophes. */
const LIKE_A_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u
/**
 * A text as it may stand in a cell: one that begins like a formula gets an apostrophe in front, so that no spreadsheet, nor a
 * CSV that is made of it, ever computes what somebody typed into a chat (OWASP ASVS 5.0, 1.2.10). What a workbook cannot hold
 * at all is left out. {@link fromSpreadsheetText} gives the text back.
 *
 * @example spreadsheetText('=HYPERLINK("…")') // `'=HYPERLINK("…")`
 */
export function spreadsheetText(text: string): string {
  const clean = xmlText(text)
  return LIKE_A_FORMULA.test(clean) ? `'${clean}` : clean
}

/** The text that {@link spreadsheetText} made a cell's text of; a text that never went through it stays as it is. */
export function fromSpreadsheetText(cell: string): string {
  const text = composed(cell)
  return text.startsWith("'") && LIKE_A_FORMULA.test(text) ? text.slice(1) : text
}
