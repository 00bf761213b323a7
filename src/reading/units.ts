/** The communes that a text speaks of, as it writes them, and what is said of no commune in particular. */
import { withBareNames } from './bare-names.ts'
import { isSmallAt, LINE, type Page, type Piece } from './page.ts'
import { nameAt, type NamedUnit, unitOf, type UnitTold } from './unit-names.ts'
import { elsewhereAt, isAside, withPlace } from './units-elsewhere.ts'
import { says, Wordings } from './wordings.ts'

const KINDS = new Wordings([
  ['xã', 'Xã'],
  ['thị trấn', 'Thị trấn'],
  ['phường', 'Phường'],
  ['đặc khu', 'Đặc khu'],
])

const ABOVE = new Wordings([
  [
    'huyện|tỉnh|thành phố|thị xã|quận|TP|TX|thôn|xóm|ấp|bản|buôn|làng|tổ dân phố|khu dân cư|khu phố|ông|bà|đồng chí|cụm',
    true,
  ],
])

const NOBODY = new Wordings([
  [
    `toàn huyện|toàn tỉnh|toàn thành phố|toàn thị xã|cả nước|toàn quốc|cả huyện|cả tỉnh|bình quân|trung bình|mỗi xã|các xã|nhiều xã|một số xã|số xã|những xã|100% số xã|100 % xã|các địa phương|tiêu chí / xã|tất cả các xã`,
    true,
  ],
])

export function readUnits(page: Page): UnitTold[] {
  const { pieces } = page
  const told: UnitTold[] = []
  const apart = { until: 0 }
  for (let i = 0; i < pieces.length;) {
    const found = unitAt(page, i, apart)
    if (found) told.push(found)
    i = found ? found.end : i + 1
  }
  return withBareNames(page, told)
}

/** Up to where names that follow each other were read to their end and found to be no list: they are not read again. */
interface Apart {
  until: number
}

function unitAt(page: Page, i: number, apart: Apart): UnitTold | undefined {
  const { pieces } = page
  const piece = pieces[i]
  if (piece?.kind !== 'word' && piece?.kind !== 'number') return undefined
  const nobody = NOBODY.at(pieces, i)
  const plural = nobody && piece.folded !== 'toan' && pieces[nobody.end - 1]?.folded === 'xa' ? nobody : undefined
  if (nobody && !plural) return { kind: 'none', units: [], aside: false, start: i, end: nobody.end }
  if (plural)
    return severalAt(page, i, plural.end) ?? { kind: 'none', units: [], aside: false, start: i, end: plural.end }
  // "12 xã", "12/15 xã", "hai xã"
  const counted =
    piece.kind === 'number' && piece.folded.length < 4 && !isDatePart(pieces, i)
      ? i + 1
      : NUMBERS.has(piece.folded)
        ? i + 1
        : undefined
  if (counted !== undefined) {
    const kind = KINDS.at(pieces, counted)
    if (!kind) return undefined
    return (
      severalAt(page, i, kind.end, kind.value) ?? { kind: 'none', units: [], aside: false, start: i, end: kind.end }
    )
  }
  const kind = KINDS.at(pieces, i)
  if (kind) return communeAt(page, i, kind, apart)
  return elsewhereAt(page, i)
}

const FURTHEST_WHILE = 20

/** "Trong khi xã … thì xã …", typed without marks. */
function isConjunction(pieces: readonly Piece[], i: number): boolean {
  for (let k = i - 1; k > Math.max(0, i - FURTHEST_WHILE) && pieces[k]?.sentence === pieces[i]?.sentence; k--)
    if (says(pieces[k], 'khi') && says(pieces[k - 1], 'trong')) return true
  return false
}

/** The month or year of a date, which "xã" may follow: "đến 6/2024 xã đạt". */
function isDatePart(pieces: readonly Piece[], i: number): boolean {
  return (
    /^(?:thang|nam|ngay|quy)$/.test(pieces[i - 1]?.folded ?? '') ||
    (pieces[i - 1]?.folded === '/' && pieces[i - 3]?.folded === '/')
  )
}

const NUMBERS = new Set('hai ba bon nam sau bay tam chin muoi'.split(' '))

