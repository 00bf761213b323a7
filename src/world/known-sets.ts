import type { CriteriaSet } from '../criteria/criteria-set.ts'

/** What of a criteria set the checks ask for. */
export interface KnownSet {
  id: string
  /** False while the list of indicators is still to be loaded. */
  complete: boolean
  totals: { criteria: number; indicators: number }
  /** Each code to itself: rows of a file then share one text. */
  indicators: ReadonlyMap<string, string>
  /** Indicators' codes and criteria's numbers: what work can be given out on. */
  targets: ReadonlyMap<string, string>
}

export function knownSets(sets: Iterable<CriteriaSet>): Map<string, KnownSet> {
  return new Map(
    Array.from(sets, (set) => {
      const codes = set.criteria.flatMap((criterion) => criterion.indicators.map((indicator) => indicator.code))
      const targets = [...codes, ...set.criteria.map((criterion) => String(criterion.no))]
      const { id, complete, official_counts: totals } = set
      return [id, { id, complete, totals, indicators: toItself(codes), targets: toItself(targets) }]
    }),
  )
}

function toItself(texts: string[]): Map<string, string> {
  return new Map(texts.map((text) => [text, text]))
}

/** The regions that thresholds are given for; `chung` and the commune groups are no regions. */
export function knownRegions(sets: Iterable<CriteriaSet>): Set<string> {
  const keys = Array.from(sets).flatMap((set) => Object.keys(set.threshold_keys))
  return new Set(keys.filter((key) => key !== 'chung' && !key.startsWith('nhom-')))
}

/**
 * The code that a spreadsheet's number may also stand for: it writes `17.10` as the number 17.1, so that where both codes
 * exist nobody can tell which was meant.
 */
export function codeLike(code: string, codes: ReadonlyMap<string, string>): string | undefined {
  if (!code.includes('.')) return codes.has(`${code}.0`) ? `${code}.0` : undefined
  return codes.has(`${code}0`) ? `${code}0` : undefined
}
