import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refuse } from './answers.ts'
import { MAU } from './people.ts'
import { type FakeZalo, startFakeZalo } from './server.ts'
import type { Switches } from './switches.ts'

/** A fake that does not behave as Zalo would prove nothing: each behaviour and each switch, over plain HTTP. */

let fake: FakeZalo
let receiver: Server
let received: { headers: NodeJS.Dict<string | string[]>; body: unknown }[]
/** What the receiver answers next; 200 when nothing is said. */
let statuses: number[]

beforeEach(async () => {
  fake = await startFakeZalo()
  received = []
  statuses = []
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
    request.on('end', () => {
      if (body) received.push({ headers: request.headers, body: JSON.parse(body) })
      response.writeHead(statuses.shift() ?? 200, { 'content-type': 'image/png' }).end('{"message":"Success"}')
    })
  })
  await new Promise<void>((resolve) => {
    receiver.listen(0, '127.0.0.1', resolve)
  })
})
afterEach(async () => {
  await fake.close()
  receiver.closeAllConnections()
  receiver.close()
})

const receiverUrl = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`

async function call(method: string, body?: object, token = fake.token) {
  const response = await fetch(`${fake.apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : text) as Record<string, unknown> }
}

const refusal = (error_code: number, description: unknown = expect.any(String)) => ({
  status: error_code,
  body: { ok: false, error_code, description },
})
const receipt = {
  status: 200,
  body: {
    ok: true,
    error_code: 0,
    result: { message_id: expect.stringMatching(/^[0-9a-f]{20}$/) as string, date: expect.any(Number) as number },
  },
}
const setHook = async () => call('setWebhook', { url: receiverUrl(), secret_token: 'secret-1234' })

test('a wrong token, an unknown method, and one in other letters are refused', async () => {
  expect(await call('getMe', {}, '1:wrong')).toEqual(refusal(401, 'Unauthorized'))
  expect(await call('getChat', {})).toEqual(refusal(404, 'Not Found'))
  expect(await call('getme', {})).toEqual(refusal(404, 'Not Found'))
})

test('getMe tells the account, and carries error_code 0 as every success does', async () => {
  expect((await call('getMe')).body).toMatchObject({
    ok: true,
    error_code: 0,
    result: { account_name: fake.bot.account_name, account_type: 'BASIC', can_join_groups: true },
  })
})

test('parameters come by query, form, upload and JSON, by GET and POST', async () => {
  const url = `${fake.apiRoot}/bot${fake.token}/sendMessage`
  const fields = { chat_id: '5', text: 'tiến độ' }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const query = String(new URLSearchParams(fields))
  for (const request of [
    new Request(`${url}?${query}`),
    new Request(`${url}?${query}`, { method: 'POST' }),
    new Request(url, { method: 'POST', body: new URLSearchParams(fields) }),
    new Request(url, { method: 'POST', body: form }),
  ])
    expect((await fetch(request)).status).toBe(200)
  expect(fake.chats.texts('5')).toEqual(Array(4).fill('tiến độ'))
  expect((await fetch(url, { method: 'POST', body: '{' })).status).toBe(400)
})

describe('getUpdates', () => {
  test.each([0.05, '0.05'])('waits as long as the timeout %j says, then answers 408', async (timeout) => {
    const started = performance.now()
    expect(await call('getUpdates', { timeout })).toEqual(refusal(408, 'Request timeout'))
    expect(performance.now() - started).toBeGreaterThan(45)
  })

  test('gives one update, once, with a message id of 20 digits and a date in milliseconds', async () => {
    fake.write({ text: 'một' })
    fake.write({ text: 'hai' })
    const { body } = await call('getUpdates', { timeout: 1 })
    expect(body.result).toMatchObject({
      event_name: 'message.text.received',
      message: { text: 'một', message_id: expect.stringMatching(/^[0-9a-f]{20}$/) as string },
    })
    expect((body.result as { message: { date: number } }).message.date).toBeGreaterThan(1e12)
    expect((await call('getUpdates', { timeout: 1 })).body.result).toMatchObject({ message: { text: 'hai' } })
    expect((await call('getUpdates', { timeout: 0.01 })).status).toBe(408)
  })

  test('gives an update to a poll that waits for it', async () => {
    const polled = call('getUpdates', { timeout: 5 })
    await vi.waitUntil(() => fake.updates.held === 1)
    fake.write({ text: 'một' })
    expect((await polled).body.result).toMatchObject({ message: { text: 'một' } })
  })

  test('two pollers get one update each', async () => {
    const polled = [call('getUpdates', { timeout: 5 }), call('getUpdates', { timeout: 5 })]
    await vi.waitUntil(() => fake.updates.held === 2)
    for (const text of ['một', 'hai']) fake.write({ text })
    const results = (await Promise.all(polled)).map(({ body }) => body.result as { message: { text: string } })
    expect(results.map(({ message }) => message.text).toSorted()).toEqual(['hai', 'một'])
  })

  test('is refused while a webhook is set; by switch, it is empty', async () => {
    await setHook()
    expect(await call('getUpdates', { timeout: 1 })).toEqual(refusal(400, expect.stringContaining('webhook')))
    fake.switches.pollWithWebhook = 'empty'
    expect(await call('getUpdates', { timeout: 1 })).toEqual(refusal(408))
  })

  test('by switch, what comes while nobody polls is lost', async () => {
    fake.switches.losesUnpolled = true
    fake.write({ text: 'một' })
    expect((await call('getUpdates', { timeout: 0.01 })).status).toBe(408)
  })

  test('by switch, the last update comes again and again, at once', async () => {
    fake.switches.repeatsLast = true
    fake.write({ text: 'một' })
    const texts: unknown[] = []
    for (let polls = 0; polls < 3; polls += 1) texts.push((await call('getUpdates', { timeout: 30 })).body.result)
    expect(new Set(texts.map((text) => JSON.stringify(text))).size).toBe(1)
  })
})

