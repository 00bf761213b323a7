import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitText, lengthOf, type Block, type List } from '../../src/notices/fit-text.ts'

const item = fc
  .string({ minLength: 1, maxLength: 60, unit: fc.constantFrom('a', 'ă', 'x', ' ', '1') })
  .map((text) => `«${text}»`)
const list: fc.Arbitrary<List> = fc.record({
  head: fc.constantFrom('Quá hạn:', '[b]Mới đạt[/b]:'),
  items: fc.array(item, { maxLength: 40 }),
  join: fc.constantFrom<List['join'][]>(', ', '; ', '\n'),
  more: fc.constant((count: number) => `và ${count} khác`),
})
const blocks: fc.Arbitrary<Block[]> = fc.array(fc.oneof(list, fc.constantFrom('Một dòng', 'Dòng khác')), {
  minLength: 1,
  maxLength: 6,
})

describe('a text that has to fit', () => {
  it('fits, loses no line, cuts no item, and says how many it left out', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 300, max: 2000 }), (each, limit) => {
        const text = fitText(each, limit)
        expect(lengthOf(text)).toBeLessThanOrEqual(limit)
        const lists = each.filter((block) => typeof block !== 'string')
        const shown = text.match(/«[^«»]*»/g) ?? []
        const items = lists.flatMap(({ items: own }) => own)
        expect(shown.every((one) => items.includes(one))).toBe(true)
        const left = [...text.matchAll(/và (\d+) khác/g)].reduce((sum, [, count]) => sum + Number(count), 0)
        expect(shown.length + left).toBe(items.length)
        for (const block of each) expect(text).toContain(typeof block === 'string' ? block : block.head)
      }),
    )
  })

  it('says everything where there is room', () => {
    fc.assert(
      fc.property(blocks, (each) => {
        expect(fitText(each, 100_000)).not.toContain('khác:')
        expect(fitText(each, 100_000)).not.toMatch(/và \d+ khác/)
      }),
    )
  })
})
