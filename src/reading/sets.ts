/** Which criteria set a text speaks of: by its name, by its years, or by how many criteria and indicators it has. */
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { fold } from '../language/fold.ts'
import type { Page, Piece } from './page.ts'
import { Wordings } from './wordings.ts'

/** `other` is a programme that no set here stands for: kiểu mẫu, a district's, a village's. */
type Family = 'ntm' | 'nang-cao' | 'other'

export interface SetTold {
  family?: Family
  /** `2021-2025`. */
  years?: string
  /** Only part of a name: "Ban chỉ đạo xây dựng NTM". */
  weak: boolean
  start: number
  end: number
}

const NAMES = new Wordings<Family>([
  [
    `nông thôn mới nâng cao|NTM nâng cao|NTMNC|NTM NC|xã nâng cao|chuẩn nâng cao|bộ nâng cao|tiêu chí nâng cao|chỉ tiêu nâng cao|bộ tiêu chí nâng cao|NTM - nâng cao|nông thôn mới ( NTM ) nâng cao`,
    'nang-cao',
  ],
  [
    `NTM kiểu mẫu|nông thôn mới kiểu mẫu|xã kiểu mẫu|kiểu mẫu|nông thôn mới thông minh|NTM thông minh|NTM hiện đại|huyện nông thôn mới|huyện NTM|huyện đạt chuẩn nông thôn mới|huyện đạt chuẩn NTM|huyện NTM nâng cao|huyện nông thôn mới nâng cao|thôn NTM|thôn nông thôn mới|đô thị văn minh|NTM nâng cao kiểu mẫu`,
    'other',
  ],
  ['NTM|nông thôn mới|NTM cơ bản', 'ntm'],
])
const ORGANISATION = new Wordings([
  [
    `ban chỉ đạo|BCĐ|văn phòng điều phối|VPĐP|ban quản lý|ban phát triển|hội đồng thẩm định|chương trình|phong trào|trưởng ban|tổ công tác|đoàn thẩm định|mục tiêu quốc gia|MTQG`,
    true,
  ],
])

/** All sets told, in the order of the text. */
export function readSets(page: Page): SetTold[] {
  const { pieces } = page
  const told: SetTold[] = []
  for (let i = 0; i < pieces.length;) {
    const years = yearsAt(pieces, i)
    const last = told.at(-1)
    if (years) {
      const near = last?.years === undefined && last !== undefined && i - last.end <= 3
      if (near) Object.assign(last, { years: years.years, end: years.end })
      else told.push({ ...years, weak: true, start: i })
      i = years.end
      continue
    }
    const name = NAMES.at(pieces, i)
    if (!name) {
      i++
      continue
    }
    // "2021-2025" may stand before the name too: "bộ tiêu chí 2026-2030 về xã NTM".
    const before = last?.family === undefined && last?.years !== undefined && i - last.end <= 4 ? last : undefined
    if (before) Object.assign(before, { family: name.value, weak: false, end: name.end })
    else
      told.push({
        family: name.value,
        weak: name.value === 'ntm' && inOrganisation(pieces, i),
        start: i,
        end: name.end,
      })
    i = name.end
  }
  return told
}

function inOrganisation(pieces: readonly Piece[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 6); k--) {
    if (pieces[k]?.kind !== 'word' || pieces[k]?.sentence !== pieces[i]?.sentence) return false
    if (ORGANISATION.at(pieces, k)) return true
  }
  return false
}

/** "2021-2025", "2021 đến 2025", with or without "giai đoạn"; a term of office is none. */
function yearsAt(pieces: readonly Piece[], i: number): { years: string; end: number } | undefined {
  const [from, dash, to] = [pieces[i], pieces[i + 1], pieces[i + 2]]
  if (from?.kind !== 'number' || to?.kind !== 'number' || (dash?.folded !== '-' && dash?.folded !== 'den'))
    return undefined
  if (!/^20\d\d$/.test(from.folded) || !/^20\d\d$/.test(to.folded) || pieces[i - 1]?.folded === 'ky') return undefined
  return { years: `${from.folded}-${to.folded}`, end: i + 3 }
}

export interface Candidate {
  id: string
  family: 'ntm' | 'nang-cao'
  years: string
  criteria: number
  indicators: number
  set: CriteriaSet
}

/** The sets of communes that reports can be about; a province's own stands behind the national one that it extends. */
export function candidatesOf(sets: readonly CriteriaSet[]): Candidate[] {
  return sets
    .filter(({ level }) => level === 'xa')
    .toSorted((a, b) => Number(a.extends !== undefined) - Number(b.extends !== undefined))
    .map((set) => ({
      id: set.id,
      family: fold(set.name).includes('nang cao') ? ('nang-cao' as const) : ('ntm' as const),
      years: /20\d\d-20\d\d/.exec(set.name.replace(/[–—]/g, '-'))?.[0] ?? '',
      criteria: set.official_counts.criteria,
      indicators: set.official_counts.indicators,
      set,
    }))
}

/** What is known of the set of a figure: the totals it is out of, what names it, its month. */
export interface SetHints {
  criteriaOf?: number
  indicatorsOf?: number
  /** The least total that the set has to have: 17 criteria are none of a set of 10. */
  atLeast?: number
  told?: SetTold
  date?: string
}

/** The candidates that fit, best first: what a figure is out of counts for more than a name near by. */
export function fitting(candidates: readonly Candidate[], hints: SetHints): Candidate[] {
  const { criteriaOf, indicatorsOf, told, date, atLeast = 0 } = hints
  if (told?.family === 'other' && !candidates.some(({ indicators }) => indicators === indicatorsOf)) return []
  let left = candidates.filter(
    ({ criteria, indicators }) =>
      (criteriaOf === undefined || criteria === criteriaOf) &&
      (indicatorsOf === undefined || indicators === indicatorsOf) &&
      criteria >= atLeast,
  )
  const narrow = (keep: (each: Candidate) => boolean): void => {
    const kept = left.filter(keep)
    if (kept.length > 0) left = kept
  }
  if (told?.family !== undefined) narrow(({ family }) => family === told.family)
  if (told?.years !== undefined) narrow(({ years }) => years === told.years)
  // Without the years it is the set that was in force.
  else if (told?.family !== undefined && date !== undefined)
    narrow(
      ({ set, criteria }) => set.in_force_from <= `${date}-31` && (set.in_force_to >= date || criteriaOf === criteria),
    )
  return left
}
