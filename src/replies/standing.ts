import type { CriteriaSet } from '../criteria/criteria-set.ts'
import type { Provenance } from '../criteria/provenance.ts'
import type { Standing } from '../store/figures.ts'
import { day } from '../wording/figures.ts'
import { capitalised } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'
import { countsOf, type Counts } from './counts.ts'
import { sourceLine } from './source-line.ts'

/** The figures of a standing that are to be said first: the reported totals or what the list adds up to. */
export interface Leading extends Counts {
  by: 'report' | 'list'
  told: Provenance
}

/** Whether the list tells of every indicator; one that leaves some open says less than a report of totals. */
export function isWholeList({ presumed, indicators_unassessed }: Standing): boolean {
  return presumed === 1 || indicators_unassessed === 0
}

/** Whether the list is newer than the reported totals, but too short to stand in their place. */
export function isPartlyUpdated(standing: Standing): boolean {
  const { as_of, reported_as_of } = standing
  return as_of !== null && reported_as_of !== null && as_of > reported_as_of && !isWholeList(standing)
}

/**
 * The reported totals lead while they are at least as new as the list: they are what the office stands by. A newer
 * list leads over an older report, if it is a whole one. Undefined where there is neither.
 */
export function leadingFigures(standing: Standing): Leading | undefined {
  const { as_of, reported_as_of } = standing
  if (reported_as_of !== null && (as_of === null || reported_as_of >= as_of || isPartlyUpdated(standing)))
    return {
      by: 'report',
      criteria: standing.reported_criteria_met,
      indicators: standing.reported_indicators_met,
      told: { from: reported_as_of, to: reported_as_of, source: standing.reported_source ?? '', others: 0 },
    }
  if (as_of === null) return undefined
  const { criteria_met, indicators_met, source, since, other_sources } = standing
  const told = { from: since ?? as_of, to: as_of, source: source ?? '', others: other_sources }
  return { by: 'list', criteria: criteria_met, indicators: indicators_met, told }
}

/** `15/19 tiêu chí, 52/57 chỉ tiêu` with set, date and source, and a word where list and report disagree. */
export function standingLines(say: Say, set: CriteriaSet, standing: Standing): string[] {
  const leading = leadingFigures(standing)
  if (!leading) return []
  return [
    say('standing', { set: set.short_name, counts: countsOf(say, set, leading) }),
    sourceLine(say, leading.told),
    ...(leading.by === 'report' ? listBesideReport(say, set, standing) : reportBesideList(say, set, standing)),
  ]
}

function listBesideReport(say: Say, set: CriteriaSet, standing: Standing): string[] {
  if (standing.as_of === null) return [say('standing-totals-only')]
  const { criteria, indicators } = set.official_counts
  const lines: string[] = []
  const reported = { criteria: standing.reported_criteria_met, indicators: standing.reported_indicators_met }
  const wholeList = isWholeList(standing)
  if (isPartlyUpdated(standing))
    lines.push(
      say('standing-later-updates', {
        day: day(standing.as_of),
        met: standing.indicators_met,
        unmet: standing.indicators_unmet,
        reported: day(standing.reported_as_of ?? ''),
      }),
    )
  else if (!wholeList) lines.push(...shortListLines(say, set, standing))
  if (wholeList && reported.indicators !== null && reported.indicators !== standing.indicators_met) {
    const listed = standing.indicators_met
    const difference = Math.abs(listed - reported.indicators)
    lines.push(
      standing.presumed === 1
        ? say('standing-listed-differs', { unmet: standing.indicators_unmet, listed, total: indicators, difference })
        : say('standing-listed-total', { day: day(standing.as_of), listed, total: indicators, difference }),
    )
  }
  if (wholeList && reported.criteria !== null && reported.criteria !== standing.criteria_met)
    lines.push(
      say('standing-listed-criteria-differ', {
        listed: standing.criteria_met,
        total: criteria,
        difference: Math.abs(standing.criteria_met - reported.criteria),
      }),
    )
  return lines
}

/** Of a list that does not tell of every indicator: that the totals are the report's, and where the two cannot both be true. */
function shortListLines(say: Say, set: CriteriaSet, standing: Standing): string[] {
  const { indicators_unmet: unmet, indicators_unassessed, reported_indicators_met: reported } = standing
  const total = set.official_counts.indicators
  const named = total - indicators_unassessed
  const open = reported === null ? total : total - reported
  return [
    say('standing-short-list', { named, total }),
    ...(unmet > open ? [say('standing-too-many-unmet', { unmet, open })] : []),
  ]
}

function reportBesideList(say: Say, set: CriteriaSet, standing: Standing): string[] {
  const open = [
    { count: standing.indicators_unmet, key: 'open-unmet' },
    { count: standing.indicators_unassessed, key: 'open-unassessed' },
    { count: standing.indicators_not_applicable, key: 'open-not-applicable' },
  ] as const
  const parts = open.filter(({ count }) => count > 0).map(({ count, key }) => say(key, { count }))
  const lines = parts.length > 0 ? [`${capitalised(parts.join(', '))}.`] : []
  const { reported_as_of, reported_criteria_met: criteria, reported_indicators_met: indicators } = standing
  if (reported_as_of !== null)
    lines.push(
      say('standing-older-report', { day: day(reported_as_of), counts: countsOf(say, set, { criteria, indicators }) }),
    )
  return lines
}

/** `14` or `14.2`, for codes in a list with the words people use: `17.5 phân loại rác`. */
export function shortIndicator(set: CriteriaSet, code: string): string {
  for (const criterion of set.criteria)
    for (const indicator of criterion.indicators)
      if (indicator.code === code) return `${code} ${indicator.aliases[0] ?? indicator.name}`
  return code
}
