import { z } from 'zod'
import { defineCommand } from '../src/command/command.ts'
import { defineForm } from '../src/command/form.ts'
import { mayDecide, reopen } from '../src/reports/decide.ts'
import { readReason } from '../src/reports/reason.ts'
import { readReportIds } from '../src/reports/report-ids.ts'
import sentences from './sentences/reopen.ts'

const form = defineForm<{ report: number; reason: string }>({
  version: 1,
  given: { report: z.number() },
  steps: [
    {
      name: 'reason',
      label: 'review-label-reason',
      value: z.string().min(3),
      takesAnyText: true,
      ask: ({ say }, { report = 0 }) => ({ text: say('reopen-ask-reason', { id: report }) }),
      parse: ({ text }) => (text.trim().length < 3 ? undefined : { value: text.trim() }),
      hear: ({ text }) => readReason(text),
    },
  ],
  submit: (turn, { report, reason }) => reopen(turn, report, reason),
})

/** Takes an approval back, explicitly: the report waits again. */
export default defineCommand({
  name: 'reopen',
  slash: ['molai'],
  summary: 'summary-reopen',
  examples: ['mở lại báo cáo 12'],
  sentences,
  acts: true,
  form,
  async run(turn) {
    const [id] = turn.subject === undefined ? readReportIds(turn.text) : [Number(turn.subject)]
    if (id === undefined) return { text: turn.say('reopen-which') }
    const decidable = await mayDecide(turn, id, 'reopen-approval', 'approved')
    return decidable.ok ? turn.begin({ report: id }) : decidable.reply
  },
})
