import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createZaloChannel, type ZaloOptions } from '../../../src/channels/zalo/channel.ts'
import type { Channel } from '../../../src/messages/channel.ts'
import type { Incoming } from '../../../src/messages/incoming.ts'
import { refuse } from '../../fakes/zalo/answers.ts'
import { type FakeZalo, startFakeZalo } from '../../fakes/zalo/server.ts'
import { keepLog, type LogLine } from '../guard.ts'
import { WORDS } from './kit.ts'

let fake: FakeZalo
let channel: Channel
let lines: LogLine[]

beforeEach(async () => {
  fake = await startFakeZalo()
})
afterEach(async () => {
  await channel.stop()
  await fake.close()
})

/** Starts the channel, and gives the texts that it hands on, with failing the first so many times. */
async function take(options: Partial<ZaloOptions> = {}, failing = 0): Promise<string[]> {
  const kept = keepLog()
  lines = kept.lines
  const { token, apiRoot } = fake
  const settings = { token, apiRoot, log: kept.log, words: WORDS, pollSeconds: 1, retryMs: 5, paceMs: 5 }
  channel = createZaloChannel({ ...settings, ...options })
  const texts: string[] = []
  let failures = failing
  await channel.start(async (batch) => {
    failures -= 1
    if (failures >= 0) throw new Error('the database is locked')
    texts.push(...batch.map(wordsOf))
  })
  return texts
}

const wordsOf = ({ content }: Incoming) => ('text' in content ? content.text : '')
const until = (holds: () => boolean) => vi.waitUntil(holds, { interval: 2, timeout: 5000 })
const logged = (level?: LogLine['level']) =>
  lines.filter((line) => !level || line.level === level).map(({ message }) => message)

test('one update a poll, in order', async () => {
  for (const text of ['một', 'hai', 'ba']) fake.write({ text })
  const texts = await take()
  await until(() => texts.length === 3)
  expect(texts).toEqual(['một', 'hai', 'ba'])
  await until(() => fake.updates.polls === 4)
})

const update = (text: string) => ({
  event_name: 'message.text.received',
  message: { message_id: text, from: { id: '1' }, chat: { id: '1' }, text },
})

test('a list of updates is taken as well', async () => {
  fake.script.add({
    method: 'getUpdates',
    answer: { status: 200, body: { ok: true, result: [update('một'), update('hai')] } },
  })
  const texts = await take()
  await until(() => texts.length === 2)
  expect(texts).toEqual(['một', 'hai'])
})

test('Zalo hands an update out once: it is kept in hand until it is stored, and no other is asked for', async () => {
  for (const text of ['một', 'hai']) fake.write({ text })
  const texts = await take({ retryMs: 20 }, 3)
  await until(() => logged('warn').length === 2)
  expect([fake.updates.polls, fake.updates.inHand]).toEqual([1, 1])
  await until(() => texts.length === 2)
  expect(texts).toEqual(['một', 'hai'])
  expect(lines.filter(({ level }) => level === 'warn').map(({ details }) => details)).toEqual([
    { channel: 'zalo', error: 'the database is locked', failures: 1, waitMs: 20 },
    { channel: 'zalo', error: 'the database is locked', failures: 2, waitMs: 40 },
    { channel: 'zalo', error: 'the database is locked', failures: 3, waitMs: 80 },
  ])
})

test('a poll that brings nothing is nothing to speak of', async () => {
  const texts = await take({ pollSeconds: 0.05 })
  await until(() => fake.updates.polls > 2)
  fake.write({ text: 'một' })
  await until(() => texts.length === 1)
  expect(logged()).toEqual(['taking updates'])
})

describe('odd answers are not asked for faster than the pace', () => {
  const PACE_MS = 100
  const WHILE_MS = 450

  /** How many polls are made in 450 ms at a pace of 100 ms: the first, and one more in each 100 ms. */
  async function countPolls(): Promise<number> {
    const before = fake.requests.length
    await new Promise((resolve) => setTimeout(resolve, WHILE_MS))
    return fake.requests.slice(before).filter(({ method }) => method === 'getUpdates').length
  }
  test('the same update over and over', async () => {
    fake.switches.repeatsLast = true
    fake.write({ text: 'một' })
    const texts = await take({ paceMs: PACE_MS })
    await until(() => texts.length > 0)
    expect(await countPolls()).toBeLessThanOrEqual(5)
    fake.write({ text: 'hai' })
    await until(() => texts.includes('hai'))
  })

  test.each([
    ['nothing, at once', { ok: true }],
    ['an empty poll that did not wait', { ok: false, description: 'Request timeout', error_code: 408 }],
    ['an empty list', { ok: true, result: [] }],
    ['an update that cannot be read', { ok: true, result: { event_name: 5 } }],
    ['an event that is not for the bot', { ok: true, result: { event_name: 'message.unsupported.received' } }],
  ])('%s', async (_, body) => {
    fake.script.add({ method: 'getUpdates', answer: { status: 200, body }, times: Infinity })
    await take({ paceMs: PACE_MS })
    expect(await countPolls()).toBeLessThanOrEqual(5)
  })

  test('but new updates follow each other at once', async () => {
    for (let number = 0; number < 20; number += 1) fake.write({ text: String(number) })
    const texts = await take({ paceMs: 60_000 })
    await until(() => texts.length >= 20)
    expect(texts).toHaveLength(20)
  })
})

