import type { Reply, Turn } from '../command/command.ts'
import { figuresFor } from './figures-for.ts'
import { targetInCommunes } from './target-in-communes.ts'
import { targetReply } from './target-state.ts'

/** Where a unit stands on a criterion or an indicator; of a region, where each of its communes does. */
export async function targetAnswer(turn: Turn<'unit' | 'targets'>): Promise<Reply> {
  const { unit, targets } = turn.slots
  if (unit.level === 'tinh' || unit.level === 'huyen') return targetInCommunes(turn, unit, targets)
  return figuresFor(turn, targetReply)
}
