/** Days and spans of days, as people write and say them. Pure: `today` is given. */
import type { DateMention } from './meaning.ts'
import { readNumber } from './numbers.ts'
import { addDays, addMonths, weekdayOf } from '../calendar/days.ts'
import { periodOf, type PeriodKind } from '../calendar/periods.ts'
import { day, month, partOf, week, type Span } from './days.ts'
import { readNamedDay, readTet, relative, relativeLength } from './named-days.ts'
import type { Token } from './tokens.ts'

/** The date mention that begins at `i`, with the token after it. */
export function readDate(
  tokens: readonly Token[],
  i: number,
  today: string,
  text: string,
): { mention: DateMention; end: number } | undefined {
  const span = readSpan(tokens, i, today)
  if (span === undefined) return undefined
  const { from, to, end } = span
  return { mention: { text: text.slice(tokens[i]?.start, tokens[end - 1]?.end), from, to }, end }
}

/** The words that a date can begin with. */
const BEGINNINGS = new Set(
  `het hom ngay bua sang chieu toi trua dem mai cuoi dau giua thang nam quy tuan thu chu cn mung mong tet truoc mot hai ba bon tu lam
  sau bay tam chin muoi`.split(/\s+/),
)

function readSpan(tokens: readonly Token[], i: number, today: string): Span | undefined {
  const token = tokens[i]
  if (token === undefined) return undefined
  if (token.kind === 'word' && !BEGINNINGS.has(token.folded)) return undefined
  const later = pointsAhead(tokens, i)
  if (token.kind === 'number') return readNumeric(tokens, i, today, later) ?? readDuration(tokens, i, today)
  if (token.kind !== 'word') return undefined
  return readNamedDay(tokens, i, today) ?? readCalendar(tokens, i, today, later) ?? readDuration(tokens, i, today)
}

const AHEAD = new Set(['han', 'den', 'truoc', 'toi', 'cham', 'xong', 'hen', 'ngay'])

/** Whether the words before it make it a day to come ("hạn 15/2"). */
function pointsAhead(tokens: readonly Token[], i: number): boolean {
  for (let at = i - 1; at >= Math.max(0, i - 3); at--) {
    const word = tokens[at]?.folded ?? ''
    if (word === 'tu' || word === 'ke') return false
    if ((word === 'den' || word === 'toi') && looksBack(tokens, at)) return false
    if (AHEAD.has(word) && word !== 'ngay') return true
  }
  return false
}

/** "Kết quả đến tháng 10", "đạt được bao nhiêu đến 30/9": what was reached by then, and no day to come. */
function looksBack(tokens: readonly Token[], end: number): boolean {
  return tokens
    .slice(0, end)
    .some(({ folded }, k) => /^(tinh|dat|lieu)$/.test(folded) || (folded === 'qua' && tokens[k - 1]?.folded === 'ket'))
}

/** 30/4/2023, 30-4, 2023-04-30, 4/2023. */
function readNumeric(tokens: readonly Token[], i: number, today: string, later: boolean): Span | undefined {
  const parts = [tokens[i]?.folded ?? '']
  const sign = tokens[i + 1]?.folded ?? ''
  let end = i + 1
  if (sign !== '/' && sign !== '-' && sign !== '.') return undefined
  // The rest of a date that is none ("31/2/2026") is none either.
  const before = tokens[i - 1]
  if (tokens[i]?.glued && before?.kind === 'sign' && before.glued && /[/.-]/.test(before.folded)) return undefined
  while (
    parts.length < 3 &&
    tokens[end]?.folded === sign &&
    tokens[end]?.glued &&
    tokens[end + 1]?.kind === 'number' &&
    tokens[end + 1]?.glued
  ) {
    parts.push(tokens[end + 1]?.folded ?? '')
    end += 2
  }
  const [a = '', b = '', c] = parts
  const [x, y] = [Number(a), Number(b)]
  if (c !== undefined) {
    if (a.length === 4) return day(x, y, Number(c), end)
    if (c.length === 4 || c.length === 2) return day(fullYear(c), y, x, end)
    return undefined
  }
  if (sign === '.' || parts.length < 2) return undefined
  if (b.length === 4 && x >= 1 && x <= 12) return month(y, x, end)
  if (b.length === 4 || a.length > 2 || b.length > 2) return undefined
  if (isCounted(tokens[end]) || y > 12) return undefined
  // "1/1" at the end of what a village reports: one of one, unless it is called a day.
  if (x === y && sign === '/' && isReported(tokens, i)) return undefined
  return yearless(y, x, today, later, end)
}

