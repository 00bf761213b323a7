import { GrammyError, HttpError } from 'grammy'
import type { SendOutcome } from '../../messages/channel.ts'
import { codeBeforeRequest } from './connection.ts'

type Failure = Exclude<SendOutcome, { kind: 'sent' }>

/** How long to wait after a 429 that does not say. */
const DEFAULT_WAIT_SECONDS = 1

/**
 * Says how a send ended that did not succeed. Only what certainly had no effect is to be repeated; an error that is not
 * known here counts as `unknown`, since the message may have arrived. Reasons carry no token.
 */
export function toOutcome(error: unknown): Failure {
  if (error instanceof GrammyError) return fromAnswer(error)
  if (error instanceof HttpError) return fromNetwork(error.error)
  return { kind: 'unknown', reason: 'unexpected answer' }
}

function fromAnswer({ error_code: code, description, parameters }: GrammyError): Failure {
  const reason = `${code} ${description}`
  if (parameters.migrate_to_chat_id !== undefined)
    return { kind: 'migrated', to: String(parameters.migrate_to_chat_id) }
  if (code === 429) return { kind: 'retry', reason, afterMs: (parameters.retry_after ?? DEFAULT_WAIT_SECONDS) * 1000 }
  // About the bot, not the message, which is sent once the token is right again.
  if (code === 401) return { kind: 'retry', reason }
  if (code === 403 || (code === 400 && GONE.test(description))) return { kind: 'stopped', reason }
  if (code >= 400 && code < 500) return { kind: 'failed', reason }
  return { kind: 'unknown', reason: code >= 500 ? reason : 'unexpected answer' }
}

/** Descriptions of a 400 that are about the chat, not the message. */
const GONE = /chat not found|user not found|group chat was (deleted|deactivated)|kicked|PEER_ID_INVALID/i

function fromNetwork(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const early = codeBeforeRequest(code)
  if (early !== undefined) return { kind: 'retry', reason: `no connection: ${early}` }
  return { kind: 'unknown', reason: `no answer: ${code || kindOfError(error)}` }
}

/** A word for an error without a code. Its message is left out, since it holds the address with the token. */
function kindOfError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  if ('type' in error && error.type === 'invalid-json') return 'not JSON'
  return / timed out after /.test(error.message) ? 'timed out' : error.name
}

/** Whether an edit was refused because the message already says that. */
export function isNotModified(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && /message is not modified/i.test(error.description)
}

/** Whether an edit was refused because that message cannot be edited (deleted, too old, not ours). */
export function isNotEditable(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    error.error_code === 400 &&
    /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|there is no text in the message/i.test(
      error.description,
    )
  )
}
