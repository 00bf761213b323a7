import type { Criterion, CriterionState, CriteriaSet, IndicatorState } from './criteria-set.ts'

/** Where a unit stands on a set. The parts of `indicators` and of `criteria` add up to their `total`. */
export interface Standing {
  indicators: { met: number; unmet: number; not_applicable: number; unassessed: number; total: number }
  criteria: { met: number; unmet: number; unassessed: number; total: number }
  /** The criteria that are not met because of these indicators, in the set's order. */
  unmet: { no: number; codes: string[] }[]
}

/**
 * Counts a set. `states` holds what is known of its indicators by code; a code that the set does not have counts for
 * nothing. An indicator that is not in `states` is unassessed, or met where `presumedMet`: a report that lists only what
 * is unmet implies that the rest is met.
 *
 * Where the set's list is not loaded yet (`complete` is false) the totals are those of the decision, and what the list
 * does not name is unassessed: nothing is presumed of it, and no criterion of it is met.
 */
export function countSet(
  set: CriteriaSet,
  states: ReadonlyMap<string, IndicatorState>,
  presumedMet: boolean,
): Standing {
  const otherwise = presumedMet ? 'met' : 'unassessed'
  const indicators = { met: 0, unmet: 0, not_applicable: 0, unassessed: 0 }
  const criteria = { met: 0, unmet: 0, unassessed: 0 }
  const unmet: Standing['unmet'] = []
  for (const { no, indicators: listed } of set.criteria) {
    let codes: string[] | undefined
    let open = listed.length === 0 || !set.complete
    for (const { code } of listed) {
      const state = states.get(code) ?? otherwise
      indicators[state] += 1
      if (state === 'unmet') (codes ??= []).push(code)
      else if (state === 'unassessed') open = true
    }
    criteria[codes ? 'unmet' : open ? 'unassessed' : 'met'] += 1
    if (codes) unmet.push({ no, codes })
  }
  const total = totalsOf(set)
  indicators.unassessed = total.indicators - indicators.met - indicators.unmet - indicators.not_applicable
  criteria.unassessed = total.criteria - criteria.met - criteria.unmet
  return {
    indicators: { ...indicators, total: total.indicators },
    criteria: { ...criteria, total: total.criteria },
    unmet,
  }
}

/** A complete set is as large as its list, which its file's check holds to the official counts. */
function totalsOf({ complete, criteria, official_counts }: CriteriaSet): CriteriaSet['official_counts'] {
  if (!complete) return official_counts
  return { criteria: criteria.length, indicators: criteria.reduce((sum, { indicators }) => sum + indicators.length, 0) }
}

/**
 * Unmet when one of its indicators is, met when all of them are met or not applicable and there is at least one, else
 * unassessed. `states` and `presumedMet` are those of {@link countSet}.
 */
export function criterionState(
  { indicators }: Criterion,
  states: ReadonlyMap<string, IndicatorState>,
  presumedMet: boolean,
): CriterionState {
  const otherwise = presumedMet ? 'met' : 'unassessed'
  const present = indicators.map(({ code }) => states.get(code) ?? otherwise)
  if (present.includes('unmet')) return 'unmet'
  return present.length === 0 || present.includes('unassessed') ? 'unassessed' : 'met'
}

/** Totals as a report gave them; what it does not give is null. */
export interface ReportedTotals {
  criteria: number | null
  indicators: number | null
}

export interface Disagreement {
  kind: 'criteria' | 'indicators'
  reported: number
  listed: number
}

/**
 * Where reported totals cannot be true of the list. What is unassessed may be met for all that the list says, and a
 * report may count what is not applicable as met, so a total is only wrong below `met` or above all of these together.
 */
export function compareTotals(reported: ReportedTotals, { criteria, indicators }: Standing): Disagreement[] {
  const bounds = [
    { kind: 'criteria', listed: criteria.met, most: criteria.met + criteria.unassessed },
    { kind: 'indicators', listed: indicators.met, most: indicators.total - indicators.unmet },
  ] as const
  return bounds.flatMap(({ kind, listed, most }) => {
    const told = reported[kind]
    return told !== null && (told < listed || told > most) ? [{ kind, reported: told, listed }] : []
  })
}
