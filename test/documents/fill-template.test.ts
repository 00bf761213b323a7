import { describe, expect, test } from 'vitest'
import { fillTemplate } from '../../src/documents/letters/fill-template.ts'
import { textOfWord, wordOf } from './word-text.ts'

const FIELDS = { ten: true, luu_y: true, hang: { ma: true, con: { so: true } } } as const
const DATA = {
  ten: 'Xã Mẫu',
  luu_y: '',
  hang: [
    { ma: '1', con: [{ so: 'a' }, { so: 'b' }] },
    { ma: '2', con: [] },
  ],
}

async function filled(...paragraphs: string[]): Promise<string> {
  const result = await fillTemplate(wordOf(...paragraphs), FIELDS, DATA)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return textOfWord(result.bytes)
}

async function problemWith(...paragraphs: string[]) {
  const result = await fillTemplate(wordOf(...paragraphs), FIELDS, DATA)
  return result.ok ? undefined : result.problem
}

describe('a template', () => {
  test('is filled, with rows, rows in rows, and what stands only where there is something', async () => {
    expect(await filled('Đơn vị: {ten}')).toBe('Đơn vị: Xã Mẫu')
    expect(await filled('{#hang}', '{ma} {ten}{#con} {so}{/con}', '{/hang}')).toBe('1 Xã Mẫu a b\n2 Xã Mẫu')
    expect(await filled('x{#luu_y}Lưu ý: {luu_y}{/luu_y}{^luu_y}.{/luu_y}')).toBe('x.')
  })

  test.each([
    ['a field that there is not', ['{ten_xa}'], { why: 'unknown-fields', fields: ['ten_xa'] }],
    ['several, each once', ['{a} {ten} {b} {a}'], { why: 'unknown-fields', fields: ['a', 'b'] }],
    ['one within rows', ['{#hang}{ngay}{/hang}'], { why: 'unknown-fields', fields: ['ngay'] }],
    [
      'one within rows of which there are none',
      ['{#luu_y}{ngay}{/luu_y}'],
      { why: 'unknown-fields', fields: ['ngay'] },
    ],
    ['a field of rows outside them', ['{ma}'], { why: 'unknown-fields', fields: ['ma'] }],
    ['rows that there are not', ['{#xa}{/xa}'], { why: 'unknown-fields', fields: ['xa'] }],
    ['a row as a whole', ['{#hang}{.}{/hang}'], { why: 'unknown-fields', fields: ['.'] }],
    ['what every object has', ['{constructor}'], { why: 'unknown-fields', fields: ['constructor'] }],
    ['a field as raw XML', ['{@ten}'], { why: 'unknown-fields', fields: ['ten'] }],
    ['rows without an end', ['{#hang}'], { why: 'marks', fields: ['hang'] }],
    ['an end without rows', ['{/hang}'], { why: 'marks', fields: ['hang'] }],
    ['an open brace', ['{ten'], { why: 'marks', fields: ['ten'] }],
  ])('with %s is refused by its name', async (_, paragraphs, problem) => {
    expect(await problemWith(...paragraphs)).toEqual(problem)
  })

  test.each([
    ['no Word file', new TextEncoder().encode('ten')],
    ['nothing', new Uint8Array()],
    ['half of one', wordOf('{ten}').slice(0, 200)],
  ])('that is %s is damaged', async (_, bytes) => {
    expect(await fillTemplate(bytes, FIELDS, DATA)).toEqual({ ok: false, problem: { why: 'damaged' } })
  })

  test('takes what people typed as text: marks, XML and control characters do nothing', async () => {
    const typed = '{#hang}{ma} <w:p>&amp; "x"\u0000\u0007 {{ten}}\nhai dòng'
    const result = await fillTemplate(wordOf('{ten}'), FIELDS, { ...DATA, ten: typed })
    expect(result.ok && textOfWord(result.bytes)).toBe('{#hang}{ma} <w:p>&amp; "x" {{ten}}\nhai dòng')
  })
})
