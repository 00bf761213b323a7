import type { Target, Turn } from '../command/command.ts'
import { countWaiting } from '../store/reports.ts'
import type { Unit } from '../store/units.ts'

/** That reports on an indicator wait for review, so that the figure that is said is known not to hold them. */
export async function pendingLines(
  { db, say }: Pick<Turn, 'db' | 'say'>,
  unit: Unit,
  { set, code }: Target,
): Promise<string[]> {
  const count = await countWaiting(db, unit.path, set.id, code)
  return count === 0 ? [] : [say('indicator-pending', { count })]
}
