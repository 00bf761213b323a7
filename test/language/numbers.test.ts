import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NumberMention } from '../../src/language/meaning.ts'
import { readMention, readNumber } from '../../src/language/numbers.ts'
import { tokenize } from '../../src/language/tokens.ts'
import { readTime } from '../../src/language/times.ts'
import { Vocabulary } from '../../src/language/vocabulary.ts'

const none = new Vocabulary()

/** The first mention in a text, in short. */
function mentionIn(text: string): string | undefined {
  const tokens = tokenize(text.normalize('NFC'), none)
  for (let i = 0; i < tokens.length; i++) {
    const found = readMention(tokens, i, text)
    if (found !== undefined) return short(found.mention)
  }
  return undefined
}

function short(mention: NumberMention): string {
  if (mention.kind === 'fraction') return `${mention.part}/${mention.whole}`
  if (mention.kind === 'percent') return `${mention.value}%`
  return [mention.value, mention.unit].filter((part) => part !== undefined).join(' ')
}

describe('numbers', () => {
  it.each([
    ['85%', '85%'],
    ['85 %', '85%'],
    ['86,4%', '86.4%'],
    ['tám lăm phần trăm', '85%'],
    ['tam lam phan tram', '85%'],
    ['tám mươi lăm phần trăm', '85%'],
    ['chín hai phần trăm', '92%'],
    ['85 phần trăm', '85%'],
    ['150/210 hộ', '150/210'],
    ['150 trên 210 hộ', '150/210'],
    ['150 hộ trên 210 hộ', '150/210'],
    ['150 hộ trên tổng số 210 hộ', '150/210'],
    ['một trăm rưỡi trên hai trăm mười hộ', '150/210'],
    ['bốn hộ nghèo trên hai trăm hai mươi hộ', '4/220'],
    ['1.250/1.400 hộ', '1250/1400'],
    ['1.250 hộ', '1250 ho'],
    ['1.250.000 đồng', '1250000'],
    ['một trăm rưỡi hộ', '150 ho'],
    ['trăm hai hộ', '120 ho'],
    ['hai trăm linh năm hộ', '205 ho'],
    ['62 triệu rưỡi', '62.5 trieu dong'],
    ['62,5tr', '62.5 trieu dong'],
    ['62tr5', '62.5 trieu dong'],
    ['62,5 triệu đồng', '62.5 trieu dong'],
    ['hai tỷ', '2 ty dong'],
    ['1 nghìn hai hộ', '1200 ho'],
    ['50 nghìn', '50000'],
    ['3 ngày', '3 ngay'],
    ['mười lăm ngày', '15 ngay'],
    ['12 học sinh', '12 hoc sinh'],
  ])('%s is %s', (text, expected) => expect(mentionIn(text)).toBe(expected))

  it.each(['năm ngoái', 'ba má tôi', 'từ đầu', 'sau đó', 'bảy', 'tôi'])('%s holds none', (text) =>
    expect(mentionIn(text)).toBeUndefined(),
  )

  it.each([
    ['17.5', '17.5'],
    ['17,5', '17.5'],
    ['17.10', '17.10'],
    ['17 phẩy 5', '17.5'],
    ['17 chấm 10', '17.10'],
    ['mười bảy phẩy năm', '17.5'],
    ['mười bảy chấm năm', '17.5'],
    ['muoi bay cham nam', '17.5'],
    ['mười ba chấm mười', '13.10'],
    ['hai mươi mốt', '21'],
  ])('%s is the code %s', (text, code) => expect(readNumber(tokenize(text, none), 0)?.code).toBe(code))

  it('reads what it was written from', () => {
    const digits = fc.integer({ min: 0, max: 999_999 })
    fc.assert(
      fc.property(digits, (value) => {
        expect(readNumber(tokenize(value.toLocaleString('de-DE'), none), 0)?.value).toBe(value)
      }),
    )
  })

  it('reads codes as they are, with marks or without', () => {
    const code = fc
      .tuple(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 1, max: 15 }))
      .map((parts) => parts.join('.'))
    fc.assert(
      fc.property(code, fc.constantFrom('chỉ tiêu', 'chi tieu', 'Chỉ tiêu'), (code, noun) => {
        const tokens = tokenize(`${noun} ${code}`, none)
        expect(readNumber(tokens, 2)?.code).toBe(code)
      }),
    )
  })
})

describe('times', () => {
  it.each([
    ['7h30', '07:30'],
    ['7h', '07:00'],
    ['17h', '17:00'],
    ['7:30', '07:30'],
    ['7 giờ rưỡi', '07:30'],
    ['7 giờ rưỡi sáng', '07:30'],
    ['bảy giờ rưỡi sáng', '07:30'],
    ['5h chiều', '17:00'],
    ['5 giờ chiều', '17:00'],
    ['7 giờ rưỡi tối', '19:30'],
    ['19h30', '19:30'],
    ['17 giờ 15 phút', '17:15'],
    ['8 giờ kém 15', '07:45'],
    ['12h trưa', '12:00'],
    ['1h trưa', '13:00'],
  ])('%s is %s', (text, expected) => expect(readTime(tokenize(text, none), 0)?.time).toBe(expected))

  it.each(['17.5', '25h', '7 hộ', 'giờ', '3 giờ nữa'])('%s is none', (text) =>
    expect(readTime(tokenize(text, none), 0)).toBeUndefined(),
  )
})
