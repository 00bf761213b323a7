import type { Reply, Turn } from '../../command/command.ts'
import { rankingLines, regionReply } from '../../replies/ranking.ts'
import { isRegion, ownCommune, regionOf } from '../../replies/region-of.ts'
import { setsTracked, standingsOf } from '../../store/figures.ts'
import type { Unit } from '../../store/units.ts'
import { capitalised, unitName } from '../../wording/names.ts'
import { comparisonChart } from './comparison-chart.ts'
import { readRegion, readUnits, type ReadComparison } from './read-comparison.ts'
import { replyWith } from './reply-with.ts'

/** The communes that were named, or those of the region that the unit is or lies in, side by side. */
export async function comparisonReplies(turn: Turn<never>, unit: Unit, communes: readonly Unit[]): Promise<Reply[]> {
  const own = await ownCommune(turn)
  const marked = own ? [own.id] : []
  if (communes.length > 1) {
    const standings = (await Promise.all(communes.map(({ id }) => standingsOf(turn.db, id)))).flat()
    const sets = setsMeant(turn, standings)
    const read = await Promise.all(sets.map((set) => readUnits(turn, communes, set, marked)))
    const known = read.filter(({ ranked }) => ranked.some(({ as_of }) => as_of !== null))
    return known.length > 0 ? drawn(turn, known) : [{ text: noneOf(turn, communes) }]
  }
  const region = isRegion(unit) ? unit : await regionOf(turn, unit)
  const sets = setsMeant(turn, await setsTracked(turn.db, region?.path ?? '/'))
  const read = await Promise.all(sets.map((set) => readRegion(turn, region, set, marked)))
  const known = read.filter(({ ranked }) => ranked.length > 0)
  return known.length > 0 ? drawn(turn, known) : [await regionReply(turn, region)]
}

function setsMeant({ sets, catalogs }: Turn<never>, tracked: readonly { set_id: string }[]) {
  if (sets.length > 0) return sets
  return [...new Set(tracked.map(({ set_id }) => set_id))].flatMap((id) => catalogs.get(id) ?? [])
}

function noneOf({ say }: Turn<never>, units: readonly Pick<Unit, 'level' | 'name'>[]): string {
  return units.map((unit) => say('compare-line-none', { unit: capitalised(unitName(say, unit)) })).join('\n')
}

async function drawn(turn: Turn<never>, read: readonly ReadComparison[]): Promise<Reply[]> {
  const { say } = turn
  const replies: Reply[] = []
  for (const { set, comparison, ranked } of read) {
    const known = ranked.filter(({ as_of }) => as_of !== null)
    const unknown = ranked.filter(({ as_of }) => as_of === null)
    const lines = [
      ...rankingLines(turn, set, comparison.place, known),
      ...(unknown.length > 0 ? [noneOf(turn, unknown)] : []),
    ]
    replies.push(await replyWith(turn, lines.join('\n'), comparisonChart(say, comparison)))
  }
  return replies
}
