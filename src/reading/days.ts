/** The days and months that a text gives for its figures. */
import { day } from '../language/days.ts'
import { readNumber } from '../language/numbers.ts'
import type { Page, Piece } from './page.ts'
import { isDateAside } from './days-aside.ts'
import { nounAt } from './counts.ts'
import { Wordings } from './wordings.ts'

export interface DayTold {
  /** `2024-06-30` or `2024-06`; undefined for "đến nay" and for a day without its year. */
  date?: string
  /** Month and day, where the year was left out. */
  yearless?: string
  now: boolean
  /** How long a time it names. */
  span: 'day' | 'month' | 'quarter' | 'half' | 'year' | 'now'
  /** It is a document's, a person's or a recognition's date, not that of a figure. */
  aside: boolean
  start: number
  end: number
}

const NOW = new Wordings([
  [
    'đến nay|hiện nay|hiện tại|cho đến nay|tới nay|hiện đã|hiện đạt|hiện xã|hiện còn|thời điểm này|thời điểm hiện tại|nay đã|nay đạt|nay mới|lúc này',
    true,
  ],
])

const ROMAN: Record<string, number | undefined> = { i: 1, ii: 2, iii: 3, iv: 4 }
const QUARTER_WORDS: Record<string, number | undefined> = { mot: 1, nhat: 1, hai: 2, ba: 3, bon: 4, tu: 4 }

/** All days told, in the order of the text. */
export function readDays(page: Page): DayTold[] {
  const { pieces } = page
  const days: DayTold[] = []
  for (let i = 0; i < pieces.length;) {
    const now = NOW.at(pieces, i)
    // "Thực hiện đạt 46/57" is no "hiện đạt".
    if (now && pieces[i - 1]?.folded !== 'thuc') {
      days.push({ now: true, span: 'now', aside: false, start: i, end: now.end })
      i = now.end
      continue
    }
    const read = readDay(pieces, i)
    if (read) days.push({ now: false, ...read, start: i, aside: isDateAside(pieces, i, read.end, read.span) })
    i = read ? read.end : i + 1
  }
  return days
}

type Read = { date?: string; yearless?: string; span: DayTold['span']; end: number }

function readDay(pieces: readonly Piece[], i: number): Read | undefined {
  const piece = pieces[i]
  if (piece === undefined) return undefined
  if (piece.kind === 'number') return numeric(pieces, i) ?? partOfYear(pieces, i)
  if (piece.kind !== 'word') return undefined
  const next = pieces[i + 1]
  switch (piece.folded) {
    case 'ngay':
      return named(pieces, i + 1)
    case 'thang':
      return month(pieces, i)
    case 'quy':
      return quarter(pieces, i)
    case 'nam':
      return year(pieces, i)
    case 'cuoi':
    case 'het':
    case 'dau': {
      if (next?.folded !== 'nam') return undefined
      const whole = year(pieces, i + 1)
      return whole && piece.folded === 'dau' ? { ...whole, date: whole.date?.replace('-12', '-01') } : whole
    }
    default:
      return partOfYear(pieces, i)
  }
}

function valid(y: number, m: number, d: number): string | undefined {
  return m < 1 || m > 12 ? undefined : day(y, m, d, 0)?.from
}

function monthOf(y: number, m: number): string | undefined {
  return y >= 1990 && y <= 2100 && m >= 1 && m <= 12 ? `${y}-${String(m).padStart(2, '0')}` : undefined
}

