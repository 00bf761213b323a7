import type { Turn } from '../../command/command.ts'
import { ancestorsOf, type Unit } from '../../store/units.ts'
import { capitalised, unitName } from '../../wording/names.ts'

/** What a picture is read with: of a turn, or of a notice that no turn brought about. */
export type Reading = Pick<Turn, 'db' | 'say' | 'catalogs'>

/** The title of a picture and what stands below it: `Xã Trung Lương`, `huyện Bình Lục, tỉnh Hà Nam`. */
export async function placeOf(
  { db, say }: Pick<Turn, 'db' | 'say'>,
  unit: Unit,
): Promise<{ place: string; within: string }> {
  const above = await ancestorsOf(db, unit)
  return { place: capitalised(unitName(say, unit)), within: above.map((each) => unitName(say, each)).join(', ') }
}
