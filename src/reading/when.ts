/** Which day something is said of. */
import type { DayTold } from './days.ts'
import { type DocumentTold, lastDay } from './document.ts'
import type { Piece } from './page.ts'
import { periodAt } from './period-columns.ts'
import { lastBefore, type Scene } from './scene.ts'

export interface DateRead {
  /** Undefined where the text does not say. */
  date?: string
  told?: DayTold
  /** "Đến nay", or nothing: later than any day that is named. */
  latest: boolean
  /** "Đến nay" is said. */
  now?: boolean
}

const INTRO = /^(?:den|het|tinh|trong|diem|\(|toi|vao|,|cuoi|nam|quy|tai|theo)$/

/** The day that something is said of; undefined where it lies after the day the text was written on. */
export function dateFor(scene: Scene, start: number, end: number): DateRead | undefined {
  const { page, days, moods, document } = scene
  const period = periodAt(scene.periods, start)
  if (period?.goal) return undefined
  const { pieces } = page
  const sentence = pieces[start]?.sentence
  const at = lastBefore(days, start)
  let found = period?.told ?? dayBehind(pieces, end, days[lastBefore(days, end) + 1])
  let said: DayTold | undefined
  for (let k = at; k >= 0 && !found; k--) {
    const told = days[k]
    if (told === undefined || pieces[told.start]?.sentence !== sentence) break
    // "So với cuối năm 2024 (51/57); số tiêu chí đạt là 17/19": another time than the figure's.
    if (told.aside || (moods[told.start] !== 'present' && !told.now)) continue
    found = told
    said = told
  }
  // "Mừng Quốc khánh 2/9/2025, … (tính đến 31/8/2025)": what is said to be up to a day is of that day.
  if (found?.span === 'day' && found !== period?.told && !isUpTo(pieces, found)) {
    const next = days[at + 1]
    const bracketed = next && !next.now && isUpTo(pieces, next) && inBrackets(pieces, end, next.start)
    if (bracketed) found = next
  }
  // "Hiện nay xã đạt 15/19 tiêu chí (tháng 9/2022)": the day that "hiện nay" is.
  if (found?.now) {
    const next = days[at + 1]
    if (next && !next.now && !next.aside && next.start - start < 20 && inBrackets(pieces, start, next.start))
      found = next
  }
  if (!found) {
    const next = days[at + 1]
    const before = days[at] !== undefined && pieces[days[at].start]?.sentence === sentence
    if (
      next &&
      !next.aside &&
      !next.now &&
      (next.start - end < 14 || !before) &&
      pieces[next.start]?.sentence === sentence &&
      moods[next.start] === 'present' &&
      (INTRO.test(pieces[next.start - 1]?.folded ?? '') ||
        next.start === end ||
        (next.span !== 'day' && !parted(pieces, end, next.start)))
    )
      found = next
  }
  // A heading just before, or the sentence before about another commune: "Tính đến 30/6/2024:".
  if (!found)
    for (let k = at; k >= 0; k--) {
      const told = days[k]
      if (told === undefined || told.aside || told.now || moods[told.start] !== 'present') continue
      if ((pieces[start]?.sentence ?? 0) - (pieces[told.start]?.sentence ?? 0) > 40) break
      if (
        /^(?:den|het|toi|diem|thoi)$/.test(pieces[told.start - 1]?.folded ?? '') ||
        pieces[told.start]?.folded === 'het'
      ) {
        found = told
        break
      }
    }
  // "Số liệu tính đến hết tháng 4/2024." behind it.
  if (!found) {
    const next = days[at + 1]
    if (
      next &&
      !next.now &&
      !next.aside &&
      moods[next.start] === 'present' &&
      (pieces[next.start]?.sentence ?? 0) - (sentence ?? 0) <= 3
    )
      for (let k = next.start - 1; k > next.start - 7 && pieces[k]?.sentence === pieces[next.start]?.sentence; k--)
        if ((pieces[k]?.folded === 'lieu' || pieces[k]?.folded === 'diem') && isFirst(pieces, k - 1)) found = next
  }
  // "… chưa đạt (văn bản ngày 18/11/2025)": the only day there is.
  if (!found && document.date === undefined) {
    const next = days[at + 1]
    if (next?.date !== undefined && pieces[next.start]?.sentence === sentence && isSource(pieces, next)) found = next
  }
  const whole = found && !found.now ? resolved(found, document) : undefined
  if (whole !== undefined) {
    if (document.signed !== undefined && firstDay(whole) > document.signed) return undefined
    return { date: whole, told: found, latest: false }
  }
  const date = document.date && resolved(document.date, document)
  return { date, told: said?.now || !found ? document.date : found, latest: true, now: said?.now }
}

/** "14/19 tiêu chí NTM (tháng 6/2023); 16/19 tiêu chí NTM (tháng 12/2023)": each with its own day in brackets right behind it. */
function dayBehind(pieces: readonly Piece[], end: number, next: DayTold | undefined): DayTold | undefined {
  let at = end
  while (/^(?:ntm|nong|thon|moi|nang|cao|dat|chuan)$/.test(pieces[at]?.folded ?? '')) at++
  if (pieces[at]?.folded !== '(' || next === undefined || next.now || next.aside) return undefined
  if (pieces[next.end]?.folded !== ')') return undefined
  for (let k = at + 1; k < next.start; k++) if (!INTRO.test(pieces[k]?.folded ?? '')) return undefined
  return next.start > at ? next : undefined
}

/** "(văn bản ngày 18/11/2025)" at the end of a sentence. */
function isSource(pieces: readonly Piece[], { start, end }: DayTold): boolean {
  if (pieces[end]?.folded !== ')' || (pieces[end + 1]?.folded ?? '.') !== '.') return false
  return pieces.slice(Math.max(0, start - 4), start).some(({ folded }) => folded === '(')
}

/** "Tính đến 31/8", "đến hết tháng 6", "số liệu tháng 6" and not only "ngày 2/9". */
function isUpTo(pieces: readonly Piece[], { start }: DayTold): boolean {
  for (let k = start - 1; k >= Math.max(0, start - 4); k--) {
    const word = pieces[k]?.folded ?? ''
    if (/^(?:den|toi|lieu)$/.test(word)) return true
    if (!/^(?:het|ngay|cuoi|thang|thoi|diem)$/.test(word)) return false
  }
  return false
}

function inBrackets(pieces: readonly Piece[], from: number, to: number): boolean {
  for (let k = to - 1; k >= from && pieces[k]?.sentence === pieces[to]?.sentence; k--) {
    if (pieces[k]?.folded === '(') return true
    if (!INTRO.test(pieces[k]?.folded ?? '')) return false
  }
  return false
}

function isFirst(pieces: readonly Piece[], k: number): boolean {
  return k <= 0 || pieces[k]?.sentence !== pieces[k - 1]?.sentence || pieces[k - 1]?.folded === '('
}

function parted(pieces: readonly Piece[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (pieces[k]?.kind === 'sign') return true
  return false
}

function resolved({ date, yearless }: DayTold, { year }: DocumentTold): string | undefined {
  if (date !== undefined) return date
  return yearless !== undefined && year !== undefined ? `${year}-${yearless}` : undefined
}

function firstDay(date: string): string {
  // A quarter or a year that is not over may be reported on within it: only what begins later is a plan.
  return date.length === 10 ? date : `${date.slice(0, 4)}-01-01`
}

/** For comparing days: the last one of a month. */
export function dayOf(when: DateRead): string {
  return when.latest ? '9999' : when.date === undefined ? '' : lastDay(when.date)
}