/** 30/6/2024, 30-6-2024, 30.6.2024, 2024-06-30, 6/2024, 30/6. */
function numeric(pieces: readonly Piece[], i: number): Read | undefined {
  const first = pieces[i]
  const sign = pieces[i + 1]
  if (!first || !sign || !/^[/.-]$/.test(sign.folded)) return undefined
  const before = pieces[i - 1]
  if (first.glued && before && /^[/.,-]$/.test(before.folded)) return undefined
  const second = pieces[i + 2]
  if (second?.kind !== 'number') return undefined
  const [a, b] = [Number(first.folded), Number(second.folded)]
  const third = pieces[i + 3]?.folded === sign.folded ? pieces[i + 4] : undefined
  if (third?.kind === 'number') {
    if (first.folded.length === 4) {
      const date = valid(a, b, Number(third.folded))
      return date === undefined ? undefined : { date, span: 'day', end: i + 5 }
    }
    if (third.folded.length !== 4 && third.folded.length !== 2) return undefined
    const date = valid(fullYear(third.folded), b, a)
    return date === undefined ? undefined : { date, span: 'day', end: i + 5 }
  }
  if (sign.folded === '.') return undefined
  if (second.folded.length === 4 && first.folded.length <= 2) {
    const date = monthOf(b, a)
    return date === undefined ? undefined : { date, span: 'month', end: i + 3 }
  }
  // "25/10 năm 2024", "tính đến 25/10"
  const said = pieces[i + 3]?.folded === 'nam' || /^(?:den|toi)$/.test(before?.folded ?? '')
  return said && sign.folded === '/' && !nounAt(pieces, i + 3) ? dayAndMonth(pieces, a, b, i + 3) : undefined
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

/** What follows "ngày": "30/6/2024", "30 tháng 6 năm 2024", "30/6". */
function named(pieces: readonly Piece[], i: number): Read | undefined {
  // "Ngày mồng 10", "ngày mùng năm": the first ten days of a month.
  const from = /^(?:mong|mung)$/.test(pieces[i]?.folded ?? '') ? i + 1 : i
  const first = pieces[from]
  const inWords = first?.kind === 'word' ? readNumber(pieces, from) : undefined
  if (inWords === undefined && (first?.kind !== 'number' || first.folded.length > 2)) return undefined
  const whole = numeric(pieces, from)
  if (whole) return whole.span === 'day' ? whole : undefined
  const d = inWords?.value ?? Number(first?.folded)
  const to = inWords?.end ?? from + 1
  const sign = pieces[to]?.folded
  let m: number | undefined
  let end = to + 2
  if (sign === '/' || sign === '-') m = Number(pieces[to + 1]?.folded)
  else if (sign === 'thang') {
    const number = readNumber(pieces, to + 1)
    m = number?.value
    end = number?.end ?? end
  }
  if (m === undefined || !Number.isInteger(m)) return undefined
  return dayAndMonth(pieces, d, m, end)
}

function dayAndMonth(pieces: readonly Piece[], d: number, m: number, end: number): Read | undefined {
  const y = attachedYear(pieces, end)
  if (y) {
    const date = valid(y.year, m, d)
    return date === undefined ? undefined : { date, span: 'day', end: y.end }
  }
  // A leap year has every day there is.
  const date = valid(2024, m, d)
  return date === undefined ? undefined : { yearless: date.slice(5), span: 'day', end }
}

/** "/2024", "-2024", "năm 2024", ", năm 2024" after a month or a quarter. */
function attachedYear(pieces: readonly Piece[], i: number): { year: number; end: number } | undefined {
  let at = i
  if (pieces[at]?.folded === ',' && pieces[at + 1]?.folded === 'nam') at++
  const sign = pieces[at]?.folded
  if (sign !== '/' && sign !== '-' && sign !== 'nam' && sign !== '.') return undefined
  const digits = pieces[at + 1]
  if (digits?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(digits.folded)) return undefined
  return { year: Number(digits.folded), end: at + 2 }
}

function month(pieces: readonly Piece[], i: number): Read | undefined {
  const number = readNumber(pieces, i + 1)
  const digits = pieces[i + 1]
  const value = digits?.kind === 'number' ? Number(digits.folded) : number?.value
  const end = digits?.kind === 'number' ? i + 2 : (number?.end ?? i + 2)
  if (value === undefined || !Number.isInteger(value) || value < 1 || value > 12) return undefined
  const y = attachedYear(pieces, end)
  if (!y) return { yearless: String(value).padStart(2, '0'), span: 'month', end }
  const date = monthOf(y.year, value)
  return date === undefined ? undefined : { date, span: 'month', end: y.end }
}

function quarter(pieces: readonly Piece[], i: number): Read | undefined {
  const next = pieces[i + 1]
  const q =
    next?.kind === 'number' ? Number(next.folded) : (ROMAN[next?.folded ?? ''] ?? QUARTER_WORDS[next?.folded ?? ''])
  if (q === undefined || q < 1 || q > 4) return undefined
  const y = attachedYear(pieces, i + 2)
  if (!y) return { yearless: String(q * 3).padStart(2, '0'), span: 'quarter', end: i + 2 }
  return { date: monthOf(y.year, q * 3), span: 'quarter', end: y.end }
}

/** "năm 2024", not "năm 2021-2025" nor the South of a name. */
function year(pieces: readonly Piece[], i: number): Read | undefined {
  const [word, next, sign, more] = [pieces[i], pieces[i + 1], pieces[i + 2], pieces[i + 3]]
  if (word === undefined || (word.spelled !== 'năm' && word.spelled !== 'nam')) return undefined
  if (word.capital && !word.loud && word.spelled === 'nam' && pieces[i - 1]?.capital) return undefined
  if (next?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(next.folded)) return undefined
  if (sign?.folded === '-' && more?.kind === 'number') return undefined
  return { date: `${next.folded}-12`, span: 'year', end: i + 2 }
}

/** "6 tháng đầu năm 2025", "sáu tháng cuối năm", "9 tháng năm 2024", "nửa đầu năm 2024". */
function partOfYear(pieces: readonly Piece[], i: number): Read | undefined {
  let months: number | undefined
  let at: number
  if (pieces[i]?.folded === 'nua') {
    months = 6
    at = i + 1
  } else {
    const number = readNumber(pieces, i)
    if (number === undefined || !Number.isInteger(number.value) || pieces[number.end]?.folded !== 'thang')
      return undefined
    months = number.value
    at = number.end + 1
  }
  if (months < 1 || months > 12) return undefined
  const part = pieces[at]?.folded
  const first = part === 'dau'
  if (part === 'dau' || part === 'cuoi') at++
  else if (part !== 'nam') return undefined
  if (pieces[at]?.folded !== 'nam') return undefined
  const ends = part === 'cuoi' ? 12 : months
  const y = attachedYear(pieces, at)
  const span = months === 3 ? 'quarter' : 'half'
  if (y) return { date: monthOf(y.year, ends), span, end: y.end }
  return first || part === 'cuoi' ? { yearless: String(ends).padStart(2, '0'), span, end: at + 1 } : undefined
}
