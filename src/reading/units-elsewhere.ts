/** What only tells where a commune is, or is told of a district, a village, another commune. */
import type { Page, Piece } from './page.ts'
import { nameAt, type UnitTold } from './unit-names.ts'
import { says, Wordings } from './wordings.ts'

const ASIDE = new Wordings([
  [
    `sáp nhập|hợp nhất|nhập từ|giáp|tiếp giáp|học tập|kinh nghiệm của|cách xã|cách trung tâm xã|nguyên là|tách từ|cơ sở các xã|thay mặt`,
    true,
  ],
])

/** ", huyện Bình Lục, tỉnh Hà Nam", "(Bình Lục)", "- huyện …" behind a name only tells where it is. */
export function withPlace(page: Page, from: number): number {
  const { pieces } = page
  let end = from
  for (let steps = 0; steps < 3; steps++) {
    let at = end
    if (/^[,(-]$/.test(pieces[at]?.folded ?? '') || pieces[at]?.folded === 'thuoc' || pieces[at]?.folded === 'cua') at++
    const above = PLACES.at(pieces, at)
    if (!above) break
    const name = nameAt(page, above.end)
    if (!name) break
    end = name.end
    if (pieces[end]?.folded === ')' || (pieces[end]?.folded === ',' && !PLACES.at(pieces, end + 1))) end++
  }
  return end
}

const PLACES = new Wordings([['huyện|tỉnh|thành phố|thị xã|quận|TP|TX|TP .', true]])

/** A district or village that something is told of: it is not told of a commune then. */
export function elsewhereAt(page: Page, i: number): UnitTold | undefined {
  const { pieces } = page
  const above = ELSEWHERE.at(pieces, i)
  if (!above) return undefined
  const before = pieces[i - 1]?.folded ?? ''
  if (above.value === 'district') {
    if (/^(?:ubnd|cua|bi|uy|ban|hoi|phong|cap|cao|moi|,|-|\(|thuoc|dao|doan|tich|hdnd)$/.test(before)) return undefined
    const name = nameAt(page, above.end)
    const verb = pieces[name?.end ?? above.end]?.folded ?? ''
    if (!/^(?:da|hien|dat|co|van|duoc|hoan)$/.test(verb)) return undefined
    return { kind: 'none', units: [], aside: false, start: i, end: name?.end ?? above.end }
  }
  // "thôn đạt 9/10 tiêu chí", and no "nông thôn"
  const told = /^(?:dat|da|con|hien|moi)$/.test(pieces[above.end]?.folded ?? '') && !/^(?:nong|lien|cac)$/.test(before)
  if (told && !pieces[above.end]?.capital && !says(pieces[above.end], 'mới'))
    return { kind: 'none', units: [], aside: false, start: i, end: above.end }
  const name = nameAt(page, above.end)
  return name && pieces[above.end]?.capital && !pieces[above.end]?.loud
    ? { kind: 'none', units: [], aside: false, start: i, end: name.end }
    : undefined
}

const ELSEWHERE = new Wordings<'district' | 'village'>([
  ['huyện', 'district'],
  ['thôn|xóm|ấp|buôn|khu dân cư|tổ dân phố', 'village'],
])

export function isAside(pieces: readonly Piece[], i: number): boolean {
  for (let k = i - 1, seen = 0; k >= 0 && seen < 6 && pieces[k]?.sentence === pieces[i]?.sentence; k--, seen++) {
    if (/^[,;:.]$/.test(pieces[k]?.folded ?? '')) return false
    if (ASIDE.at(pieces, k)) return true
  }
  return false
}
