import type { Reply, Turn } from '../command/command.ts'
import { firstDay } from '../store/figures.ts'
import { ancestorsOf } from '../store/units.ts'
import { unitName } from '../wording/names.ts'

/**
 * Answers about the turn's unit. A village seldom has figures of its own: then that is said, and the answer is about
 * its commune.
 */
export async function figuresFor<T extends Turn<'unit'>>(turn: T, answer: (turn: T) => Promise<Reply>): Promise<Reply> {
  const { db, say, slots } = turn
  if (slots.unit.level !== 'thon' || (await firstDay(db, slots.unit.id))) return answer(turn)
  const commune = (await ancestorsOf(db, slots.unit)).find(({ level }) => level === 'xa')
  if (!commune || !(await firstDay(db, commune.id))) return answer(turn)
  const reply = await answer({ ...turn, slots: { ...slots, unit: commune } })
  const names = { village: unitName(say, slots.unit), commune: unitName(say, commune) }
  return { ...reply, text: `${say('figures-of-commune', names)}\n\n${reply.text}` }
}