describe('webhooks', () => {
  test('none is set: getWebhookInfo says 404, deleteWebhook 400', async () => {
    expect(await call('getWebhookInfo', {})).toEqual(refusal(404, 'Not Found'))
    expect(await call('deleteWebhook', {})).toEqual(refusal(400))
    expect(await call('testWebhook', {})).toEqual(refusal(404))
  })

  test('one is set, told of without its secret, and deleted', async () => {
    const { body } = await setHook()
    expect(body.result).toMatchObject({ url: receiverUrl(), updated_at: expect.any(Number) as number })
    const info = await call('getWebhookInfo', {})
    expect(Object.keys(info.body.result as object)).toEqual(['url', 'updated_at'])
    expect((await call('deleteWebhook', {})).body.result).toMatchObject({ url: '' })
    expect((await call('getWebhookInfo', {})).status).toBe(404)
  })

  test('setting one calls it at once with a test that nobody wrote, and tells what came of it', async () => {
    expect((await setHook()).body.result).toMatchObject({
      verification: { ok: true, outcome: 'webhook.ok', status_code: 200, hint: '' },
    })
    expect(received).toMatchObject([
      {
        headers: { 'x-bot-api-secret-token': 'secret-1234', 'content-type': 'application/json' },
        body: { event_name: 'webhook.test', message: { message_id: 'webhook-test', date: 1_787_124_248 } },
      },
    ])
    expect(received[0]?.body).not.toHaveProperty('message.from')
  })

  test('one that does not answer well is kept all the same; by switch, nothing is said of it', async () => {
    statuses = [500]
    expect((await setHook()).body.result).toMatchObject({
      verification: { ok: false, status_code: 500, hint: expect.stringMatching(/./) as string },
    })
    expect((await call('getWebhookInfo', {})).body.result).toMatchObject({ url: receiverUrl() })
    fake.switches.verifies = false
    expect((await setHook()).body.result).not.toHaveProperty('verification')
  })

  test.each([
    ['http://ntm.example.vn/', 'secret-1234'],
    ['https://localhost/', 'secret-1234'],
    ['https://127.0.0.1/', 'secret-1234'],
    ['https://192.168.1.5/', 'secret-1234'],
    ['https://10.1.2.3/', 'secret-1234'],
    ['ntm.example.vn', 'secret-1234'],
    ['https://ntm.example.vn/', 'short-7'],
    ['https://ntm.example.vn/', 'x'.repeat(257)],
    ['https://ntm.example.vn/', undefined],
  ])('%s with the secret %s cannot be set', async (url, secret_token) => {
    Object.assign(fake.switches, { localWebhooks: false, verifies: false } satisfies Partial<Switches>)
    expect(await call('setWebhook', { url, secret_token })).toEqual(refusal(400))
    expect((await call('setWebhook', { url: 'https://ntm.example.vn/', secret_token: 'x'.repeat(256) })).status).toBe(
      200,
    )
  })

  test.each(['flat', 'wrapped'] as const)('an update is posted, %s', async (webhookBody) => {
    await setHook()
    fake.switches.webhookBody = webhookBody
    fake.write({ text: 'một' })
    await vi.waitUntil(() => received.length === 2)
    const update = { event_name: 'message.text.received', message: { text: 'một' } }
    expect(received[1]?.body).toMatchObject(webhookBody === 'flat' ? update : { ok: true, result: update })
    expect(received[1]?.headers['x-bot-api-secret-token']).toBe('secret-1234')
  })

  test.each([
    [true, 2],
    [false, 1],
  ])('one that was not taken comes again: %j', async (redelivers, times) => {
    await setHook()
    fake.switches.redelivers = redelivers
    statuses = [500]
    fake.write({ text: 'một' })
    await vi.waitUntil(() => fake.webhook.hook.size === 0)
    expect(received.length - 1).toBe(times)
  })

  test('testWebhook answers so many times a day', async () => {
    fake.switches.webhookTests = 1
    await setHook()
    expect((await call('testWebhook', {})).body.result).toMatchObject({
      ok: true,
      outcome: 'webhook.ok',
      latency_ms: expect.any(Number) as number,
    })
    expect(await call('testWebhook', {})).toEqual({
      status: 426,
      body: { ok: false, errorCode: 426, description: expect.any(String) as string },
    })
  })
})

