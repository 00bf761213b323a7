import { defineCommand, type Reply } from '../src/command/command.ts'
import { pickSchedule } from '../src/notices/pick-schedule.ts'
import { stopForm } from '../src/notices/stop-form.ts'
import { rolesThatMay } from '../src/people/permissions.ts'
import { refuseRole } from '../src/replies/refusal.ts'
import sentences from './sentences/stop-schedule.ts'

export default defineCommand({
  name: 'stop-schedule',
  slash: ['tatlich'],
  summary: 'summary-stop-schedule',
  examples: ['tắt lịch 1', 'tắt lịch'],
  sentences,
  acts: true,
  form: stopForm,
  async run(turn): Promise<Reply | Reply[]> {
    const roles = rolesThatMay('schedule-notice')
    if (!turn.speaker.grants.some(({ role }) => roles.includes(role)))
      return refuseRole(turn, turn.say('action-schedule-notice'), roles)
    const picked = await pickSchedule(turn)
    if (picked.kind === 'none') return { text: turn.say('schedules-none') }
    return turn.begin()
  },
})
