import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAddress } from '../../../src/channels/telegram/addressing.ts'
import { toIncoming } from '../../../src/channels/telegram/to-incoming.ts'
import { readSamples } from '../samples.ts'

const BOT = { id: 7_000_000_001, username: 'ntm_thu_bot' }
const NOW = new Date('2026-11-23T01:00:00.000Z')
const samples = [...readSamples('src/channels/telegram/sample-messages.md').values()]

/** Every way from the root of a JSON value to a part of it. */
function paths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, part]) => paths(part, [...path, key]))]
}

/** The value with another in the place that a path leads to. */
function replaceAt(value: unknown, [key, ...rest]: string[], replacement: unknown): unknown {
  if (key === undefined) return replacement
  const part = (value as Record<string, unknown>)[key]
  const changed = replaceAt(part, rest, replacement)
  if (Array.isArray(value)) return value.with(Number(key), changed)
  return { ...(value as object), [key]: changed }
}

function expectDefined(raw: unknown): void {
  const read = toIncoming(raw, BOT, NOW)
  const isDefined =
    'ignored' in read
      ? read.ignored !== ''
      : isDeepStrictEqual(JSON.parse(JSON.stringify(read)), read) &&
        new Date(read.at).toISOString() === read.at &&
        [read.id, read.chat.id, read.sender.id].every((id) => /^-?\d+$/.test(id))
  expect(isDefined).toBe(true)
}

test('any JSON value gives a result', () => {
  fc.assert(fc.property(fc.jsonValue(), expectDefined), { numRuns: 500 })
})

test('any update with any one part replaced by any JSON value gives a result', () => {
  const broken = fc
    .constantFrom(...samples)
    .chain((sample) =>
      fc
        .tuple(
          fc.constantFrom(...paths(sample)),
          fc.oneof(fc.jsonValue(), fc.integer(), fc.constantFrom(1e300, Number.MAX_SAFE_INTEGER, -1)),
        )
        .map(([path, value]) => replaceAt(sample, path, value)),
    )
  fc.assert(fc.property(broken, expectDefined), { numRuns: 3000 })
})

test.each([1e300, Number.MAX_SAFE_INTEGER, -1, 1.5, '1763859600'])('the time %j is no time', (date) => {
  const [sample] = samples as { update_id: number; message: object }[]
  const raw = { ...sample, message: { ...sample?.message, date } }
  expect(toIncoming(raw, BOT, NOW)).toMatchObject({
    ignored: expect.stringMatching(/^malformed message: date/) as string,
  })
})

test('a field that is only an addition and of a wrong type loses no message', () => {
  const [sample] = samples as { update_id: number; message: object }[]
  for (const field of ['entities', 'reply_to_message', 'sender_chat', 'photo', 'document', 'caption']) {
    const raw = { ...sample, message: { ...sample?.message, [field]: 5 } }
    expect(toIncoming(raw, BOT, NOW)).toMatchObject({ content: { text: 'xã đạt bao nhiêu tiêu chí' } })
  }
})

test('what was left out of a text is only the mention and the space around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const { named, text } = readAddress(`@ntm_thu_bot ${words}`, [], BOT)
      expect(named).toBe(true)
      expect(words.endsWith(text)).toBe(true)
      expect(words.slice(0, words.length - text.length)).toMatch(/^[\s,:]*$/)
    }),
  )
})

test.each([
  ['@ntm_thu_bot: tiến độ', true, 'tiến độ'],
  ['  @NTM_Thu_Bot, tiến độ', true, 'tiến độ'],
  ['hỏi @ntm_thu_bot xem', true, 'hỏi @ntm_thu_bot xem'],
  ['@ntm_thu_bot2 tiến độ', false, '@ntm_thu_bot2 tiến độ'],
  ['thu@ntm_thu_bot', false, 'thu@ntm_thu_bot'],
  ['@ntm_thu_bot /tiendo', true, '/tiendo'],
  ['/tiendo@NTM_THU_BOT 17.5', true, '/tiendo 17.5'],
  ['/tiendo@other_bot @ntm_thu_bot', false, '/tiendo@other_bot @ntm_thu_bot'],
  ['/tiendo\nTrung Lương', true, '/tiendo\nTrung Lương'],
  ['/ tiendo', false, '/ tiendo'],
  ['15/19 tiêu chí', false, '15/19 tiêu chí'],
  ['/đạt', false, '/đạt'],
  ['', false, ''],
])('%j: for the bot: %j, read as %j', (words, named, text) => {
  expect(readAddress(words, [], BOT)).toEqual({ named, text })
})

test('a mention that is a link to the bot counts, and is left out where it begins the text', () => {
  const [ours, another] = [BOT.id, 5].map((id) => [{ type: 'text_mention', offset: 0, length: 3, user: { id } }])
  expect(readAddress('NTM tiến độ', ours ?? [], BOT)).toEqual({ named: true, text: 'tiến độ' })
  expect(readAddress('NTM tiến độ', another ?? [], BOT)).toEqual({ named: false, text: 'NTM tiến độ' })
})
