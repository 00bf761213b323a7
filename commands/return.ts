import { defineCommand } from '../src/command/command.ts'
import { giveBack, mayDecide } from '../src/reports/decide.ts'
import { reasonForm } from '../src/reports/reason-form.ts'
import { pendingReply } from '../src/reports/pending.ts'
import { reportsMeant, waitingForReview } from '../src/reports/report-ids.ts'
import sentences from './sentences/return.ts'

/** The reason is required, and is what the submitter gets to read; no further confirmation. */
const form = reasonForm('return-ask-reason', giveBack)

export default defineCommand({
  name: 'return',
  slash: ['tralai'],
  summary: 'summary-return',
  examples: ['trả lại 12: thiếu ảnh'],
  sentences,
  acts: true,
  asked: 'pending',
  denied: 'return',
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
