import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { counted, deliveriesOf } from '../src/notices/deliveries.ts'
import { deliveryReply, firstOf, quoted } from '../src/notices/delivery-words.ts'
import { speakingUnits } from '../src/notices/announce-values.ts'
import { noticeNumber, ownNotices } from '../src/notices/own-notices.ts'
import { refusedNotice } from '../src/notices/resend.ts'
import { rolesThatMay } from '../src/people/permissions.ts'
import { refuseRole } from '../src/replies/refusal.ts'
import type { Notice } from '../src/store/notices.ts'
import { namesOf } from '../src/store/roster.ts'
import { literal } from '../src/wording/emphasis.ts'
import { instant } from '../src/wording/instant.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import sentences from './sentences/notices.ts'

/** The last announcements with how far they got; of one that is named, all of it. */
export default defineCommand({
  name: 'notices',
  slash: ['xemthongbao'],
  summary: 'summary-notices',
  examples: ['thông báo gần đây', 'xem thông báo số 12'],
  sentences,
  async run(turn) {
    const { db, say, chat, text } = turn
    const units = await speakingUnits(turn)
    const [unit] = units
    if (!unit) return refuseRole(turn, say('summary-notices'), rolesThatMay('send-notice'))
    if (chat.kind === 'group') return { text: say('notices-in-private') }
    const number = noticeNumber(text)
    if (number !== undefined) return detail(turn, number)
    const notices = await ownNotices(turn)
    const [newest] = notices
    if (!newest) return { text: say('notices-none', { unit: capitalised(unitName(say, unit)) }) }
    const lines = await Promise.all(notices.map((notice) => line({ db, say }, notice)))
    return { text: [say('notices-title'), ...lines, say('notices-hint', { id: newest.id })].join('\n') }
  },
})

async function line({ db, say }: Pick<Turn, 'db' | 'say'>, { id, created_at, text }: Notice): Promise<string> {
  const { total, sent, waiting, unknown } = counted(await deliveriesOf(db, id))
  const about = { id, at: instant(created_at), text: quoted(text) }
  // Messages are deleted after their time; the notice itself stays.
  if (total === 0) return say('notices-line-old', about)
  const said = say('notices-line', { ...about, sent, total })
  if (waiting.length > 0) return say('notices-line-waiting', { line: said, waiting: waiting.length })
  return unknown.length > 0 ? say('notices-line-unknown', { line: said, unknown: unknown.length }) : said
}

async function detail(turn: Turn<never>, number: number): Promise<Reply> {
  const { db, say } = turn
  const notice = await firstOf(db, number)
  if (!notice) return { text: say('notices-unknown', { id: number }) }
  const refused = await refusedNotice(turn, notice)
  if (refused) return refused
  const { author_id: author, created_at, text } = notice
  const names = await namesOf(db, author === null ? [] : [author])
  const person = (author !== null && names.get(author)) || say('notices-by-program')
  const reply = await deliveryReply(db, say, notice)
  return {
    ...reply,
    text: [reply.text, say('notices-by', { person, at: instant(created_at) }), '', literal(text)].join('\n'),
  }
}
