/** Tables that were flattened into lines: criteria with their verdicts, communes with their totals. */
import { fold, nameKey } from '../language/fold.ts'
import type { Item, ItemNames } from './items.ts'
import { LINE, type Page, type Piece } from './page.ts'
import { nounAt, VERDICTS, type Sizes, type Total } from './totals.ts'
import type { UnitTold } from './units.ts'

/** A row of a criterion or an indicator, and what it comes to. */
export interface Row {
  item: Item
  met: boolean | undefined
  /** Indicators that are named behind the verdict: "Chưa đạt (chỉ tiêu 2.1)". */
  details: Item[]
  end: number
}

export interface CriteriaTable {
  names: ItemNames
  rows: Row[]
  start: number
  end: number
}

const LEAST_ROWS = 3
const LONGEST_ROW = 120

/** The tables of criteria, each read with the set that explains most of its rows. */
export function readCriteriaTables(
  page: Page,
  candidates: readonly ItemNames[],
  prior: (i: number, names: ItemNames) => number,
): CriteriaTable[] {
  const tables: CriteriaTable[] = []
  for (const names of candidates) {
    for (const rows of groupsOf(rowsOf(page, names))) {
      const verdicts = rows.filter(({ met }) => met !== undefined)
      if (verdicts.length < LEAST_ROWS || verdicts.length * 3 < rows.length) continue
      const start = rows[0]?.item.start ?? 0
      tables.push({ names, rows, start, end: rows.at(-1)?.end ?? start })
    }
  }
  // Of tables at one place the one with most rows; of equal ones the one that the text speaks of.
  const score = (table: CriteriaTable) => table.rows.length * 2 + prior(table.start, table.names)
  const kept: CriteriaTable[] = []
  for (const table of tables.toSorted((a, b) => score(b) - score(a)))
    if (kept.every((other) => table.start >= other.end || table.end <= other.start)) kept.push(table)
  return kept.sort((a, b) => a.start - b.start)
}

/** Rows that follow each other; a criterion named again begins another table. */
function groupsOf(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = []
  let seen = new Set<string>()
  for (const row of rows) {
    const key = row.item.code ?? String(row.item.no)
    const last = groups.at(-1)?.at(-1)
    if (last === undefined || row.item.start - last.end > LONGEST_ROW || seen.has(key)) {
      groups.push([row])
      seen = new Set([key])
    } else {
      groups.at(-1)?.push(row)
      seen.add(key)
    }
  }
  return groups
}

function rowsOf({ pieces }: Page, names: ItemNames): Row[] {
  const items: Item[] = []
  const marks = markColumns(pieces)
  for (let i = 0; i < pieces.length;) {
    const item = rowItemAt(pieces, i, names)
    if (item) items.push(item)
    i = item ? item.end : i + 1
  }
  const rows: Row[] = []
  for (const [k, item] of items.entries()) {
    const limit = Math.min(items[k + 1]?.start ?? pieces.length, item.end + LONGEST_ROW)
    rows.push(rowOf(pieces, item, limit, names, marks))
  }
  return rows
}

/** A number with its criterion's name, a code at the beginning of a line or cell, or a name followed by a verdict. */
function rowItemAt(pieces: readonly Piece[], i: number, names: ItemNames): Item | undefined {
  const piece = pieces[i]
  if (piece === undefined) return undefined
  const begins = piece.gap >= LINE || i === 0 || /^[|*•-]$/.test(pieces[i - 1]?.folded ?? '')
  if (piece.kind === 'number' || (piece.capital && piece.loud)) {
    const code = begins || isVerdictEnd(pieces, i) ? names.codeAt(pieces, i) : undefined
    if (code && nounAt(pieces, code.end) === undefined && !/^cac$/.test(pieces[code.end]?.folded ?? '')) return code
    if (piece.glued) return undefined
    const number = names.numberAt(pieces, i)
    return number?.named && !number.conflict ? number : undefined
  }
  const noun = nounAt(pieces, i)
  const at = noun ? noun.end : i
  if (!begins && !noun) return undefined
  const name = names.nameAt(pieces, at)
  if (!name) return undefined
  const next = pieces[name.end]
  return next && /^[:|]$/.test(next.folded) && VERDICTS.at(pieces, name.end + 1) ? { ...name, start: i } : undefined
}

function isVerdictEnd(pieces: readonly Piece[], i: number): boolean {
  return pieces[i - 1]?.folded === 'dat'
}

