import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { announceForm } from '../src/notices/announce-form.ts'
import { addressedUnits } from '../src/notices/announce-steps.ts'
import { isAnnouncement } from '../src/notices/announcement.ts'
import { allOf, groupsFor, speakingUnits } from '../src/notices/announce-values.ts'
import { deliveriesOf } from '../src/notices/deliveries.ts'
import { keyOf } from '../src/notices/own-groups.ts'
import { refusedNotice } from '../src/notices/resend.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { refuse, refuseRole } from '../src/replies/refusal.ts'
import { findNotice } from '../src/store/notices.ts'
import { findUnits } from '../src/store/units.ts'
import { unitName } from '../src/wording/names.ts'
import sentences from './sentences/notify.ts'

export default defineCommand({
  name: 'notify',
  slash: ['thongbao'],
  summary: 'summary-notify',
  examples: ['thông báo: 8h sáng mai họp', 'thông báo cho thôn Đoài: tối nay họp'],
  sentences,
  acts: true,
  claims: isAnnouncement,
  form: announceForm,
  async run(turn) {
    const { say, chat, speaker, subject } = turn
    if (chat.kind === 'group') return { text: say('announcement-in-private') }
    const units = await speakingUnits(turn)
    if (units.length === 0) return refuseRole(turn, say('summary-notify'), rolesThatMay('send-notice'))
    if (subject !== undefined) return again(turn, Number(subject))
    const strange = (await addressedUnits(turn)).find((unit) => !may(speaker, 'send-notice', unit))
    if (strange) return refuse(turn, 'send-notice', strange)
    const groups = (await Promise.all(units.map((unit) => groupsFor(turn, unit)))).flat()
    const [unit] = units
    if (unit && groups.length === 0) {
      const none = say('announcement-no-groups', { unit: unitName(say, unit) })
      return { text: [none, say('group-link-how')].join('\n') }
    }
    return turn.begin({ begun: turn.now.toISOString() })
  },
})

/** The text that was just sent, once more: shown with that, and still to be confirmed. */
async function again(turn: Turn<never>, id: number): Promise<Reply | Reply[]> {
  const { db, say } = turn
  const notice = Number.isSafeInteger(id) ? await findNotice(db, id) : undefined
  if (!notice) return { text: say('notices-unknown', { id }) }
  const refused = await refusedNotice(turn, notice)
  if (refused) return refused
  const [unit] = await findUnits(db, [notice.unit_id])
  const groups = unit ? await groupsFor(turn, unit) : []
  const before = new Set((await deliveriesOf(db, id)).map(keyOf))
  const photo = notice.photo === null ? null : (JSON.parse(notice.photo) as { sha256: string; mime: string })
  return turn.begin({
    begun: turn.now.toISOString(),
    unit: notice.unit_id,
    text: notice.text,
    photo,
    groups: allOf(groups, (group) => before.has(keyOf(group)) && group.stoppedAt === null),
  })
}