test('polling goes on after errors of Zalo, of a gateway and of the network', async () => {
  const texts = await take()
  await until(() => fake.updates.held === 1)
  const failures = [
    refuse(403, 'Internal server error'),
    refuse(404, 'Not Found', 200),
    { status: 504, body: '<html>504 Gateway Time-out</html>' },
    { drop: 'before' as const },
    refuse(409, 'Conflict'),
  ]
  for (const answer of failures) fake.script.add({ method: 'getUpdates', answer })
  fake.write({ text: 'một' })
  await until(() => texts.length === 1)
  await until(() => fake.script.unused().length === 0)
  fake.write({ text: 'hai' })
  await until(() => texts.length === 2)
  expect(logged('warn')).toEqual(failures.map(() => 'no updates taken, will try again'))
  expect(JSON.stringify(lines)).not.toContain(fake.token.split(':')[1])
})

test('429 on polling is answered with a wait, each time longer', async () => {
  fake.script.add({ method: 'getUpdates', answer: refuse(429, 'Quota exceeded') })
  await take()
  await until(() => logged('warn').length === 1)
  expect(lines.at(-1)?.details).toEqual({
    channel: 'zalo',
    error: '429 Quota exceeded',
    failures: 1,
    waitMs: 5000,
  })
})

test('a token that is refused is told in one line, and asked with again now and then', async () => {
  const texts = await take({ retryMs: 1 })
  await until(() => fake.updates.held === 1)
  fake.script.add({ method: 'getUpdates', answer: refuse(401, 'Unauthorized'), times: 3 })
  fake.write({ text: 'một' })
  await until(() => texts.length === 1)
  fake.write({ text: 'hai' })
  await until(() => texts.length === 2)
  expect(logged('error')).toEqual(['Zalo refuses the token: put the new one into ZALO_BOT_TOKEN'])
})

describe('a webhook that is set', () => {
  const HOW_TO = 'a webhook is set, so nothing can be polled; to remove it: npm run ntm -- zalo webhook --delete'

  test('is left alone: nothing is polled, one line says how to remove it, and polling begins once it is gone', async () => {
    fake.webhook.hook.set('https://old.example.vn/hook?key=1', 'another-secret')
    const texts = await take({ retryMs: 1 })
    await until(() => fake.requests.filter(({ method }) => method === 'getWebhookInfo').length > 2)
    expect(fake.requests.filter(({ method }) => ['getUpdates', 'deleteWebhook'].includes(method))).toEqual([])
    expect(logged()).toEqual([HOW_TO])
    fake.webhook.deleteWebhook()
    await until(() => fake.updates.held === 1)
    fake.write({ text: 'một' })
    await until(() => texts.length === 1)
  })

  test('while the bot polls is told too, where Zalo refuses the poll', async () => {
    const texts = await take({ retryMs: 1 })
    await until(() => fake.updates.held === 1)
    fake.write({ text: 'một' })
    await until(() => texts.length === 1)
    fake.webhook.hook.set('https://other.example.vn/', 'another-secret')
    fake.updates.push(undefined)
    await until(() => logged('error').length === 1)
    expect(logged('error')).toEqual([HOW_TO])
  })
})

test('a stop ends the open poll at once, and waits for what is being stored', async () => {
  const storing = Promise.withResolvers<void>()
  const events: string[] = []
  await take()
  await channel.stop()
  channel = createZaloChannel({ ...fake, log: keepLog().log, words: WORDS })
  await channel.start(async () => {
    events.push('storing')
    await storing.promise
    events.push('stored')
  })
  fake.write({ text: 'một' })
  await until(() => events.length === 1)
  const stopped = channel.stop().then(() => events.push('stopped'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  storing.resolve()
  await stopped
  expect(events).toEqual(['storing', 'stored', 'stopped'])

  const idle = createZaloChannel({ ...fake, log: keepLog().log, words: WORDS, pollSeconds: 30 })
  await idle.start(async () => undefined)
  await until(() => fake.updates.held === 1)
  const started = performance.now()
  await idle.stop()
  expect(performance.now() - started).toBeLessThan(500)
})
