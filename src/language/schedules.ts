/** When something is to be sent, as people say it: "7h30 thứ hai hằng tuần", "mùng 1 hàng tháng", "sáng mai". */
import { addDays, dayIn, parts } from '../calendar/days.ts'
import { ALL_MONTHS, daysShape, fallsOn, WORKING_DAYS, type Days } from '../calendar/recurrence.ts'
import { readDate } from './dates.ts'
import { readNumber } from './numbers.ts'
import { readTime } from './times.ts'
import { tokenize, type Token } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What was said of days and times. */
export interface ScheduleMention {
  /** On which days; undefined where only a time was said. */
  on?: Days
  /** The other way to take it, where nothing says whether it recurs: "thứ sáu" is every Friday or the next one. */
  or?: Days
  /** The times that were said, `HH:MM`; empty where none was. */
  times: string[]
  /** The time to take where none was said: that of "sáng", "chiều", "tối". */
  usual: string
}

const MORNING = '07:30'
const USUAL: Record<string, string> = { sang: MORNING, trua: '11:30', chieu: '16:30', toi: '19:30', dem: '19:30' }
const PARTS_OF_DAY = 'sang|trua|chieu|toi|dem'
/** How a part of the day is spelled; "tôi" and "tới", "sang" in a text with marks, are other words. */
const PART_SPELLED: Record<string, string> = { sang: 'sang2', toi: 'tôi2' }

/**
 * Reads days and times in a text. Pure; `today` is an ISO day. Undefined where it says neither.
 *
 * @param time the time of day now, `HH:MM`, from which "30 phút nữa" counts; without it that says nothing.
 */
export function readSchedule(
  text: string,
  today: string,
  vocabulary: Vocabulary,
  time?: string,
): ScheduleMention | undefined {
  const tokens = tokenize(
    text
      .normalize('NFC')
      .replace(/(?<![\p{L}\p{N}])t([2-7])(?![\p{L}\p{N}])/giu, 'thứ $1')
      .replace(/(?<![\p{L}\p{N}])cn(?![\p{L}\p{N}])/giu, 'chủ nhật'),
    vocabulary,
  )
  const soon = time === undefined ? undefined : readSoon(tokens, today, time)
  if (soon) return soon
  const { times, spans } = readTimes(tokens)
  const said = wordsBeside(tokens, spans)
  const part = new RegExp(`(?:^| )(${PARTS_OF_DAY})(?= |$)`).exec(said)?.[1]
  const recurring = readDays(said, today)
  // Words can say what no rule holds: every 99 weeks, every 0 days, in months 13 and 14. That says no days.
  const held = recurring && daysShape.safeParse(recurring.on).success ? recurring : undefined
  const days = recurring ? held : readOnce(tokens, spans, today, text)
  if (!days && times.length === 0 && !part) return undefined
  return {
    ...days,
    times: [...new Set(times.map((time) => inPart(time, part)))].sort(),
    usual: USUAL[part ?? ''] ?? MORNING,
  }
}

const IN_HOUR: Record<string, number> = { phut: 1, p: 1, tieng: 60, gio: 60, h: 60 }
const DAY_MINUTES = 24 * 60

/** "30 phút nữa", "nửa tiếng nữa", "sau 2 tiếng", "1 tiếng rưỡi nữa": once, so many minutes from now. */
function readSoon(tokens: readonly Token[], today: string, time: string): ScheduleMention | undefined {
  for (let i = 0; i < tokens.length; i++) {
    const half = tokens[i]?.folded === 'nua'
    const count = half ? { value: 0.5, end: i + 1 } : readNumber(tokens, i)
    const size = IN_HOUR[tokens[count?.end ?? -1]?.folded ?? '']
    if (count === undefined || size === undefined || count.value <= 0) continue
    const more = size === 60 && tokens[count.end + 1]?.folded === 'ruoi' ? 30 : 0
    const behind = tokens[count.end + (more > 0 ? 2 : 1)]?.folded
    // "Sau 7 giờ" is after seven o'clock, and "thứ sáu 7 giờ" too begins so without its marks.
    const after = tokens[i - 1]?.folded === 'sau' && /^(phut|tieng)$/.test(tokens[count.end]?.folded ?? '')
    if (behind !== 'nua' && !(after && tokens[i - 2]?.folded !== 'thu')) continue
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    const at = hour * 60 + minute + Math.round(count.value * size) + more
    const day = addDays(today, Math.floor(at / DAY_MINUTES))
    const clockAt = [Math.floor((at % DAY_MINUTES) / 60), at % 60]
      .map((part) => String(part).padStart(2, '0'))
      .join(':')
    return at < 7 * DAY_MINUTES + hour * 60
      ? { on: { kind: 'once', day }, times: [clockAt], usual: MORNING }
      : undefined
  }
  return undefined
}

