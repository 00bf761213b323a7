import type { Reply, Turn } from '../command/command.ts'
import { may, type Action } from '../people/permissions.ts'
import { refuse } from '../replies/refusal.ts'
import { audit } from '../store/audit.ts'
import { findReport, moveReport, type Report } from '../store/reports.ts'
import type { ReportState } from '../store/schema.ts'
import { applyApproval, takeBackApproval } from './approved.ts'
import { fixedFromIt, tellWhenComplete } from './coverage.ts'
import { reportLine, stateSaid } from './describe.ts'
import { amendReview } from './officers.ts'

type Needed = Turn<never>

/** A decision that may be taken now, or what to say instead. */
export type Decidable = { ok: true; report: Report; by: string } | { ok: false; reply: Reply }

/** Whether the speaker may decide on a report now: in private, with the right, not on one's own, and while it waits. */
export async function mayDecide(
  turn: Needed,
  id: number,
  action: Extract<Action, 'review-report' | 'reopen-approval'> = 'review-report',
  from: ReportState = 'waiting',
): Promise<Decidable> {
  const { say, chat, speaker } = turn
  const no = (text: string): Decidable => ({ ok: false, reply: { text } })
  if (chat.kind === 'group') return no(say('review-in-private'))
  const report = await findReport(turn.db, id)
  const { personId } = speaker
  if (!personId) return no(say('pending-stranger'))
  if (!report) return no(say('report-unknown', { id }))
  const unit = { level: report.unit_level, name: report.unit_name, path: report.unit_path }
  if (!may(speaker, action, unit)) return { ok: false, reply: await refuse(turn, action, unit) }
  if (report.submitted_by === personId) return no(say('review-own', { id }))
  if (report.state !== from) return no(say('review-late', { id, state: stateSaid(turn, report) }))
  return { ok: true, report, by: personId }
}

export async function approve(turn: Needed, id: number): Promise<Reply> {
  return decide(turn, id, 'approved')
}

/** @param reason required: the submitter has to know what to do about it. */
export async function giveBack(turn: Needed, id: number, reason: string): Promise<Reply> {
  return decide(turn, id, 'returned', reason)
}

async function decide(turn: Needed, id: number, to: 'approved' | 'returned', reason?: string): Promise<Reply> {
  const { db, say, now } = turn
  const decidable = await mayDecide(turn, id)
  if (!decidable.ok) return decidable.reply
  const { report, by } = decidable
  if (!(await moveReport(db, id, 'waiting', to, { by, at: now, reason }))) return lost(turn, id)
  const decided = (await findReport(db, id)) ?? report
  const change = to === 'approved' ? await applyApproval(turn, decided) : undefined
  await note(turn, decided, `report.${to === 'approved' ? 'approve' : 'return'}`, 'waiting')
  await amendReview(turn, decided)
  if (to === 'approved') await tellWhenComplete(turn, decided)
  const line = reportLine(turn, report)
  await turn.tell(report.submitted_by, `report:${id}:${to}:${now.getTime()}`, {
    text: [
      say(to === 'approved' ? 'told-approved' : 'told-returned', {
        id,
        line,
        person: decided.decider ?? '',
        reason: reason ?? '',
      }),
      ...(change?.toAuthor ?? []),
    ].join('\n'),
    choices:
      to === 'returned' ? [{ label: say('told-correct'), ask: { command: 'correct', subject: String(id) } }] : [],
  })
  return {
    text: [say(to === 'approved' ? 'review-approved' : 'review-returned', { id, line }), ...(change?.here ?? [])].join(
      '\n',
    ),
  }
}

/** Its author takes a report back while nobody has decided on it. */
export async function withdraw(turn: Needed, id: number): Promise<Reply> {
  const { db, say, now, speaker } = turn
  const report = await findReport(db, id)
  if (!report || !speaker.personId) return { text: say('report-unknown', { id }) }
  const unit = { level: report.unit_level, name: report.unit_name, path: report.unit_path }
  if (report.submitted_by !== speaker.personId) return { text: say('withdraw-not-own', { id }) }
  if (!may(speaker, 'withdraw-report', unit)) return refuse(turn, 'withdraw-report', unit)
  const moved = await moveReport(db, id, 'waiting', 'withdrawn', { by: speaker.personId, at: now })
  if (!moved) return lost(turn, id)
  await note(turn, { ...report, state: 'withdrawn' }, 'report.withdraw', 'waiting')
  await amendReview(turn, (await findReport(db, id)) ?? report)
  return { text: say('withdraw-done', { id, line: reportLine(turn, report) }) }
}

/** An approval is taken back: the report waits again, and what it changed is as it was before. */
export async function reopen(turn: Needed, id: number, reason: string): Promise<Reply> {
  const { db, say, now } = turn
  const decidable = await mayDecide(turn, id, 'reopen-approval', 'approved')
  if (!decidable.ok) return decidable.reply
  const { report, by } = decidable
  if (!(await moveReport(db, id, 'approved', 'waiting', { by, at: now, reason }))) return lost(turn, id)
  await takeBackApproval(turn, report)
  await amendReview(turn, { ...report, state: 'waiting' })
  await note(turn, { ...report, state: 'waiting' }, 'report.reopen', 'approved')
  const line = reportLine(turn, report)
  await turn.tell(report.submitted_by, `report:${id}:reopened:${now.getTime()}`, {
    text: say('told-reopened', { id, line, person: turn.speaker.name ?? '', reason }),
  })
  return { text: [say('reopen-done', { id, line }), ...(await fixedFromIt(turn, report))].join('\n') }
}

/** Somebody was faster: who and when. */
async function lost(turn: Needed, id: number): Promise<Reply> {
  const report = await findReport(turn.db, id)
  if (!report) return { text: turn.say('report-unknown', { id }) }
  return { text: turn.say('review-late', { id, state: stateSaid(turn, report) }) }
}

async function note({ db, now, speaker, channel }: Needed, report: Report, action: string, before: ReportState) {
  await audit(db, {
    at: now,
    person_id: speaker.personId ?? null,
    channel,
    action,
    unit_id: report.unit_id,
    subject: `${report.set_id}/${report.indicator}`,
    before: JSON.stringify({
      report: report.id,
      state: before,
    }),
    after: JSON.stringify({
      report: report.id,
      state: report.state,
    }),
  })
}
