import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTelegramChannel } from '../../../src/channels/telegram/channel.ts'
import type { Channel } from '../../../src/messages/channel.ts'
import type { Incoming } from '../../../src/messages/incoming.ts'
import { refuse } from '../../fakes/telegram/answers.ts'
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram/server.ts'
import { keepLog, type LogLine } from '../guard.ts'

let fake: FakeTelegram
let channel: Channel
let lines: LogLine[]

beforeEach(async () => {
  fake = await startFakeTelegram()
  const kept = keepLog()
  lines = kept.lines
  channel = createTelegramChannel({ ...fake, log: kept.log, pollSeconds: 1, retryMs: 5 })
})
afterEach(async () => {
  await channel.stop()
  await fake.close()
})

const from = { id: 5, is_bot: false, first_name: 'Văn Mẫu' }
const text = (words: string) => ({
  message: { message_id: 1, date: 1_763_859_600, chat: { id: 5, type: 'private' }, from, text: words },
})
const wordsOf = (batch: Incoming[]) => batch.map(({ content }) => 'text' in content && content.text)
const acknowledged = () => vi.waitUntil(() => fake.updates.size === 0, { interval: 2, timeout: 5000 })
const logged = () => lines.map(({ message }) => message)

test('updates are acknowledged only when they are stored', async () => {
  const storing = Promise.withResolvers<void>()
  await channel.start(() => storing.promise)
  fake.push(text('một'))
  await wait(100)
  expect(fake.updates.acknowledged).toBe(0)
  expect(fake.updates.size).toBe(1)
  storing.resolve()
  await acknowledged()
  expect(fake.updates.acknowledged).toBe(1002)
})

test('what came in one poll is stored in one go, in order', async () => {
  for (const words of ['một', 'hai', 'ba']) fake.push(text(words))
  const batches: Incoming[][] = []
  await channel.start(async (batch) => void batches.push(batch))
  await acknowledged()
  expect(batches.map(wordsOf)).toEqual([['một', 'hai', 'ba']])
})

test('a batch that could not be stored is fetched again, whole', async () => {
  for (const words of ['một', 'hai']) fake.push(text(words))
  const batches: Incoming[][] = []
  await channel.start(async (batch) => {
    batches.push(batch)
    if (batches.length < 3) throw new Error('the database is locked')
  })
  await acknowledged()
  expect(batches.map(wordsOf)).toEqual([
    ['một', 'hai'],
    ['một', 'hai'],
    ['một', 'hai'],
  ])
  expect(lines.filter(({ level }) => level === 'warn').map(({ details }) => details)).toEqual([
    { channel: 'telegram', error: 'the database is locked', failures: 1, waitMs: 5 },
    { channel: 'telegram', error: 'the database is locked', failures: 2, waitMs: 10 },
  ])
})

test('polling goes on after errors of Telegram and of the network', async () => {
  const words: unknown[] = []
  await channel.start(async (batch) => void words.push(...wordsOf(batch)))
  await fake.nextPoll()
  const failures = [
    refuse(502, 'Bad Gateway'),
    { status: 502, body: '<html>' },
    { drop: 'before' as const },
    refuse(409, 'Conflict: terminated by other getUpdates request'),
    { status: 200, body: { ok: true, result: [{ message: {} }] } },
  ]
  for (const answer of failures) fake.script.add({ method: 'getUpdates', answer })
  fake.push(text('một'))
  fake.push(text('hai'))
  await acknowledged()
  expect(words).toEqual(['một', 'hai'])
  expect(fake.script.unused()).toEqual([])
  expect(logged().filter((message) => message === 'no updates taken, will try again')).toHaveLength(failures.length)
  expect(JSON.stringify(lines)).not.toContain(fake.token.split(':')[1])
})

test('429 on polling waits as long as Telegram says', async () => {
  fake.script.add({ method: 'getUpdates', answer: refuse(429, 'Too Many Requests', { retry_after: 1 }) })
  fake.push(text('một'))
  const started = performance.now()
  await channel.start(async () => undefined)
  await acknowledged()
  expect(performance.now() - started).toBeGreaterThan(950)
})

test('a stop ends the open poll at once, and waits for what is being stored', async () => {
  const storing = Promise.withResolvers<void>()
  const events: string[] = []
  await channel.start(async () => {
    events.push('storing')
    await storing.promise
    events.push('stored')
  })
  fake.push(text('một'))
  await vi.waitUntil(() => events.length === 1)
  const stopped = channel.stop().then(() => events.push('stopped'))
  await wait(20)
  storing.resolve()
  await stopped
  expect(events).toEqual(['storing', 'stored', 'stopped'])

  const idle = createTelegramChannel({ ...fake, log: keepLog().log, pollSeconds: 30 })
  await idle.start(async () => undefined)
  const started = performance.now()
  await idle.stop()
  expect(performance.now() - started).toBeLessThan(500)
})
