/** What Zalo's methods answer (bot.zaloplatforms.com/docs, and what people who run bots report). */

export class Refused extends Error {
  readonly code: number
  /** One method writes `errorCode` in the place of `error_code`. */
  readonly field: 'error_code' | 'errorCode'

  constructor(code: number, description: string, field: Refused['field'] = 'error_code') {
    super(description)
    this.code = code
    this.field = field
  }
}

/** Real answers carry `error_code: 0` on success. A method without a result has no `result`. */
export const okBody = (result: unknown): object => ({
  ok: true,
  ...(result !== undefined && { result }),
  error_code: 0,
})

export const refusedBody = ({ message, code, field }: Refused): object => ({
  ok: false,
  description: message,
  [field]: code,
})

export const badRequest = (why: string) => new Refused(400, `Bad Request: ${why}`)

/** An answer for a script: the refusal with its own HTTP status, or with another. */
export function refuse(code: number, description: string, status = code) {
  return { status, body: refusedBody(new Refused(code, description)) }
}
