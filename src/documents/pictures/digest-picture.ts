import type { Turn } from '../../command/command.ts'
import type { OutgoingFile } from '../../messages/outgoing.ts'
import { isRegion } from '../../replies/region-of.ts'
import { setsTracked, standingsOf, type Standing } from '../../store/figures.ts'
import type { Unit } from '../../store/units.ts'
import { comparisonChart } from './comparison-chart.ts'
import { readRegion } from './read-comparison.ts'
import { statusPicture } from './status-picture.ts'

/**
 * The one picture that goes with a unit's digest: a commune's status card of the set that its newest figures are on; of a
 * district or province, its communes on the set that most of them are counted by. Undefined where there are no figures.
 */
export async function digestPicture(
  context: Pick<Turn, 'db' | 'say' | 'catalogs' | 'draw'>,
  unit: Unit,
): Promise<OutgoingFile | undefined> {
  const { db, say, catalogs, draw } = context
  if (isRegion(unit)) {
    const [most] = (await setsTracked(db, unit.path)).toSorted((a, b) => b.communes - a.communes)
    const set = most && catalogs.get(most.set_id)
    return set && draw(comparisonChart(say, (await readRegion(context, unit, set, [])).comparison))
  }
  const [newest] = (await standingsOf(db, unit.id)).toSorted(newerFirst)
  const set = newest && catalogs.get(newest.set_id)
  return set && statusPicture(context, unit, set)
}

/** Of one day, the set with a list: its card has tiles. */
function newerFirst(a: Standing, b: Standing): number {
  const day = ({ as_of, reported_as_of }: Standing) => [as_of ?? '', reported_as_of ?? ''].sort().at(-1) ?? ''
  return day(b).localeCompare(day(a)) || Number(b.as_of !== null) - Number(a.as_of !== null)
}
