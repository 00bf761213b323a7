/** Totals that belong together: criteria and indicators of one set, at one place. */
import type { Counted, Sizes } from './counts.ts'
import { periodAt } from './period-columns.ts'
import { lastBefore, type Scene } from './scene.ts'
import type { Candidate } from './sets.ts'
import type { Total } from './totals.ts'
import type { UnitTold } from './unit-names.ts'

const APART = 12

/** Totals that belong together: criteria and indicators of one set. */
export function clustersOf({ page, totals, units, moods, candidates, sizes, periods }: Scene): Total[][] {
  const { pieces } = page
  const clusters: Total[][] = []
  for (const total of totals) {
    if (!isOfSet(total, sizes)) continue
    const last = clusters.at(-1)
    const before = last?.at(-1)
    const together =
      last !== undefined &&
      before !== undefined &&
      total.start - before.end <= APART &&
      total.start >= before.end &&
      moods[total.start] === moods[before.start] &&
      periodAt(periods, total.start)?.told === periodAt(periods, before.start)?.told &&
      last.every((other) => other.counted !== total.counted || other.met !== total.met) &&
      compatible([...last, total], candidates, sizes) &&
      !namedBetween(units, before.end, total.start) &&
      (pieces[total.start]?.sentence === pieces[before.start]?.sentence || total.start - before.end <= 8)
    if (together) last.push(total)
    else clusters.push([total])
  }
  return clusters
}

function namedBetween(units: readonly UnitTold[], from: number, to: number): boolean {
  for (let k = lastBefore(units, to); k >= 0 && (units[k]?.start ?? 0) >= from; k--)
    if (units[k]?.kind !== 'same') return true
  return false
}

/** "3/4 chỉ tiêu" are those of one criterion; "50/56 chỉ tiêu" may be a set's without one that does not apply. */
function isOfSet({ counted, of }: Total, sizes: Sizes): boolean {
  return of === undefined || [...sizes[counted]].some((size) => Math.abs(size - of) <= size / 10)
}

function compatible(totals: readonly Total[], candidates: readonly Candidate[], sizes: Sizes): boolean {
  const of = (counted: Counted) =>
    totals
      .filter((total) => total.counted === counted && total.of !== undefined && sizes[counted].has(total.of))
      .map((total) => total.of)
  return candidates.some(
    ({ criteria, indicators }) =>
      of('criteria').every((n) => n === criteria) && of('indicators').every((n) => n === indicators),
  )
}
