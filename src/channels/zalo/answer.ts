import { z } from 'zod'

/** Zalo's refusal of a call, with its own code and words. */
export class Refusal extends Error {
  readonly code: number

  constructor(code: number, description: string) {
    super(`${code} ${description}`.trim())
    this.code = code
  }
}

/** No answer of Zalo's: a gateway's page, a broken connection, a time-out. */
export class NoAnswer extends Error {
  /** Whether the request may have reached Zalo. */
  readonly reached: boolean

  constructor(reason: string, reached: boolean) {
    super(reason)
    this.reached = reached
  }
}

const Code = z.int().optional().catch(undefined)

const Envelope = z.object({
  ok: z.boolean().optional().catch(undefined),
  result: z.unknown().optional(),
  description: z.string().optional().catch(undefined),
  error_code: Code,
  /** How one method spells it. */
  errorCode: Code,
})

/**
 * Reads the answer to a call: the body decides, for Zalo has been seen to send the same refusal with its own HTTP status
 * and with 200; the status counts only where the body says nothing.
 *
 * @returns the `result`, undefined where there is none
 * @throws {Refusal} when Zalo refuses
 * @throws {NoAnswer} when something else answered in Zalo's place
 */
export function readAnswer(status: number, body: string): unknown {
  const { ok, result, description = '', error_code, errorCode } = readEnvelope(body)
  if (ok === true) return result
  const code = error_code ?? errorCode
  if (ok === false) throw new Refusal(code ?? status, description)
  if (status >= 400 && status < 500) throw new Refusal(status, description)
  throw new NoAnswer(`HTTP ${status} without an answer of Zalo's`, true)
}

function readEnvelope(body: string): z.infer<typeof Envelope> {
  try {
    return Envelope.catch({}).parse(JSON.parse(body))
  } catch {
    return {}
  }
}
