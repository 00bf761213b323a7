import type { Choice, Turn } from '../command/command.ts'
import { evidenceOf, type Report } from '../store/reports.ts'
import { officersOver, type RoleHolder } from '../store/roster.ts'
import type { Unit } from '../store/units.ts'
import { describe, reportLine, stateSaid } from './describe.ts'
import { figureOf } from './figure-words.ts'
import { communeOf } from './places.ts'
import { indicatorOf, refTo } from './values.ts'

/** How many officers of a commune are told. */
export const MOST_OFFICERS = 20

type Needed = Pick<Turn, 'db' | 'say' | 'catalogs' | 'tell' | 'attach'>

/** Puts a report before each officer in private, to approve or to return. */
export async function tellOfficers(
  turn: Needed,
  officers: readonly RoleHolder[],
  unit: Unit,
  report: Report,
  replaced?: Report,
): Promise<void> {
  const text = await reviewText(turn, unit, report, replaced)
  for (const { personId } of officers) await tellOne(turn, personId, report, text)
}

/** What the officers were told of a report is brought up to date: who decided on it and when, and no buttons. */
export async function amendReview(turn: Pick<Turn, 'db' | 'say' | 'catalogs' | 'amend' | 'now'>, report: Report) {
  const { db, say, amend, now } = turn
  const { id, state, unit_path } = report
  const standing = say('review-now', { id, line: reportLine(turn, report), state: stateSaid(turn, report) })
  const text = state === 'waiting' ? [standing, say('review-hint', { id })].join('\n') : standing
  for (const { personId } of await officersOver(db, unit_path, ['commune_officer'], MOST_OFFICERS))
    await amend(personId, reviewKey(report, personId), `report:${id}:${state}:${now.getTime()}:${personId}`, { text })
}

function reviewKey({ id }: Report, personId: string): string {
  return `report:${id}:review:${personId}`
}

/** What supports the report comes first, so that what is to be decided stands last, with its buttons. */
async function tellOne(turn: Needed, personId: string, report: Report, text: string): Promise<void> {
  const { say, db, tell, attach } = turn
  const key = reviewKey(report, personId)
  for (const [index, file] of (await evidenceOf(db, report.id)).entries())
    await tell(personId, `${key}:file:${index}`, {
      text: say('review-evidence', { id: report.id, number: index + 1 }),
      file: attach(file, `bao-cao-${report.id}-${index + 1}`),
    })
  await tell(personId, key, { text, choices: reviewChoices(turn, report) })
}

async function reviewText(turn: Needed, unit: Unit, report: Report, replaced?: Report): Promise<string> {
  const { say, db } = turn
  const { indicator } = indicatorOf(turn, { set: report.set_id, code: report.indicator })
  const ref = refTo(turn, report.set_id, report.indicator)
  if (!ref) throw new Error(`no indicator ${report.indicator} in ${report.set_id}`)
  const place = (await communeOf(db, unit)) ?? unit
  const evidence = await evidenceOf(db, report.id)
  return [
    say(report.corrects === null ? 'review-title' : 'review-title-again', { id: report.id, person: report.submitter }),
    ...(await describe(turn, unit, ref, figureOf(indicator, report), report.as_of, place)),
    ...(evidence.length > 0 ? [say('report-evidence', { count: evidence.length })] : []),
    ...(report.note ? [say('report-note', { note: report.note })] : []),
    ...(replaced ? [say('review-before', { line: reportLine(turn, replaced), id: replaced.id })] : []),
    say('review-hint', { id: report.id }),
  ].join('\n')
}

/** The buttons of a report that waits; they name it, and its state and the right are looked up when they are pressed. */
export function reviewChoices({ say }: Pick<Turn, 'say'>, { id }: Report): Choice[] {
  return [
    { label: say('review-approve'), ask: { command: 'approve', subject: String(id) } },
    { label: say('review-return'), ask: { command: 'return', subject: String(id) } },
  ]
}
