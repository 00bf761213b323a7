import { defineCommand } from '../src/command/command.ts'
import { pendingReply } from '../src/reports/pending.ts'
import { waitingForReview } from '../src/reports/report-ids.ts'
import sentences from './sentences/pending.ts'

export default defineCommand({
  name: 'pending',
  slash: ['choduyet'],
  summary: 'summary-pending',
  examples: ['chờ duyệt'],
  sentences,
  run: async (turn) => pendingReply(turn, await waitingForReview(turn)),
})
