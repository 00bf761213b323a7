import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTelegramChannel, type TelegramOptions } from '../../../src/channels/telegram/channel.ts'
import type { Channel } from '../../../src/messages/channel.ts'
import { refuse } from '../../fakes/telegram/answers.ts'
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram/server.ts'
import { keepLog, type LogLine } from '../guard.ts'

let fake: FakeTelegram
let lines: LogLine[]
let started: Channel[] = []

beforeEach(async () => {
  fake = await startFakeTelegram()
})
afterEach(async () => {
  await Promise.all(started.map((channel) => channel.stop()))
  started = []
  await fake.close()
})

function create(options: Partial<TelegramOptions> = {}): Channel {
  const kept = keepLog()
  lines = kept.lines
  const { token, apiRoot } = fake
  const channel = createTelegramChannel({ token, apiRoot, log: kept.log, pollSeconds: 1, retryMs: 5, ...options })
  started.push(channel)
  return channel
}

const take = async () => undefined
const asked = (method: string) => fake.requests.filter((request) => request.method === method)
const logged = () => lines.map(({ message }) => message)
const HOOK = { publicUrl: 'https://bot.example.vn/', webhookSecret: 'a-secret_1' }

describe('a webhook', () => {
  test('is registered with its secret and the kinds of update that are read', async () => {
    await create(HOOK).start(take)
    expect(asked('setWebhook').map(({ payload }) => payload)).toEqual([
      {
        url: 'https://bot.example.vn/webhooks/telegram',
        secret_token: 'a-secret_1',
        allowed_updates: ['message', 'callback_query', 'my_chat_member'],
      },
    ])
    expect(asked('getUpdates')).toEqual([])
  })

  test.each([undefined, '', 'has space', 'dấu', 'x'.repeat(257)])('cannot be with the secret %j', (webhookSecret) => {
    expect(() => create({ ...HOOK, webhookSecret })).toThrow(/secret/)
  })

  test('that Telegram had trouble with is told in the log', async () => {
    const last_error_message = `Wrong response from ${fake.token}`
    fake.script.add({
      method: 'getWebhookInfo',
      answer: { status: 200, body: { ok: true, result: { url: 'https://x', last_error_message } } },
    })
    await create(HOOK).start(take)
    expect(lines[0]?.details).toEqual({ channel: 'telegram', error: 'Wrong response from [secret]' })
  })

  test('answers 500 before the bot knows itself, and 503 once it has stopped', async () => {
    const channel = create(HOOK)
    const call = () =>
      channel.webhook?.(
        new Request('http://127.0.0.1/', {
          method: 'POST',
          body: '{"update_id":1}',
          headers: { 'x-telegram-bot-api-secret-token': 'a-secret_1' },
        }),
      )
    expect((await call())?.status).toBe(500)
    await channel.start(take)
    expect((await call())?.status).toBe(200)
    await channel.stop()
    expect((await call())?.status).toBe(503)
  })

  test('of an earlier run is removed before polling, without loss of updates', async () => {
    fake.hook.set('https://old.example.vn/', '')
    await create().start(take)
    expect(asked('deleteWebhook').map(({ payload }) => payload)).toEqual([{}])
    expect(logged()).toContain('removed a webhook, to poll')
    await vi.waitUntil(() => asked('getUpdates').length > 0)
  })

  test('that is not there is not removed', async () => {
    await create().start(take)
    expect(asked('deleteWebhook')).toEqual([])
  })
})

test('polling asks for the kinds of update that are read', async () => {
  await create().start(take)
  await vi.waitUntil(() => asked('getUpdates').length > 0)
  expect(asked('getUpdates')[0]?.payload).toEqual({
    offset: 0,
    limit: 100,
    timeout: 1,
    allowed_updates: ['message', 'callback_query', 'my_chat_member'],
  })
})

