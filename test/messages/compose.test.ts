import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChannelLimits } from '../../src/messages/channel.ts'
import { composeFor, type ListWords } from '../../src/messages/compose.ts'

const WORDS: ListWords = {
  line: (number, label) => `${number}. ${label}`,
  hint: '(Trả lời bằng số hoặc bằng chữ.)',
  part: (number, count) => `(${number}/${count})`,
}
const PLAIN: ChannelLimits = { text: 60, caption: 40, buttons: false, edit: false, files: false, numberedParts: true }

const textsOf = (limits: ChannelLimits, text: string) =>
  composeFor(limits, { command: 'unmet', text }, WORDS).map((part) => part.text)

test('choices become a numbered list where they cannot be pressed', () => {
  const message = {
    command: 'unit',
    text: 'Xã nào?',
    buttons: [[{ label: 'Xã A', data: 'a' }], [{ label: 'Xã B', data: 'b' }]],
  }
  expect(composeFor({ ...PLAIN, text: 200 }, message, WORDS)).toEqual([
    { command: 'unit', text: 'Xã nào?\n\n1. Xã A\n2. Xã B\n(Trả lời bằng số hoặc bằng chữ.)' },
  ])
  expect(composeFor({ ...PLAIN, text: 200, buttons: true }, message, WORDS)).toEqual([message])
})

test('a text that fits is one message without a number', () => {
  const text = 'ấ'.repeat(60)
  expect(textsOf(PLAIN, text)).toEqual([text])
})

test('the parts of a long text are cut at line ends and say which they are, where the channel wants it', () => {
  const line = 'Tiêu chí 17: 17.5, 17.6, 17.9'
  const text = Array(5).fill(line).join('\n')
  expect(textsOf(PLAIN, text)).toEqual([1, 2, 3, 4, 5].map((number) => `${line}\n(${number}/5)`))
  expect(textsOf({ ...PLAIN, numberedParts: false }, text)).toEqual([`${line}\n${line}`, `${line}\n${line}`, line])
})

test('a file and what stands out keep their places', () => {
  const file = { kind: 'photo', path: 'a.png', name: 'a.png' } as const
  const text = 'một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba'
  const parts = composeFor(PLAIN, { command: 'status', text, file, emphasis: [{ start: 4, length: 3 }] }, WORDS)
  expect(parts[0]).toMatchObject({
    file,
    emphasis: [{ start: 4, length: 3 }],
    text: expect.stringMatching(/\n\(1\/2\)$/) as string,
  })
  expect(parts[0]?.text.length).toBeLessThanOrEqual(40)
  expect(parts[1]).not.toHaveProperty('file')
})

test('each part fits with its number, however many there are', () => {
  const texts = fc.string({ unit: fc.constantFrom('ấ', '🌾', ' ', '\n', 'a'), maxLength: 3000 })
  fc.assert(
    fc.property(texts, (text) => {
      const parts = textsOf(PLAIN, text)
      expect(parts.every((part) => part.length <= PLAIN.text)).toBe(true)
      const marks = parts.map((part) => /\n\(\d+\/\d+\)$/.exec(part)?.[0])
      expect(marks).toEqual(
        parts.map((_, index) => (parts.length > 1 ? `\n(${index + 1}/${parts.length})` : undefined)),
      )
    }),
  )
})
