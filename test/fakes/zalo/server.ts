import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type Answer, Script } from '../script.ts'
import { okBody, Refused, refusedBody } from './answers.ts'
import { Chats } from './chats.ts'
import { type Parameters, readParameters } from './parameters.ts'
import { isDelivered, toUpdate, type Written } from './people.ts'
import { type Switches, USUAL } from './switches.ts'
import { UpdateQueue } from './updates.ts'
import { Webhook } from './webhook.ts'

export interface RecordedRequest {
  method: string
  payload: Parameters
  /** What was laid down to be answered. */
  told?: Answer
}

export const FAKE_BOT = { id: '1459232241454765289', account_name: 'bot.VDKyGxQvc', display_name: 'Bot NTM xã Mẫu' }
const FAKE_TOKEN = `${FAKE_BOT.id}:Fake-Token-of_the-tests-0123456789`

export type FakeZalo = Awaited<ReturnType<typeof startFakeZalo>>
type Method = (parameters: Parameters, gone: AbortSignal) => unknown

/** A Bot API server on this machine: Zalo's methods, with its checks, and its switches where reports differ. */
export async function startFakeZalo(chosen: Partial<Switches> = {}) {
  const switches = { ...USUAL, ...chosen }
  const requests: RecordedRequest[] = []
  const script = new Script()
  const updates = new UpdateQueue(switches)
  const webhook = new Webhook(switches)
  const chats = new Chats(switches)
  const pictures = new Map<string, Uint8Array>()

  const methods = new Map<string, Method>([
    ['getMe', () => ({ ...FAKE_BOT, account_type: 'BASIC', can_join_groups: true })],
    ['getUpdates', fetchUpdate],
    ['setWebhook', (parameters) => webhook.setWebhook(parameters)],
    ['deleteWebhook', () => webhook.deleteWebhook()],
    ['getWebhookInfo', () => webhook.getWebhookInfo()],
    ['testWebhook', () => webhook.testWebhook()],
    ['sendMessage', (parameters) => chats.sendMessage(parameters)],
    ['sendPhoto', (parameters) => chats.sendPhoto(parameters)],
    ['sendSticker', (parameters) => chats.sendSticker(parameters)],
    ['sendVoice', (parameters) => chats.sendVoice(parameters)],
    ['sendChatAction', (parameters) => chats.sendChatAction(parameters)],
  ])

  async function fetchUpdate({ timeout = 30 }: Parameters, gone: AbortSignal): Promise<unknown> {
    if (webhook.hook.url !== '' && switches.pollWithWebhook === 'refused')
      throw new Refused(400, 'Bad Request: getUpdates cannot be used while a webhook is set')
    const update = webhook.hook.url === '' ? await updates.next(Number(timeout), gone) : undefined
    if (update === undefined) throw new Refused(408, 'Request timeout')
    return update
  }

  const server = createServer((request, response) => void serve(request, response))
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', apiRoot)
    const body = await readBody(request)
    if (body === undefined) return
    const picture = pictures.get(pathname)
    if (picture) return void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture)
    try {
      const method = methodOf(pathname)
      const parameters = await readParameters(searchParams, body, request.headers['content-type'] ?? '')
      const answer = script.take(method, chatOf(parameters))
      requests.push({ method, payload: parameters, ...(answer && { told: answer }) })
      await (answer ? answerAsTold(answer, response, method, parameters) : run(response, method, parameters))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      reply(response, switches.refusalStatus === 'code' ? error.code : 200, refusedBody(error))
    }
  }

  function methodOf(path: string): string {
    const [, token, method = ''] = /^\/bot([^/]+)\/(.*)$/.exec(path) ?? []
    if (token !== FAKE_TOKEN) throw new Refused(401, 'Unauthorized')
    if (!methods.has(method)) throw new Refused(404, 'Not Found')
    return method
  }

  async function run(response: ServerResponse, method: string, parameters: Parameters): Promise<void> {
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    reply(response, 200, okBody(await methods.get(method)?.(parameters, gone.signal)))
  }

  async function answerAsTold(answer: Answer, response: ServerResponse, method: string, parameters: Parameters) {
    if ('status' in answer) return reply(response, answer.status, answer.body, answer.headers)
    if ('delayMs' in answer) {
      await new Promise((resolve) => setTimeout(resolve, answer.delayMs))
      return run(response, method, parameters)
    }
    if (answer.drop === 'after') await methods.get(method)?.(parameters, AbortSignal.abort())
    response.destroy()
  }

  /** Puts an update on its way: to the webhook when one is set, else to be polled. */
  function deliver(update: unknown): void {
    if (webhook.hook.url === '') updates.push(update)
    else webhook.deliver(update as object)
  }

  function push(update: unknown, reply = false): void {
    if (isDelivered(update, FAKE_BOT.display_name, reply)) deliver(update)
  }

  return {
    apiRoot,
    token: FAKE_TOKEN,
    bot: FAKE_BOT,
    /** May be changed at any time. */
    switches,
    /** Every request that came with the right token, in order. */
    requests,
    script,
    chats,
    webhook,
    updates,
    /** Keeps a picture as Zalo keeps what people send; returns its address. */
    addPicture(bytes: Uint8Array): string {
      const path = `/pictures/${pictures.size}.jpg`
      pictures.set(path, bytes)
      return apiRoot + path
    },
    /** Sends the bot an update, whatever it is. */
    deliver,
    /** A person writes; Zalo decides whether the bot gets it. */
    write: (written: Written) => push(toUpdate(written, switches), written.reply),
    /** Something was written that would make this update. */
    push,
    async close(): Promise<void> {
      webhook.hook.close()
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function chatOf({ chat_id }: Parameters): string {
  return typeof chat_id === 'string' ? chat_id : ''
}

function reply(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? 'text/html' : 'application/json; charset=utf-8'
  response.writeHead(status, { 'content-type': type, ...headers }).end(text)
}

/** Undefined when the client went away before it had sent all. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', () => resolve(undefined))
  })
}
