import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createTelegramChannel } from '../../src/channels/telegram/channel.ts'
import { startServer } from '../../src/server/server.ts'
import { freePort } from '../channels/zalo/program.ts'
import { startFakeTelegram } from '../fakes/telegram/server.ts'
import { silentLog } from '../silent-log.ts'

const SECRET = 'secret_of-the-tests'
const HEADER = 'x-telegram-bot-api-secret-token'

/** The server with Telegram's webhook, and what it was given. */
async function serve(limits: { mostConnections?: number } = {}) {
  const port = await freePort()
  const fake = await startFakeTelegram()
  const publicUrl = `http://127.0.0.1:${port}`
  const channel = createTelegramChannel({
    token: fake.token,
    apiRoot: fake.apiRoot,
    publicUrl,
    webhookSecret: SECRET,
    log: silentLog,
  })
  const timeLimitsMs = { head: 400, whole: 600, lookEvery: 50 }
  const server = await startServer({ port, channels: [channel], timeLimitsMs, log: silentLog, ...limits })
  const received: unknown[] = []
  await channel.start(async (updates) => void received.push(...updates))
  onTestFinished(async () => {
    await channel.stop()
    await server.close()
    await fake.close()
  })
  const call = async (body: string, secret = SECRET) =>
    (await fetch(`${publicUrl}/webhooks/telegram`, { method: 'POST', body, headers: { [HEADER]: secret } })).status
  return { port, call, received }
}

function update(id: number): string {
  const from = { id: 5, is_bot: false, first_name: 'Mẫu' }
  return JSON.stringify({
    update_id: id,
    message: { message_id: id, date: 1_795_400_000, chat: { id: 5, type: 'private' }, from, text: 'x' },
  })
}

/** Sends what is given, and gathers what comes back until the connection is closed. */
async function speak(port: number, pieces: string[], pauseMs: number): Promise<{ answer: string; ms: number }> {
  const start = performance.now()
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')))
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  for (const piece of pieces) {
    if (socket.destroyed) break
    socket.write(piece)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  await closed
  return { answer, ms: performance.now() - start }
}

test('a body of a megabyte is refused, whether its length is said or not, and the next call is served', async () => {
  const { port, call, received } = await serve()
  expect(await call(`{"x":"${'a'.repeat(1_000_000)}"}`)).toBe(413)
  const head = `POST /webhooks/telegram HTTP/1.1\r\nHost: x\r\n${HEADER}: ${SECRET}\r\nConnection: close\r\n`
  const chunk = `${(100_000).toString(16)}\r\n${'a'.repeat(100_000)}\r\n`
  const { answer } = await speak(port, [`${head}Transfer-Encoding: chunked\r\n\r\n`, ...Array(11).fill(chunk)], 1)
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  expect(await call(update(1))).toBe(200)
  expect(received).toHaveLength(1)
})

test('a body of just under a megabyte is read', async () => {
  const { call } = await serve()
  expect(await call(`${update(1).slice(0, -1)},"x":"${'a'.repeat(999_000)}"}`)).toBe(200)
})

test('without the secret, a large body is not even read', async () => {
  const { call, received } = await serve()
  expect(await call('a'.repeat(1_000_000), 'wrong')).toBe(401)
  expect(received).toEqual([])
})

test.each([
  ['a head that comes in drops', ['POST /webhooks/telegram HTTP/1.1\r\n', ...Array(40).fill('X-A: b\r\n')]],
  [
    'a body that comes in drops',
    [
      `POST /webhooks/telegram HTTP/1.1\r\nHost: x\r\n${HEADER}: ${SECRET}\r\nContent-Length: 1000\r\n\r\n`,
      ...Array(40).fill(' '),
    ],
  ],
])('%s is cut off, and others are served meanwhile', async (_, pieces) => {
  const { port, call, received } = await serve()
  const slow = speak(port, pieces, 100)
  expect(await call(update(1))).toBe(200)
  const { answer, ms } = await slow
  expect(ms).toBeLessThan(3000)
  expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/)
  expect(received).toHaveLength(1)
})

test('more connections than may be open at once are turned away, and when the slow ones are cut off others are served', async () => {
  const { port, call } = await serve({ mostConnections: 5 })
  const slow = Array.from({ length: 8 }, () =>
    speak(port, ['GET /healthz HTTP/1.1\r\n', ...Array(40).fill('X-A: b\r\n')], 100),
  )
  const ends = await Promise.all(slow)
  // Those beyond the fifth are closed at once, without an answer; the five when their time is up.
  expect(ends.filter(({ answer }) => answer === '').length).toBeGreaterThanOrEqual(3)
  expect(await call(update(1))).toBe(200)
})

test('a head that is too large is refused', async () => {
  const { port } = await serve()
  const { answer } = await speak(port, [`GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`], 1)
  expect(answer).toMatch(/^HTTP\/1\.1 431 /)
})