describe('sends', () => {
  test.each([
    ['sendMessage', { text: 'a' }],
    ['sendMessage', { text: 'ấ'.repeat(2000) }],
    ['sendMessage', { text: '**a**', parse_mode: 'markdown', text_styles: 'ignored' }],
    ['sendMessage', { text: 'abc', text_styles: [{ start: 0, len: 3, st: ['b', 'c_db342e'] }] }],
    ['sendPhoto', { photo: 'https://ntm.example.vn/a.png' }],
    ['sendPhoto', { photo: 'https://ntm.example.vn/a.png', caption: 'ấ'.repeat(2000) }],
    ['sendSticker', { sticker: '0e078a2fb66a5f34067b' }],
    ['sendVoice', { voice_url: 'https://ntm.example.vn/a.aac' }],
  ])('%s %j is taken', async (method, parameters) => {
    expect(await call(method, { chat_id: '5', ...parameters })).toEqual(receipt)
    expect(fake.chats.shown).toHaveLength(1)
  })

  test.each([
    ['sendMessage', { text: '' }],
    ['sendMessage', {}],
    ['sendMessage', { text: 'ấ'.repeat(2001) }],
    ['sendMessage', { text: 'a', chat_id: '' }],
    ['sendMessage', { text: 'a', chat_id: 5 }],
    ['sendMessage', { text: 'a', parse_mode: 'MarkdownV2' }],
    ['sendMessage', { text: 'abc', text_styles: [{ start: 0, len: 4, st: ['b'] }] }],
    ['sendMessage', { text: 'abc', text_styles: [{ start: 0, len: 0, st: ['b'] }] }],
    ['sendMessage', { text: 'abc', text_styles: [{ start: 0, len: 1, st: ['bold'] }] }],
    ['sendMessage', { text: 'abc', text_styles: 'b' }],
    ['sendPhoto', {}],
    ['sendPhoto', { photo: 'a.png' }],
    ['sendPhoto', { photo: 'https://ntm.example.vn/a.png', caption: '' }],
    ['sendPhoto', { photo: 'https://ntm.example.vn/a.png', caption: 'ấ'.repeat(2001) }],
    ['sendSticker', {}],
    ['sendVoice', { voice_url: 'https://ntm.example.vn/a.mp3' }],
    ['sendChatAction', { action: 'upload_photo' }],
  ])('%s %j is refused', async (method, parameters) => {
    expect(await call(method, { chat_id: '5', ...parameters })).toEqual(refusal(400))
    expect(fake.chats.shown).toEqual([])
  })

  test('sendChatAction answers without a result', async () => {
    const { body } = await call('sendChatAction', { chat_id: '5', action: 'typing' })
    expect(body).toEqual({ ok: true, error_code: 0 })
  })

  test('a voice for a group is answered as if it were sent, and never heard', async () => {
    const voice = { voice_url: 'https://ntm.example.vn/a.aac' }
    expect(await call('sendVoice', { chat_id: 'zgr-1', ...voice })).toEqual(receipt)
    expect(fake.chats.shown).toEqual([])
  })

  test('by switch, a picture is fetched so many times; what Zalo got is kept', async () => {
    fake.switches.photoFetches = 2
    await call('sendPhoto', { chat_id: '5', photo: receiverUrl() })
    statuses = [404, 404]
    await call('sendPhoto', { chat_id: '5', photo: receiverUrl() })
    expect(fake.chats.shown.map(({ fetched }) => fetched)).toEqual([
      ['image/png', 'image/png'],
      [404, 404],
    ])
  })

  test('after so many messages of the month the next is refused', async () => {
    fake.switches.monthlyMessages = 2
    const message = { chat_id: '5', text: 'a' }
    expect(await call('sendMessage', message)).toEqual(receipt)
    expect(await call('sendMessage', message)).toEqual(receipt)
    expect(await call('sendMessage', message)).toEqual(refusal(429, 'Quota exceeded'))
    expect(await call('sendChatAction', { chat_id: '5', action: 'typing' })).toMatchObject({ status: 200 })
    expect(fake.chats.shown).toHaveLength(2)
  })
})

