import { describe, expect, it } from 'vitest'
import { readEmphasis } from '../../src/wording/emphasis.ts'
import { day, number, quantity } from '../../src/wording/figures.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { unitName } from '../../src/wording/names.ts'
import { createSay } from '../../src/wording/say.ts'

describe('a sentence', () => {
  const say = createSay('vi', 'whoami = Anh/chị là [b]{ $name }[/b].')

  it('is filled with its arguments', () => {
    expect(say('whoami', { name: 'Mẫu' })).toBe('Anh/chị là [b]Mẫu[/b].')
  })

  it('cannot be styled from within an argument', () => {
    expect(say('whoami', { name: '[/b]x[b]' })).toBe('Anh/chị là [b]x[/b].')
  })

  it('counts with points between thousands, and names by a number without', () => {
    const counting = createSay('vi', 'whoami = Việc số { $id }, { $name } hộ')
    const args = { id: 1234, name: 1234 } as unknown as { name: string }
    expect(counting('whoami', args)).toBe('Việc số 1234, 1.234 hộ')
  })

  it('that stands twice stops the program at start', () => {
    expect(() => createSay('vi', 'thanks = a\nthanks = b')).toThrow(/locales\/vi/)
  })
})

describe('emphasis', () => {
  it.each([
    ['[b]a[/b] b', 'a b', [{ start: 0, length: 1 }]],
    [
      'x [b]ệ[/b] [b]y[/b]',
      'x ệ y',
      [
        { start: 2, length: 1 },
        { start: 4, length: 1 },
      ],
    ],
    ['plain', 'plain', []],
    ['[b]open', '[b]open', []],
  ])('%j', (marked, text, emphasis) => {
    expect(readEmphasis(marked)).toEqual({ text, emphasis })
  })

  it('is counted in the composed form that is sent', () => {
    expect(readEmphasis('Đạt [b]tiêu chí[/b]'.normalize('NFD'))).toEqual({
      text: 'Đạt tiêu chí',
      emphasis: [{ start: 4, length: 8 }],
    })
  })
})

describe('figures as people read them', () => {
  it.each([
    [number(1250), '1.250'],
    [number(86.4), '86,4'],
    [quantity(86.4, '%'), '86,4%'],
    [quantity(62.5, 'triệu đồng'), '62,5 triệu đồng'],
    [day('2023-04-30'), '30/04/2023'],
  ])('%s is %s', (said, expected) => expect(said).toBe(expected))
})

describe("a unit's name", () => {
  const say = loadWording('vi')
  it.each([
    ['xa', 'Trung Lương', 'xã Trung Lương'],
    ['xa', 'Phường Hoa Lư', 'phường Hoa Lư'],
    ['tinh', 'Thành phố Hà Nội', 'thành phố Hà Nội'],
    ['thon', 'Bản Pom', 'bản Pom'],
    ['thon', 'Đoài', 'thôn Đoài'],
  ] as const)('%s %s is %s', (level, name, expected) => expect(unitName(say, { level, name })).toBe(expected))
})
