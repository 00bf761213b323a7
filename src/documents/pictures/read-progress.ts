import type { CriteriaSet } from '../../criteria/criteria-set.ts'
import type { Provenance } from '../../criteria/provenance.ts'
import { sourceLine } from '../../replies/source-line.ts'
import { leadingFigures } from '../../replies/standing.ts'
import { standingsThrough } from '../../replies/standing-on.ts'
import { endNote } from '../../replies/unit-notes.ts'
import type { Unit } from '../../store/units.ts'
import { placeOf, type Reading } from './place.ts'
import { thinned, type Progress, type ProgressPoint } from './progress-chart.ts'

/** What was met of a set from day to day, up to a day; each point is what would have been said first on its day. */
export async function readProgress(reading: Reading, unit: Unit, set: CriteriaSet, until: string): Promise<Progress> {
  const { db, say } = reading
  const known = (await standingsThrough(db, unit.id, set, until)).flatMap(({ standing }) => {
    const leading = leadingFigures(standing)
    if (!leading) return []
    const unassessed = leading.by === 'list' ? standing.indicators_unassessed : 0
    const { told, criteria, indicators } = leading
    return [{ day: told.to, criteria, indicators, unassessed, told }]
  })
  // An update that leaves the reported totals in front adds no point: theirs is the day that is said.
  const points: (ProgressPoint & { told: Provenance })[] = [
    ...new Map(known.map((point) => [point.day, point])).values(),
  ]
  const shown = thinned(points)
  const last = points.at(-1)
  return {
    ...(await placeOf(reading, unit)),
    set: set.short_name,
    criteriaOf: set.official_counts.criteria,
    indicatorsOf: set.official_counts.indicators,
    points,
    foot: [
      ...(shown.length < points.length ? [say('picture-progress-thinned', { count: points.length })] : []),
      ...(last ? [sourceLine(say, last.told)] : []),
      ...(await endNote(reading, unit)),
    ],
  }
}
