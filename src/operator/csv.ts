/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * One row of CSV (RFC 4180). A cell that a spreadsheet would take for a formula is made a text by an apostrophe before it;
 * line ends within a cell become spaces, so that one row is one line.
 */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return cells.map((cell) => (cell === null ? '' : safeCell(String(cell)))).join(',')
}

function safeCell(cell: string): string {
  const oneLine = cell.replace(/\r\n|[\r\n]/g, ' ')
  const text = FORMULA.test(cell) ? `'${oneLine}` : oneLine
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
