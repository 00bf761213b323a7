import { defineCommand } from '../src/command/command.ts'
import { refuse } from '../src/replies/refusal.ts'
import { mayAnywhere, namedUnits } from '../src/replies/own-communes.ts'
import { alsoSaid } from '../src/reports/also-said.ts'
import { ownVillages } from '../src/reports/places.ts'
import { reportForm } from '../src/reports/report-form.ts'
import sentences from './sentences/report.ts'

export default defineCommand({
  name: 'report',
  slash: ['baocao', 'capnhat'],
  summary: 'summary-report',
  examples: ['báo cáo phân loại rác thôn Đoài được 150/210 hộ'],
  sentences,
  acts: true,
  twin: 'set-status',
  form: reportForm,
  async run(turn) {
    const villages = await ownVillages(turn)
    const named = (await namedUnits(turn, 'submit-report')).filter(({ level }) => level === 'thon')
    const [other] = named
    if (other && !named.some(({ id }) => villages.some((village) => village.id === id)))
      return refuse(turn, 'submit-report', other)
    const [place] = turn.speaker.grants
    if (villages.length === 0) {
      // The same words of an officer set the commune's own figure.
      if (mayAnywhere(turn, 'set-status')) return turn.instead('set-status')
      if (!place) return { text: turn.say('report-stranger') }
      return refuse(turn, 'submit-report', { path: place.unitPath, name: place.unitName, level: place.unitLevel })
    }
    const also = alsoSaid(turn)
    return turn.begin(also === undefined ? {} : { also })
  },
})