function communeAt(
  page: Page,
  i: number,
  { end: at, value: kind }: { end: number; value: string },
  apart: Apart,
): UnitTold | undefined {
  const { pieces } = page
  const [word, after] = [pieces[i], pieces[at]?.folded]
  // "xã hội", and no xã Hồi Mẫu
  const society = says(pieces[at], 'hội') && (!pieces[at]?.capital || pieces[at].loud)
  if (word?.folded === 'xa' && (society || after === 'vien')) return undefined
  // "thị xã", "cấp xã", "làng xã"
  const compound =
    (says(pieces[i - 1], 'thị') && !isConjunction(pieces, i - 1)) ||
    /^(?:lien|lang|tac)$/.test(pieces[i - 1]?.folded ?? '')
  if (word?.folded === 'xa' && compound) return undefined
  const name = nameAt(page, at)
  if (!name) {
    const before = pieces[i - 1]?.folded ?? ''
    if (word?.folded !== 'xa' || before === 'cap' || before === 'cac') return undefined
    return { kind: 'same', units: [], aside: false, start: i, end: at }
  }
  const units = [unitOf(kind, name.words)]
  const known: MoreNames = { units: [], end: name.end }
  const more = name.end < apart.until ? known : moreNames(page, name.end, kind, false)
  if (more.units.length === 0) apart.until = Math.max(apart.until, more.read ?? 0)
  const aside = isAside(pieces, i)
  if (more.units.length > 0) return { kind: 'many', units: [...units, ...more.units], aside, start: i, end: more.end }
  return { kind: 'one', units, aside, start: i, end: withPlace(page, name.end) }
}

/** "các xã A, B và C", "2 xã: A, B". */
function severalAt(page: Page, i: number, at: number, kind = 'Xã'): UnitTold | undefined {
  const { pieces } = page
  let start = at
  while (/^(?::|gom|la|nhu|\()$/.test(pieces[start]?.folded ?? '')) start++
  const again = KINDS.at(pieces, start)
  const name = nameAt(page, again ? again.end : start)
  if (!name) return undefined
  const more = moreNames(page, name.end, kind, true)
  const units = [unitOf(again?.value ?? kind, name.words), ...more.units]
  return { kind: units.length > 1 ? 'many' : 'one', units, aside: isAside(pieces, i), start: i, end: more.end }
}

interface MoreNames {
  units: NamedUnit[]
  end: number
  /** Up to where was read, whether the names are taken or not. */
  read?: number
}

/** The names that go on a list; without "các" they are taken only where "cùng", "đều", "lần lượt" follows them all. */
function moreNames(page: Page, from: number, kind: string, sure: boolean): MoreNames {
  const { pieces } = page
  const units: NamedUnit[] = []
  let end = from
  while (units.length < (sure ? MOST_NAMES : MOST_UNSURE)) {
    const sign = pieces[end]?.folded
    if ((sign !== ',' && sign !== 'va' && sign !== ';') || (pieces[end + 1]?.gap ?? 0) >= LINE) break
    const several = NOBODY.at(pieces, end + 1)
    const others =
      several && pieces[several.end - 1]?.folded === 'xa' ? severalAt(page, end + 1, several.end) : undefined
    if (others) return { units: [...units, ...others.units], end: others.end }
    const again = KINDS.at(pieces, end + 1)
    if (again && !sure && sign !== 'va' && sign !== ',') break
    if (ABOVE.at(pieces, end + 1)) break
    const name = nameAt(page, again ? again.end : end + 1)
    if (!name || (isSmallAt(page, end + 1) && !again)) break
    const followed = pieces[name.end]?.folded ?? ''
    // Its own figure follows: it is no part of the list before it.
    if (again && !JOINS.test(followed)) break
    units.push(unitOf(again?.value ?? kind, name.words))
    end = name.end
  }
  const together = /^(?:cung|deu|lan)$/.test(pieces[end]?.folded ?? '')
  return sure || together ? { units, end } : { units: [], end: from, read: end }
}

/** What a province has, and what one sentence names together. */
const [MOST_NAMES, MOST_UNSURE] = [200, 12] as const

const JOINS = /^(?:,|va|;|cung|deu|lan|\)|\.)$/
