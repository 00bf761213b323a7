/** A list with whom and when it is about. */
import type { ListTold } from './list-told.ts'
import type { Scene } from './scene.ts'
import type { SetTold } from './sets.ts'
import type { NamedUnit, UnitTold } from './unit-names.ts'
import { dateFor, type DateRead } from './when.ts'
import { setFor } from './which-set.ts'
import { unitsFor } from './whose.ts'

export interface Placed {
  list: ListTold
  /** Null where the text names no commune. */
  unit: readonly NamedUnit[] | null
  unitTold?: UnitTold
  /** Its own sentence's day. */
  when?: DateRead
  fallback: DateRead
  told?: SetTold
}

/** Undefined for what is to come, was so once, or is said of no commune. */
export function placedOf(scene: Scene, list: ListTold): Placed | undefined {
  const { pieces } = scene.page
  const mood = scene.moods[list.start]
  const stands = mood === 'present' || list.current || (mood === 'goal' && !list.met && list.attributive)
  const about = list.unit ? { units: list.unit.units, told: list.unit } : unitsFor(scene, list.start, list.end)
  if (!stands || about === 'none') return undefined
  const when = dateFor(scene, list.start, list.start)
  if (when === undefined) return undefined
  const own =
    when.told !== undefined && !when.told.now && pieces[when.told.start]?.sentence === pieces[list.start]?.sentence
  return {
    list,
    unit: about?.units ?? null,
    unitTold: about?.told,
    when: own ? when : undefined,
    fallback: when,
    told: setFor(scene, list.start, list.items[0]?.start ?? list.end),
  }
}
