/** What a text is as a whole: the commune whose paper it is, the time it tells of. */
import { addDays } from '../calendar/days.ts'
import type { DayTold } from './days.ts'
import type { Mood } from './moods.ts'
import { LINE, type Page } from './page.ts'
import type { UnitTold, NamedUnit } from './unit-names.ts'
import { Wordings } from './wordings.ts'

export interface DocumentTold {
  /** Whose letterhead it is: "ỦY BAN NHÂN DÂN / XÃ HẢI AN". */
  unit?: NamedUnit
  /** The day or month that "đến nay" stands for. */
  date?: DayTold
  /** The year that days without one are of. */
  year?: string
  /** The day it was written or signed on. */
  signed?: string
}

const HEAD_LINES = 14
const TITLE = new Wordings([
  ['báo cáo|kết quả|tình hình|biên bản|thông báo|tiến độ|biểu tổng hợp|đánh giá|tổng hợp', true],
])
/** "Theo báo cáo, …" is no heading. */
const CITED = /^(?:theo|qua|nghe|tai)$/
const ISSUER = /^(?:ubnd|dan|uy|dao|bcd|hdnd|nhan|tm|.)$/

export function readDocument(
  page: Page,
  days: readonly DayTold[],
  units: readonly UnitTold[],
  moods: readonly Mood[],
): DocumentTold {
  const { pieces } = page
  let lines = 0
  let headEnd = 0
  for (; headEnd < pieces.length && lines <= HEAD_LINES; headEnd++) if ((pieces[headEnd]?.gap ?? 0) >= LINE) lines++
  const unit = units.find(({ kind, start, end }) => {
    if (kind !== 'one' || start > headEnd) return false
    const first = pieces[start]
    const alone = (first?.gap ?? 0) >= LINE || start === 0
    const issued = ISSUER.test(pieces[start - 1]?.folded ?? '') && pieces[start - 1]?.loud === true
    const ends = pieces[end] === undefined || (pieces[end]?.gap ?? 0) >= LINE
    return first?.loud === true && (alone || issued) && ends
  })?.units[0]

  const signed = days.find(
    (told) =>
      told.span === 'day' && told.date !== undefined && (isSigned(page, told) || isAttached(page, told, headEnd)),
  )
  const period = days.find(
    (told) =>
      told.span !== 'day' &&
      !told.now &&
      moods[told.start] === 'present' &&
      told.start < headEnd &&
      !isWeek(page, told) &&
      (told.date ?? told.yearless) !== undefined &&
      isTitle(page, told.start),
  )
  const event =
    days.find((told) => told.span === 'day' && told.date !== undefined && !told.aside) ??
    days.find((told) => OPENS.has(told.span) && told.date !== undefined && !told.aside && isOpening(page, told))
  const beside =
    period?.date === undefined && period !== undefined
      ? days.find(({ date, start }) => date !== undefined && start > period.start && start < headEnd)
      : undefined
  const year = (
    signed?.date ??
    period?.date ??
    beside?.date ??
    days.find(({ date, aside, start }) => date !== undefined && !aside && moods[start] !== 'goal')?.date
  )?.slice(0, 4)
  const known = period?.date !== undefined || (period?.yearless !== undefined && year !== undefined)
  let date = known ? period : (signed ?? event)
  // A year's report that was written before its end tells of the day it was written on.
  if (period?.span === 'year' && signed?.date !== undefined && signed.date.slice(0, 7) < (period.date ?? ''))
    date = signed
  return { unit, date, year, signed: signed?.date }
}

/** "Hải An, ngày 15 tháng 7 năm 2024" on a line of its own. */
function isSigned({ pieces }: Page, { start, end, aside }: DayTold): boolean {
  if (aside || pieces[start]?.folded !== 'ngay' || pieces[start - 1]?.folded !== ',') return false
  const next = pieces[end]
  if (next !== undefined && next.gap < LINE && next.folded !== '|' && next.folded !== '.') return false
  let from = start
  while (from > 0 && start - from < 12 && (pieces[from]?.gap ?? 0) < LINE) from--
  return start - from < 12
}

/** "(Kèm theo Báo cáo số 45/BC-UBND ngày 12/12/2024 của UBND xã)": an appendix is of the day of its report. */
function isAttached({ pieces }: Page, { start }: DayTold, headEnd: number): boolean {
  if (start > headEnd) return false
  for (let k = start - 1; k > Math.max(0, start - 16) && pieces[k]?.sentence === pieces[start]?.sentence; k--)
    if (pieces[k]?.folded === 'kem' && pieces[k + 1]?.folded === 'theo')
      return pieces.slice(k, start).some(({ folded }, at, all) => folded === 'bao' && all[at + 1]?.folded === 'cao')
  return false
}

/** "Tuần 2 tháng 10/2024" is no month. */
function isWeek({ pieces }: Page, { start }: DayTold): boolean {
  return pieces.slice(Math.max(0, start - 4), start).some(({ folded }) => folded === 'tuan')
}

const OPENS = new Set<DayTold['span']>(['month', 'quarter', 'half'])

/** "Tháng 10/2025, Ban Chỉ đạo xã họp.", "Trong 9 tháng đầu năm 2024, …": what is told after it is of that time. */
function isOpening({ pieces }: Page, { start, end }: DayTold): boolean {
  const from = /^(?:trong|qua)$/.test(pieces[start - 1]?.folded ?? '') ? start - 1 : start
  // Wherever it stands in the first sentence: "Về xã Mẫu những ngày tháng 11 năm 2024, …"
  const first = pieces[from]?.sentence === 0 || pieces[from - 1]?.sentence !== pieces[from]?.sentence
  return first && pieces[end]?.folded === ','
}

/** On a line, or below one, that is a heading: no sentence with a stop. */
function isTitle({ pieces }: Page, at: number): boolean {
  let from = at
  let breaks = 0
  while (from > 0 && at - from < 40) {
    if ((pieces[from]?.gap ?? 0) >= LINE && ++breaks > 1) break
    if (pieces[from - 1]?.folded === '.' && pieces[from]?.sentence !== pieces[from - 1]?.sentence) break
    from--
  }
  for (let k = from; k <= at; k++) if (TITLE.at(pieces, k) && !CITED.test(pieces[k - 1]?.folded ?? '')) return true
  return false
}

/** The last day of what `date` names: a month's is its last. */
export function lastDay(date: string): string {
  if (date.length === 10) return date
  const [year = 0, month = 0] = date.split('-').map(Number)
  return addDays(`${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01`, -1)
}
