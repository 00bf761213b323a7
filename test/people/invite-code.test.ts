import { array, assert, constantFrom, nat, pre, property } from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { makeCode, readCode, writtenCode } from '../../src/people/invite-code.ts'

const codes = array(nat(22), { minLength: 11, maxLength: 11 })
  .map((values) => {
    const left = [...values]
    return makeCode(() => left.shift() ?? 0)
  })
  .filter((code) => /[A-Z]/.test(code))

describe('an invitation code', () => {
  test('is read back however it is typed', () => {
    assert(
      property(codes, (code) => {
        for (const typed of [
          code,
          writtenCode(code),
          writtenCode(code).toLowerCase().replaceAll('-', ' '),
          `mã ${writtenCode(code)}.`,
          `/start ${code}`,
        ])
          expect(readCode(typed)).toEqual({ code, right: true })
      }),
    )
  })

  test('tells one wrong symbol, and two that changed places', () => {
    assert(
      property(
        codes,
        nat(11),
        nat(10),
        constantFrom(...'23456789CFGHJKLMNPQRTVX'.split('')),
        (code, at, swap, other) => {
          pre(code[at] !== other && code[swap] !== code[swap + 1])
          const wrong = code.slice(0, at) + other + code.slice(at + 1)
          expect(readCode(wrong)?.right ?? false).toBe(false)
          const swapped = code.slice(0, swap) + code[swap + 1] + code[swap] + code.slice(swap + 2)
          expect(readCode(swapped)?.right).toBe(false)
        },
      ),
    )
  })

  test('has nothing in it that a Vietnamese keyboard turns into marks, or that looks like another', () => {
    assert(
      property(codes, (code) => {
        expect(code).toMatch(/^[^01AEIOUYDWSBZ]{12}$/)
      }),
    )
  })

  it.each([
    'xã đạt bao nhiêu tiêu chí',
    'thôn Đoài 150/210 hộ',
    '0912 3456 7890',
    'thong thang trung',
    '2026 1123 0800',
    '17.5',
    '',
  ])('is not seen in “%s”', (text) => {
    expect(readCode(text)).toBeUndefined()
  })

  test('look-alikes are read as what they were', () => {
    const code = makeCode(() => 3)
    expect(code.slice(0, 11)).toBe('5'.repeat(11))
    const other = makeCode((below) => below - 1)
    expect(readCode(other.replace('X', 'x'))).toEqual({ code: other, right: true })
    expect(readCode(`SSSS SSSS SSS${code.at(-1)}`)).toEqual({ code, right: true })
  })
})