/** Whether a report is what comes before: "báo cáo nhà văn hóa 1/1", not "báo cáo ngày 1/1" nor "báo cáo đến 1/1". */
function isReported(tokens: readonly Token[], i: number): boolean {
  const words = tokens.slice(0, i).map(({ folded }) => folded)
  const reported = words.some((word, at) => word === 'bao' && words[at + 1] === 'cao')
  return reported && words.length > 2 && !/^(ngay|den|tu|hom|truoc|sau|toi|cao|dip|han|la)$/.test(words.at(-1) ?? '')
}

function isCounted(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^(ho|nguoi|thon|tieu|chi|em|chau|xa|truong|xom|ap|nha|co)$/.test(token.folded)
}

function fullYear(written: string): number {
  return written.length === 2 ? 2000 + Number(written) : Number(written)
}

/** "ngày 30 tháng 4", "tháng 4/2023", "cuối năm 2024", "quý 2", "tuần tới", "thứ hai", "mùng 1". */
function readCalendar(tokens: readonly Token[], i: number, today: string, later: boolean): Span | undefined {
  const word = tokens[i]?.folded ?? ''
  const next = tokens[i + 1]?.folded ?? ''
  if (word === 'dau' || word === 'giua' || word === 'cuoi') {
    const whole =
      next === 'tuan' && relative(tokens, i + 2) === undefined
        ? week(today, 0, i + 2)
        : readCalendar(tokens, i + 1, today, later)
    return whole && partOf(whole, word, next)
  }
  if (word === 'het') return readEnd(tokens, i, today)
  if (word === 'thang') return readMonth(tokens, i, today, later)
  if (word === 'nam') return readYear(tokens, i, today)
  if (word === 'quy') return readQuarter(tokens, i, today, later)
  if (word === 'tuan') {
    const shift = relative(tokens, i + 1)
    return shift === undefined ? undefined : week(today, shift, i + 1 + relativeLength(tokens, i + 1))
  }
  if (
    word === 'thu' ||
    (word === 'chu' && next === 'nhat') ||
    (word === 'cn' && i > 0 && DAY_TIMES.has(tokens[i - 1]?.folded ?? ''))
  )
    return readWeekday(tokens, i, today)
  if (word === 'ngay' || word === 'mung' || word === 'mong' || word === 'hom')
    return readDayOfMonth(tokens, i, today, later)
  if (word === 'tet' || (word === 'nam' && next === 'moi')) return readTet(tokens, i, today)
  if (word === 'truoc' && next === 'tet') {
    const tet = readTet(tokens, i + 1, today)
    return tet && { from: addDays(tet.from, -1), to: addDays(tet.from, -1), end: tet.end }
  }
  return undefined
}

function readMonth(tokens: readonly Token[], i: number, today: string, later: boolean): Span | undefined {
  const shift = relative(tokens, i + 1)
  const [year, now] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  // "Tháng sau" is the next one, not "tháng sáu".
  const said = tokens[i + 1]?.spelled === 'sau' ? undefined : readNumber(tokens, i + 1)
  // "Mùng 1 hằng tháng 8h": a time of day.
  const number = /^(h|gio|g)$/.test(tokens[said?.end ?? 0]?.folded ?? '') ? undefined : said
  if (number !== undefined && number.value >= 1 && number.value <= 12 && Number.isInteger(number.value)) {
    const inYear = readAttachedYear(tokens, number.end, today)
    if (inYear !== undefined) return month(inYear.year, number.value, inYear.end)
    return month(year + (later && number.value < now ? 1 : 0), number.value, number.end)
  }
  if (tokens[i + 1]?.folded === 'tu') return withYear(4, tokens, i + 2, today)
  if (tokens[i + 1]?.folded === 'gieng') return month(year, 1, i + 2)
  if (tokens[i + 1]?.folded === 'chap') return month(year, 12, i + 2)
  if (shift !== undefined) return month(year, now + shift, i + 1 + relativeLength(tokens, i + 1))
  // "đầu tháng", "cuối tháng" say this month's.
  return PARTS.has(tokens[i - 1]?.folded ?? '') ? month(year, now, i + 1) : undefined
}

