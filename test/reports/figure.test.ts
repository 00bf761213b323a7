import { describe, expect, test } from 'vitest'
import type { Indicator } from '../../src/criteria/criteria-set.ts'
import type { Mentions, NumberMention } from '../../src/language/meaning.ts'
import { readFigure, valueOf, type Figure } from '../../src/reports/figure.ts'
import { addWorkingDays } from '../../src/reports/working-days.ts'
import { readReason } from '../../src/reports/reason.ts'
import { meansAll, readReportIds } from '../../src/reports/report-ids.ts'

const base: Omit<Indicator, 'unit' | 'name' | 'kind'> = {
  code: '17.5',
  op: '>=',
  thresholds: {},
  name_status: 'document',
  threshold_status: 'unknown',
  aliases: [],
}
const share: Indicator = { ...base, name: 'Tỷ lệ hộ phân loại rác', unit: '%', kind: 'quantity' }
const people: Indicator = { ...base, name: 'Tỷ lệ người dân có bảo hiểm y tế', unit: '%', kind: 'quantity' }
const income: Indicator = { ...base, name: 'Thu nhập', unit: 'triệu đồng/người/năm', kind: 'quantity' }
const wifi: Indicator = { ...base, name: 'Có wifi', unit: 'Đạt/Không đạt', kind: 'boolean' }

const fraction = (part: number, whole: number): NumberMention => ({ kind: 'fraction', part, whole, text: '' })
const percent = (value: number): NumberMention => ({ kind: 'percent', value, text: '' })
const amount = (value: number, unit?: string): NumberMention => ({ kind: 'amount', value, unit, text: '' })

function read(
  indicator: Indicator,
  numbers: NumberMention[],
  more: Partial<Mentions> & { text?: string; asked?: boolean; before?: Figure; households?: number } = {},
) {
  const { text = '', asked = true, before, households = 210, ...mentions } = more
  const said: Mentions = { units: [], sets: [], targets: [], dates: [], times: [], people: [], numbers, ...mentions }
  return readFigure(indicator, text, said, { asked, before, households })
}

describe('a figure by the kind of its indicator', () => {
  test.each<[string, ReturnType<typeof read>, ReturnType<typeof read>]>([
    ['x of y', read(share, [fraction(150, 210)]), { figure: { kind: 'count', part: 150, whole: 210 } }],
    ['all of them', read(share, [fraction(210, 210)]), { figure: { kind: 'count', part: 210, whole: 210 } }],
    ['none of them', read(share, [fraction(0, 210)]), { figure: { kind: 'count', part: 0, whole: 210 } }],
    [
      'one more than there are',
      read(share, [fraction(211, 210)]),
      { problem: { why: 'part-over-whole', part: 211, whole: 210 } },
    ],
    ['of nothing', read(share, [fraction(1, 0)]), { problem: { why: 'whole-zero' } }],
    ['half a household', read(share, [fraction(1.5, 210)]), { problem: { why: 'not-whole' } }],
    ['a percentage', read(share, [percent(86.4)]), { figure: { kind: 'percent', value: 86.4 } }],
    ['100 %', read(share, [percent(100)]), { figure: { kind: 'percent', value: 100 } }],
    ['over 100 %', read(share, [percent(100.1)]), { problem: { why: 'over-100' } }],
    ['below nought', read(share, [percent(5)], { text: '-5%' }), { problem: { why: 'negative' } }],
    [
      'households of the village',
      read(share, [amount(150, 'ho')]),
      { figure: { kind: 'count', part: 150, whole: 210 } },
    ],
    [
      'more households than the village has',
      read(share, [amount(300, 'ho')]),
      { problem: { why: 'part-over-whole', part: 300, whole: 210 } },
    ],
    [
      'two numbers',
      read(share, [amount(210, 'ho'), amount(150, 'ho')]),
      { figure: { kind: 'count', part: 150, whole: 210 } },
    ],
    ['people are not households', read(people, [amount(150)]), { problem: { why: 'wants-whole', part: 150 } }],
    [
      'the whole is kept when the part is corrected',
      read(share, [amount(160, 'ho')], { before: { kind: 'count', part: 150, whole: 250 } }),
      { figure: { kind: 'count', part: 160, whole: 250 } },
    ],
    [
      'a percentage corrected by a bare number',
      read(share, [amount(75)], { before: { kind: 'percent', value: 70 } }),
      { figure: { kind: 'percent', value: 75 } },
    ],
    ['money for a share', read(share, [amount(62, 'trieu dong')]), { problem: { why: 'wants-share' } }],
    ['a verdict for a share', read(share, [], { verdict: 'met' }), { problem: { why: 'wants-share' } }],
    ['a bare number that was not asked for', read(share, [amount(12)], { asked: false }), undefined],
    ['an amount', read(income, [amount(62.5, 'trieu dong')]), { figure: { kind: 'amount', value: 62.5 } }],
    ['an amount without its unit', read(income, [amount(62.5)]), { figure: { kind: 'amount', value: 62.5 } }],
    [
      'households for an amount',
      read(income, [amount(62, 'ho')]),
      { problem: { why: 'wants-amount', unit: 'triệu đồng/người/năm' } },
    ],
    [
      'a share for an amount',
      read(income, [fraction(1, 2)]),
      { problem: { why: 'wants-amount', unit: 'triệu đồng/người/năm' } },
    ],
    ['a verdict', read(wifi, [], { verdict: 'met' }), { figure: { kind: 'verdict', verdict: 'met' } }],
    ['chưa đạt', read(wifi, [], { text: 'chưa đạt' }), { figure: { kind: 'verdict', verdict: 'unmet' } }],
    ['không đạt', read(wifi, [], { text: 'khong dat' }), { figure: { kind: 'verdict', verdict: 'unmet' } }],
    ['đạt', read(wifi, [], { text: 'đạt' }), { figure: { kind: 'verdict', verdict: 'met' } }],
    ['có rồi', read(wifi, [], { text: 'có rồi' }), { figure: { kind: 'verdict', verdict: 'met' } }],
    ['chưa', read(wifi, [], { text: 'chưa' }), { figure: { kind: 'verdict', verdict: 'unmet' } }],
    ['đạt chưa is a question', read(wifi, [], { text: 'đạt chưa', asked: false }), undefined],
    ['a number for a verdict', read(wifi, [fraction(1, 2)]), { problem: { why: 'wants-verdict' } }],
    ['nothing of the sort', read(share, []), undefined],
  ])('%s', (_, heard, expected) => {
    expect(heard).toEqual(expected)
  })

  test('a count is worth its share', () => {
    expect(valueOf({ kind: 'count', part: 150, whole: 200 })).toBe(75)
  })
})