interface Columns {
  /** From this piece on … */
  from: number
  met: number
  unmet: number
}

/** Header rows with a column for each verdict, in which rows have a cross. */
function markColumns(pieces: readonly Piece[]): Columns[] {
  const columns: Columns[] = []
  for (let i = 0; i < pieces.length;) {
    let end = i + 1
    while (end < pieces.length && (pieces[end]?.gap ?? 0) < LINE) end++
    const cells = cellsOf(pieces, i, end).map(({ from, to }) =>
      pieces
        .slice(from, to)
        .map(({ folded }) => folded)
        .join(' '),
    )
    const met = cells.findIndex((cell) => cell === 'dat')
    const unmet = cells.findIndex((cell) => /^(?:chua|khong) dat$/.test(cell))
    if (met > 0 && unmet > 0 && pieces[i]?.kind !== 'number') columns.push({ from: end, met, unmet })
    i = end
  }
  return columns
}

interface CellSpan {
  from: number
  to: number
}

function cellsOf(pieces: readonly Piece[], from: number, end: number): CellSpan[] {
  const cells: CellSpan[] = []
  let begin = pieces[from]?.folded === '|' ? from + 1 : from
  for (let k = begin; k <= end; k++)
    if (k === end || pieces[k]?.folded === '|') {
      cells.push({ from: begin, to: k })
      begin = k + 1
    }
  return cells
}

const CROSS = /^(?:x|v|✓|✔|✗|\+|√|☑|☒)$/

function rowOf(pieces: readonly Piece[], item: Item, limit: number, names: ItemNames, marks: readonly Columns[]): Row {
  const columns = marks.findLast(({ from }) => from <= item.start)
  if (columns) {
    let from = item.start
    while (from > 0 && (pieces[from]?.gap ?? 0) < LINE) from--
    let end = item.end
    while (end < pieces.length && (pieces[end]?.gap ?? 0) < LINE) end++
    const cells = cellsOf(pieces, from, end)
    const crossed = (column: number) => {
      const cell = cells[column]
      return cell !== undefined && cell.to - cell.from === 1 && CROSS.test(pieces[cell.from]?.folded ?? '')
    }
    const counted = (column: number) => {
      const cell = cells[column]
      const only = cell && cell.to - cell.from === 1 ? pieces[cell.from] : undefined
      return only?.kind === 'number' ? Number(only.folded) : undefined
    }
    // How many of its indicators are met, and are not.
    const unmet = counted(columns.unmet)
    if (unmet !== undefined && counted(columns.met) !== undefined) return { item, met: unmet === 0, details: [], end }
    if (crossed(columns.met)) return { item, met: true, details: [], end }
    if (crossed(columns.unmet)) return { item, met: false, details: [], end }
  }
  let met: boolean | undefined
  let end = item.end
  for (let k = item.end; k < limit;) {
    const verdict = verdictCellAt(pieces, k, limit, item.end)
    if (!verdict) {
      k++
      continue
    }
    met = verdict.value === 'open' ? undefined : verdict.value === 'met'
    end = k = verdict.end
  }
  const details: Item[] = []
  if (met === false && item.code === undefined) {
    let k = end
    for (; k < limit && (pieces[k]?.gap ?? 0) < LINE && k < end + 40; k++) {
      const code = names.codeAt(pieces, k)
      if (code?.no === item.no) details.push(code)
    }
    if (details.length > 0) end = k
  }
  return { item, met, details, end }
}

const ABBREVIATED: Record<string, 'met' | 'unmet' | undefined> = { đ: 'met', cđ: 'unmet', kđ: 'unmet' }

/** A verdict that stands by itself: in a cell of its own, behind a colon, at the end of a line. */
function verdictCellAt(
  pieces: readonly Piece[],
  k: number,
  limit: number,
  from: number,
): { value: 'met' | 'unmet' | 'open'; end: number } | undefined {
  const piece = pieces[k]
  if (piece === undefined) return undefined
  const short = piece.kind === 'word' && piece.capital ? ABBREVIATED[piece.spelled] : undefined
  const verdict = short ? { value: short, end: k + 1 } : VERDICTS.at(pieces, k)
  if (!verdict || /^(?:hoan|thieu|con)$/.test(piece.folded)) return undefined
  const before = pieces[k - 1]
  const parted =
    k === from ||
    piece.gap >= LINE ||
    before === undefined ||
    /^[|:>=)%-]$/.test(before.folded) ||
    (before.kind === 'number' && piece.capital) ||
    /^(?:gia|qua|luan)$/.test(before.folded)
  const next = pieces[verdict.end]
  const closed =
    verdict.end >= limit ||
    next === undefined ||
    next.gap >= LINE ||
    /^[|;.,()]$/.test(next.folded) ||
    (next.kind === 'number' && piece.capital)
  return parted && closed && next?.folded !== '%' && pieces[verdict.end + 1]?.folded !== '%' ? verdict : undefined
}

