import type { Reply, Turn } from '../command/command.ts'
import { figuresFor } from './figures-for.ts'
import { regionReply } from './ranking.ts'
import { targetAnswer } from './target-answer.ts'
import { targetsNamed } from './unit-set.ts'

/** A list of what is met or not: of the criterion or indicator that was named alone, of a region, or of the turn's unit. */
export async function listFor(turn: Turn<'unit'>, answer: (turn: Turn<'unit'>) => Promise<Reply>): Promise<Reply> {
  const { unit } = turn.slots
  const targets = targetsNamed(turn)
  // "Tiêu chí 13 còn thiếu gì" asks about that one alone.
  if (targets.length > 0) return targetAnswer({ ...turn, slots: { unit, targets } })
  if (unit.level === 'tinh' || unit.level === 'huyen') return regionReply(turn, unit)
  return figuresFor(turn, answer)
}
