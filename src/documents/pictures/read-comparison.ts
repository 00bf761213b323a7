import type { CriteriaSet } from '../../criteria/criteria-set.ts'
import { sourcesLine } from '../../replies/ranking.ts'
import { leadingFigures } from '../../replies/standing.ts'
import { fullName } from '../../replies/unit-notes.ts'
import { rankCommunes, standingsOf, type Ranked } from '../../store/figures.ts'
import type { Unit } from '../../store/units.ts'
import { day } from '../../wording/figures.ts'
import { capitalised, unitName } from '../../wording/names.ts'
import { MOST_COMPARED, type Comparison } from './comparison-chart.ts'
import { placeOf, type Reading } from './place.ts'

/** Communes on a set, best first: what a picture shows of them, and what it was made of. */
export interface ReadComparison {
  set: CriteriaSet
  comparison: Comparison
  ranked: readonly Ranked[]
}

/** The communes of a region, or of all there is where it is undefined; `own` are marked. */
export async function readRegion(
  reading: Reading,
  region: Unit | undefined,
  set: CriteriaSet,
  own: readonly string[],
): Promise<ReadComparison> {
  const place = region ? await placeOf(reading, region) : { place: reading.say('ranking-all'), within: '' }
  const ranked = await rankCommunes(reading.db, region?.path ?? '/', set.id)
  return { set, ranked, comparison: comparisonOf(reading, place, set, ranked, own) }
}

/** Some communes; one without figures is shown as such. Where two have one name, what they lie in stands behind it. */
export async function readUnits(
  reading: Reading,
  units: readonly Unit[],
  set: CriteriaSet,
  own: readonly string[],
): Promise<ReadComparison> {
  const alike = new Set(units.map(({ name }) => name)).size < units.length
  const ranked = await Promise.all(
    units.map(async (unit): Promise<Ranked> => {
      const standing = (await standingsOf(reading.db, unit.id)).find(({ set_id }) => set_id === set.id)
      const leading = standing && leadingFigures(standing)
      return {
        unit_id: unit.id,
        name: alike ? await fullName(reading, unit) : unit.name,
        level: unit.level,
        criteria: leading?.criteria ?? null,
        indicators: leading?.indicators ?? null,
        unassessed: leading?.by === 'list' ? (standing?.indicators_unassessed ?? 0) : 0,
        as_of: leading?.told.to ?? null,
        source: leading?.told.source ?? null,
        since: leading?.told.from ?? null,
        other_sources: leading?.told.others ?? 0,
      }
    }),
  )
  ranked.sort((a, b) => (b.criteria ?? -1) - (a.criteria ?? -1) || (b.indicators ?? -1) - (a.indicators ?? -1))
  const place = { place: reading.say('ranking-compared'), within: '' }
  return { set, ranked, comparison: comparisonOf(reading, place, set, ranked, own) }
}

function comparisonOf(
  { say }: Reading,
  { place, within }: { place: string; within: string },
  set: CriteriaSet,
  ranked: readonly Ranked[],
  own: readonly string[],
): Comparison {
  // Figures of several days each have theirs beside them.
  const days = [...new Set(ranked.flatMap(({ as_of, since }) => [since ?? [], as_of ?? []].flat()))]
  const [only] = days.length === 1 ? days : []
  const mine = ranked.find(({ unit_id }) => own.includes(unit_id))
  return {
    place,
    within,
    set: set.short_name,
    criteriaOf: set.official_counts.criteria,
    indicatorsOf: set.official_counts.indicators,
    units: ranked.map((each) => ({
      name: capitalised(unitName(say, each)),
      criteria: each.criteria,
      indicators: each.indicators,
      unassessed: each.unassessed,
      day: only === undefined && each.as_of !== null ? day(each.as_of) : '',
      own: own.includes(each.unit_id),
    })),
    notes: days.length > 1 ? [say('compare-days-differ')] : [],
    foot: [
      ...(mine ? [say('picture-comparison-own', { unit: capitalised(unitName(say, mine)) })] : []),
      ...(only === undefined ? [] : [say('picture-comparison-day', { day: day(only) })]),
      sourcesLine(say, ranked.slice(0, MOST_COMPARED)),
    ],
  }
}
