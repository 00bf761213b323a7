import { isSameSecret } from '../same-secret.ts'

/** Far above any update: the longest text that a platform takes has 4,096 characters. */
const MAX_BYTES = 1_000_000

export interface Hook {
  /** The header in which the platform sends the secret back. */
  header: string
  secret: string
  /** Resolves once the update is stored. */
  keep: (update: unknown) => Promise<void>
  onError: (error: unknown) => void
  /** What is answered to an update that is stored, as JSON; nothing when left out. */
  stored?: object
}

/**
 * Answers a call of a platform's webhook. 200 only when the update is stored; on 500 Telegram sends it again, waiting
 * longer each time, and Zalo may. 410 is never answered: Telegram would take the webhook down after a day of it.
 */
export async function answerWebhook(
  request: Request,
  { header, secret, keep, onError, stored }: Hook,
): Promise<Response> {
  if (!isSameSecret(request.headers.get(header) ?? '', secret)) return answer(401)
  // Said beforehand, it need not be read to be refused.
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return answer(413)
  const body = await readBody(request)
  if (body === undefined) return answer(413)
  let update: unknown
  try {
    update = JSON.parse(body)
  } catch {
    return answer(400)
  }
  try {
    await keep(update)
  } catch (error) {
    onError(error)
    return answer(500)
  }
  return stored ? Response.json(stored) : answer(200)
}

function answer(status: number): Response {
  return new Response(null, { status })
}

/** The body as text; undefined when it is longer than allowed, of which no more is read. */
async function readBody(request: Request): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > MAX_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
