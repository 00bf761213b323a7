/** What the Bot API's methods answer, in its own words (tdlib/telegram-bot-api, Client.cpp). */

export interface Refusal {
  error_code: number
  description: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

/** The fields that the fake reads; it believes the client in their types, except where Telegram checks. */
export interface Payload {
  chat_id?: string | number
  message_id?: string | number
  [field: string]: unknown
}

export class Refused extends Error {
  readonly refusal: Refusal
  constructor(error_code: number, description: string, parameters?: Refusal['parameters']) {
    super(description)
    this.refusal = { error_code, description, ...(parameters && { parameters }) }
  }
}

export const okBody = (result: unknown): string => `{"ok":true,"result":${JSON.stringify(result)}}`
export const refusedBody = (refusal: Refusal): string => JSON.stringify({ ok: false, ...refusal })

export const badRequest = (what: string) => new Refused(400, `Bad Request: ${what}`)
export const tooMany = (seconds: number) =>
  new Refused(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })

/** An answer for a script: the refusal as an HTTP response. */
export function refuse(error_code: number, description: string, parameters?: Refusal['parameters']) {
  return { status: error_code, body: { ok: false, error_code, description, ...(parameters && { parameters }) } }
}
