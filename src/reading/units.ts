/** The communes that a text speaks of, as it writes them, and what is said of no commune in particular. */
import { nameKey } from '../language/fold.ts'
import { GOES_ON } from '../language/unit-words.ts'
import { LINE, type Page, type Piece } from './page.ts'
import { Wordings } from './wordings.ts'

export interface UnitTold {
  /** `one` commune, several, "xã" for the one spoken of, or `none`: a district, a village, communes by number. */
  kind: 'one' | 'many' | 'same' | 'none'
  units: readonly NamedUnit[]
  /** Only tells of it: merged into another, a neighbour of another. */
  aside: boolean
  start: number
  end: number
}

export interface NamedUnit {
  key: string
  /** "Xã Trung Lương". */
  name: string
}

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
const ASIDE = new Wordings([
  [
    `sáp nhập|hợp nhất|nhập từ|giáp|tiếp giáp|học tập|kinh nghiệm của|cách|nguyên là|tách từ|cơ sở các xã|thay mặt`,
    true,
  ],
])
/** Capitalised, but no part of a name. */
const NO_NAME = new Wordings([
  [
    `nông thôn|NTM|NTMNC|báo cáo|kết quả|đạt chuẩn|cộng hòa|độc lập|ủy ban|UBND|HĐND|đảng ủy|ban chỉ đạo|biên bản|thông báo|kế hoạch|số tiêu chí|tiêu chí|chỉ tiêu|quyết định|tờ trình|hội đồng|kiểu mẫu|nâng cao|hội chủ|hội|phường hội|tính đến|đến nay|đến|từ|dưới|trên|hiện nay|năm|tháng|ngày|quý|về|đã|đạt|hoàn thành|huyện|tỉnh|thành phố|thị xã|xã|thị trấn|phường|tổ chức|thực hiện|trong|theo|qua|còn|có|là|của|được|chưa|với|và|tại|do|cho|sau|khi|nơi nhận|kính gửi|chủ tịch|bí thư|tổng|ghi chú|đạt chuẩn|kết luận|nghị quyết|ngoài ra|cùng|đều|lần lượt|bình quân`,
    true,
  ],
])
const MOST_WORDS = 5

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
  if (word?.folded === 'xa' && (after === 'hoi' || after === 'vien')) return undefined
  // "thị xã", "cấp xã", "làng xã"
  if (word?.folded === 'xa' && /^(?:thi|lien|lang|tac)$/.test(pieces[i - 1]?.folded ?? '')) return undefined
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
    if (!name || (page.small && !again)) break
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

function unitOf(kind: string, words: readonly string[]): NamedUnit {
  const shown = words.map((word) =>
    word === word.toUpperCase() || word === word.toLowerCase() ? normalCase(word) : word,
  )
  return { key: nameKey(kind + shown.join('')), name: `${kind} ${shown.join(' ')}` }
}

function normalCase(word: string): string {
  return word.toLowerCase().replace(/^\p{L}|(?<=['’-])\p{L}/gu, (letter) => letter.toUpperCase())
}

/** The words of a name that begins at `i`. */
function nameAt(page: Page, i: number): { words: string[]; end: number } | undefined {
  const { pieces, text, small } = page
  const first = pieces[i]
  if (first === undefined || first.gap >= LINE) return undefined
  if (first.kind === 'number' && first.folded.length <= 2 && pieces[i - 1]?.folded === 'phuong')
    return { words: [first.folded], end: i + 1 }
  const words: string[] = []
  let end = i
  for (let at = i; words.length < MOST_WORDS; at++) {
    const piece = pieces[at]
    if (piece?.kind !== 'word' || piece.gap >= LINE) break
    // A name goes on over a line that was full only where it would be too short.
    if (piece.gap > 0 && words.length > 1) break
    if (small ? GOES_ON.has(piece.folded) || isNoName(pieces, at, words.length) : !piece.capital) break
    if (!small && isNoName(pieces, at, words.length)) break
    // "XÃ HẢI AN Năm": loud words and others do not mix.
    if (words.length > 0 && piece.loud !== pieces[at - 1]?.loud && piece.folded.length > 1) break
    words.push(text.slice(piece.start, piece.end))
    end = at + 1
    if (pieces[end]?.folded === '-' && pieces[end]?.glued && pieces[end + 1]?.glued && pieces[end + 1]?.capital) {
      words[words.length - 1] += `-${text.slice(pieces[end + 1]?.start, pieces[end + 1]?.end)}`
      at = end + 1
      end += 2
    }
    if (small && words.length === 3) break
  }
  return words.length > 0 ? { words, end } : undefined
}

/** A word that names hold too (Đạt, Tổ, Có) ends one only where it is not written as part of a name of two. */
function isNoName(pieces: readonly Piece[], at: number, length: number): boolean {
  const found = NO_NAME.at(pieces, at)
  if (!found) return false
  const piece = pieces[at]
  const one = found.end === at + 1
  // "xã Cộng Hòa", "xã Tân Về": a single such word right behind the kind may be a name's first.
  if (
    one &&
    length === 0 &&
    piece?.capital &&
    !piece.loud &&
    pieces[at + 1]?.capital &&
    !piece.folded.startsWith('ntm')
  )
    return piece.folded === 'nam' && pieces[at + 1]?.kind === 'number'
  // "xã Tân Đạt đạt": a second word that a verb in small letters follows.
  const after = pieces[at + 1]
  if (one && length === 1 && piece?.capital && !piece.loud && after?.kind === 'word' && !after.capital) return false
  return true
}

/** ", huyện Bình Lục, tỉnh Hà Nam", "(Bình Lục)", "- huyện …" behind a name only tells where it is. */
function withPlace(page: Page, from: number): number {
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
function elsewhereAt(page: Page, i: number): UnitTold | undefined {
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
  const name = nameAt(page, above.end)
  return name && pieces[above.end]?.capital && !pieces[above.end]?.loud
    ? { kind: 'none', units: [], aside: false, start: i, end: name.end }
    : undefined
}
const ELSEWHERE = new Wordings<'district' | 'village'>([
  ['huyện', 'district'],
  ['thôn|xóm|ấp|buôn|khu dân cư|tổ dân phố', 'village'],
])

function isAside(pieces: readonly Piece[], i: number): boolean {
  for (let k = i - 1, seen = 0; k >= 0 && seen < 6 && pieces[k]?.sentence === pieces[i]?.sentence; k--, seen++) {
    if (/^[,;:.]$/.test(pieces[k]?.folded ?? '')) return false
    if (ASIDE.at(pieces, k)) return true
  }
  return false
}

/** "Trung Lương" without its kind, where the text names it with its kind elsewhere. */
function withBareNames(page: Page, told: readonly UnitTold[]): UnitTold[] {
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
