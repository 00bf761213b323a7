import type { Turn } from '../command/command.ts'
import { ancestorsOf, findUnits, predecessorsOf, type Unit } from '../store/units.ts'
import { day } from '../wording/figures.ts'
import { capitalised, unitName } from '../wording/names.ts'

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

/** Says that there are no figures, and where those from before a merger are. */
export async function noFigures({ db, say }: Needed, unit: Unit): Promise<string> {
  const before = await predecessorsOf(db, unit.id)
  const lines = [say('no-figures', { unit: unitName(say, unit) })]
  if (before.length > 0)
    lines.push(say('unit-predecessor', { units: before.map((each) => unitName(say, each)).join(', ') }))
  return lines.join('\n')
}
