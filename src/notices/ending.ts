import type { SendOutcome } from '../messages/channel.ts'
import { MOST_REPEATS } from '../store/interrupted.ts'
import type { Due, Ending } from '../store/outbox.ts'

/** Waits between attempts, in seconds. The last is short enough that nobody hears nothing long after an outage has ended. */
const WAITS_S = [1, 3, 10, 30, 60, 120]
/** So often it is tried: for a day. Then the message has failed. */
const MOST_ATTEMPTS = 720

/** A wait is longer by up to this part of it, so that what failed together does not come again together. */
const JITTER = 0.5

/**
 * How long to wait before the next attempt, in ms.
 *
 * @param attempts how many there were before the one that just failed
 * @param random from 0 up to 1
 */
export function waitMs(attempts: number, random: number): number {
  const seconds = WAITS_S[Math.min(attempts, WAITS_S.length - 1)] ?? 0
  return seconds * 1000 * (1 + JITTER * random)
}

/**
 * What becomes of a message after a send. A reply whose arrival is unknown is repeated a few times, for a doubled answer
 * does no harm and a missing one does; a notice is not. A platform that says how long to wait is believed to the letter.
 */
export function endingOf(
  { id, claimed_by: claimedBy, kind, attempts }: Due,
  outcome: SendOutcome,
  now: Date,
  random: () => number = Math.random,
): Ending {
  const ending = { id, claimedBy, error: 'reason' in outcome ? outcome.reason : null, externalId: null }
  const at = (ms: number) => new Date(now.getTime() + ms).toISOString()
  const again = (ms: number): Ending => ({ ...ending, state: 'retrying', dueAt: at(ms) })
  const wait = waitMs(attempts, random())
  switch (outcome.kind) {
    case 'sent':
      return { ...ending, state: 'sent', externalId: outcome.messageId }
    case 'retry':
      return attempts >= MOST_ATTEMPTS ? { ...ending, state: 'failed' } : again(outcome.afterMs ?? wait)
    case 'migrated':
      return again(0)
    case 'unknown':
      return kind === 'reply' && attempts < MOST_REPEATS ? again(wait) : { ...ending, state: 'unknown', dueAt: at(0) }
    case 'failed':
    case 'stopped':
      return { ...ending, state: outcome.kind }
  }
}
