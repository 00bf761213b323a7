import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, hash, nameHashes, nameKey, spelling } from '../../src/language/fold.ts'
import { fromTelex, fromVni, isSyllable } from '../../src/language/syllable.ts'

describe('fold', () => {
  it('takes all marks off', () => {
    expect(fold('Đạt chuẩn NÔNG THÔN mới')).toBe('dat chuan nong thon moi')
    expect(fold('đường'.normalize('NFD'))).toBe('duong')
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  it('gives the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('aăâđêôơưáàảãạấầẩẫậ hệ')) }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text))
      }),
    )
  })
})

describe('spelling', () => {
  it('knows old and new tone placement as one', () => {
    for (const [old, now] of [
      ['hoà', 'hòa'],
      ['thuý', 'thúy'],
      ['khoẻ', 'khỏe'],
    ] as const)
      expect(spelling(old)).toBe(spelling(now))
  })

  it('keeps words apart that differ in a mark', () => {
    expect(new Set(['xa', 'xã', 'xá', 'xạ', 'xả', 'xà'].map(spelling)).size).toBe(6)
    expect(spelling('chỉ')).not.toBe(spelling('chí'))
  })
})

describe('names', () => {
  it('have one key in every writing', () => {
    for (const written of ['Trung Lương', 'TRUNG LƯƠNG', 'trung luong', 'TrungLuong', 'Trung  Lương'.normalize('NFD')])
      expect(nameKey(written)).toBe('trungluong')
  })

  it('are hashed without their keys being made', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('aânguyễnThỊ-ớ1')), minLength: 1 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const hashed = (from: number, end?: number) => hash(nameKey(words.slice(from, end).join(' ')))
        expect(nameHashes(words.join(' '))).toEqual({
          whole: hashed(0),
          last: hashed(-1),
          lastTwo: words.length > 2 ? hashed(-2) : 0,
          first: hashed(0, 1),
        })
      }),
    )
  })
})

describe('typing', () => {
  it.each([
    ['ddatj', 'đat5'],
    ['tieeu', 'tiêu'],
    ['chis', 'chi2'],
    ['nuowcs', 'nươc2'],
    ['dduwowngf', 'đương1'],
  ])('undoes Telex: %s', (typed, meant) => expect(fromTelex(typed)).toBe(meant))

  it.each([
    ['d9a5t', 'đat5'],
    ['tie6u', 'tiêu'],
    ['chi1', 'chi2'],
    ['d9u7o7ng2', 'đương1'],
  ])('undoes VNI: %s', (typed, meant) => expect(fromVni(typed)).toBe(meant))

  it('leaves words alone that hold no typing', () => {
    expect(fromTelex('tieu')).toBeUndefined()
    expect(fromTelex('wifi')).toBeUndefined()
    expect(fromVni('tc17')).toBeUndefined()
  })

  it('knows what can be a syllable', () => {
    for (const word of ['tieu', 'nghieng', 'quyet', 'gi', 'giuong', 'ong', 'y'])
      expect(isSyllable(word), word).toBe(true)
    for (const word of ['chsi', 'wifi', 'ngia', 'dattt', 'bl']) expect(isSyllable(word), word).toBe(false)
  })
})
