import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromSpreadsheetText, spreadsheetText } from '../../src/documents/spreadsheet-text.ts'

describe('a text in a cell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+84 123', "'+84 123"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['＝1+1', "'＝1+1"],
    ["'=1+1", "''=1+1"],
    ['Báo cáo số 5', 'Báo cáo số 5'],
    ["'Xã' Mẫu", "'Xã' Mẫu"],
    ['a=1', 'a=1'],
    ['', ''],
    ['Bie\u0302n ba\u0309n', 'Biên bản'],
    ['a\u0000b\u0007c\uFFFFd\uD800e', 'abcde'],
    ['\u0000=1', "'=1"],
  ])('%j is written as %j', (text, cell) => {
    expect(spreadsheetText(text)).toBe(cell)
  })

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', "'", "''", "'="), fc.string())
      .map(([a, b]) => a + b),
  )

  test('never begins as a formula, and comes back as it was', () => {
    fc.assert(
      fc.property(text, (written) => {
        const cell = spreadsheetText(written)
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u)
        expect(spreadsheetText(fromSpreadsheetText(cell))).toBe(cell)
        // What cannot be in a workbook at all is gone; nothing else is.
        const held = spreadsheetText(`x${written}`).slice(1)
        if (!/^\p{M}/u.test(held)) expect(fromSpreadsheetText(cell)).toBe(held.normalize('NFC'))
      }),
    )
  })
})
