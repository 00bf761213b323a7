import type { Turn } from '../command/command.ts'
import type { Report } from '../store/reports.ts'
import { recordStatuses, type StatusRecord } from '../store/statuses.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { statusBefore } from '../store/figures-before.ts'
import { closeAfterFigure } from '../tasks/closing.ts'
import { unitName } from '../wording/names.ts'
import { stateOf } from './describe.ts'
import { valueOf } from './figure.ts'
import { figureOf } from './figure-words.ts'
import { communeOf } from './places.ts'
import { indicatorOf, refTo } from './values.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'catalogs' | 'now' | 'speaker'>
type Closing = Needed & Pick<Turn, 'tell'>

/**
 * What an approval brings about: the village's own status, and the end of the village's task on it. The commune's figure is not touched here; it is added up from
 * the approved reports of its villages, and set by an officer.
 *
 * @returns lines to say about it, here and to its author.
 */
export async function applyApproval(turn: Closing, report: Report): Promise<{ here: string[]; toAuthor: string[] }> {
  const unit = await unitOf(turn, report)
  const { indicator } = indicatorOf(turn, { set: report.set_id, code: report.indicator })
  const ref = refTo(turn, report.set_id, report.indicator)
  if (!ref) return { here: [], toAuthor: [] }
  const figure = figureOf(indicator, report)
  const place = (await communeOf(turn.db, unit)) ?? unit
  const state = stateOf(turn, ref, figure, place, report.as_of)
  const value = valueOf(figure)
  await tell(turn, report, {
    state,
    value: value === undefined ? null : Math.round(value * 100) / 100,
    source: turn.say('report-source', {
      id: report.id,
      unit: unitName(turn.say, unit),
    }),
  })
  const { here, toAuthor } = await closeAfterFigure(turn, report.unit_id, report.set_id, report.submitted_by)
  return { here: [...(state === 'unassessed' ? [turn.say('report-undecided')] : []), ...here], toAuthor }
}

/** What a reopened approval takes back: the village's status is again what it was before. */
export async function takeBackApproval(turn: Needed, report: Report): Promise<void> {
  const before = await statusBefore(turn.db, report)
  await tell(turn, report, {
    state: before?.state ?? 'unassessed',
    value: before?.value ?? null,
    source: turn.say('report-source-reopened', {
      id: report.id,
      source: before?.source ?? '–',
    }),
  })
}

async function tell(
  { db, catalogs, now, speaker }: Needed,
  { unit_id, set_id, indicator, as_of }: Report,
  told: Pick<StatusRecord, 'state' | 'value' | 'source'>,
): Promise<void> {
  const row = { unit_id, set_id, indicator, as_of, ...told, recorded_by: speaker.personId }
  await recordStatuses(db, [row], catalogs, now.toISOString())
}

async function unitOf({ db }: Needed, { unit_id }: Report): Promise<Unit> {
  const [unit] = await findUnits(db, [unit_id])
  if (!unit) throw new Error(`no unit ${unit_id}`)
  return unit
}
