import { z } from 'zod'
import { NoAnswer, readAnswer, Refusal } from './answer.ts'

export const DEFAULT_ROOT = 'https://bot-api.zaloplatforms.com'

export interface ApiOptions {
  token: string
  /** Another host, without a slash at the end. */
  apiRoot?: string
  /** How long a call may take; Zalo fetches a picture itself before it answers. */
  timeoutMs?: { text: number; photo: number }
  /** Told of every answer, whatever it says. */
  onAnswer?: (answer: Answered) => void
}

/** What an answer was beside its body: Zalo's HTTP status does not always say the same. */
export interface Answered {
  method: string
  status: number
  ms: number
  /** The server's clock, where it tells. */
  at: Date | undefined
}

/** Bold and other styles of a stretch of text, in UTF-16 units. */
export interface TextStyle {
  start: number
  len: number
  st: string[]
}

const Me = z.object({
  id: z.string().catch(''),
  account_name: z.string().optional().catch(undefined),
  account_type: z.string().optional().catch(undefined),
  /** What people type behind `@`; not every bot's answer has it. */
  display_name: z.string().optional().catch(undefined),
  can_join_groups: z.boolean().optional().catch(undefined),
})
export type Me = z.infer<typeof Me>

/** What Zalo found when it called the webhook. */
const Verification = z.object({
  ok: z.boolean(),
  outcome: z.string().catch(''),
  status_code: z.number().optional().catch(undefined),
  hint: z.string().catch(''),
})
export type Verification = z.infer<typeof Verification>

const WebhookSet = z.object({ verification: Verification.optional().catch(undefined) }).catch({})
const WebhookInfo = z.object({ url: z.string().catch('') }).catch({ url: '' })
/** A send that Zalo accepted without saying under which id is still sent. */
const Sent = z.object({ message_id: z.string().catch('') }).catch({ message_id: '' })

export type ZaloApi = ReturnType<typeof createApi>

/**
 * Zalo's Bot API (bot.zaloplatforms.com/docs), the methods that this bot uses. Every call throws a {@link Refusal} or a
 * {@link NoAnswer}, whose messages carry no token.
 */
export function createApi(options: ApiOptions) {
  const { token, apiRoot = DEFAULT_ROOT, timeoutMs = { text: 30_000, photo: 150_000 }, onAnswer } = options
  const base = `${apiRoot.replace(/\/+$/, '')}/bot${token}`

  async function call(method: string, parameters: object, ms = timeoutMs.text, stop?: AbortSignal): Promise<unknown> {
    const timeout = AbortSignal.timeout(ms)
    const started = performance.now()
    try {
      const response = await fetch(`${base}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(parameters),
        // The token stands in the address: it goes nowhere else.
        redirect: 'manual',
        signal: stop ? AbortSignal.any([timeout, stop]) : timeout,
      })
      const body = await response.text()
      onAnswer?.({ method, status: response.status, ms: performance.now() - started, at: dateOf(response) })
      return readAnswer(response.status, body)
    } catch (error) {
      throw error instanceof Refusal || error instanceof NoAnswer ? error : fromNetwork(error)
    }
  }

  return {
    getMe: async (): Promise<Me> => Me.parse((await call('getMe', {})) ?? {}),

    /** The code with which Zalo refuses a method that it does not have; undefined should it have it. */
    async codeOfUnknownMethod(): Promise<number | undefined> {
      try {
        await call('getNothing', {})
        return undefined
      } catch (error) {
        if (error instanceof Refusal) return error.code
        throw error
      }
    },

    /** Waits for the next update, at most so many seconds. Empty when none came. */
    async getUpdates(seconds: number, stop: AbortSignal): Promise<unknown[]> {
      try {
        const result = await call('getUpdates', { timeout: seconds }, seconds * 1000 + timeoutMs.text, stop)
        if (result === undefined || result === null) return []
        return Array.isArray(result) ? result : [result]
      } catch (error) {
        if (isRefusal(error, 408)) return []
        throw error
      }
    },

    /** Registers a webhook; Zalo keeps the address even when it could not reach it, and says so in the result. */
    setWebhook: async (url: string, secret: string): Promise<Verification | undefined> =>
      WebhookSet.parse(await call('setWebhook', { url, secret_token: secret })).verification,

    /** Resolves too when there is none to delete, which Zalo answers with 400 or 404. */
    async deleteWebhook(): Promise<void> {
      try {
        await call('deleteWebhook', {})
      } catch (error) {
        if (!isRefusal(error, 400, 404)) throw error
      }
    },

    /** The address of the webhook, if one is set. */
    async getWebhookInfo(): Promise<string | undefined> {
      try {
        return WebhookInfo.parse(await call('getWebhookInfo', {})).url || undefined
      } catch (error) {
        if (isRefusal(error, 404)) return undefined
        throw error
      }
    },

    /** Returns the message's id. */
    sendMessage: async (message: { chat_id: string; text: string; text_styles?: TextStyle[] }): Promise<string> =>
      Sent.parse(await call('sendMessage', message)).message_id,

    /** Sends a picture that Zalo fetches from a public address, perhaps more than once. Returns the message's id. */
    sendPhoto: async (message: { chat_id: string; photo: string; caption?: string }): Promise<string> =>
      Sent.parse(await call('sendPhoto', message, timeoutMs.photo)).message_id,
  }
}

function dateOf(response: Response): Date | undefined {
  const date = new Date(response.headers.get('date') ?? '')
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** Whether Zalo refused with one of these codes. */
export function isRefusal(error: unknown, ...codes: number[]): error is Refusal {
  return error instanceof Refusal && codes.includes(error.code)
}

/** Codes of errors from before anything was sent: no address, no connection, no trust in the other side. */
const BEFORE_REQUEST =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|CERT|_TLS_/

/** Only the code of a network error is kept: its message may hold the address, and so the token. */
function fromNetwork(error: unknown): NoAnswer {
  if (!(error instanceof Error)) return new NoAnswer('no answer', true)
  if (error.name === 'TimeoutError') return new NoAnswer('no answer: timed out', true)
  const { code = '', syscall } = (error.cause ?? {}) as { code?: string; syscall?: string }
  const early = BEFORE_REQUEST.test(code) || syscall === 'connect'
  return new NoAnswer(early ? `no connection: ${code}` : `no answer: ${code || error.name}`, !early)
}
