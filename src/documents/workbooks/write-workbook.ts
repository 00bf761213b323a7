import type { TableSheet } from './table-sheet.ts'

export const WORKBOOK_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A workbook as bytes; the same sheets at the same instant, the same bytes.
 *
 * The rows that are printed on every page are named here and not by `printTitlesRow`: hucre 1.0.0 writes a sheet's name there
 * without the quotes that a name with a blank needs, and Excel calls such a file damaged.
 */
export async function writeWorkbook(sheets: readonly TableSheet[], title: string, now: Date): Promise<Uint8Array> {
  // Only where it is used: most runs of the bot write no workbook.
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({
    sheets: sheets.map(({ sheet }) => sheet),
    namedRanges: sheets.map(({ name, headerRow }) => ({
      name: '_xlnm.Print_Titles',
      range: `'${name.replaceAll("'", "''")}'!$${headerRow}:$${headerRow}`,
      scope: name,
    })),
    properties: { title, creator: 'ntm-bot', created: now, modified: now },
    defaultFont: { name: 'Times New Roman', size: 11 },
  })
}

/** A name as a sheet may have it: at most 31 characters and none of `[]:*?/\`. */
export function sheetName(text: string): string {
  return text
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .slice(0, 31)
    .trim()
}
