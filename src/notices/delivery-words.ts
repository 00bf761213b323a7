import type { Choice, Reply } from '../command/command.ts'
import { findNotice, type Notice } from '../store/notices.ts'
import type { Db } from '../store/schema.ts'
import { day } from '../wording/figures.ts'
import { dayOf } from '../wording/moment.ts'
import type { Say } from '../wording/say.ts'
import { counted, deliveredTo, deliveriesOf, type GroupDelivery } from './deliveries.ts'
import { reasonSaid } from './reasons.ts'

const MOST_NAMED = 15
const LONGEST_QUOTE = 60

/** The beginning of a notice's text, on one line. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const begin = new RegExp(`^.{${LONGEST_QUOTE}}`, 'su').exec(line)?.[0]
  return begin === undefined || begin === line ? line : `${begin.trimEnd()}…`
}

/**
 * How a notice was delivered: to how many groups of how many; for each of the others its name, why and what to do, with what
 * can be sent again. What was sent again counts with what it repeats.
 */
export async function deliveryReply(db: Db, say: Say, notice: Notice): Promise<Reply> {
  const id = notice.resends ?? notice.id
  const { total, sent, waiting, failed, unknown } = counted(await deliveriesOf(db, id))
  const lines = [
    title({ say, notice, id, sent, total }),
    ...(waiting.length > 0 ? [say('delivered-waiting-line', { count: waiting.length })] : []),
    ...(failed.length > 0 ? [say('delivered-failed-title'), ...(await named(db, say, failed))] : []),
    ...(unknown.length > 0 ? [say('delivered-unknown-title'), ...(await named(db, say, unknown))] : []),
  ]
  return { text: lines.join('\n'), choices: choicesFor(say, id, failed.length > 0, unknown.length > 0) }
}

function title(of: { say: Say; notice: Notice; id: number; sent: number; total: number }): string {
  const { say, notice, id, sent, total } = of
  if (notice.resends !== null) return say('delivered-again', { id, sent, total })
  if (notice.kind !== 'announcement')
    return say('delivered-own', { what: say(`kind-${notice.kind}`), day: day(dayOf(notice.created_at)), sent, total })
  if (sent === total) return say('delivered-all', { id, sent, total })
  return say('delivered-some', { id, text: quoted(notice.text), sent, total })
}

async function named(db: Db, say: Say, deliveries: readonly GroupDelivery[]): Promise<string[]> {
  const lines = await Promise.all(
    deliveries.slice(0, MOST_NAMED).map(async (delivery) => {
      const group = await deliveredTo(db, say, delivery)
      const { why, todo } = reasonSaid(say, delivery.reason)
      return delivery.state === 'unknown'
        ? say('delivered-line-unknown', { group, why })
        : say('delivered-line', { group, why, todo })
    }),
  )
  const rest = deliveries.length - lines.length
  return rest > 0 ? [...lines, say('delivered-more', { count: rest })] : lines
}

/** What failed can be sent again; where it is not known, the officer is asked. */
function choicesFor(say: Say, id: number, failed: boolean, unknown: boolean): Choice[] {
  const choice = (
    key: 'delivered-resend' | 'delivered-resend-unknown' | 'delivered-skip',
    subject: string,
  ): Choice => ({
    label: say(key),
    ask: { command: 'resend', subject },
  })
  return [
    ...(failed ? [choice('delivered-resend', `${id}:failed`)] : []),
    ...(unknown
      ? [
          choice(failed ? 'delivered-resend-unknown' : 'delivered-resend', `${id}:unknown`),
          choice('delivered-skip', `${id}:skip`),
        ]
      : []),
  ]
}

/** The first of a notice and what was sent again of it. */
export async function firstOf(db: Db, id: number): Promise<Notice | undefined> {
  const notice = await findNotice(db, id)
  return notice && notice.resends !== null ? findNotice(db, notice.resends) : notice
}
