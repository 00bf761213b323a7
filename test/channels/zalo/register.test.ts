import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createZaloChannel, type ZaloOptions } from '../../../src/channels/zalo/channel.ts'
import type { Channel } from '../../../src/messages/channel.ts'
import type { Incoming } from '../../../src/messages/incoming.ts'
import { refuse } from '../../fakes/zalo/answers.ts'
import { type FakeZalo, startFakeZalo } from '../../fakes/zalo/server.ts'
import { keepLog, type LogLine } from '../guard.ts'
import { WORDS } from './kit.ts'

let fake: FakeZalo
let lines: LogLine[]
let started: Channel[] = []

beforeEach(async () => {
  fake = await startFakeZalo({ verifies: false })
})
afterEach(async () => {
  await Promise.all(started.map((channel) => channel.stop()))
  started = []
  await fake.close()
})

function create(options: Partial<ZaloOptions> = {}): Channel {
  const kept = keepLog()
  lines = kept.lines
  const { token, apiRoot } = fake
  const settings = { token, apiRoot, log: kept.log, words: WORDS, pollSeconds: 1, retryMs: 5, paceMs: 5 }
  const channel = createZaloChannel({ ...settings, ...options })
  started.push(channel)
  return channel
}

const take = async () => undefined
const asked = (method: string) => fake.requests.filter((request) => request.method === method)
const logged = () => lines.map(({ message }) => message)
const HOOK = { publicUrl: 'https://bot.example.vn/', webhookSecret: 'a-secret_1' }

describe('a webhook', () => {
  test('is registered with its secret', async () => {
    await create(HOOK).start(take)
    expect(asked('setWebhook').map(({ payload }) => payload)).toEqual([
      { url: 'https://bot.example.vn/webhooks/zalo', secret_token: 'a-secret_1' },
    ])
    expect([...asked('getUpdates'), ...asked('deleteWebhook')]).toEqual([])
  })

  test.each([undefined, '', 'seven-7', 'has a space', 'dấu-tiếng-Việt', 'x'.repeat(257)])(
    'cannot be with the secret %j',
    (webhookSecret) => {
      expect(() => create({ ...HOOK, webhookSecret })).toThrow(/secret of 8 to 256/)
    },
  )

  test('that Zalo could not reach is an error in the log, with what Zalo found and no secret', async () => {
    const verification = { ok: false, outcome: 'webhook.failed', status_code: 502, hint: 'WAF blocks a-secret_1' }
    fake.script.add({
      method: 'setWebhook',
      answer: { status: 200, body: { ok: true, result: { url: HOOK.publicUrl, updated_at: 1, verification } } },
    })
    await create(HOOK).start(take)
    expect(lines.filter(({ level }) => level === 'error')).toEqual([
      {
        level: 'error',
        message: 'Zalo could not reach the webhook',
        details: { channel: 'zalo', outcome: 'webhook.failed', status: 502, hint: 'WAF blocks [secret]' },
      },
    ])
  })

  test('that answers is verified as it is registered', async () => {
    fake.switches.verifies = true
    const channel = create({ ...HOOK, publicUrl: 'http://127.0.0.1:1' })
    fake.webhook.hook.call = async (body) => {
      const request = new Request('http://127.0.0.1/', {
        method: 'POST',
        body,
        headers: { 'x-bot-api-secret-token': fake.webhook.hook.secret },
      })
      return (await channel.webhook?.(request))?.status ?? 0
    }
    await channel.start(take)
    expect(logged()).toEqual(['update ignored', 'taking updates'])
  })

  test('answers a stored update as Zalo wants it, 503 before the start and after the stop', async () => {
    const channel = create(HOOK)
    const received: Incoming[] = []
    const call = async () => {
      const body =
        '{"event_name":"message.text.received","message":{"message_id":"1","from":{"id":"5"},"chat":{"id":"5"},"text":"a"}}'
      const headers = { 'x-bot-api-secret-token': 'a-secret_1' }
      const response = await channel.webhook?.(new Request('http://127.0.0.1/', { method: 'POST', body, headers }))
      return [response?.status, await response?.text()]
    }
    expect(await call()).toEqual([503, ''])
    await channel.start(async (batch) => void received.push(...batch))
    expect(await call()).toEqual([200, '{"message":"Success"}'])
    expect(received.map(({ id }) => id)).toEqual(['message.text.received:1'])
    await channel.stop()
    expect(await call()).toEqual([503, ''])
  })

  test('takes updates while Zalo cannot be reached to register it again', async () => {
    fake.script.add({ method: 'getMe', answer: { drop: 'before' }, times: 3 })
    const channel = create({ ...HOOK, botName: 'Bot NTM xã Mẫu' })
    const received: Incoming[] = []
    await channel.start(async (batch) => void received.push(...batch))
    const body = JSON.stringify({
      event_name: 'message.text.received',
      message: { message_id: '1', from: { id: '5' }, chat: { id: 'zgr-1' }, text: '@Bot NTM xã Mẫu tiến độ' },
    })
    const headers = { 'x-bot-api-secret-token': 'a-secret_1' }
    await channel.webhook?.(new Request('http://127.0.0.1/', { method: 'POST', body, headers }))
    expect(received.map(({ content }) => content)).toEqual([{ kind: 'text', text: 'tiến độ' }])
    await vi.waitUntil(() => asked('setWebhook').length === 1, { timeout: 5000 })
  })
})