test('a wrong token stops the start, and is not shown', async () => {
  const channel = create({ token: '1:wrong-token' })
  await expect(channel.start(take)).rejects.toThrow(/^Telegram refuses the token: .*401: Unauthorized/)
  await expect(channel.start(take)).rejects.not.toThrow(/wrong-token/)
})

test('Telegram out of reach holds nothing up; updates come and the menu is filled once it is back', async () => {
  for (const method of ['getMe', 'getWebhookInfo']) fake.script.add({ method, answer: { drop: 'before' }, times: 2 })
  const channel = create()
  const received: string[] = []
  await channel.start(async (batch) => void received.push(...batch.map(({ id }) => id)))
  await channel.publishMenu?.([{ command: 'tiendo', description: 'Đạt bao nhiêu tiêu chí' }])
  expect(logged()).toEqual(['Telegram not reached, will try again'])
  expect(fake.state.commands).toEqual([])
  fake.push({ my_chat_member: {}, message: undefined })
  fake.push({
    message: {
      message_id: 1,
      date: 0,
      chat: { id: 5, type: 'private' },
      from: { id: 5, is_bot: false, first_name: 'Mẫu' },
      text: 'a',
    },
  })
  await vi.waitUntil(() => received.length > 0, { timeout: 5000 })
  expect(fake.state.commands).toEqual([{ command: 'tiendo', description: 'Đạt bao nhiêu tiêu chí' }])
  expect(JSON.stringify(lines)).not.toContain(fake.token.split(':')[1])
})

test('a start that was never answered can be stopped', async () => {
  fake.script.add({ method: 'getMe', answer: refuse(500, 'Internal Server Error'), times: Infinity })
  const channel = create({ retryMs: 60_000 })
  await channel.start(take)
  const before = performance.now()
  await channel.stop()
  expect(performance.now() - before).toBeLessThan(500)
})

test('the menu of commands is filled; a refusal is only logged', async () => {
  const channel = create()
  await channel.start(take)
  await channel.publishMenu?.([{ command: 'tiendo', description: 'Đạt bao nhiêu tiêu chí' }])
  expect(fake.state.commands).toEqual([{ command: 'tiendo', description: 'Đạt bao nhiêu tiêu chí' }])
  fake.script.add({ method: 'setMyCommands', answer: refuse(400, 'Bad Request: BOT_COMMAND_INVALID') })
  await channel.publishMenu?.([{ command: 'TiếnĐộ', description: '' }])
  expect(lines.at(-1)).toMatchObject({ level: 'warn', message: 'menu of commands not filled' })
})

describe('a network that blocks Telegram', () => {
  let blocked: Server
  let mode: 'silent' | 'reset'

  beforeEach(async () => {
    blocked = createServer((socket) => {
      socket.on('error', () => undefined)
      if (mode === 'reset') socket.resetAndDestroy()
    })
    await new Promise<void>((resolve) => {
      blocked.listen(0, '127.0.0.1', resolve)
    })
  })
  afterEach(() => blocked.close())

  test.each([
    ['silent' as const, 'no connection: ETIMEDOUT'],
    ['reset' as const, 'no connection: ECONNRESET'],
  ])('%s, before TLS stands: nothing has left, so the send is to be retried', async (how, reason) => {
    mode = how
    const channel = create({
      apiRoot: `https://127.0.0.1:${(blocked.address() as AddressInfo).port}`,
      timeoutMs: { text: 2000, upload: 2000, connect: 100 },
    })
    expect(await channel.send('5', { command: 'status', text: 'a' })).toEqual({ kind: 'retry', reason })
  })

  test('a name that cannot be found: nothing has left', async () => {
    const channel = create({ apiRoot: 'https://telegram.invalid' })
    const outcome = await channel.send('5', { command: 'status', text: 'a' })
    expect(outcome).toEqual({
      kind: 'retry',
      reason: expect.stringMatching(/^no connection: (ENOTFOUND|EAI_AGAIN)$/) as string,
    })
  })
})
