import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refuse } from './answers.ts'
import { createLimiter, TELEGRAM_LIMITS } from './limits.ts'
import { type FakeTelegram, startFakeTelegram } from './server.ts'

/** The fake is only worth what it refuses: these are Telegram's own rules. */
let fake: FakeTelegram
beforeEach(async () => {
  fake = await startFakeTelegram()
})
afterEach(() => fake.close())

interface Body {
  ok: boolean
  result?: unknown
  error_code?: number
  description?: string
}

async function call(method: string, payload: object = {}, token = fake.token): Promise<Body> {
  const response = await fetch(`${fake.apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  })
  return (await response.json()) as Body
}

const ids = ({ result }: Body) => (result as { update_id: number }[]).map(({ update_id }) => update_id)

const keyboard = (callback_data: string) => ({ inline_keyboard: [[{ text: 'Có', callback_data }]] })

/** Sends at these times, and for each the seconds that are to be waited, where it is refused. */
function run(sends: [atMs: number, chat: string][]): (number | undefined)[] {
  let now = 0
  const limit = createLimiter(TELEGRAM_LIMITS, () => now)
  return sends.map(([at, chat]) => {
    now = at
    try {
      limit(chat)
      return undefined
    } catch (error) {
      return (error as { refusal: { parameters: { retry_after: number } } }).refusal.parameters.retry_after
    }
  })
}

test('a wrong token is unauthorized; an unknown method is not found', async () => {
  expect(await call('getMe', {}, '1:x')).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
  expect(await call('getMeNot')).toMatchObject({ ok: false, error_code: 404 })
  expect(await call('getMe')).toMatchObject({ ok: true, result: { username: 'ntm_thu_bot' } })
})

describe('getUpdates', () => {
  test('gives the same updates until a higher offset acknowledges them', async () => {
    for (const message of [{}, {}, {}]) fake.push({ message })
    expect(ids(await call('getUpdates'))).toEqual([1001, 1002, 1003])
    expect(ids(await call('getUpdates', { offset: 1001, limit: 2 }))).toEqual([1001, 1002])
    expect(ids(await call('getUpdates', { offset: 1003 }))).toEqual([1003])
    expect(ids(await call('getUpdates', { offset: 1004 }))).toEqual([])
    expect(ids(await call('getUpdates'))).toEqual([])
  })

  test('is held open until an update comes', async () => {
    const held = call('getUpdates', { timeout: 5 })
    await fake.nextPoll()
    fake.push({ message: {} })
    expect(ids(await held)).toEqual([1001])
  })

  test('by a second program ends the first', async () => {
    const first = call('getUpdates', { timeout: 5 })
    await fake.nextPoll()
    const second = call('getUpdates', { timeout: 1 })
    expect(await first).toMatchObject({ error_code: 409 })
    expect(ids(await second)).toEqual([])
  })

  test('is refused while a webhook is set', async () => {
    await call('setWebhook', { url: 'http://127.0.0.1:9/' })
    expect(await call('getUpdates')).toMatchObject({ error_code: 409 })
    await call('deleteWebhook')
    expect(await call('getUpdates')).toMatchObject({ ok: true })
  })
})

describe('sendMessage', () => {
  test.each([
    ['an empty text', { text: ' ' }, 'message text is empty'],
    ['4,097 characters', { text: 'a'.repeat(4097) }, 'message is too long'],
    ['an open tag', { text: '<b>a', parse_mode: 'HTML' }, "can't parse entities"],
    ['a bare &', { text: 'a & b', parse_mode: 'HTML' }, "can't parse entities"],
    ['65 bytes behind a button', { text: 'a', reply_markup: keyboard('ấ'.repeat(22)) }, 'BUTTON_DATA_INVALID'],
  ])('refuses %s', async (_, payload, description) => {
    const refused = await call('sendMessage', { chat_id: '5', ...payload })
    expect(refused).toMatchObject({
      ok: false,
      error_code: 400,
      description: expect.stringContaining(description) as string,
    })
    expect(fake.chats.texts('5')).toEqual([])
  })

  test('counts the characters that are seen, not those of the HTML', async () => {
    const text = `<b>&lt;</b>${'a'.repeat(4095)}`
    expect(await call('sendMessage', { chat_id: '5', text, parse_mode: 'HTML' })).toMatchObject({ ok: true })
  })
})

test('editMessageText knows its messages, and says when nothing changes', async () => {
  await call('sendMessage', { chat_id: '5', text: 'a' })
  expect(await call('editMessageText', { chat_id: '5', message_id: 2, text: 'b' })).toMatchObject({ error_code: 400 })
  expect(await call('editMessageText', { chat_id: '5', message_id: 1, text: 'a' })).toMatchObject({
    description: expect.stringContaining('message is not modified') as string,
  })
  expect(await call('editMessageText', { chat_id: '5', message_id: 1, text: 'b' })).toMatchObject({ ok: true })
  expect(fake.chats.texts('5')).toEqual(['b'])
})

test('a file is found by its id and fetched with the token', async () => {
  fake.addFile('photo-1', Buffer.from('bytes'))
  const { result } = await call('getFile', { file_id: 'photo-1' })
  const path = (result as { file_path: string }).file_path
  expect(await (await fetch(`${fake.apiRoot}/file/bot${fake.token}/${path}`)).text()).toBe('bytes')
  expect((await fetch(`${fake.apiRoot}/file/bot1:x/${path}`)).status).toBe(401)
  expect(await call('getFile', { file_id: 'no' })).toMatchObject({ error_code: 400 })
})

test('a script answers the requests it is for, as often and as late as it says', async () => {
  fake.script.add({ chat: '6', after: 1, times: 2, answer: refuse(403, 'Forbidden') })
  const oks: boolean[] = []
  for (const chat_id of ['6', '5', '6', '5', '6', '6']) oks.push((await call('sendMessage', { chat_id, text: 'a' })).ok)
  expect(oks).toEqual([true, true, false, true, false, true])
  expect(fake.script.unused()).toEqual([])
  fake.script.add({ answer: { drop: 'after' } })
  expect(fake.script.unused()).toEqual([{ drop: 'after' }])
})

test('a dropped connection takes effect or not, as the script says', async () => {
  for (const drop of ['before', 'after'] as const) fake.script.add({ method: 'sendMessage', answer: { drop } })
  await expect(call('sendMessage', { chat_id: '5', text: 'trước' })).rejects.toThrow('fetch failed')
  await expect(call('sendMessage', { chat_id: '5', text: 'sau' })).rejects.toThrow('fetch failed')
  expect(fake.chats.texts('5')).toEqual(['sau'])
})

describe("Telegram's limits", () => {
  test('one message a second to a chat', () => {
    expect(
      run([
        [0, '5'],
        [0, '6'],
        [500, '5'],
        [1000, '5'],
      ]),
    ).toEqual([undefined, undefined, 1, undefined])
  })

  test('thirty a second in all', () => {
    const sends = Array.from({ length: 31 }, (_, chat): [number, string] => [0, String(chat)])
    expect(run(sends)).toEqual([...Array.from({ length: 30 }), 1])
  })

  test('twenty a minute to a group', () => {
    const sends = Array.from({ length: 21 }, (_, index): [number, string] => [index * 1000, '-100'])
    expect(run(sends)).toEqual([...Array.from({ length: 20 }), 40])
  })

  test('are kept by a server that is told to', async () => {
    const limited = await startFakeTelegram({ limits: TELEGRAM_LIMITS })
    const send = () =>
      fetch(`${limited.apiRoot}/bot${limited.token}/sendMessage`, { method: 'POST', body: '{"chat_id":5,"text":"a"}' })
    expect([(await send()).status, (await send()).status]).toEqual([200, 429])
    await limited.close()
  })
})
