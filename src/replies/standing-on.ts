import { countSet } from '../criteria/count.ts'
import { listColumns } from '../criteria/provenance.ts'
import type { CriteriaSet, IndicatorState } from '../criteria/criteria-set.ts'
import { summariesOf } from '../store/changes.ts'
import { statusesUntil, summaryOn, type Standing, type Status, type Summary } from '../store/figures.ts'
import type { Db } from '../store/schema.ts'

/** The newest status of each indicator in rows that come oldest first. */
export function latestOf(rows: readonly Status[]): Map<string, Status> {
  return new Map(rows.map((row) => [row.indicator, row]))
}

/**
 * Whether a report of totals names only what is unmet, so that the rest counts as met: the list as it stood on the
 * report's day has something unmet and nothing met. `rows` come oldest first.
 */
export function namesOnlyUnmet(rows: readonly Status[], summary: Pick<Summary, 'as_of'>): boolean {
  const then = [...latestOf(rows.filter(({ as_of }) => as_of <= summary.as_of)).values()]
  return then.some(({ state }) => state === 'unmet') && !then.some(({ state }) => state === 'met')
}

/** Where a unit stood on a set on a day, worked out from the history; undefined when nothing was known yet. */
export async function standingOn(db: Db, unitId: string, set: CriteriaSet, day: string): Promise<Standing | undefined> {
  const rows = await statusesUntil(db, unitId, set.id, day)
  return standingFrom(unitId, set, rows, await summaryOn(db, unitId, set.id, day))
}

/**
 * Where a unit stood on each day that something is known of, oldest first.
 *
 * @param until the last of the days.
 */
export async function standingsThrough(
  db: Db,
  unitId: string,
  set: CriteriaSet,
  until: string,
): Promise<{ day: string; standing: Standing }[]> {
  const rows = await statusesUntil(db, unitId, set.id, until)
  const summaries = (await summariesOf(db, unitId, set.id)).filter(({ as_of }) => as_of <= until)
  const days = [...new Set([...rows, ...summaries].map(({ as_of }) => as_of))].sort()
  return days.flatMap((day) => {
    const known = rows.filter(({ as_of }) => as_of <= day)
    const summary = summaries.findLast(({ as_of }) => as_of <= day)
    const standing = standingFrom(unitId, set, known, summary)
    return standing ? [{ day, standing }] : []
  })
}

/** Where a unit stands by these rows, oldest first, and these reported totals; undefined where there is neither. */
export function standingFrom(
  unitId: string,
  set: CriteriaSet,
  rows: readonly Status[],
  summary: Summary | undefined,
): Standing | undefined {
  if (rows.length === 0 && !summary) return undefined
  const latest = latestOf(rows)
  const states = new Map<string, IndicatorState>([...latest].map(([code, { state }]) => [code, state]))
  const presumed = summary !== undefined && namesOnlyUnmet(rows, summary)
  const count = countSet(set, states, presumed)
  const listed = rows.length > 0
  const told = [...latest.values()].map((row) => ({ ...row, status_id: row.id }))
  return {
    unit_id: unitId,
    set_id: set.id,
    criteria_met: listed ? count.criteria.met : 0,
    criteria_unmet: listed ? count.criteria.unmet : 0,
    indicators_met: listed ? count.indicators.met : 0,
    indicators_unmet: listed ? count.indicators.unmet : 0,
    indicators_not_applicable: listed ? count.indicators.not_applicable : 0,
    indicators_unassessed: listed ? count.indicators.unassessed : 0,
    presumed: presumed ? 1 : 0,
    ...listColumns(told, presumed ? summary : undefined),
    reported_criteria_met: summary?.criteria_met ?? null,
    reported_indicators_met: summary?.indicators_met ?? null,
    reported_as_of: summary?.as_of ?? null,
    reported_source: summary?.source ?? null,
  }
}
