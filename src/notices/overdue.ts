import type { Turn } from '../command/command.ts'
import { localAt } from '../calendar/zone.ts'
import { liveWithin } from '../store/assignments.ts'
import { zoneOf } from '../store/unit-settings.ts'
import type { Unit } from '../store/units.ts'
import { day } from '../wording/figures.ts'
import { unitName } from '../wording/names.ts'
import { fitText } from './fit-text.ts'
import { overdueList } from './task-lines.ts'

const LONGEST = 2000

/** What is overdue in a unit and below, for the groups that follow it; undefined where nothing is. */
export async function overdueOf(
  turn: Pick<Turn, 'db' | 'say' | 'catalogs' | 'now'>,
  unit: Pick<Unit, 'level' | 'name' | 'path'>,
): Promise<string | undefined> {
  const { db, say, now } = turn
  const { day: today, time } = localAt(now, await zoneOf(db, unit.path))
  const list = overdueList(turn, await liveWithin(db, unit.path), today, unit.path)
  if (list.length === 0) return undefined
  return fitText([say('overdue-title', { unit: unitName(say, unit), time, day: day(today) }), ...list], LONGEST)
}
