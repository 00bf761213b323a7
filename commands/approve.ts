import { z } from 'zod'
import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { defineForm } from '../src/command/form.ts'
import { may } from '../src/people/permissions.ts'
import { approve } from '../src/reports/decide.ts'
import { reportLine } from '../src/reports/describe.ts'
import { pendingReply } from '../src/reports/pending.ts'
import { reportsMeant, waitingForReview } from '../src/reports/report-ids.ts'
import { findReport } from '../src/store/reports.ts'
import sentences from './sentences/approve.ts'

/** Several at once are shown together and confirmed; one that was named or pressed is approved at once. */
const form = defineForm<{ ids: number[] }>({
  version: 1,
  confirmedBy: /^duyet(?: di| luon| ngay| nhe)*$/,
  steps: [],
  given: { ids: z.array(z.number()) },
  async confirm(turn, { ids }) {
    const reports = await Promise.all(ids.map((id) => findReport(turn.db, id)))
    // Any number can be typed; what a report says is for those who review it.
    const lines = reports.flatMap((report) =>
      report && may(turn.speaker, 'review-report', { path: report.unit_path })
        ? [turn.say('pending-line', { id: report.id, line: reportLine(turn, report), person: report.submitter })]
        : [],
    )
    return [turn.say('approve-several', { count: lines.length }), ...lines].join('\n')
  },
  submit: (turn, { ids }) => approveAll(turn, ids),
})

async function approveAll(turn: Turn<never>, ids: readonly number[]): Promise<Reply> {
  const texts: string[] = []
  for (const id of ids) texts.push((await approve(turn, id)).text)
  return { text: texts.join('\n\n') }
}

export default defineCommand({
  name: 'approve',
  slash: ['duyet'],
  summary: 'summary-approve',
  examples: ['duyệt báo cáo 12', 'duyệt hết'],
  sentences,
  acts: true,
  asked: 'pending',
  denied: 'return',
  form,
  async run(turn) {
    const { say, chat } = turn
    if (chat.kind === 'group') return { text: say('review-in-private') }
    const waiting = await waitingForReview(turn)
    const { ids, explicit } = await reportsMeant(turn, waiting)
    const [first] = ids
    const isOne = ids.length === 1 || !waiting.some(({ id }) => ids.includes(id))
    if (explicit && isOne && first !== undefined) return approve(turn, first)
    return ids.length === 0 ? pendingReply(turn, waiting) : turn.begin({ ids })
  },
})
