import { defineCommand } from '../src/command/command.ts'
import { mayDecide, reopen } from '../src/reports/decide.ts'
import { reasonForm } from '../src/reports/reason-form.ts'
import { readReportIds } from '../src/reports/report-ids.ts'
import sentences from './sentences/reopen.ts'

const form = reasonForm('reopen-ask-reason', reopen)

/** Takes an approval back, explicitly: the report waits again. */
export default defineCommand({
  name: 'reopen',
  slash: ['molai'],
  summary: 'summary-reopen',
  examples: ['mở lại báo cáo 12'],
  sentences,
  acts: true,
  asked: 'pending',
  form,
  async run(turn) {
    const [id] = turn.subject === undefined ? readReportIds(turn.text) : [Number(turn.subject)]
    if (id === undefined) return { text: turn.say('reopen-which') }
    const decidable = await mayDecide(turn, id, 'reopen-approval', 'approved')
    return decidable.ok ? turn.begin({ report: id }) : decidable.reply
  },
})
