import { z } from 'zod'
import { defineCommand, type Turn } from '../src/command/command.ts'
import { defineForm } from '../src/command/form.ts'
import { giveBack, mayDecide } from '../src/reports/decide.ts'
import { readReason } from '../src/reports/reason.ts'
import { pendingReply } from '../src/reports/pending.ts'
import { reportsMeant, waitingForReview } from '../src/reports/report-ids.ts'
import sentences from './sentences/return.ts'

/** The reason is required, and is what the submitter gets to read; no further confirmation. */
const form = defineForm<{ report: number; reason: string }>({
  version: 1,
  given: { report: z.number() },
  steps: [
    {
      name: 'reason',
      label: 'review-label-reason',
      value: z.string().min(3),
      takesAnyText: true,
      ask: ({ say }: Turn<never>, { report = 0 }) => ({ text: say('return-ask-reason', { id: report }) }),
      parse: ({ text }) => (text.trim().length < 3 ? undefined : { value: text.trim() }),
      hear: ({ text }) => readReason(text),
    },
  ],
  submit: (turn, { report, reason }) => giveBack(turn, report, reason),
})

export default defineCommand({
  name: 'return',
  slash: ['tralai'],
  summary: 'summary-return',
  examples: ['trả lại 12: thiếu ảnh'],
  sentences,
  acts: true,
  form,
  async run(turn) {
    const waiting = await waitingForReview(turn)
    const { ids } = await reportsMeant(turn, waiting)
    const [id] = ids
    if (id === undefined || ids.length > 1) return pendingReply(turn, waiting)
    const decidable = await mayDecide(turn, id)
    return decidable.ok ? turn.begin({ report: id }) : decidable.reply
  },
})
