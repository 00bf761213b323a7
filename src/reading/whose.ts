/** Which communes something is said of. */
import { LINE, type Piece } from './page.ts'
import { lastBefore, type Scene } from './scene.ts'
import { unitColumnAt } from './unit-columns.ts'
import type { UnitTold, NamedUnit } from './unit-names.ts'

type UnitsFor = { units: readonly NamedUnit[]; told?: UnitTold } | undefined | 'none'

/** The communes that something at `start` is said of; `none` where it is said of a district, a village, an average. */
export function unitsFor(scene: Scene, start: number, end: number): UnitsFor {
  const { page, units, document } = scene
  const { pieces } = page
  const column = unitColumnAt(scene.unitColumns, start)
  if (column) return { units: column.units, told: column }
  const sentence = pieces[start]?.sentence
  const at = lastBefore(units, start)
  let nobody = false
  let aside = false
  for (let k = at; k >= 0; k--) {
    const told = units[k]
    if (told === undefined || pieces[told.start]?.sentence !== sentence) break
    // "… kinh nghiệm của xã Mẫu, nơi đã đạt 19/19"
    if (told.aside && isWhere(pieces, told.end)) return { units: told.units, told }
    if (told.aside) {
      aside = true
      continue
    }
    if (told.kind === 'none') {
      nobody = true
      break
    }
    if (told.kind === 'same') {
      aside = false
      break
    }
    // "… có các xã A, B; đạt 17/19 tiêu chí có xã C"
    const next = semicolon(pieces, told.end, start) ? followingUnits(scene, at + 1, end) : undefined
    return next ?? { units: told.units, told }
  }
  const following = followingUnits(scene, at + 1, end)
  if (following) return following
  if (nobody || aside) return 'none'
  if (document.unit) return { units: [document.unit] }
  for (let k = at; k >= 0; k--) {
    const told = units[k]
    if (told?.kind === 'one' && !told.aside) return { units: told.units, told }
  }
  const first = units.find(({ kind, aside }) => kind === 'one' && !aside)
  return first && { units: first.units, told: first }
}

function isWhere(pieces: readonly Piece[], end: number): boolean {
  const [comma, word, more] = [pieces[end], pieces[end + 1], pieces[end + 2]]
  return comma?.folded === ',' && (word?.folded === 'noi' || `${word?.folded} ${more?.folded}` === 'don vi')
}

function semicolon(pieces: readonly Piece[], from: number, to: number): boolean {
  for (let k = Math.max(from, to - 12); k < to; k++) if (pieces[k]?.folded === ';') return true
  return false
}

/** The communes that go on the list which one begins, where the sentence ends with it: else each may have its own figure. */
function alongside(pieces: readonly Piece[], units: readonly UnitTold[], first: number): NamedUnit[] {
  const more: NamedUnit[] = []
  let last = units[first]
  for (let k = first + 1; k < units.length; k++) {
    const [told, sign] = [units[k], pieces[last?.end ?? 0]]
    if (told === undefined || last === undefined || told.units.length === 0 || told.aside) break
    if (told.start !== last.end + 1 || !/^(?:,|;|va)$/.test(sign?.folded ?? '')) break
    more.push(...told.units)
    last = told
  }
  const next = pieces[last?.end ?? 0]
  const ends = next === undefined || next.gap >= LINE || /^[.;)]$/.test(next.folded)
  return ends ? more : []
}

/** "Đạt 19/19 tiêu chí: xã A, xã B", "17/19 tiêu chí (xã C)", "đạt 17/19 tiêu chí có xã C". */
function followingUnits({ page: { pieces }, units }: Scene, next: number, end: number): UnitsFor {
  const told = units[next]
  if (told === undefined || told.units.length === 0 || told.aside || told.start - end > 5) return undefined
  if (pieces[told.start]?.sentence !== pieces[end - 1]?.sentence) return undefined
  let linked = false
  for (let k = end; k < told.start; k++) {
    const word = pieces[k]?.folded ?? ''
    if (/^(?::|\(|gom|la|co|-)$/.test(word)) linked = true
    else if (!/^(?:cac|bao|ntm|do|tai|duoc)$/.test(word)) return undefined
  }
  return linked ? { units: [...told.units, ...alongside(pieces, units, next)], told } : undefined
}
