import { defineCommand, type Reply } from '../src/command/command.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { refuse, refuseRole } from '../src/replies/refusal.ts'
import { mayAnywhere, namedUnits } from '../src/replies/own-communes.ts'
import { ownVillages } from '../src/reports/places.ts'
import { setStatusForm } from '../src/reports/set-status-form.ts'
import sentences from './sentences/set-status.ts'

export default defineCommand({
  name: 'set-status',
  slash: ['ketqua'],
  summary: 'summary-set-status',
  examples: ['cập nhật chỉ tiêu 8.5 đạt', 'cập nhật 17.5 nâng cao 86,4% chưa đạt, nguồn báo cáo quý 3'],
  sentences,
  acts: true,
  twin: 'report',
  form: setStatusForm,
  async run(turn): Promise<Reply | Reply[]> {
    if (!mayAnywhere(turn, 'set-status')) {
      // The same words of a village head are a report.
      if ((await ownVillages(turn)).length > 0) return turn.instead('report')
      return refuseRole(turn, turn.say('summary-set-status'), rolesThatMay('set-status'), 'set-status')
    }
    const named = await namedUnits(turn, 'set-status')
    const [village] = named.filter(({ level }) => level === 'thon')
    if (village && named.every(({ level }) => level === 'thon')) {
      const own = (await ownVillages(turn)).some(({ id }) => id === village.id)
      return own ? turn.instead('report') : refuse(turn, 'submit-report', village)
    }
    const communes = named.filter(({ level }) => level === 'xa')
    const [other] = communes
    if (other && !communes.some((unit) => may(turn.speaker, 'set-status', unit)))
      return refuse(turn, 'set-status', other)
    return turn.begin()
  },
})
