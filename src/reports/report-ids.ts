import type { Turn } from '../command/command.ts'
import { waitingWithin, type Report } from '../store/reports.ts'
import { may } from '../people/permissions.ts'
import { fold } from '../language/fold.ts'

/** An indicator's code is written with a dot; commas part the numbers of reports. */
const CODE = /\d+\.\d+/g
/** A day, or so many of so many. */
const FRACTION = /\d+\s*\/\s*\d+(?:\s*\/\s*\d+)?|\d+(?: ho)? tren(?: tong so)? \d+/g
/** What is counted is a figure. */
const COUNTED = /\d+(?:[.,]\d+)?\s*(?:%|(?:ho|nguoi|phan tram|trieu|thon|chi tieu|tieu chi)\b)/g

/** The numbers of reports in a text, each once: "duyệt 1,3", "duyệt báo cáo số 12 và 14". What follows a colon is a reason. */
export function readReportIds(text: string): number[] {
  const [head = ''] = text.split(':')
  const said = fold(head).replace(FRACTION, ' ').replace(COUNTED, ' ').replace(CODE, ' ')
  const numbers = said.match(/\d+/g) ?? []
  return [...new Set(numbers.map(Number))].filter(Number.isSafeInteger)
}

/** "duyệt hết", "duyệt tất cả". */
export function meansAll(text: string): boolean {
  return /\b(het|tat ca|toan bo|ca loat|tat)\b/.test(fold(text))
}

/** What waits for the speaker's review, the oldest first; never one's own. */
export async function waitingForReview({ db, speaker }: Pick<Turn, 'db' | 'speaker'>): Promise<Report[]> {
  const paths = speaker.grants.map(({ unitPath }) => unitPath)
  const waiting = await waitingWithin(db, [...new Set(paths)])
  return waiting.filter(
    (report) => report.submitted_by !== speaker.personId && may(speaker, 'review-report', { path: report.unit_path }),
  )
}

/** The reports that a text means: by number, all, or those of a village or an indicator that were named. */
export async function reportsMeant(
  turn: Pick<Turn, 'text' | 'subject' | 'mentions'>,
  waiting: readonly Report[],
): Promise<{ ids: number[]; explicit: boolean }> {
  if (turn.subject !== undefined) return { ids: [Number(turn.subject)], explicit: true }
  const ids = readReportIds(turn.text)
  if (ids.length > 0) return { ids, explicit: true }
  if (meansAll(turn.text)) return { ids: waiting.map(({ id }) => id), explicit: false }
  const { units, targets } = turn.mentions
  const unitIds = new Set(units.flatMap((mention) => mention.ids))
  const codes = targets.flatMap(({ readings }) => readings)
  const named = waiting.filter(
    (report) =>
      (unitIds.size === 0 || unitIds.has(report.unit_id)) &&
      (codes.length === 0 || codes.some(({ set, code }) => set === report.set_id && code === report.indicator)),
  )
  return { ids: named.map(({ id }) => id), explicit: false }
}

/** Whether the speaker reviews reports at all. */
export function mayReviewAnywhere({ grants }: Turn['speaker']): boolean {
  return grants.some(({ unitPath }) => may({ grants }, 'review-report', { path: unitPath }))
}
