import type { Reply, Turn } from '../command/command.ts'
import { refuse } from '../replies/refusal.ts'
import type { Report } from '../store/reports.ts'
import { day } from '../wording/figures.ts'
import { dayOf } from '../wording/moment.ts'
import { reportLine } from './describe.ts'
import { reviewChoices } from './officers.ts'
import { mayReviewAnywhere } from './report-ids.ts'

const MOST = 10

/** What waits, the oldest first, and how to decide on it. */
export async function pendingReply(turn: Turn<never>, waiting: readonly Report[]): Promise<Reply> {
  const { say, speaker, chat } = turn
  if (!mayReviewAnywhere(speaker)) {
    const [place] = speaker.grants
    if (!place) return { text: say('pending-stranger') }
    return refuse(turn, 'review-report', { path: place.unitPath, name: place.unitName, level: place.unitLevel })
  }
  if (chat.kind === 'group') return { text: say('review-in-private') }
  const [first] = waiting
  if (!first) return { text: say('pending-none') }
  const lines = waiting.slice(0, MOST).map((report) =>
    say('pending-line', {
      id: report.id,
      line: reportLine(turn, report),
      person: `${report.submitter}, ${day(dayOf(report.submitted_at))}`,
    }),
  )
  const more = waiting.length > MOST ? [say('pending-more', { count: waiting.length - MOST })] : []
  const text = [
    say('pending-title', { count: waiting.length }),
    ...lines,
    ...more,
    say('pending-hint', { id: first.id }),
  ].join('\n')
  const choices =
    waiting.length === 1
      ? reviewChoices(turn, first)
      : [{ label: say('pending-approve-all'), ask: { command: 'approve' } }]
  return { text, choices }
}
