import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { Hook } from '../hook.ts'
import { type Answer, Script } from '../script.ts'
import { badRequest, okBody, type Payload, Refused, refusedBody } from './answers.ts'
import { Chats } from './chats.ts'
import { createLimiter, type Limits } from './limits.ts'
import { readMultipart } from './multipart.ts'
import { UpdateQueue } from './updates.ts'

export interface FakeTelegramOptions {
  token?: string
  /** Telegram's limits on sends; none when left out. */
  limits?: Limits
  /** How many times faster than the machine's the clock goes by which the limits are kept; 1 when left out. */
  limitsTimes?: number
  /** Whether requests are kept to be looked at; off for a benchmark. */
  record?: boolean
}

interface RecordedRequest {
  method: string
  payload: Payload
  /** What was laid down to be answered. */
  told?: Answer
}

export const FAKE_BOT = { id: 7_000_000_001, is_bot: true, first_name: 'NTM', username: 'ntm_thu_bot' }
export const FAKE_TOKEN = `${FAKE_BOT.id}:AAFakeTokenOfTheTests_0123456789abcd`

/** Methods that count as sends for Telegram's limits. */
const SENDS = new Set(['sendMessage', 'sendPhoto', 'sendDocument', 'editMessageText'])

export type FakeTelegram = Awaited<ReturnType<typeof startFakeTelegram>>

/** A Bot API server on this machine: the methods that the bot uses, with Telegram's checks and words. */
export async function startFakeTelegram({
  token = FAKE_TOKEN,
  limits,
  limitsTimes = 1,
  record = true,
}: FakeTelegramOptions = {}) {
  const requests: RecordedRequest[] = []
  const script = new Script()
  const updates = new UpdateQueue()
  const hook = new Hook('x-telegram-bot-api-secret-token')
  const chats = new Chats()
  const files = new Map<string, Buffer>()
  const limit = limits && createLimiter(limits, () => performance.now() * limitsTimes)
  const state = { commands: [] as unknown, allowedUpdates: [] as unknown, served: 0, tooMany: 0 }

  const methods: Record<string, (payload: Payload) => unknown> = {
    getMe: () => ({ ...FAKE_BOT, can_join_groups: true, can_read_all_group_messages: false }),
    getWebhookInfo: () => ({ url: hook.url, has_custom_certificate: false, pending_update_count: hook.size }),
    setWebhook: ({ url, secret_token = '', allowed_updates }) => {
      hook.set(String(url), String(secret_token))
      state.allowedUpdates = allowed_updates
      return true
    },
    deleteWebhook: () => {
      hook.set('', '')
      return true
    },
    sendMessage: (payload) => chats.send(payload),
    sendPhoto: (payload) => chats.sendFile(payload),
    sendDocument: (payload) => chats.sendFile(payload),
    editMessageText: (payload) => chats.edit(payload),
    answerCallbackQuery: () => true,
    sendChatAction: () => true,
    setMyCommands: ({ commands }) => {
      state.commands = commands
      return true
    },
    getFile: ({ file_id }) => {
      const bytes = files.get(String(file_id))
      if (!bytes) throw badRequest('wrong file_id or the file is temporarily unavailable')
      return { file_id, file_unique_id: file_id, file_size: bytes.length, file_path: `files/${String(file_id)}` }
    },
  }

  const server = createServer({ noDelay: true }, (request, response) => void serve(request, response))
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const prefix = `/bot${token}/`
  const filePrefix = `/file/bot${token}/files/`

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? ''
    const body = await readBody(request)
    if (body === undefined) return
    if (url.startsWith(filePrefix)) return sendFile(response, files.get(url.slice(filePrefix.length)))
    response.setHeader('content-type', 'application/json')
    if (!url.startsWith(prefix))
      return reply(response, 401, refusedBody({ error_code: 401, description: 'Unauthorized' }))
    const method = url.slice(prefix.length)
    const payload = readPayload(body, request.headers['content-type'] ?? '')
    const answer = script.take(method, String(payload.chat_id ?? ''))
    if (record) requests.push({ method, payload, ...(answer && { told: answer }) })
    if (answer) await answerAsTold(answer, response, method, payload)
    else run(response, method, payload)
  }

  function run(response: ServerResponse, method: string, payload: Payload): void {
    if (method === 'getUpdates') return fetchUpdates(response, payload)
    try {
      const handle = methods[method]
      if (!handle) throw new Refused(404, 'Not Found: method not found')
      if (limit && SENDS.has(method)) limit(String(payload.chat_id))
      state.served += 1
      reply(response, 200, okBody(handle(payload)))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.refusal.error_code === 429) state.tooMany += 1
      reply(response, error.refusal.error_code, refusedBody(error.refusal))
    }
  }

  function fetchUpdates(response: ServerResponse, payload: Payload): void {
    const description =
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    if (hook.url) return reply(response, 409, refusedBody({ error_code: 409, description }))
    state.allowedUpdates = payload['allowed_updates']
    updates.fetch(response, payload as { offset?: number; limit?: number; timeout?: number })
  }

  async function answerAsTold(answer: Answer, response: ServerResponse, method: string, payload: Payload) {
    if ('status' in answer) {
      for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value)
      return reply(response, answer.status, typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
    }
    if ('delayMs' in answer) {
      await new Promise((resolve) => {
        setTimeout(resolve, answer.delayMs)
      })
      return run(response, method, payload)
    }
    if (answer.drop === 'before') return void response.destroy()
    methods[method]?.(payload)
    response.socket?.resetAndDestroy()
  }

  return {
    apiRoot,
    token,
    bot: FAKE_BOT,
    /** Every request that came with the right token, in order. */
    requests,
    script,
    chats,
    hook,
    updates,
    state,
    /** Resolves when a poll is open. */
    nextPoll: () => updates.held(),
    /** Puts a file where `getFile` finds it. */
    addFile: (fileId: string, bytes: Buffer) => files.set(fileId, bytes),
    /** An update for the bot: to its webhook when one is set, else to be polled. */
    push: (update: object) => (hook.url ? hook.push(update) : updates.push(update)),
    async close(): Promise<void> {
      updates.close()
      hook.close()
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function reply(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status
  response.end(body)
}

function sendFile(response: ServerResponse, bytes: Buffer | undefined): void {
  response.statusCode = bytes ? 200 : 404
  response.end(bytes)
}

/** Undefined when the client went away before it had sent all. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)))
    request.on('error', () => resolve(undefined))
  })
}

function readPayload(body: Buffer, contentType: string): Payload {
  if (body.length === 0) return {}
  if (contentType.startsWith('multipart/')) return readMultipart(body, contentType)
  return JSON.parse(body.toString('utf8')) as Payload
}
