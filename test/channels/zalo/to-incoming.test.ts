import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutMention } from '../../../src/channels/zalo/addressing.ts'
import { toIncoming } from '../../../src/channels/zalo/to-incoming.ts'
import { readSamples } from '../samples.ts'

const NAMES = ['Bot NTM xã Mẫu', 'Bot NTM', 'bot.VDKyGxQvc', '']
const NOW = new Date('2026-11-23T01:00:00.000Z')
const samples = [...readSamples('src/channels/zalo/sample-messages.md').values()]

/** Every way from the root of a JSON value to a part of it. */
function paths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, part]) => paths(part, [...path, key]))]
}

/** The value with another in the place that a path leads to. */
function replaceAt(value: unknown, [key, ...rest]: string[], replacement: unknown): unknown {
  if (key === undefined) return replacement
  return { ...(value as object), [key]: replaceAt((value as Record<string, unknown>)[key], rest, replacement) }
}

function isDefined(raw: unknown): boolean {
  const read = toIncoming(raw, NAMES, NOW)
  if ('ignored' in read) return read.ignored !== ''
  return (
    isDeepStrictEqual(JSON.parse(JSON.stringify(read)), read) &&
    new Date(read.at).toISOString() === read.at &&
    [read.id, read.chat.id, read.sender.id].every((id) => id.length > 0)
  )
}

test('a mountain of marks on one letter is read at once', () => {
  const [sample] = samples
  const raw = JSON.parse(
    JSON.stringify(sample, (key, value: unknown) => (key === 'text' ? `a${'\u0323\u0302'.repeat(200_000)}` : value)),
  ) as unknown
  const start = performance.now()
  expect(toIncoming(raw, ['Bot NTM'], new Date())).toMatchObject({ content: { kind: 'text' } })
  expect(performance.now() - start).toBeLessThan(1000)
})

test('any JSON value gives a result, bare or wrapped', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect([value, { ok: true, result: value }].every(isDefined)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('any update with any one part replaced by any JSON value gives a result', () => {
  const broken = fc
    .constantFrom(...samples)
    .chain((sample) =>
      fc
        .tuple(fc.constantFrom(...paths(sample)), fc.oneof(fc.jsonValue(), fc.double(), fc.constant(1e300)))
        .map(([path, value]) => replaceAt(sample, path, value)),
    )
  fc.assert(
    fc.property(broken, (raw) => {
      expect(isDefined(raw)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('a field that is only an addition and of a wrong type loses no message', () => {
  const [sample] = samples as { message: object }[]
  for (const field of ['caption', 'photo', 'photo_url', 'date', 'message_type']) {
    const raw = { ...sample, message: { ...sample?.message, [field]: [] } }
    expect(toIncoming(raw, NAMES, NOW)).toMatchObject({ content: { text: 'xã đạt bao nhiêu tiêu chí' } })
  }
})

const idOf = (raw: unknown) => (toIncoming(raw, NAMES, NOW) as { id: string }).id

test('the same message told as two events is two updates, told twice it is one', () => {
  const [sample] = samples as { event_name: string; message: object }[]
  expect(idOf(sample)).toBe(idOf({ ok: true, result: sample }))
  expect(idOf(sample)).not.toBe(idOf({ ...sample, event_name: 'message.link.received' }))
})

test.each([
  [1_763_859_600, '2025-11-23T01:00:00.000Z'],
  [1_763_859_600_000, '2025-11-23T01:00:00.000Z'],
  ['1763859600000', '2025-11-23T01:00:00.000Z'],
  [1e15, NOW.toISOString()],
  [-5, NOW.toISOString()],
  [0, NOW.toISOString()],
  [undefined, NOW.toISOString()],
])('a date of %j is %s', (date, at) => {
  const [sample] = samples as { message: object }[]
  expect(toIncoming({ ...sample, message: { ...sample?.message, date } }, NAMES, NOW)).toMatchObject({ at })
})

test.each([
  ['GROUP', 'zgr-1', 'group'],
  ['group', 'zgr-1', 'group'],
  ['PRIVATE', '6ede9afa66b88fe6d6a9', 'private'],
  [undefined, '6ede9afa66b88fe6d6a9', 'private'],
  [undefined, 'zgr-1', 'group'],
  ['COMMUNITY', 'zgr-1', 'group'],
])('a chat of type %s with id %s is %s', (chat_type, id, kind) => {
  const [sample] = samples as { message: object }[]
  const raw = { ...sample, message: { ...sample?.message, chat: { id, chat_type } } }
  expect(toIncoming(raw, NAMES, NOW)).toMatchObject({ chat: { id, kind }, addressed: true })
})

test.each([
  ['@Bot NTM xã Mẫu tiến độ', 'tiến độ'],
  ['@bot ntm XÃ MẪU: tiến độ', 'tiến độ'],
  ['  @Bot NTM xã Mẫu, tiến độ', 'tiến độ'],
  ['@Bot NTM xã Mẫu', ''],
  ['@Bot NTM tiến độ', 'tiến độ'],
  ['@bot.VDKyGxQvc /tiendo', '/tiendo'],
  ['@Bot NTM xã Mẫu\ntiến độ', 'tiến độ'],
  ['@Bot NTM xã Mẫu2 tiến độ', 'xã Mẫu2 tiến độ'],
  ['@Bot NTMx tiến độ', '@Bot NTMx tiến độ'],
  ['hỏi @Bot NTM xem', 'hỏi @Bot NTM xem'],
  ['Bot NTM tiến độ', 'Bot NTM tiến độ'],
  ['@', '@'],
  ['', ''],
])('%j is read as %j', (words, read) => {
  expect(withoutMention(words, NAMES)).toBe(read)
  expect(withoutMention(words.normalize('NFD'), NAMES).normalize('NFC')).toBe(read)
})

test('what was left out of a text is only the mention and the space around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      fc.pre(!/^[\p{L}\p{M}\p{N}_]/u.test(words.normalize('NFC')))
      const text = `@Bot NTM xã Mẫu ${words}`.normalize('NFC')
      const read = withoutMention(text, NAMES)
      expect(text.endsWith(read)).toBe(true)
      expect(text.slice(0, text.length - read.length)).toMatch(/^@Bot NTM xã Mẫu[\s,:]*$/)
    }),
  )
})