test('a wrong token stops the start, and is not shown', async () => {
  const channel = create({ token: '1:wrong-token' })
  await expect(channel.start(take)).rejects.toThrow(/^Zalo refuses the token: 401 Unauthorized$/)
})

test('Zalo out of reach holds nothing up; updates come once it is back', async () => {
  fake.script.add({ method: 'getMe', answer: { drop: 'before' }, times: 2 })
  fake.script.add({ method: 'getWebhookInfo', answer: { status: 502, body: '<html>' } })
  const channel = create()
  const received: string[] = []
  await channel.start(async (batch) => void received.push(...batch.map(({ id }) => id)))
  expect(logged()).toEqual(['no updates taken, will try again'])
  fake.write({ text: 'một' })
  await vi.waitUntil(() => received.length === 1, { timeout: 5000 })
  expect(JSON.stringify(lines)).not.toContain(fake.token.split(':')[1])
})

test('a start that was never answered can be stopped', async () => {
  fake.script.add({ method: 'getMe', answer: refuse(403, 'Internal server error'), times: Infinity })
  const channel = create({ retryMs: 60_000 })
  await channel.start(take)
  const before = performance.now()
  await channel.stop()
  expect(performance.now() - before).toBeLessThan(500)
})

test("the bot's names are learned, so that a mention by any of them is left out", async () => {
  const received: Incoming[] = []
  await create({ botName: 'Bot Tên Cũ' }).start(async (batch) => void received.push(...batch))
  for (const name of ['Bot Tên Cũ', fake.bot.display_name, fake.bot.account_name])
    fake.deliver({
      event_name: 'message.text.received',
      message: { message_id: name, from: { id: '5' }, chat: { id: 'zgr-1' }, text: `@${name} tiến độ` },
    })
  await vi.waitUntil(() => received.length === 3, { timeout: 5000 })
  expect(received.map(({ content }) => content)).toEqual(received.map(() => ({ kind: 'text', text: 'tiến độ' })))
})

test('after each 429 the next send is to wait longer, up to a quarter of an hour, until one is sent', async () => {
  const channel = create()
  const waits: unknown[] = []
  fake.script.add({ method: 'sendMessage', answer: refuse(429, 'Quota exceeded'), times: 9 })
  for (let sends = 0; sends < 11; sends += 1) {
    const outcome = await channel.send('5', { command: 'status', text: 'a' })
    waits.push('afterMs' in outcome ? outcome.afterMs : outcome.kind)
    if (sends === 9) fake.script.add({ method: 'sendMessage', answer: refuse(429, 'Quota exceeded') })
  }
  expect(waits).toEqual([5000, 10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 640_000, 900_000, 'sent', 5000])
})

test('a name that cannot be found: nothing has left, so the send is to be retried', async () => {
  const outcome = await create({ apiRoot: 'https://zalo.invalid' }).send('5', { command: 'status', text: 'a' })
  expect(outcome).toEqual({
    kind: 'retry',
    reason: expect.stringMatching(/^no connection: (ENOTFOUND|EAI_AGAIN)$/) as string,
  })
})
