/** "Trung Lương" without its kind, where the text names it with its kind elsewhere. */
import type { Page } from './page.ts'
import { MOST_WORDS, type NamedUnit, type UnitTold } from './unit-names.ts'
import { isAside } from './units-elsewhere.ts'

/** "Trung Lương" without its kind, where the text names it with its kind elsewhere. */
export function withBareNames(page: Page, told: readonly UnitTold[]): UnitTold[] {
  const { pieces, text, small } = page
  if (small) return [...told]
  const known = new Map<string, NamedUnit>()
  const firsts = new Set<string>()
  for (const { units } of told)
    for (const unit of units) {
      const [, ...words] = unit.name.replace(/^(?:Thị trấn|Đặc khu)/, 'X').split(' ')
      if (words.length < 2) continue
      known.set(words.join(' '), unit)
      firsts.add(words[0] ?? '')
    }
  if (known.size === 0) return [...told]
  const covered = new Set(told.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, k) => start + k)))
  const bare: UnitTold[] = []
  for (const [i, piece] of pieces.entries()) {
    if (!piece.capital || covered.has(i) || !firsts.has(text.slice(piece.start, piece.end))) continue
    for (let length = MOST_WORDS; length > 1; length--) {
      const last = pieces[i + length - 1]
      const unit = last && known.get(text.slice(piece.start, last.end))
      if (!unit) continue
      const placed = /^(?:huyen|tinh|thon|ong|ba|xa|thi)$/.test(pieces[i - 1]?.folded ?? '')
      if (!placed && !pieces[i + length]?.capital)
        bare.push({ kind: 'one', units: [unit], aside: isAside(pieces, i), start: i, end: i + length })
      break
    }
  }
  return [...told, ...bare].sort((a, b) => a.start - b.start)
}
