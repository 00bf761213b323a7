import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { isForLater } from '../src/notices/plain-notice.ts'
import { kindOf, reachOf, ruleOf } from '../src/notices/schedule.ts'
import { scheduleForm } from '../src/notices/schedule-form.ts'
import { isLiving, mentionsBeside, ownUnits } from '../src/notices/schedule-steps.ts'
import { refuse, refuseRole } from '../src/replies/refusal.ts'
import { findSchedule } from '../src/store/schedules.ts'
import { findUnits } from '../src/store/units.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import sentences from './sentences/schedule.ts'

export default defineCommand({
  name: 'schedule',
  slash: ['datlich'],
  summary: 'summary-schedule',
  examples: [
    'đặt lịch thông báo tiến độ 7h30 thứ hai hằng tuần cho nhóm',
    'hẹn 7h sáng mai gửi thông báo cho nhóm',
    'đặt lịch thông báo mùng 1 hàng tháng',
  ],
  sentences,
  acts: true,
  claims: isForLater,
  form: scheduleForm,
  async run(turn): Promise<Reply | Reply[]> {
    const roles = rolesThatMay('schedule-notice')
    if (!turn.speaker.grants.some(({ role }) => roles.includes(role)))
      return refuseRole(turn, turn.say('action-schedule-notice'), roles)
    const named = await findUnits(
      turn.db,
      mentionsBeside(turn).units.flatMap(({ ids }) => ids),
    )
    if (named[0] && !named.some((unit) => may(turn.speaker, 'schedule-notice', unit)))
      return refuse(turn, 'schedule-notice', named[0])
    const own = await ownUnits(turn)
    if (own[0] && !own.some(isLiving))
      return { text: turn.say('schedule-no-living-unit', { unit: capitalised(unitName(turn.say, own[0])) }) }
    return turn.begin(turn.subject === undefined ? {} : await asBefore(turn, Number(turn.subject)))
  },
})

/** What a schedule that has ended was, to be set again; of another unit's nothing is shown. */
async function asBefore({ db, speaker }: Turn<never>, id: number) {
  const old = Number.isInteger(id) ? await findSchedule(db, id) : undefined
  if (!old || !may(speaker, 'schedule-notice', { path: old.unit_path })) return {}
  const { on, times } = ruleOf(old) ?? {}
  return {
    kind: kindOf(old),
    ...(old.text === null ? {} : { text: old.text }),
    ...(on && on.kind !== 'once' ? { days: { on } } : {}),
    ...(times && { times: { times: [...times], said: true } }),
    unit: old.unit_id,
    groups: reachOf(old),
  }
}