function withYear(monthNumber: number, tokens: readonly Token[], i: number, today: string): Span {
  const inYear = readAttachedYear(tokens, i, today)
  return month(inYear?.year ?? Number(today.slice(0, 4)), monthNumber, inYear?.end ?? i)
}

const PARTS = new Set(['dau', 'giua', 'cuoi'])

/** "/2023", "năm 2023", "năm nay" after a month or a quarter. */
function readAttachedYear(
  tokens: readonly Token[],
  i: number,
  today: string,
): { year: number; end: number } | undefined {
  const token = tokens[i]
  const next = tokens[i + 1]
  if (token === undefined || next === undefined) return undefined
  if (
    (token.folded === '/' || token.folded === '-' || token.folded === 'nam') &&
    next.kind === 'number' &&
    (next.folded.length === 4 || next.folded.length === 2)
  )
    return { year: fullYear(next.folded), end: i + 2 }
  const shift = token.folded === 'nam' ? relative(tokens, i + 1) : undefined
  return shift === undefined ? undefined : { year: Number(today.slice(0, 4)) + shift, end: i + 2 }
}

const PERIODS: Partial<Record<string, PeriodKind>> = { tuan: 'week', thang: 'month', quy: 'quarter', nam: 'year' }
/** "Hết năm ngày" counts: the year is five. */
const COUNTED = /^(ngay|hom|bua|tuan|thang|gio|phut|lan|viec|ho|nguoi|thon|xa)$/

/** "Hết tuần", "hết tháng": the last day of the one that runs; of one that is named, its own words tell. */
function readEnd(tokens: readonly Token[], i: number, today: string): Span | undefined {
  const kind = PERIODS[tokens[i + 1]?.folded ?? '']
  const next = tokens[i + 2]
  if (kind === undefined || readNumber(tokens, i + 2) !== undefined || relative(tokens, i + 2) !== undefined)
    return undefined
  if (kind === 'year' && COUNTED.test(next?.folded ?? '')) return undefined
  const { to } = periodOf(kind, today)
  return { from: to, to, end: i + 2 }
}

function readYear(tokens: readonly Token[], i: number, today: string): Span | undefined {
  const next = tokens[i + 1]
  const shift = relative(tokens, i + 1)
  const year = next?.kind === 'number' && /^20\d\d$/.test(next.folded) ? Number(next.folded) : undefined
  if (year !== undefined) return { from: `${year}-01-01`, to: `${year}-12-31`, end: i + 2 }
  const current = Number(today.slice(0, 4))
  if (shift !== undefined) return { from: `${current + shift}-01-01`, to: `${current + shift}-12-31`, end: i + 2 }
  // "đầu năm", "cuối năm" say this year's.
  const before = tokens[i - 1]?.folded ?? ''
  return before === 'dau' || before === 'cuoi' || before === 'giua'
    ? { from: `${current}-01-01`, to: `${current}-12-31`, end: i + 1 }
    : undefined
}

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, mot: 1, hai: 2, ba: 3, bon: 4, tu: 4 }

function readQuarter(tokens: readonly Token[], i: number, today: string, later: boolean): Span | undefined {
  const next = tokens[i + 1]
  const current = Math.ceil(Number(today.slice(5, 7)) / 3)
  const shift = relative(tokens, i + 1)
  const said = next?.kind === 'number' ? Number(next.folded) : ROMAN[next?.folded ?? '']
  const quarter = said ?? (shift === undefined ? undefined : current + shift)
  if (quarter === undefined || quarter < 0 || quarter > 5) return undefined
  const attached = readAttachedYear(tokens, i + 2, today)
  const year = attached?.year ?? Number(today.slice(0, 4)) + (later && said !== undefined && said < current ? 1 : 0)
  const from = month(year, quarter * 3 - 2, 0).from
  return { from, to: month(year, quarter * 3, 0).to, end: attached?.end ?? i + 2 }
}

const DAY_TIMES = new Set('sang trua chieu toi ngay den han'.split(' '))

