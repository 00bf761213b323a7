import { readXlsx, writeXlsx, type Cell, type CellValue } from 'hucre/xlsx'

/** What somebody writes into a cell; a percentage as Excel keeps it: a number with a format. */
export type Written = CellValue | { percent: number }

/**
 * Fills in rows of a workbook as somebody would in a spreadsheet: by the sheet's name, the code in the first column and the
 * header's words. Other programs write other bytes: only what the cells say is kept.
 */
export async function filledIn(
  bytes: Uint8Array,
  edits: readonly { sheet: string; code: string; cells: Record<string, Written> }[],
): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes)
  const written = sheets.map(({ name, rows }) => {
    const cells = new Map<string, Partial<Cell>>()
    const header = rows.findIndex((row) => row[0] === 'Mã')
    for (const edit of edits.filter(({ sheet }) => sheet === name)) {
      const row = rows.findIndex((each) => each[0] === edit.code)
      if (row === -1) throw new Error(`no row ${edit.code}`)
      for (const [column, content] of Object.entries(edit.cells)) {
        const place = rows[header]?.indexOf(column) ?? -1
        if (place === -1) throw new Error(`no column ${column}`)
        const percent = content !== null && typeof content === 'object' && 'percent' in content
        const value = percent ? content.percent / 100 : content
        rows[row]![place] = value
        if (percent) cells.set(`${row},${place}`, { value, style: { numFmt: '0.0%' } })
      }
    }
    return { name, rows, cells }
  })
  return writeXlsx({ sheets: written })
}

/** In which row of a sheet, from 1, a code stands. */
export async function rowOf(bytes: Uint8Array, sheet: string, code: string): Promise<number> {
  const { sheets } = await readXlsx(bytes)
  return (sheets.find(({ name }) => name === sheet)?.rows.findIndex((row) => row[0] === code) ?? -2) + 1
}
