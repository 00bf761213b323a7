import type { Reply, Target, Turn } from '../command/command.ts'
import { may } from '../people/permissions.ts'
import type { Unit } from '../store/units.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { figuresFor } from './figures-for.ts'
import { namedIndicators } from './named-indicators.ts'
import { pendingLines } from './pending-note.ts'
import { communeOf, readRollup, villageLine } from './rollup.ts'
import { targetInCommunes } from './target-in-communes.ts'
import { targetReply } from './target-state.ts'

type TargetTurn = Turn<'unit' | 'targets'>

/** Where a unit stands on a criterion or an indicator; of a region, where each of its communes does. */
export async function targetAnswer(turn: TargetTurn): Promise<Reply> {
  const { unit, targets } = turn.slots
  if (unit.level === 'tinh' || unit.level === 'huyen') return targetInCommunes(turn, unit, targets)
  return unit.level === 'thon' ? villageAnswer(turn, unit) : targetReply(turn)
}

/** What the village itself reported, for those who may see it; then its commune, which the sets are counted for. */
async function villageAnswer(turn: TargetTurn, village: Unit): Promise<Reply> {
  const { say, slots } = turn
  const commune = await communeOf(turn, village)
  if (!commune) return figuresFor(turn, targetReply)
  if (!may(turn.speaker, 'see-village-figures', village)) {
    const reply = await targetReply({ ...turn, slots: { ...slots, unit: commune } })
    const names = { village: unitName(say, village), commune: unitName(say, commune) }
    return { ...reply, text: `${say('figures-of-commune', names)}\n\n${reply.text}` }
  }
  const own = await Promise.all(slots.targets.map((target) => ownLines(turn, commune, village, target)))
  const reply = await figuresFor(turn, targetReply)
  return { ...reply, text: [own.flat().join('\n'), reply.text].filter((text) => text !== '').join('\n\n') }
}

async function ownLines(turn: TargetTurn, commune: Unit, village: Unit, target: Target): Promise<string[]> {
  const { say } = turn
  const lines = await Promise.all(
    namedIndicators(target).map(async ({ set, indicator }) => {
      const read = await readRollup(turn, commune, set, indicator)
      const told = read.villages.find(({ unit_id, report_id }) => unit_id === village.id && report_id !== null)
      if (!told) return []
      const line = capitalised(villageLine(say, read, told))
      return [say('village-figure', { code: indicator.code, set: set.short_name, line })]
    }),
  )
  const found = lines.flat()
  return found.length > 0 ? [...found, ...(await pendingLines(turn, village, target))] : []
}