function readWeekday(tokens: readonly Token[], i: number, today: string): Span | undefined {
  const next = tokens[i + 1]
  const number =
    next?.kind === 'number' ? Number(next.folded) : { hai: 2, ba: 3, tu: 4, nam: 5, sau: 6, bay: 7 }[next?.folded ?? '']
  const weekday =
    tokens[i]?.folded === 'chu' || tokens[i]?.folded === 'cn'
      ? 7
      : number === undefined || number < 2 || number > 7
        ? undefined
        : number - 1
  if (weekday === undefined) return undefined
  let end = i + (tokens[i]?.folded === 'cn' ? 1 : 2)
  const current = weekdayOf(today)
  const shift = tokens[end]?.folded === 'tuan' ? relative(tokens, end + 1) : relative(tokens, end)
  if (shift === undefined) {
    // With nothing said, the next one to come, today included.
    const on = addDays(today, (weekday - current + 7) % 7)
    return { from: on, to: on, end }
  }
  const inWeek = tokens[end]?.folded === 'tuan'
  end += inWeek ? 2 : 1
  let on = addDays(today, weekday - current + 7 * shift)
  if (!inWeek && shift === 1) on = addDays(today, (weekday - current + 7) % 7 || 7)
  if (!inWeek && shift === -1) on = addDays(today, -((current - weekday + 7) % 7 || 7))
  return { from: on, to: on, end }
}

/** "ngày 30 tháng 4 năm 2023", "30 tháng 4", "ngày 30/4", "mùng 1", "ngày 15". */
function readDayOfMonth(tokens: readonly Token[], i: number, today: string, later: boolean): Span | undefined {
  const named = tokens[i]?.folded === 'ngay' || tokens[i]?.folded === 'hom'
  let at = i + 1
  if (named && (tokens[at]?.folded === 'mung' || tokens[at]?.folded === 'mong')) at++
  const numeric = tokens[at]?.kind === 'number' ? readNumeric(tokens, at, today, later) : undefined
  if (numeric !== undefined) return numeric
  const number = readNumber(tokens, at)
  if (number === undefined || !Number.isInteger(number.value) || number.value < 1 || number.value > 31) return undefined
  // "Hằng ngày 6h": a time of day.
  if (/^(h|gio|g)$/.test(tokens[number.end]?.folded ?? '')) return undefined
  if (tokens[number.end]?.folded === 'thang') return withMonth(tokens, number.value, number.end, today, later)
  if (tokens[number.end]?.folded === 'nua' || (named && number.words && !says(tokens, i))) return undefined
  const [year, now] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const passed = number.value < Number(today.slice(8))
  return day(year, now + (passed && tokens[i]?.folded !== 'hom' ? 1 : 0), number.value, number.end)
}

function says(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.folded === 'ngay' || tokens[i]?.folded === 'hom'
}

function withMonth(tokens: readonly Token[], date: number, i: number, today: string, later: boolean): Span | undefined {
  const span = readMonth(tokens, i, today, later)
  return span && day(Number(span.from.slice(0, 4)), Number(span.from.slice(5, 7)), date, span.end)
}

const UNITS: Record<string, number> = { ngay: 1, hom: 1, tuan: 7, thang: 30, nam: 365 }

/** "7 ngày nữa", "trong 2 tuần tới", "3 tháng trước", "30 ngày qua"; and "30 tháng 4". */
function readDuration(tokens: readonly Token[], i: number, today: string): Span | undefined {
  const number = readNumber(tokens, i)
  if (number === undefined || number.value > 400) return undefined
  const unit = tokens[number.end]?.folded ?? ''
  const size = UNITS[unit]
  const after = tokens[number.end + 1]?.folded ?? ''
  if (unit === 'thang' && number.value <= 31 && readNumber(tokens, number.end + 1) !== undefined)
    return withMonth(tokens, number.value, number.end, today, pointsAhead(tokens, i))
  if (size === undefined) return undefined
  const end = number.end + 2
  const move = (sign: number): string =>
    unit === 'thang' ? addMonths(today, sign * number.value) : addDays(today, sign * size * number.value)
  if (after === 'nua') return { from: move(1), to: move(1), end }
  if (after === 'toi' || after === 'sau') return { from: today, to: move(1), end }
  if (after === 'qua' || after === 'roi' || after === 'gan') return { from: move(-1), to: today, end }
  if (after === 'truoc') return { from: move(-1), to: move(-1), end }
  return undefined
}

function yearless(monthNumber: number, date: number, today: string, later: boolean, end: number): Span | undefined {
  const year = Number(today.slice(0, 4))
  const span = day(year, monthNumber, date, end)
  return span !== undefined && later && span.to < today ? day(year + 1, monthNumber, date, end) : span
}
