import { z } from 'zod'
import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { defineForm } from '../src/command/form.ts'
import { deliveredTo } from '../src/notices/deliveries.ts'
import { firstOf, quoted } from '../src/notices/delivery-words.ts'
import { ownNotices, noticeNumber } from '../src/notices/own-notices.ts'
import { refusedNotice, resend, toSendAgain, type Again } from '../src/notices/resend.ts'
import { rolesThatMay } from '../src/people/permissions.ts'
import { refuseRole } from '../src/replies/refusal.ts'
import { mayAnywhere } from '../src/replies/own-communes.ts'
import { audit } from '../src/store/audit.ts'
import type { Notice } from '../src/store/notices.ts'
import sentences from './sentences/resend.ts'

const MOST_NAMED = 15

/** Asked for in words, it is shown which groups are meant, and confirmed; a button under the report says that already. */
const form = defineForm<{ notice: number }>({
  version: 1,
  steps: [],
  given: { notice: z.number() },
  async confirm(turn, { notice: id }) {
    const { db, say } = turn
    const notice = await firstOf(db, id)
    const groups = await toSendAgain(db, id, 'both')
    const names = await Promise.all(groups.slice(0, MOST_NAMED).map((group) => deliveredTo(db, say, group)))
    const rest = groups.length - names.length
    return [
      say('resend-confirm', { id, text: quoted(notice?.text ?? ''), count: groups.length }),
      ...names.map((group) => say('announcement-group', { group })),
      ...(rest > 0 ? [say('announcement-groups-more', { count: rest })] : []),
    ].join('\n')
  },
  async submit(turn, { notice: id }) {
    const notice = await firstOf(turn.db, id)
    return notice ? resend(turn, notice, 'both') : { text: turn.say('notices-unknown', { id }) }
  },
})

export default defineCommand({
  name: 'resend',
  slash: ['guilai'],
  summary: 'summary-resend',
  examples: ['gửi lại thông báo 12'],
  sentences,
  acts: true,
  form,
  async run(turn) {
    const { say, chat, subject } = turn
    if (chat.kind === 'group') return { text: say('announcement-in-private') }
    if (!mayAnywhere(turn, 'send-notice')) return refuseRole(turn, say('summary-resend'), rolesThatMay('send-notice'))
    return subject === undefined ? asked(turn) : pressed(turn, subject)
  },
})

/** `12:failed`, `12:unknown`, `12:skip`. */
async function pressed(turn: Turn<never>, subject: string): Promise<Reply> {
  const [number = '', what] = subject.split(':')
  const notice = await firstOf(turn.db, Number(number) || 0)
  if (!notice) return { text: turn.say('notices-unknown', { id: number }) }
  if (what === 'skip') return skip(turn, notice)
  return resend(turn, notice, what === 'unknown' ? 'unknown' : ('failed' satisfies Again))
}

/** The officer has decided that what nobody knows of is to be left. */
async function skip(turn: Turn<never>, notice: Notice): Promise<Reply> {
  const { db, say, speaker, now, channel } = turn
  const refused = await refusedNotice(turn, notice)
  if (refused) return refused
  await audit(db, {
    at: now,
    person_id: speaker.personId,
    channel,
    action: 'notice.skip-unknown',
    unit_id: notice.unit_id,
    subject: `notice/${notice.id}`,
  })
  return { text: say('resend-skipped', { id: notice.id }) }
}

/** The notice that is named by its number, else the newest that did not arrive everywhere. */
async function asked(turn: Turn<never>): Promise<Reply | Reply[]> {
  const { db, say, text } = turn
  const number = noticeNumber(text)
  if (number !== undefined) {
    const notice = await firstOf(db, number)
    if (!notice) return { text: say('notices-unknown', { id: number }) }
    const refused = await refusedNotice(turn, notice)
    if (refused) return refused
    const groups = await toSendAgain(db, notice.id, 'both')
    return groups.length === 0 ? { text: say('resend-nothing') } : turn.begin({ notice: notice.id })
  }
  for (const notice of await ownNotices(turn))
    if ((await toSendAgain(db, notice.id, 'both')).length > 0) return turn.begin({ notice: notice.id })
  return { text: say('resend-nothing') }
}