/** What a table of communes says: who each row is about, and its totals. */
export interface CommuneRows {
  units: UnitTold[]
  totals: Total[]
  /** Where each table stands. */
  spans: CellSpan[]
}

/** A table whose header names a column of communes and columns of counts. */
export function readCommuneTables(page: Page, sizes: Sizes): CommuneRows {
  const { pieces } = page
  const found: CommuneRows = { units: [], totals: [], spans: [] }
  let header: CommuneHeader | undefined
  for (let i = 0; i < pieces.length;) {
    let end = i + 1
    while (end < pieces.length && (pieces[end]?.gap ?? 0) < LINE) end++
    const cells = cellsOf(pieces, i, end)
    if (cells.length < 2) {
      if (cells[0] && cells[0].to - cells[0].from > 12) header = undefined
      bareRow(page, i, end, sizes, found)
      i = end
      continue
    }
    const words = cells.map(({ from, to }) =>
      pieces
        .slice(from, to)
        .map(({ folded }) => folded)
        .join(' '),
    )
    const unit = words.findIndex(
      (cell) =>
        /^(?:ten )?(?:cac )?(?:xa|don vi|dia phuong|xa thi tran|xa , thi tran|xa \/ thi tran|ten don vi)\b/.test(
          cell,
        ) && !/\d/.test(cell),
    )
    const counts = words.flatMap((cell, column) =>
      column !== unit &&
      /tieu chi|chi tieu|\bntm\b|nong thon moi/.test(cell) &&
      !/\d+ \/ \d+ (?:tieu|chi)/.test(cell) &&
      !/ten |noi dung/.test(cell)
        ? [
            {
              column,
              header: cells[column] ?? { from: 0, to: 0 },
              counted:
                cell.includes('chi tieu') && !cell.includes('tieu chi')
                  ? ('indicators' as const)
                  : ('criteria' as const),
              met: !/chua|khong dat|con lai/.test(cell),
            },
          ]
        : [],
    )
    if (unit >= 0 && counts.length > 0) header = { unit, counts }
    else if (header) communeRow(page, cells, header, sizes, found)
    i = end
  }
  return found
}

interface CommuneHeader {
  unit: number
  counts: readonly { column: number; header: CellSpan; counted: 'criteria' | 'indicators'; met: boolean }[]
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
  if (!unit) return
  const totals = header.counts.flatMap(({ column, header: heading, counted, met }): Total[] => {
    const span = cells[column]
    if (!span) return []
    const [a, slash, b] = [pieces[span.from], pieces[span.from + 1], pieces[span.from + 2]]
    if (a?.kind !== 'number' || a.folded.length > 2) return []
    const length = span.to - span.from
    const value = Number(a.folded)
    if (length === 1) return [{ counted, value, met, heading, start: span.from, end: span.to }]
    if (slash?.folded !== '/' || b?.kind !== 'number' || !sizes[counted].has(Number(b.folded))) return []
    return [{ counted, value, of: Number(b.folded), met, heading, start: span.from, end: span.to }]
  })
  if (totals.length === 0) return
  found.units.push({ kind: 'one', units: [unit], aside: false, start: cell.from, end: cell.to })
  found.totals.push(...totals)
  found.spans.push({ from: cells[0]?.from ?? cell.from, to: cells.at(-1)?.to ?? cell.to })
}

function nameIn({ pieces, text }: Page, { from, to }: CellSpan): UnitTold['units'][number] | undefined {
  const words = pieces.slice(from, to)
  if (words.length > 6 || words.some(({ kind }) => kind !== 'word')) return undefined
  const written = text.slice(words[0]?.start, words.at(-1)?.end)
  if (!words[0]?.capital || /^(?:tong|cong|toan|binh|trung)\b/.test(fold(written))) return undefined
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
