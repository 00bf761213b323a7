import { describe, expect, it } from 'vitest'
import { readDate } from '../../src/language/dates.ts'
import { tokenize } from '../../src/language/tokens.ts'
import { Vocabulary } from '../../src/language/vocabulary.ts'

/** A Monday. */
const TODAY = '2026-11-23'
const none = new Vocabulary()

function dateIn(text: string): string | undefined {
  const tokens = tokenize(text.normalize('NFC'), none)
  for (let i = 0; i < tokens.length; i++) {
    const found = readDate(tokens, i, TODAY, text)
    if (found !== undefined) return [...new Set([found.mention.from, found.mention.to])].join('..')
  }
  return undefined
}

describe('dates', () => {
  it.each([
    ['30/4/2023', '2023-04-30'],
    ['30-4-2023', '2023-04-30'],
    ['30.4.2023', '2023-04-30'],
    ['2023-04-30', '2023-04-30'],
    ['30/4/23', '2023-04-30'],
    ['30-4', '2026-04-30'],
    ['ngày 30/4', '2026-04-30'],
    ['ngày 30 tháng 4', '2026-04-30'],
    ['30 tháng 4 năm 2023', '2023-04-30'],
    ['ba mươi tháng tư', '2026-04-30'],
    ['tháng 4/2023', '2023-04-01..2023-04-30'],
    ['tháng 4 năm 2023', '2023-04-01..2023-04-30'],
    ['tháng tư', '2026-04-01..2026-04-30'],
    ['tháng này', '2026-11-01..2026-11-30'],
    ['tháng trước', '2026-10-01..2026-10-31'],
    ['thang truoc', '2026-10-01..2026-10-31'],
    ['tháng tới', '2026-12-01..2026-12-31'],
    ['tháng sau', '2026-12-01..2026-12-31'],
    ['tháng sáu', '2026-06-01..2026-06-30'],
    ['cuối tháng', '2026-11-21..2026-11-30'],
    ['đầu tháng 12', '2026-12-01..2026-12-10'],
    ['giữa tháng 12', '2026-12-11..2026-12-20'],
    ['cuối năm 2024', '2024-10-01..2024-12-31'],
    ['đầu năm', '2026-01-01..2026-03-31'],
    ['từ đầu năm tới nay', '2026-01-01..2026-03-31'],
    ['năm ngoái', '2025-01-01..2025-12-31'],
    ['năm 2024', '2024-01-01..2024-12-31'],
    ['quý 2', '2026-04-01..2026-06-30'],
    ['quý II', '2026-04-01..2026-06-30'],
    ['quý 3/2025', '2025-07-01..2025-09-30'],
    ['quý trước', '2026-07-01..2026-09-30'],
    ['hạn quý 1', '2027-01-01..2027-03-31'],
    ['hôm nay', '2026-11-23'],
    ['hom nay', '2026-11-23'],
    ['hôm qua', '2026-11-22'],
    ['ngày mai', '2026-11-24'],
    ['sáng mai', '2026-11-24'],
    ['ngày kia', '2026-11-25'],
    ['tuần này', '2026-11-23..2026-11-29'],
    ['tuần tới', '2026-11-30..2026-12-06'],
    ['tuần trước', '2026-11-16..2026-11-22'],
    ['cuối tuần', '2026-11-28..2026-11-29'],
    ['thứ hai', '2026-11-23'],
    ['thứ sáu', '2026-11-27'],
    ['thứ 6', '2026-11-27'],
    ['thứ hai tuần tới', '2026-11-30'],
    ['thứ sáu tuần trước', '2026-11-20'],
    ['chủ nhật', '2026-11-29'],
    ['mùng 1', '2026-12-01'],
    ['mùng 1 tháng 12', '2026-12-01'],
    ['ngày 15', '2026-12-15'],
    ['7 ngày nữa', '2026-11-30'],
    ['hai tuần nữa', '2026-12-07'],
    ['trong 7 ngày tới', '2026-11-23..2026-11-30'],
    ['30 ngày qua', '2026-10-24..2026-11-23'],
    ['3 tháng trước', '2026-08-23'],
    ['một tháng nữa', '2026-12-23'],
    ['hạn 15/2', '2027-02-15'],
    ['hạn 15/12', '2026-12-15'],
    ['từ 15/2', '2026-02-15'],
    ['trước Tết dương', '2026-12-31'],
    ['trước Tết', '2027-02-05'],
    ['Tết âm lịch', '2027-02-06'],
  ])('%s is %s', (text, expected) => expect(dateIn(text)).toBe(expected))

  it.each([
    '17.5',
    '150/210 hộ',
    '15/19 tiêu chí',
    '31/2/2026',
    'mấy hôm này',
    'đến ngày nào',
    '30/13',
    'năm hộ',
    'thứ mấy',
  ])('%s holds none', (text) => expect(dateIn(text)).toBeUndefined())
})
