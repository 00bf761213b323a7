import type { Turn } from '../command/command.ts'
import { firstDay } from '../store/figures.ts'
import { ancestorsOf, findUnits, predecessorsOf, type Unit } from '../store/units.ts'
import { day } from '../wording/figures.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { dayAsked } from './day-asked.ts'

type Needed = Pick<Turn, 'db' | 'say'>

/** A unit with all above it: `Xã Trung Lương, huyện Bình Lục, tỉnh Hà Nam`. */
export async function fullName({ db, say }: Needed, unit: Unit): Promise<string> {
  const above = await ancestorsOf(db, unit)
  return capitalised([unit, ...above].map((each) => unitName(say, each)).join(', '))
}

/** What became of a unit that is no more; nothing for one that lives on. */
export async function endNote({ db, say }: Needed, unit: Unit): Promise<string[]> {
  if (!unit.ended_on) return []
  const ended = { day: day(unit.ended_on), unit: unitName(say, unit) }
  const [successor] = unit.successor_id ? await findUnits(db, [unit.successor_id]) : []
  if (!successor) return [say('unit-ended', ended)]
  const above = (await ancestorsOf(db, successor)).map((each) => unitName(say, each))
  return [say('unit-merged', { ...ended, successor: [unitName(say, successor), ...above].join(', ') })]
}

/** Says that there are no figures, and where or when there are some: before a merger, since a day. */
export async function noFigures(turn: Needed & Pick<Turn, 'mentions' | 'today' | 'sets'>, unit: Unit): Promise<string> {
  const { db, say, sets } = turn
  const named = unitName(say, unit)
  const first = await firstDay(db, unit.id)
  const on = dayAsked(turn)
  if (first && on && on < first) return say('no-figures-day', { unit: named, day: day(on), first: day(first) })
  if (first && sets.length > 0)
    return say('no-figures-set', { unit: named, set: sets.map(({ short_name }) => short_name).join(', ') })
  const before = await predecessorsOf(db, unit.id)
  return [
    say('no-figures', { unit: named }),
    ...(before.length > 0
      ? [say('unit-predecessor', { units: before.map((each) => unitName(say, each)).join(', ') })]
      : []),
  ].join('\n')
}