/** 23 November 2026 is a Monday; all in Vietnam's time. */
test.each([
  ['Monday morning', '2026-11-23T09:00:00+07:00', '2026-11-25T09:00:00+07:00'],
  ['Thursday: the weekend does not count', '2026-11-26T09:00:00+07:00', '2026-11-30T09:00:00+07:00'],
  ['Friday', '2026-11-27T16:00:00+07:00', '2026-12-01T16:00:00+07:00'],
  ['Saturday counts from Monday', '2026-11-28T10:00:00+07:00', '2026-12-02T08:00:00+07:00'],
  ['Sunday night', '2026-11-29T23:59:00+07:00', '2026-12-02T08:00:00+07:00'],
  ['in the evening: from the next morning', '2026-11-23T20:00:00+07:00', '2026-11-26T08:00:00+07:00'],
  ['before the office opens', '2026-11-23T05:00:00+07:00', '2026-11-25T08:00:00+07:00'],
])('two working days from %s', (_, from, to) => {
  expect(addWorkingDays(new Date(from), 2)).toEqual(new Date(to))
})

test.each([
  ['duyệt báo cáo 12', [12]],
  ['duyệt 1,3', [1, 3]],
  ['duyệt 1, 3 và 3', [1, 3]],
  ['duyệt 17.5 thôn Đoài', []],
  ['trả lại 12: chỉ có 150 hộ', [12]],
  ['duyệt báo cáo ngày 20/11', []],
  ['duyệt hết', []],
  ['duyệt báo cáo 99999999999', [99_999_999_999]],
  ['bác muốn sửa lại thành 151 hộ', []],
  ['sửa báo cáo thành 151/210', []],
  ['sửa báo cáo 3 thành 151 trên 210 hộ', [3]],
  ['duyệt báo cáo 123456789012345678901234567890', []],
])('the numbers of reports in "%s"', (text, ids) => {
  expect(readReportIds(text)).toEqual(ids)
})

test('all are meant, or not', () => {
  expect(meansAll('duyệt hết')).toBe(true)
  expect(meansAll('duyệt tất cả các báo cáo')).toBe(true)
  expect(meansAll('duyệt báo cáo của thôn Đoài')).toBe(false)
})

test.each([
  ['trả lại 12: thiếu ảnh', 'thiếu ảnh'],
  ['trả lại báo cáo 12 vì số hộ sai', 'số hộ sai'],
  ['tra lai 12 ly do la thieu anh', 'thieu anh'],
  ['trả lại 12', undefined],
  ['trả lại 12:', undefined],
])('the reason in "%s"', (text, reason) => {
  expect(readReason(text)).toEqual(reason === undefined ? undefined : { value: reason })
})
