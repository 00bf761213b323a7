import type { Reply, Turn } from '../command/command.ts'
import { firstDay } from '../store/figures.ts'
import { ancestorsOf } from '../store/units.ts'
import { unitName } from '../wording/names.ts'

/**
 * Answers about the turn's unit. A set is counted for a whole commune, and a village reports a few of its indicators at
 * the most: asked about a village, the answer is about its commune, and says so.
 */
export async function figuresFor<T extends Turn<'unit'>>(turn: T, answer: (turn: T) => Promise<Reply>): Promise<Reply> {
  const { db, say, slots } = turn
  if (slots.unit.level !== 'thon') return answer(turn)
  const commune = (await ancestorsOf(db, slots.unit)).find(({ level }) => level === 'xa')
  if (!commune || !(await firstDay(db, commune.id))) return answer(turn)
  const reply = await answer({ ...turn, slots: { ...slots, unit: commune } })
  const names = { village: unitName(say, slots.unit), commune: unitName(say, commune) }
  return { ...reply, text: `${say('figures-of-commune', names)}\n\n${reply.text}` }
}
