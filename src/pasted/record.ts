import type { Turn } from '../command/command.ts'
import { audit } from '../store/audit.ts'
import { oneWriter } from '../store/one-writer.ts'
import { recordStatuses } from '../store/statuses.ts'
import { recordSummaries } from '../store/summaries.ts'
import { freshUnmet, hasFreshTotals, type Planned } from './plan.ts'
import type { KeptText } from './source.ts'

/** How many rows became new history; what repeats what stands is no row. */
export interface Recorded {
  totals: number
  indicators: number
  unchanged: number
}

/**
 * Appends a report's totals and its unmet indicators, as the speaker's, with one line in the audit for each commune and set,
 * which names the kept text by its hash.
 */
export async function record(
  turn: Turn<never>,
  planned: readonly Planned[],
  source: string,
  text: KeptText,
): Promise<Recorded> {
  const { db, catalogs, now, speaker, channel } = turn
  await oneWriter(db)
  const at = now.toISOString()
  const recorded_by = speaker.personId
  const statuses = planned.flatMap((plan) =>
    freshUnmet(plan).map(({ code }) => ({
      unit_id: plan.unit.id,
      set_id: plan.set.id,
      indicator: code,
      state: 'unmet' as const,
      value: null,
      as_of: plan.asOf,
      source,
      recorded_by,
    })),
  )
  const summaries = planned.filter(hasFreshTotals).map(({ unit, set, asOf, report }) => {
    const { criteria_met, indicators_met } = report
    return { unit_id: unit.id, set_id: set.id, as_of: asOf, criteria_met, indicators_met, source, recorded_by }
  })
  const lists = await recordStatuses(db, statuses, catalogs, at)
  const totals = await recordSummaries(db, summaries, catalogs, at)
  for (const { unit, set, asOf, unmet, report, standing } of planned)
    await audit(db, {
      at: now,
      person_id: speaker.personId ?? null,
      channel,
      action: 'report.read',
      unit_id: unit.id,
      subject: set.id,
      before: standing
        ? JSON.stringify({
            as_of: standing.reported_as_of,
            criteria_met: standing.reported_criteria_met,
            indicators_met: standing.reported_indicators_met,
          })
        : null,
      after: JSON.stringify({
        as_of: asOf,
        criteria_met: report.criteria_met,
        indicators_met: report.indicators_met,
        unmet: unmet.map(({ code }) => code),
        text: text.sha256,
      }),
    })
  return {
    totals: totals.added + totals.changed,
    indicators: lists.added + lists.changed,
    unchanged: lists.unchanged + totals.unchanged + keptRows(planned),
  }
}

/** Rows of the reports that stand already as they say: not recorded again, so that they keep their source. */
function keptRows(planned: readonly Planned[]): number {
  return planned.reduce((sum, plan) => {
    const { criteria_met, indicators_met } = plan.report
    const totals = (criteria_met !== null || indicators_met !== null) && !hasFreshTotals(plan)
    return sum + plan.unmet.length - freshUnmet(plan).length + (totals ? 1 : 0)
  }, 0)
}
