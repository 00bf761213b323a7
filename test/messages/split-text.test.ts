import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import { splitMessage, splitText } from '../../src/messages/split-text.ts'

const words = fc.string({
  unit: fc.constantFrom('ấ', 'e\u0302\u0301', '🌾', '👩‍🌾', '🇻🇳', 'a', '.', ' ', ' ', '\n', '\r\n'),
})
const anything = fc.oneof(words, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
const limit = fc.integer({ min: 20, max: 60 })
const bare = (text: string) => text.replaceAll(/\s/gu, '')

test('each piece fits, none is blank, and nothing but white space is lost', () => {
  fc.assert(
    fc.property(anything, limit, (text, limit) => {
      const pieces = splitText(text, limit)
      expect(pieces.every((piece) => piece.length <= limit)).toBe(true)
      expect(bare(pieces.join(''))).toBe(bare(text))
      expect(pieces.length === 1 || pieces.every((piece) => bare(piece) !== '')).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('no letter is cut, nor a mark parted from it', () => {
  const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })
  const letters = (text: string) =>
    [...graphemes.segment(text)].map(({ segment }) => segment).filter((letter) => bare(letter))
  fc.assert(
    fc.property(words, limit, (text, limit) => {
      expect(splitText(text, limit).flatMap(letters)).toEqual(letters(text))
    }),
    { numRuns: 1000 },
  )
})

test('a letter longer than the limit is cut between its code points', () => {
  const pieces = splitText(`a${'\u0301'.repeat(30)}${'🌾\u200d'.repeat(20)}`, 21)
  expect(pieces.every((piece) => piece.length <= 21 && piece.isWellFormed())).toBe(true)
})

test('the cut is at the last line end that fits, else at the last space', () => {
  expect(splitText('một hai\nba bốn\nnăm', 15)).toEqual(['một hai\nba bốn', 'năm'])
  expect(splitText('một hai\nba bốn\nnăm', 14)).toEqual(['một hai\nba bốn', 'năm'])
  expect(splitText('một hai\nba bốn\nnăm', 13)).toEqual(['một hai', 'ba bốn\nnăm'])
  expect(splitText('một hai ba', 8)).toEqual(['một hai', 'ba'])
  expect(splitText('một\n\n\n  hai', 8)).toEqual(['một', '  hai'])
})

test('a text that fits comes back as it is', () => {
  expect(splitText(' một \n', 6)).toEqual([' một \n'])
  expect(splitText('', 6)).toEqual([''])
})

test('long texts are cut in reasonable time', () => {
  const started = performance.now()
  expect(splitText('ấ'.repeat(100_000), 4096)).toHaveLength(25)
  expect(splitText(' '.repeat(100_000), 4096)).toEqual([''])
  expect(splitText('một hai '.repeat(12_500), 4096)).toHaveLength(25)
  expect(performance.now() - started).toBeLessThan(1000)
})

/** Each unit of a message's text, with whether it stands out. */
function marked({ text, emphasis = [] }: Outgoing) {
  return text
    .split('')
    .map((unit, at) => [unit, emphasis.some(({ start, length }) => at >= start && at < start + length)] as const)
    .filter(([unit]) => bare(unit))
}

test('what stood out still stands out, in each part', () => {
  const stretches = fc.array(fc.record({ start: fc.nat(200), length: fc.nat(50) }), { maxLength: 5 })
  fc.assert(
    fc.property(words, stretches, limit, (text, emphasis, limit) => {
      const message = { command: 'x', text, emphasis }
      expect(splitMessage(message, limit).flatMap(marked)).toEqual(marked(message))
    }),
  )
})

test('the file and the edit go with the first part, the buttons with the last', () => {
  const buttons = [[{ label: 'Xác nhận', data: 'ok' }]]
  const file = { kind: 'document' as const, path: 'x', name: 'x' }
  const message = { command: 'x', text: 'một hai ba bốn', buttons, file, edits: '7', answers: '8' }
  expect(splitMessage(message, 11, 4)).toEqual([
    { command: 'x', text: 'một', file, edits: '7', answers: '8' },
    { command: 'x', text: 'hai ba bốn', buttons },
  ])
  expect(splitMessage(message, 14, 14)).toEqual([message])
  expect(splitMessage({ ...message, file: undefined }, 14, 4)).toHaveLength(1)
})
