import type { SendOutcome } from '../../messages/channel.ts'
import { NoAnswer, Refusal } from './answer.ts'
import { Unreadable } from './send.ts'

type Failure = Exclude<SendOutcome, { kind: 'sent' }>

/**
 * Says how a send ended that did not succeed, by Zalo's own meanings: its 403 is an internal error, not a block, and
 * 408 says nothing of what became of the message. Only what certainly had no effect is to be repeated.
 *
 * @param quotaWaitMs asked after a 429, which does not say: how long to leave Zalo alone
 */
export function toOutcome(error: unknown, quotaWaitMs: () => number): Failure {
  if (error instanceof NoAnswer) return { kind: error.reached ? 'unknown' : 'retry', reason: error.message }
  if (error instanceof Unreadable) return { kind: 'failed', reason: error.message }
  if (!(error instanceof Refusal)) return { kind: 'unknown', reason: 'unexpected answer' }
  const { code, message: reason } = error
  if (code === 429) return { kind: 'retry', reason, afterMs: quotaWaitMs() }
  // About the bot, not the message, which is sent once the token is right again.
  if (code === 401) return { kind: 'retry', reason }
  const isUncertain = code === 403 || code === 408 || code < 400 || code >= 500
  return { kind: isUncertain ? 'unknown' : 'failed', reason }
}
