import { localAt } from '../src/calendar/zone.ts'
import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { freeTextOf } from '../src/language/free-text.ts'
import { pickSchedule, scheduleSaid } from '../src/notices/pick-schedule.ts'
import { reachSaid } from '../src/notices/schedule-groups.ts'
import { kindOf, reachOf, ruleOf } from '../src/notices/schedule.ts'
import { scheduleForm } from '../src/notices/schedule-form.ts'
import { rolesThatMay } from '../src/people/permissions.ts'
import { refuseRole } from '../src/replies/refusal.ts'
import type { Schedule } from '../src/store/schedules.ts'
import { capitalised } from '../src/wording/names.ts'
import sentences from './sentences/edit-schedule.ts'

export default defineCommand({
  name: 'edit-schedule',
  slash: ['sualich'],
  summary: 'summary-edit-schedule',
  examples: ['sửa lịch 1', 'sửa lịch 1 thành 8h'],
  sentences,
  acts: true,
  form: scheduleForm,
  async run(turn): Promise<Reply | Reply[]> {
    const roles = rolesThatMay('schedule-notice')
    if (!turn.speaker.grants.some(({ role }) => roles.includes(role)))
      return refuseRole(turn, turn.say('action-schedule-notice'), roles)
    const picked = await pickSchedule(turn)
    switch (picked.kind) {
      case 'none':
        return { text: turn.say('schedules-none') }
      case 'unknown':
        return { text: turn.say('schedules-unknown', { number: picked.number }) }
      case 'one':
        return turn.begin(withWords(turn, picked.schedule))
      case 'several':
      case 'all':
      case 'these':
        return {
          text: turn.say('edit-ask'),
          choices: picked.schedules.map((schedule) => ({
            label: capitalised(turn.say('stop-option', scheduleSaid(turn, schedule))),
            ask: { command: 'edit-schedule', subject: String(schedule.id) },
          })),
        }
    }
  },
})

/** The schedule as it is, as far as it can be read, with what the words say of days, times and text: "sửa lịch 1 thành 8h thứ ba". */
function withWords({ text, language, today, now }: Turn<never>, schedule: Schedule) {
  const rule = ruleOf(schedule)
  const { head, freeText } = freeTextOf(text.normalize('NFC'))
  const said = language.schedule(head, today, localAt(now).time)
  const times = said && said.times.length > 0 ? said.times : rule && [...rule.times]
  const on = said?.on ?? rule?.on
  const written = schedule.text === null ? undefined : (freeText ?? schedule.text)
  return {
    kind: kindOf(schedule),
    ...(written === undefined ? {} : { text: written }),
    ...(on && { days: { on } }),
    ...(times && { times: { times, said: true } }),
    unit: schedule.unit_id,
    groups: reachSaid(head) ?? reachOf(schedule),
    replaces: schedule.id,
  }
}
