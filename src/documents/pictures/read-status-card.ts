import { criterionState } from '../../criteria/count.ts'
import type { Criterion } from '../../criteria/criteria-set.ts'
import { leadingFigures, standingLines } from '../../replies/standing.ts'
import { endNote } from '../../replies/unit-notes.ts'
import { codesIn, totalsOnly, type UnitSet } from '../../replies/unit-set.ts'
import type { Unit } from '../../store/units.ts'
import { placeOf, type Reading } from './place.ts'
import type { StatusCard, Tile } from './status-card.ts'

/** What a unit's card shows of a set; undefined where there are no figures. */
export async function readStatusCard(reading: Reading, unit: Unit, unitSet: UnitSet): Promise<StatusCard | undefined> {
  const { say } = reading
  const { set, standing } = unitSet
  const leading = leadingFigures(standing)
  if (!leading) return undefined
  const [, sourceLine = '', ...more] = standingLines(say, set, standing)
  const onlyTotals = totalsOnly(unitSet)
  // Beside reported totals stands where the list disagrees with them; beside a list, what it leaves open.
  const disagrees = leading.by === 'report' && !onlyTotals
  const { criteria, indicators } = set.official_counts
  return {
    ...(await placeOf(reading, unit)),
    set: set.short_name,
    criteria: { met: leading.criteria, of: criteria },
    indicators: { met: leading.indicators, of: indicators },
    tiles: onlyTotals ? [] : set.criteria.map((criterion) => tileOf(unitSet, criterion)),
    notes: disagrees ? more : [],
    foot: [
      ...(leading.by === 'list' ? more : []),
      ...(standing.presumed === 1 ? [say('met-presumed')] : []),
      sourceLine,
      ...(await endNote(reading, unit)),
    ],
  }
}

function tileOf(unitSet: UnitSet, criterion: Criterion): Tile {
  const { standing, statuses } = unitSet
  const states = new Map([...statuses].map(([code, { state }]) => [code, state]))
  const count = (state: Parameters<typeof codesIn>[2]) => codesIn(unitSet, criterion, state).length
  const notApplicable = count('not_applicable')
  const of = criterion.indicators.length
  return {
    no: criterion.no,
    name: criterion.name,
    state:
      of > 0 && notApplicable === of ? 'not_applicable' : criterionState(criterion, states, standing.presumed === 1),
    met: count('met'),
    of,
    unassessed: count('unassessed'),
    notApplicable,
    unmet: codesIn(unitSet, criterion, 'unmet'),
  }
}
