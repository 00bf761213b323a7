import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, Script } from '../test/fakes/script.ts'

const FAULT_EVERY_MS = 700
/** Faults that nobody asked for yet do not pile up: each poll would fail then, and the waits between them grow, as in an outage. */
const MOST_FAULTS_LAID = 2

const TOO_MANY = {
  ok: false,
  error_code: 429,
  description: 'Too Many Requests: retry after 1',
  parameters: { retry_after: 1 },
}
const GATEWAY: Answer = { status: 502, body: '<html>Bad Gateway</html>' }
const ON_SENDS: Answer[] = [
  { status: 429, body: TOO_MANY },
  GATEWAY,
  { drop: 'before' },
  { drop: 'after' },
  { delayMs: 500 },
]
/** Those in which a platform itself loses an update are left out. */
const ON_POLLS: Answer[] = [GATEWAY, { drop: 'before' }]

/** One fault after the other, on a send or a poll of one of the platforms. @returns how many there were. */
export async function fail(platforms: readonly { script: Script }[], isOver: () => boolean): Promise<number> {
  let given = 0
  while (!isOver()) {
    const isSend = Math.random() < 0.7
    const { script } = oneOf(platforms)
    if (script.unused().length < MOST_FAULTS_LAID) {
      script.add({
        method: isSend ? 'sendMessage' : 'getUpdates',
        answer: oneOf(isSend ? ON_SENDS : ON_POLLS),
      })
      given += 1
    }
    await wait(FAULT_EVERY_MS)
  }
  // What nobody asked for yet is not to come into play afterwards.
  for (const { script } of platforms) script.clear()
  return given
}

function oneOf<T>(all: readonly T[]): T {
  return all[Math.floor(Math.random() * all.length)] as T
}

/** Whether a message that was answered so arrived all the same. */
export function hasArrived(told: Answer | undefined): boolean {
  return told === undefined || 'delayMs' in told || ('drop' in told && told.drop === 'after')
}
