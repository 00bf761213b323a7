/** Tables of criteria and their verdicts that were flattened into lines. */
import { lastUpTo, lineAt, type Line } from './cells.ts'
import type { Item, ItemNames } from './items.ts'
import { LINE, type Page, type Piece } from './page.ts'
import { numberedRows } from './row-numbers.ts'
import { nounAt } from './counts.ts'
import { VERDICTS } from './verdicts.ts'
import { type Columns, ownVerdict, type VerdictRead } from './row-verdicts.ts'
import type { UnitTold } from './unit-names.ts'
import { verdictOfRow, type VerdictColumns } from './verdict-columns.ts'

/** A row of a criterion or an indicator, and what it comes to. */
export interface Row {
  item: Item
  met: boolean | undefined
  /** Below "Hiện trạng": so today, though the paper is a plan. */
  current?: boolean
  /** Of each commune, where the table has a column for each. */
  byUnit?: ReadonlyMap<UnitTold, boolean | undefined>
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
/** Rows below "Các tiêu chí chưa đạt" are what is not met, however few. */
const LEAST_HEADED = 2
const LONGEST_ROW = 120

/** The tables of criteria, each read with the set that explains most of its rows. */
export function readCriteriaTables(
  page: Page,
  headings: Columns,
  columns: readonly VerdictColumns[],
  candidates: readonly ItemNames[],
  prior: (i: number, names: ItemNames) => number,
): CriteriaTable[] {
  const tables: CriteriaTable[] = []
  for (const names of candidates) {
    for (const rows of groupsOf(rowsOf(page, headings, columns, names))) {
      if (isHeadedUnmet(page, headings.lines, rows)) for (const row of rows) row.met = false
      const verdicts = rows.filter(({ met, byUnit }) => met !== undefined || byUnit !== undefined)
      const least = rows.every(({ met }) => met === false) ? LEAST_HEADED : LEAST_ROWS
      if (verdicts.length < least || verdicts.length * 3 < rows.length) continue
      const start = rows[0]?.item.start ?? 0
      tables.push({ names, rows, start, end: rows.at(-1)?.end ?? start })
    }
  }
  // Of tables at one place the one whose names most rows have; of equal ones the one that the text speaks of.
  const fits = ({ item: { code, named, conflict } }: Row) => (conflict ? -1 : named || code !== undefined ? 2 : 0)
  const score = ({ rows, start, names }: CriteriaTable) =>
    rows.reduce((sum, row) => sum + fits(row), 0) + prior(start, names)
  const kept: CriteriaTable[] = []
  for (const table of tables.toSorted((a, b) => score(b) - score(a)))
    if (kept.every((other) => table.start >= other.end || table.end <= other.start)) kept.push(table)
  return kept.sort((a, b) => a.start - b.start)
}

/** "CÁC TIÊU CHÍ CHƯA ĐẠT" on the line before a table whose rows have no verdict of their own. */
function isHeadedUnmet({ pieces }: Page, lines: readonly Line[], rows: readonly Row[]): boolean {
  const first = rows[0]
  if (first === undefined || rows.length < LEAST_HEADED) return false
  if (rows.some(({ met, byUnit, item }) => met !== undefined || byUnit || !item.named || item.conflict)) return false
  const at = lastUpTo(lines, first.item.start)
  if ((lines[at]?.cells.length ?? 0) < 2) return false
  const title = lines[at - 1]?.cells.length === 1 ? lines[at - 1] : lines[at - 2]
  if (title?.cells.length !== 1) return false
  for (let k = title.from + 2; k < title.to; k++)
    if (VERDICTS.at(pieces, k)?.value === 'unmet' && nounAt(pieces, k - 2)?.end === k) return true
  return false
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

function rowsOf({ pieces }: Page, headings: Columns, columns: readonly VerdictColumns[], names: ItemNames): Row[] {
  const items: Item[] = []
  const numbered = numberedRows(pieces, headings.lines, names)
  for (let i = 0; i < pieces.length;) {
    const item = numbered.get(i) ?? rowItemAt(pieces, i, names)
    if (item) items.push(item)
    i = item ? item.end : i + 1
  }
  const rows: Row[] = []
  for (const [k, item] of items.entries()) {
    const limit = Math.min(items[k + 1]?.start ?? pieces.length, item.end + LONGEST_ROW)
    rows.push(rowOf(pieces, item, limit, names, headings, columns))
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
  // "TC1 đạt, TC2 chưa đạt, …"
  const told = noun && names.numberAt(pieces, noun.end)
  if (told && !told.named && VERDICTS.at(pieces, told.end)) return { ...told, start: i }
  const parted = /^[;,.]$/.test(pieces[i - 1]?.folded ?? '')
  if (!begins && !noun && !parted) return undefined
  const name = names.nameAt(pieces, at)
  if (!name) return undefined
  const next = pieces[name.end]
  return next && /^[:|]$/.test(next.folded) && VERDICTS.at(pieces, name.end + 1) ? { ...name, start: i } : undefined
}

function isVerdictEnd(pieces: readonly Piece[], i: number): boolean {
  return pieces[i - 1]?.folded === 'dat'
}

function rowOf(
  pieces: readonly Piece[],
  item: Item,
  limit: number,
  names: ItemNames,
  headings: Columns,
  columns: readonly VerdictColumns[],
): Row {
  const own = columns.findLast(({ from }) => from <= item.start)
  const line = own && lineAt(headings.lines, item.start)
  const told = line && verdictOfRow(pieces, line.cells, own)
  if (line && told !== undefined) return { item, met: told, details: [], end: line.to }
  const verdicts: VerdictRead[] = []
  let end = item.end
  let sameLine = true
  let onOwnLine = false
  for (let k = item.end; k < limit;) {
    // A verdict on the row's own line is its own: what the next line says is another matter.
    if (onOwnLine && (pieces[k]?.gap ?? 0) >= LINE) break
    if ((pieces[k]?.gap ?? 0) >= LINE) sameLine = false
    const verdict = verdictCellAt(pieces, k, limit, item.end)
    if (!verdict) {
      k++
      continue
    }
    verdicts.push({ value: verdict.value, at: k })
    onOwnLine ||= sameLine
    end = k = verdict.end
  }
  const { value, current, byUnit } = ownVerdict(headings, verdicts)
  if (byUnit) {
    const each = new Map([...byUnit].map(([unit, told]) => [unit, isMet(told)] as const))
    return { item, met: undefined, byUnit: each, details: [], end }
  }
  const met = isMet(value)
  const details: Item[] = []
  if (met === false && item.code === undefined) {
    let k = end
    for (; k < limit && (pieces[k]?.gap ?? 0) < LINE && k < end + 40; k++) {
      const code = names.codeAt(pieces, k)
      if (code?.no === item.no) details.push(code)
    }
    if (details.length > 0) end = k
  }
  return { item, met, current, details, end }
}

function isMet(verdict: VerdictRead | undefined): boolean | undefined {
  return verdict === undefined || verdict.value === 'open' ? undefined : verdict.value === 'met'
}

const ABBREVIATED: Record<string, 'met' | 'unmet' | undefined> = {
  đ: 'met',
  cđ: 'unmet',
  kđ: 'unmet',
  d: 'met',
  cd: 'unmet',
  kd: 'unmet',
}

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
    (before.kind === 'number' && piece.capital && !piece.loud) ||
    /^(?:gia|qua|luan)$/.test(before.folded)
  const next = pieces[verdict.end]
  const closed =
    verdict.end >= limit ||
    next === undefined ||
    next.gap >= LINE ||
    /^[|;.,()]$/.test(next.folded) ||
    (next.kind === 'number' && piece.capital && !piece.loud)
  return parted && closed && next?.folded !== '%' && pieces[verdict.end + 1]?.folded !== '%' ? verdict : undefined
}
