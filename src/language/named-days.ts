/** Days that have a name of their own: "hôm nay", "sáng mai", "cuối tuần", "Tết"; and which week, month or year is meant. */
import { addDays, mondayOf } from '../calendar/days.ts'
import type { Span } from './days.ts'
import type { Token } from './tokens.ts'

const DAYS: Record<string, number> = {
  'hom nay': 0,
  'ngay nay': 0,
  'bua nay': 0,
  'sang nay': 0,
  'chieu nay': 0,
  'toi nay': 0,
  'trua nay': 0,
  'dem nay': 0,
  'hom qua': -1,
  'toi qua': -1,
  'chieu qua': -1,
  'dem qua': -1,
  'ngay qua': -1,
  'hom kia': -2,
  'hom truoc': -2,
  'ngay mai': 1,
  'sang mai': 1,
  'chieu mai': 1,
  'toi mai': 1,
  'trua mai': 1,
  'mai nay': 1,
  'ngay kia': 2,
  'ngay mot': 2,
}

const UP_TO_NOW = new Set('nam thang quy den tu tinh ngay'.split(' '))

export function readNamedDay(tokens: readonly Token[], i: number, today: string): Span | undefined {
  const [word = '', next = ''] = [tokens[i]?.folded, tokens[i + 1]?.folded]
  // "tối nay" is a day, "tới nay" is not; without marks what stands before decides.
  // "mấy hôm này" are these days, not this one.
  if (next === 'nay' && word === 'hom' && tokens[i + 1]?.spelled === 'nay1') return undefined
  const upToNow = word === 'toi' && (tokens[i]?.spelled === 'tơi2' || UP_TO_NOW.has(tokens[i - 1]?.folded ?? ''))
  // "Việc của tôi quá hạn" is no evening.
  const mine = word === 'toi' && (tokens[i]?.spelled === 'tôi' || tokens[i - 1]?.folded === 'cua')
  const overdue = next === 'qua' && (tokens[i + 1]?.spelled === 'qua2' || tokens[i + 2]?.folded === 'han')
  const shift = upToNow || mine || overdue ? undefined : DAYS[`${word} ${next}`]
  // "đến ngày nào" asks; "tối qua" is not "tới qua".
  if (shift !== undefined) {
    const on = addDays(today, shift)
    return { from: on, to: on, end: i + 2 }
  }
  if (word === 'mai' && tokens[i]?.spelled === 'mai' && !tokens[i]?.capital && next !== 'tang')
    return { from: addDays(today, 1), to: addDays(today, 1), end: i + 1 }
  if (word === 'cuoi' && next === 'tuan') {
    const shift = relative(tokens, i + 2)
    const monday = addDays(mondayOf(today), 7 * (shift ?? 0))
    return { from: addDays(monday, 5), to: addDays(monday, 6), end: i + (shift === undefined ? 2 : 3) }
  }
  return undefined
}

/** The first day of the lunar year, by the calendar that Vietnam publishes. */
const LUNAR_NEW_YEAR =
  '2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08'.split(
    ' ',
  )

export function readTet(tokens: readonly Token[], i: number, today: string): Span | undefined {
  const [next = '', third = ''] = [tokens[i + 1]?.folded, tokens[i + 2]?.folded]
  if (next === 'duong' || next === 'tay') {
    const on = `${Number(today.slice(0, 4)) + 1}-01-01`
    return { from: on, to: on, end: i + (third === 'lich' ? 3 : 2) }
  }
  const on = LUNAR_NEW_YEAR.find((date) => date >= today)
  if (on === undefined) return undefined
  const extra = next === 'am' ? (third === 'lich' ? 2 : 1) : next === 'nguyen' ? 2 : next === 'ta' ? 1 : 0
  return { from: on, to: on, end: i + 1 + extra }
}

/** "này", "tới", "trước": how many weeks, months or years away. */
const SHIFTS: Record<string, number> = { nay: 0, ni: 0, toi: 1, sau: 1, truoc: -1, roi: -1, qua: -1, ngoai: -1 }

/** How far the word at `i` moves; "tới nay" and "tới giờ" lead up to now and move nothing. */
export function relative(tokens: readonly Token[], i: number): number | undefined {
  const word = tokens[i]?.folded ?? ''
  const next = tokens[i + 1]?.folded ?? ''
  if ((word === 'toi' || word === 'den') && /^(nay|gio|bay|hien|day|luc)$/.test(next)) return undefined
  // "tuần vừa qua" is "tuần qua".
  return word === 'vua' && (next === 'qua' || next === 'roi') ? -1 : SHIFTS[word]
}

/** How many words `relative` reads there. */
export function relativeLength(tokens: readonly Token[], i: number): number {
  return tokens[i]?.folded === 'vua' ? 2 : 1
}