describe('what can go wrong', () => {
  const message = { chat_id: '5', text: 'a' }

  test('by switch, a refusal comes as HTTP 200', async () => {
    fake.switches.refusalStatus = 200
    expect(await call('getWebhookInfo', {})).toEqual({
      status: 200,
      body: { ok: false, error_code: 404, description: 'Not Found' },
    })
  })

  test('429 after so many sends, once', async () => {
    fake.script.add({ method: 'sendMessage', answer: refuse(429, 'Quota exceeded'), after: 2 })
    const answered: number[] = []
    for (let sends = 0; sends < 4; sends += 1) answered.push((await call('sendMessage', message)).status)
    expect(answered).toEqual([200, 200, 429, 200])
  })

  test.each([
    ['a server error, which Zalo calls 403', refuse(403, 'Internal server error'), 403],
    ["a gateway's page", { status: 502, body: '<html>502 Bad Gateway</html>' }, 502],
  ])('%s', async (_, answer, status) => {
    fake.script.add({ answer })
    expect((await call('sendMessage', message)).status).toBe(status)
    expect(fake.chats.shown).toEqual([])
  })

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('a connection dropped %s the message was taken', async (drop, shown) => {
    fake.script.add({ answer: { drop } })
    await expect(call('sendMessage', message)).rejects.toThrow('fetch failed')
    expect(fake.chats.shown).toHaveLength(shown)
  })
})

async function next() {
  const { body } = await call('getUpdates', { timeout: 0.01 })
  return body.result as { event_name: string; message?: Record<string, unknown> } | undefined
}

describe('what people write', () => {
  const GROUP = 'zgr-f8a7101d77709e2ec761'

  test('in a group only a mention and a reply reach the bot; the mention stays in the text', async () => {
    fake.write({ group: GROUP, text: 'họp nhé' })
    fake.write({ group: GROUP, text: 'Bot NTM xã Mẫu tiến độ' })
    fake.write({ group: GROUP, photo: 'https://photo.example.zdn.vn/1.jpg', text: 'đường' })
    expect(await next()).toBeUndefined()
    fake.write({ group: GROUP, text: '@Bot NTM xã Mẫu tiến độ' })
    expect((await next())?.message).toMatchObject({
      text: '@Bot NTM xã Mẫu tiến độ',
      chat: { chat_type: 'GROUP', id: GROUP },
    })
    fake.write({ group: GROUP, text: '2', reply: true })
    expect((await next())?.message).toMatchObject({ text: '2' })
    fake.write({ group: GROUP, photo: 'https://photo.example.zdn.vn/1.jpg', text: '@Bot NTM xã Mẫu ảnh' })
    expect((await next())?.message).toMatchObject({ caption: '@Bot NTM xã Mẫu ảnh' })
  })

  test('in private the chat has the id of the person', async () => {
    fake.write({ text: 'a' })
    fake.write({ text: 'a', from: { id: '0a1b', display_name: 'Trần Thị Ví Dụ' } })
    expect((await next())?.message).toMatchObject({ chat: { chat_type: 'PRIVATE', id: MAU.id } })
    expect((await next())?.message).toMatchObject({ chat: { chat_type: 'PRIVATE', id: '0a1b' } })
  })

  test.each(['photo', 'photo_url'] as const)('a picture stands in %s', async (photoField) => {
    fake.switches.photoField = photoField
    fake.write({ photo: 'https://photo.example.zdn.vn/1.jpg' })
    const update = await next()
    expect(update).toMatchObject({
      event_name: 'message.image.received',
      message: { [photoField]: 'https://photo.example.zdn.vn/1.jpg', caption: '' },
    })
    expect(update?.message).not.toHaveProperty(photoField === 'photo' ? 'photo_url' : 'photo')
  })

  test('stickers, voices, and what Zalo does not hand on', async () => {
    fake.write({ sticker: '0e07' })
    fake.write({ voice: 'https://voice.example.zdn.vn/1.aac' })
    fake.write({ unsupported: true })
    fake.write({ unsupported: 'bare' })
    expect(await next()).toMatchObject({ event_name: 'message.sticker.received', message: { sticker: '0e07' } })
    expect(await next()).toMatchObject({
      event_name: 'message.voice.received',
      message: { voice_url: 'https://voice.example.zdn.vn/1.aac' },
    })
    expect(Object.keys((await next())?.message ?? {}).toSorted()).toEqual(['chat', 'date', 'from', 'message_id'])
    expect(await next()).toEqual({ event_name: 'message.unsupported.received' })
  })
})
