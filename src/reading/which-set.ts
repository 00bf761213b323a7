/** What names the set that something is said of. */
import { LINE, type Page, type Piece } from './page.ts'
import { lastBefore, type Scene } from './scene.ts'
import type { SetTold } from './sets.ts'
import type { UnitTold } from './unit-names.ts'

const TO_SET = new Set(
  'xay dung ve cua theo bo quoc gia trong thuc hien chuong trinh xa dat chuan tieu chi chi so cong nhan hoan thanh nhom thuoc duoc doi voi danh hieu da chua khong'.split(
    ' ',
  ),
)

/** What names the set of a total: behind it, before it in its sentence, or last before. */
export function setFor({ page, sets, units }: Scene, start: number, end: number): SetTold | undefined {
  const { pieces } = page
  const at = lastBefore(sets, start)
  const inside = sets[at + 1]
  if (inside && inside.start < end) return inside
  if (inside && inside.start - end <= 12 && attaches(page, end, inside.start)) return inside
  const sentence = pieces[start]?.sentence
  let strong: SetTold | undefined
  let weak: SetTold | undefined
  for (let k = at; k >= 0; k--) {
    const told = sets[k]
    if (told === undefined) break
    const near = pieces[told.start]?.sentence === sentence
    if (near && told.family !== undefined && !told.weak) return told
    if (told.family === 'other' || (!near && ofNobody(pieces, units, told))) continue
    if (told.weak || told.family === undefined) weak ??= told
    else strong ??= told
    if (strong) break
  }
  return strong ?? weak ?? sets.find(({ family }) => family !== undefined && family !== 'other')
}

/** "3 xã đạt chuẩn NTM nâng cao" says nothing of the set that a commune's figure is of. */
function ofNobody(pieces: readonly Piece[], units: readonly UnitTold[], told: SetTold): boolean {
  const unit = units[lastBefore(units, told.start)]
  return unit?.kind === 'none' && pieces[unit.start]?.sentence === pieces[told.start]?.sentence
}

function attaches({ pieces }: Page, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const piece = pieces[k]
    if (piece === undefined || piece.gap > LINE || piece.sentence !== pieces[from - 1]?.sentence) return false
    if (piece.folded === '(' || piece.kind === 'number' || /^[%)]$/.test(piece.folded)) continue
    if (piece.folded === ',' && pieces[k - 1]?.kind === 'number' && pieces[k + 1]?.kind === 'number') continue
    if (!TO_SET.has(piece.folded)) return false
  }
  return true
}
