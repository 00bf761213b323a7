import type { Say } from '../wording/say.ts'

/** What this program says of what a group was no longer to get. */
export const UNLINKED = 'follows the unit no more'

/**
 * The causes for which nothing arrives in a group, by what the platforms and this program say of them. For people they are
 * told without codes: what it was, and what they can do.
 */
const CAUSES = [
  ['unlinked', new RegExp(`^${UNLINKED}$`)],
  ['removed', /\bremoved\b|kicked|not a member|bot was blocked|bot is not|initiate conversation/i],
  ['gone', /chat not found|deactivated|deleted|user not found|PEER_ID_INVALID/i],
  ['muted', /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_SEND_\w+_FORBIDDEN|TOPIC_CLOSED/i],
  ['file', /cannot read the file|no address for the file|photo|picture|file is too big|wrong file|PHOTO_|IMAGE_/i],
  ['long', /too long/i],
  ['off', /is not running/i],
  ['interrupted', /process ended/i],
  ['busy', /\b429\b|too many|quota|limit/i],
  ['network', /no answer|no connection|timed out|\b5\d\d\b|bad gateway|unavailable/i],
] as const

type Cause = (typeof CAUSES)[number][0] | 'other'

export function causeOf(reason: string | null): Cause {
  return CAUSES.find(([, words]) => words.test(reason ?? ''))?.[0] ?? 'other'
}

/** A platform's reason in plain words, and what to do about it. */
export function reasonSaid(say: Say, reason: string | null): { why: string; todo: string } {
  const cause = causeOf(reason)
  return { why: say(`reason-${cause}`), todo: say(`remedy-${cause}`) }
}