interface TimeSaid {
  time: string
  /** Whether it says itself which half of the day it means. */
  whole: boolean
}

interface Span {
  start: number
  end: number
}

function readTimes(tokens: readonly Token[]): { times: TimeSaid[]; spans: Span[] } {
  const times: TimeSaid[] = []
  const spans: Span[] = []
  for (let i = 0; i < tokens.length; i++) {
    const read = readTime(tokens, i) ?? readBareHour(tokens, i)
    if (!read) continue
    const whole = isPart(tokens[read.end - 1])
    times.push({ time: read.time, whole })
    spans.push({ start: i, end: whole ? read.end - 1 : read.end })
    i = read.end - 1
  }
  return { times, spans }
}

/** "8 sáng", "lúc 5 chiều", "lúc 17". */
function readBareHour(tokens: readonly Token[], i: number): { time: string; end: number } | undefined {
  const [token, next] = [tokens[i], tokens[i + 1]]
  const hour = token?.kind === 'number' ? Number(token.folded) : NaN
  const part = isPart(next) ? (next?.folded ?? '') : ''
  if (!(hour <= (part ? 12 : 23))) return undefined
  if (!part && (tokens[i - 1]?.folded !== 'luc' || next?.kind === 'sign' || next?.folded === 'thang')) return undefined
  if (part && /^(ngay|thu|mung|mong|lich|so)$/.test(tokens[i - 1]?.folded ?? '')) return undefined
  return { time: inPart({ time: clock(hour), whole: false }, part), end: i + (part ? 2 : 1) }
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

function isPart(token: Token | undefined, before?: Token): boolean {
  if (token?.kind !== 'word' || USUAL[token.folded] === undefined) return false
  if (token.folded === 'toi' && /^(tuan|thang|quy)$/.test(before?.folded ?? '')) return false
  return (
    token.spelled === (PART_SPELLED[token.folded] ?? token.spelled) ||
    (token.spelled === token.folded && !token.markless)
  )
}

/** "chiều thứ sáu 5h" is 17:00. */
function inPart({ time, whole }: TimeSaid, part: string | undefined): string {
  const hour = Number(time.slice(0, 2))
  const later = (part === 'chieu' && hour < 12) || (/^(toi|dem)$/.test(part ?? '') && hour >= 5 && hour < 12)
  return !whole && (later || (part === 'trua' && hour < 4)) ? String(hour + 12) + time.slice(2) : time
}

/** The words without the times, with those that mark what recurs told from words that look like them. */
function wordsBeside(tokens: readonly Token[], spans: readonly Span[]): string {
  const words = tokens.map((token, i) => {
    if (spans.some(({ start, end }) => i >= start && i < end)) return '#'
    const { folded, spelled, typed } = token
    // "mới" is not "mỗi", nor "hạng" "hằng": without marks, what stands before decides.
    if (folded === 'moi')
      return spelled === 'môi4' || (spelled === 'moi' && tokens[i - 1]?.folded !== 'thon') ? 'moi' : '*'
    if (folded === 'hang') return spelled === 'hang5' ? '*' : 'hang'
    // "Tới" is no part of the day.
    if (USUAL[folded] !== undefined && !isPart(token, tokens[i - 1])) return folded === 'toi' ? 'sau' : '*'
    return EACH_BEFORE.has(tokens[i - 1]?.folded ?? '') ? (unscrambled(typed) ?? folded) : folded
  })
  return words.join(' ').replaceAll(/#( #)*/g, '#')
}

const EACH_BEFORE = new Set(['hang', 'moi', 'cua', 'mot', 'hai'])

/** "hằng tuna": where such a word has to stand, its letters in another order are a slip. */
function unscrambled(word: string): string | undefined {
  const letters = (of: string) => of.split('').sort().join('')
  return ['tuan', 'thang', 'ngay', 'quy'].find((meant) => letters(meant) === letters(word))
}

const NUMBERS: Record<string, number> = { mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, sau: 6, bay: 7, tam: 8 }
const WEEKDAYS: Record<string, number> = { ...NUMBERS, 'chu nhat': 8 }
const N = String.raw`(?:\d{1,2}|mot|hai|ba|bon|tu|nam|sau|bay|tam)`
const EACH = '(?:hang|moi|tung)'
const OF_EACH = `(?:cua |trong |vao )?(?:cac |${EACH} )?`
const WEEKDAY = '(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat)'
const MORE_WEEKDAYS = `(?: (?:, |va |& |\\+ |; |- )?(?:${WEEKDAY}|(?<=[,&+;-] |va )(?:hai|ba|tu|nam|sau|bay)|[2-7](?! (?:tuan|ngay|thang|quy|/))))*`
const FIRST = '(?:dau tien|dau)'
const LAST = '(?:cuoi cung|cuoi)'
const DATE = String.raw`(?:3[01]|[12]\d|0?[1-9])`
const MORE_DATES = `(?: (?:, |va |& |\\+ )?(?:(?:ngay|mung|mong|hom) )?${DATE}(?! (?:tuan|ngay) | thang (?:\\d|nua)))*`
const DATES = `(?:cac )?(?:ngay|mung|mong|hom) (?:mung |mong )?${DATE}${MORE_DATES}`

function match(said: string, pattern: string): string[] | undefined {
  return new RegExp(`(?<= |^)${pattern}(?= |$)`).exec(said)?.map((group) => group ?? '')
}

type Read = { on: Days; or?: Days } | undefined

function readDays(said: string, today: string): Read {
  const { every, rest } = readInterval(said)
  // A day of the calendar is that day, whatever weekday is said with it.
  if (match(said, `${DATE} (?:/|-|thang) \\d{1,2}`) && !match(said, YEARLY)) return undefined
  return (
    readNth(rest, today) ??
    readQuarterly(rest, every) ??
    readYearly(rest) ??
    readMonthly(rest, today, every) ??
    readWeekly(rest, today, every) ??
    readDaily(rest, today, every)
  )
}

interface Every {
  count: number
  unit: string
}

/** "hai tuần một lần", "cách ngày", "mỗi 3 tháng". */
function readInterval(said: string): { every?: Every; rest: string } {
  const found =
    match(said, `(?:cu |${EACH} )?(${N}) (ngay|tuan|thang|quy|nam) (?:/ )?(?:(?:mot|1) )?(?:lan|ky)`) ??
    match(said, `(?:cu|${EACH}) (${N}) (ngay|tuan|thang)(?! (?:nua|toi|sau))`)
  if (found) return { every: { count: number(found[1]), unit: found[2] ?? '' }, rest: without(said, found[0]) }
  const apart = match(said, '(?:tuan )?cach (ngay|tuan|thang)')
  if (apart) return { every: { count: 2, unit: apart[1] ?? '' }, rest: without(said, apart[0]) }
  return { rest: said }
}

function without(said: string, words = ''): string {
  return said.replace(words, '#')
}

function number(word = ''): number {
  return NUMBERS[word] ?? Number(word)
}

const QUARTER_MONTHS: Record<string, readonly number[]> = {
  dau: [1, 4, 7, 10],
  giua: [2, 5, 8, 11],
  cuoi: [3, 6, 9, 12],
}

/** "thứ sáu cuối cùng của tháng", "thứ hai đầu tháng", "thứ ba tuần thứ hai của tháng", "ngày làm việc đầu tiên của quý". */
function readNth(said: string, today: string): Read {
  const days = `(${WEEKDAY}|ngay lam viec|ngay thuong)`
  const ends = match(said, `${days} (?:tuan )?(${FIRST}|${LAST}) ${OF_EACH}(thang|quy|nam)( (?:nay|sau))?`)
  const counted = match(said, `${days} (?:tuan |lan )?thu (${N}) ${OF_EACH}(thang)( (?:nay|sau))?`)
  const [, which = '', place = '', unit = '', shift = ''] = ends ?? counted ?? []
  if (which === '') return undefined
  const nth = place.startsWith('dau') ? 1 : place.startsWith('cuoi') ? -1 : number(place)
  if (nth !== 1 && nth !== 2 && nth !== 3 && nth !== 4 && nth !== -1) return undefined
  const [month = [], last = []] =
    { thang: [ALL_MONTHS, ALL_MONTHS], quy: [QUARTER_MONTHS['dau'], QUARTER_MONTHS['cuoi']], nam: [[1], [12]] }[unit] ??
    []
  const weekdays = which.startsWith('ngay') ? [...WORKING_DAYS] : weekdaysIn(which)
  const on: Days = { kind: 'nth', months: [...(nth < 0 ? last : month)], nth, weekdays }
  return shift === '' ? { on } : once(firstIn(on, today, shift !== ' nay'))
}

/** The first day of this month or the next on which it falls. */
function firstIn(on: Days, today: string, next: boolean): string | undefined {
  const [year, month] = parts(today)
  const first = dayIn(year, month + (next ? 1 : 0), 1)
  return Array.from({ length: 31 }, (_, at) => addDays(first, at)).find((day) => fallsOn(on, day))
}

function once(day: string | undefined): Read {
  return day === undefined ? undefined : { on: { kind: 'once', day } }
}

/** "ngày 25 mỗi quý", "đầu quý", "ngày 10 tháng cuối quý", "hằng quý". */
function readQuarterly(said: string, every: Every | undefined): Read {
  const monthly = every?.unit === 'quy' || (every?.unit === 'thang' && every.count === 3)
  if (!/(?: |^)quy(?= |$)/.test(said) && !monthly) return undefined
  const dates = datesIn(match(said, DATES)?.[0])
  const named = match(said, `thang (dau|giua|cuoi)(?: tien| cung)? ${OF_EACH}quy`)
  if (named) return quarterly(named[1] ?? '', dates.length > 0 ? dates : [1])
  const part = match(said, `(dau|giua|cuoi)(?: tien| cung)? ${OF_EACH}quy(?! (?:\\d|i|nay|sau))`)
  if (part) return quarterly(part[1] ?? '', dates.length > 0 ? dates : [PART_DATES[part[1] ?? ''] ?? 1])
  if (!monthly && !match(said, `(?:${EACH} quy|quy nao cung)`)) return undefined
  if (dates.length === 0) return quarterly('dau', [1])
  // What is due late in a month is due at the end of the quarter: "ngày 25 mỗi quý".
  return quarterly(dates.every((date) => date <= 15) ? 'dau' : 'cuoi', dates)
}

function quarterly(part: string, dates: number[]): Read {
  return { on: { kind: 'dates', months: [...(QUARTER_MONTHS[part] ?? [])], dates } }
}

const PART_DATES: Record<string, number> = { dau: 1, giua: 15, cuoi: 31 }

const YEARLY = `(?:${EACH} nam|nam nao cung)`

/** "2/9 hằng năm", "ngày 2 tháng 9 mỗi năm", "cuối năm hằng năm". */
function readYearly(said: string): Read {
  if (!match(said, YEARLY)) return undefined
  const day = match(said, `(${DATE}) (?:thang|/|-) (\\d{1,2})`)
  const [, date = '', month = ''] = day ?? []
  if (day && Number(month) >= 1 && Number(month) <= 12)
    return { on: { kind: 'dates', months: [Number(month)], dates: [Number(date)] } }
  const part = match(said, `(dau|cuoi) ${OF_EACH}nam`)?.[1]
  if (part === 'dau') return { on: { kind: 'dates', months: [1], dates: [1] } }
  return part === 'cuoi' ? { on: { kind: 'dates', months: [12], dates: [31] } } : undefined
}

/** "ngày 1 hằng tháng", "mùng 5", "cuối tháng", "ngày 1 và 15", "hai tháng một lần". */
function readMonthly(said: string, today: string, every: Every | undefined): Read {
  const apart = every?.unit === 'thang' ? every.count : undefined
  if (apart !== undefined && 12 % apart !== 0) return undefined
  const each = apart !== undefined || match(said, `(?:${EACH} thang|thang nao cung|(?:cua|trong) thang)`) !== undefined
  const part = match(
    said,
    `(?:ngay )?(dau|giua|cuoi)(?: tien| cung)? ${OF_EACH}thang( (?:nay|sau))?(?! (?:\\d|gieng|chap))`,
  )
  const listed = match(said, `cac thang (\\d{1,2}(?:(?: ,)?(?: va)? \\d{1,2})+)`)
  if (listed) {
    const months = datesIn(listed[1]).filter((month) => month >= 1 && month <= 12)
    const dates = datesIn(match(said, DATES)?.[0])
    const last = match(said, 'ngay cuoi(?: cung)?') ? [31] : [1]
    return { on: { kind: 'dates', months, dates: dates.length > 0 ? dates : last } }
  }
  const inMonth = match(said, `(${DATES}) thang (nay|sau)`)
  if (inMonth) return once(monthDay(today, datesIn(inMonth[1])[0] ?? 1, inMonth[2] === 'sau'))
  const named = match(said, `(${DATES})(?! (?:/|-|thang (?:\\d|nay|sau)))`)
  const dates = named ? datesIn(named[1]) : part ? [PART_DATES[part[1] ?? ''] ?? 1] : each ? [1] : []
  const [first] = dates
  if (first === undefined) return undefined
  const on: Days = { kind: 'dates', months: monthsFrom(today, first, apart ?? 1), dates }
  if (!named && part?.[2]) return once(monthDay(today, first, part[2] !== ' nay'))
  // A single date by itself may be the next one alone.
  return each || dates.length > 1 || !named ? { on } : { on, or: { kind: 'once', day: nextDate(today, first) } }
}

function monthDay(today: string, date: number, next: boolean): string {
  const [year, month] = parts(today)
  return dayIn(year, month + (next ? 1 : 0), date)
}

function nextDate(today: string, date: number): string {
  const here = monthDay(today, date, false)
  return here >= today ? here : monthDay(today, date, true)
}

/** Every month, or every so many of them from the first in which the date is still to come. */
function monthsFrom(today: string, date: number, apart: number): number[] {
  const [, first] = parts(nextDate(today, date))
  return ALL_MONTHS.filter((month) => (month - first) % apart === 0)
}

function datesIn(words = ''): number[] {
  return [...new Set([...words.matchAll(/\d+/g)].map(([digits]) => Number(digits)))].sort((a, b) => a - b)
}

/** "thứ hai hằng tuần", "t2, t4", "các ngày trong tuần", "thứ hai đến thứ sáu", "hai tuần một lần vào thứ 3", "mỗi cuối tuần". */
function readWeekly(said: string, today: string, every: Every | undefined): Read {
  if (every && every.unit !== 'tuan') return undefined
  const week = (weekdays: readonly number[]): Days => ({
    kind: 'weekly',
    every: every?.count ?? 1,
    from: today,
    weekdays: [...weekdays],
  })
  const except = match(said, `(?:tru|khong ke|ngoai tru) (?:ngay )?(${WEEKDAY}${MORE_WEEKDAYS}|cuoi tuan)`)
  if (except) {
    const left = except[1] === 'cuoi tuan' ? [6, 7] : weekdaysIn(except[1])
    return { on: week([1, 2, 3, 4, 5, 6, 7].filter((day) => !left.includes(day))) }
  }
  const range = match(
    said,
    `(?:tu )?(${WEEKDAY}) (?:den|toi|sau|-|~) (?:het )?(${WEEKDAY}|[3-7]|(?:ba|tu|nam|sau|bay))`,
  )
  if (range) {
    const [from = 1] = weekdaysIn(range[1])
    const [to = 7] = weekdaysIn(range[2])
    if (from < to) return { on: week(Array.from({ length: to - from + 1 }, (_, at) => from + at)) }
  }
  const each =
    every !== undefined ||
    match(
      said,
      `(?:${EACH} (?:(?:buoi )?(?:${PARTS_OF_DAY}) )?(?:tuan|thu|chu nhat)|(?:tuan|${WEEKDAY}) nao cung|dinh ky)`,
    ) !== undefined
  const list = match(said, `(${WEEKDAY}${MORE_WEEKDAYS})( (?:tuan )?(?:nay|sau))?`)
  if (list) {
    const weekdays = weekdaysIn(list[1])
    const [day = 1] = weekdays
    if (list[2] === ' sau') return once(nextOn(addDays(today, 1), day))
    if (list[2]) return undefined
    if (each || weekdays.length > 1) return { on: week(weekdays) }
    return { on: week(weekdays), or: { kind: 'once', day: nextOn(today, day) } }
  }
  if (match(said, '(?:ngay lam viec|ngay thuong|ngay hanh chinh|cac ngay trong tuan|(?:moi )?ngay trong tuan)'))
    return { on: week(WORKING_DAYS) }
  const part = match(said, `(?:${EACH} )?(dau|giua|cuoi) (?:${EACH} )?tuan(?! (?:nay|sau))`)?.[1]
  if (part && match(said, EACH)) return { on: week([{ dau: 1, giua: 3 }[part] ?? 6]) }
  return each && match(said, `(?:${EACH} tuan|tuan nao cung|#)`) && (every || match(said, 'tuan'))
    ? { on: week([1]) }
    : undefined
}

function nextOn(today: string, weekday: number): string {
  const on: Days = { kind: 'weekly', every: 1, from: today, weekdays: [weekday] }
  return [0, 1, 2, 3, 4, 5, 6].map((ahead) => addDays(today, ahead)).find((day) => fallsOn(on, day)) ?? today
}

/** ISO weekdays of "thu 2 , 4", "thu hai va chu nhat". */
function weekdaysIn(words = ''): number[] {
  const found = words.matchAll(/chu nhat|\d|\b(?:hai|ba|tu|nam|sau|bay)\b/g)
  return [...new Set([...found].map(([word]) => (WEEKDAYS[word] ?? Number(word)) - 1))].sort((a, b) => a - b)
}

/** "mỗi sáng", "hằng ngày", "ngày nào cũng", "hai ngày một lần". */
function readDaily(said: string, today: string, every: Every | undefined): Read {
  if (every?.unit === 'ngay') return { on: { kind: 'daily', every: every.count, from: today } }
  const each = match(
    said,
    `(?:${EACH} (?:buoi )?(?:ngay|hom|bua|${PARTS_OF_DAY})|(?:ngay|hom|${PARTS_OF_DAY}) nao cung)`,
  )
  return each ? { on: { kind: 'daily', every: 1, from: today } } : undefined
}

/** A day that is named or counted: "sáng mai", "30/11", "3 ngày nữa"; one by its date before others, of a span the first. */
function readOnce(tokens: readonly Token[], spans: readonly Span[], today: string, text: string): Read {
  const found = tokens.flatMap((_, i) => {
    if (spans.some(({ start, end }) => i >= start && i < end)) return []
    return readDate(tokens, i, today, text)?.mention ?? []
  })
  return once((found.find((mention) => /^\D*\d+\s*([/-]|tháng|thang)/iu.test(mention.text)) ?? found[0])?.from)
}
