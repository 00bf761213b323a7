/** Tables of communes and their totals that were flattened into lines. */
import { fold, nameKey } from '../language/fold.ts'
import { cellNumber, cellWords, type CellSpan, type Line } from './cells.ts'
import { countColumns, type CountColumn, totalIn, UNMET } from './count-columns.ts'
import type { Sizes } from './counts.ts'
import type { Page } from './page.ts'
import type { Total } from './totals.ts'
import type { UnitTold } from './unit-names.ts'

/** What a table of communes says: who each row is about, and its totals. */
export interface CommuneRows {
  units: UnitTold[]
  totals: Total[]
  /** Where each row stands, and each header. */
  spans: CellSpan[]
  headers: CellSpan[]
  /** The cells below "Tiêu chí chưa đạt" that name them. */
  lists: CellSpan[]
}

interface CommuneHeader {
  unit: number
  /** How many cells it has: a row with more has lost its order. */
  width: number
  counts: readonly CountColumn[]
  list?: number
}

/** A table whose header names a column of communes and columns of counts. */
export function readCommuneTables(page: Page, lines: readonly Line[], sizes: Sizes): CommuneRows {
  const found: CommuneRows = { units: [], totals: [], spans: [], headers: [], lists: [] }
  let header: CommuneHeader | undefined
  for (const line of lines) {
    const { from, to, cells } = line
    if (cells.length < 2) {
      if (to - from > 12) header = undefined
      bareRow(page, from, to, sizes, found)
      continue
    }
    const next = headerOf(page, line)
    if (next) {
      header = next
      found.headers.push({ from, to })
    } else if (header) communeRow(page, cells, header, sizes, found)
  }
  return found
}

const UNIT_COLUMN = /^(?:ten )?(?:cac )?(?:xa|don vi|dia phuong|xa thi tran|xa , thi tran|xa \/ thi tran|ten don vi)\b/
function headerOf({ pieces }: Page, { cells }: Line): CommuneHeader | undefined {
  const words = cells.map((cell) => cellWords(pieces, cell))
  const unit = words.findIndex((cell) => UNIT_COLUMN.test(cell) && !/\d/.test(cell))
  // "Tiêu chí chưa đạt" names them, where "Số tiêu chí chưa đạt" counts them.
  const list = words.findIndex((cell) => /^(?:cac |ten )?(?:tieu chi|chi tieu|tc|ct)\b/.test(cell) && UNMET.test(cell))
  const counts = countColumns(words, cells, unit)
  if (unit < 0 || counts.length === 0) return undefined
  return { unit, width: words.length, counts, ...(list < 0 ? {} : { list }) }
}

function communeRow(
  page: Page,
  cells: readonly CellSpan[],
  header: CommuneHeader,
  sizes: Sizes,
  found: CommuneRows,
): void {
  const { pieces } = page
  const cell = cells[header.unit]
  if (!cell || cell.to === cell.from) return
  const unit = nameIn(page, cell)
  if (!unit || cells.slice(header.width).some(({ from, to }) => to > from)) return
  const met = header.counts.find((column) => column.met && column.counted === 'criteria')
  const whole =
    (cellNumber(pieces, cells[met?.column ?? -1]) ?? 0) + (cellNumber(pieces, cells[header.list ?? -1]) ?? 0)
  const named = header.list !== undefined && !sizes.criteria.has(whole) ? header.list : undefined
  const totals = header.counts.flatMap((column): Total[] => {
    const span = column.column === named ? undefined : cells[column.column]
    const total = span && totalIn(pieces, span, column, sizes)
    return total ? [total] : []
  })
  if (totals.length === 0) return
  found.units.push({ kind: 'one', units: [unit], aside: false, start: cell.from, end: cell.to })
  found.totals.push(...totals)
  found.spans.push({ from: cells[0]?.from ?? cell.from, to: cells.at(-1)?.to ?? cell.to })
  const list = named === undefined ? undefined : cells[named]
  if (list && list.to > list.from) found.lists.push(list)
}

const NO_UNIT =
  /^(?:tong|cong|(?:tong (?:cong|so|hop)|toan (?:huyen|tinh|xa|thanh pho|thi xa)|binh quan|trung binh)\b.*)$/

function nameIn({ pieces, text }: Page, { from, to }: CellSpan): UnitTold['units'][number] | undefined {
  const words = pieces.slice(from, to)
  if (words.length > 6 || words.some(({ kind }) => kind !== 'word')) return undefined
  const written = text.slice(words[0]?.start, words.at(-1)?.end)
  if (!words[0]?.capital || NO_UNIT.test(fold(written))) return undefined
  const kind = /^(?:xã|thị trấn|phường|đặc khu|xa|thi tran|phuong)\s+/i.exec(written.normalize('NFC'))?.[0] ?? ''
  const name = shown(written.slice(kind.length))
  const known = KINDS[fold(kind.trim())] ?? 'Xã'
  return name === '' ? undefined : { key: nameKey(known + name), name: `${known} ${name}` }
}

const KINDS: Record<string, string> = { 'thi tran': 'Thị trấn', phuong: 'Phường', 'dac khu': 'Đặc khu', xa: 'Xã' }

function shown(name: string): string {
  return name === name.toUpperCase()
    ? name.toLowerCase().replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
    : name
}

/** "1 Hải An 17/19 52/57", "- Hải Bình: 15/19": a line with a bare name right before a total. */
function bareRow(page: Page, from: number, end: number, sizes: Sizes, found: CommuneRows): void {
  const { pieces } = page
  let at = from
  if (pieces[at]?.kind === 'number' && !pieces[at + 1]?.glued) at++
  else if (pieces[at]?.kind === 'number' && /^[.)/]$/.test(pieces[at + 1]?.folded ?? '')) at += 2
  else if (/^[-+*•]$/.test(pieces[at]?.folded ?? '')) at++
  let last = at
  while (last < end && last - at < 5 && pieces[last]?.kind === 'word' && pieces[last]?.capital) last++
  if (last - at < 2 || /^(?:xa|thi|phuong|dac|huyen|tinh|thon|tieu|chi|so|ket|tong)$/.test(pieces[at]?.folded ?? ''))
    return
  let number = last
  if (/^[:-]$/.test(pieces[number]?.folded ?? '')) number++
  const of = pieces[number + 2]
  if (pieces[number]?.kind !== 'number' || pieces[number + 1]?.folded !== '/' || of?.kind !== 'number') return
  const whole = Number(of.folded)
  if (!sizes.criteria.has(whole) && !sizes.indicators.has(whole)) return
  const unit = nameIn(page, { from: at, to: last })
  if (unit) found.units.push({ kind: 'one', units: [unit], aside: false, start: at, end: last })
}
