/** The names of communes as they are written: where one begins, and with which word it ends. */
import { nameKey } from '../language/fold.ts'
import { GOES_ON, MAY_GO_ON, OWN_AFTER } from '../language/unit-words.ts'
import { isSmallAt, LINE, type Page, type Piece } from './page.ts'
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

/** Capitalised, but no part of a name. */
const NO_NAME = new Wordings([
  [
    `nông thôn|NTM|NTMNC|báo cáo|kết quả|đạt chuẩn|cộng hòa|độc lập|ủy ban|UBND|HĐND|đảng ủy|ban chỉ đạo|biên bản|thông báo|kế hoạch|số tiêu chí|tiêu chí|chỉ tiêu|quyết định|tờ trình|hội đồng|kiểu mẫu|nâng cao|hội chủ|hội|phường hội|tính đến|đến nay|đến|hiện nay|năm|tháng|ngày|quý|về|đã|đạt|hoàn thành|huyện|tỉnh|thành phố|thị xã|xã|thị trấn|phường|tổ chức|thực hiện|trong|theo|qua|còn|có|là|của|được|chưa|với|và|tại|do|cho|sau|khi|nơi nhận|kính gửi|chủ tịch|bí thư|tổng|ghi chú|đạt chuẩn|kết luận|nghị quyết|ngoài ra|cùng|đều|lần lượt|bình quân|hnay|hôm nay|khóa|kỳ họp|nhiệm kỳ|lần thứ`,
    true,
  ],
])

/** In a text all in capitals a verb is a capital too. */
const LOUD_VERBS = new Wordings([
  [
    `duy trì|tự đánh giá|tự chấm|rà soát|giữ vững|phấn đấu|tập trung|cơ bản|đăng ký|đăng kí|tiếp tục|nỗ lực|báo cáo|đang|vừa|sẽ|chỉ|này|những|dưới|không|họp|nhé|bc|nói chung|phải|cần|để|rất|bị|chốt|lãnh đạo`,
    true,
  ],
])
/** These begin no name, though one may hold them further on. */
const LOUD_AFTER_NAME = new Wordings([['mới|hiện|từ|tăng|giảm|giáp|đạt|trên|nay', true]])

export const MOST_WORDS = 5

export function unitOf(kind: string, words: readonly string[]): NamedUnit {
  const shown = words.map((word) =>
    word === word.toUpperCase() || word === word.toLowerCase() ? normalCase(word) : word,
  )
  return { key: nameKey(kind + shown.join('')), name: `${kind} ${shown.join(' ')}` }
}

function normalCase(word: string): string {
  return word.toLowerCase().replace(/^\p{L}|(?<=['’-])\p{L}/gu, (letter) => letter.toUpperCase())
}

/** The words of a name that begins at `i`. */
export function nameAt(page: Page, i: number): { words: string[]; end: number } | undefined {
  const { pieces, text } = page
  const first = pieces[i]
  const small = isSmallAt(page, i)
  if (first === undefined || first.gap >= LINE) return undefined
  if (first.kind === 'number' && first.folded.length <= 2 && pieces[i - 1]?.folded === 'phuong')
    return { words: [first.folded], end: i + 1 }
  // "Xa chau tinh den nay": one's own, and no name.
  const next = pieces[i + 1]?.folded ?? ''
  if (small && OWN_AFTER.has(first.folded) && (GOES_ON.has(next) || MAY_GO_ON.has(next))) return undefined
  const words: string[] = []
  let end = i
  for (let at = i; words.length < MOST_WORDS; at++) {
    const piece = pieces[at]
    if (piece?.kind !== 'word' || piece.gap >= LINE) break
    // A name goes on over a line that was full where it would be too short, or where a sign ends it there.
    const ends = words.length === 2 && /^[,;:)]$/.test(pieces[at + 1]?.folded ?? '')
    if (piece.gap > 0 && words.length > 1 && !ends) break
    if (small ? GOES_ON.has(piece.folded) || isNoName(pieces, at, words.length) : !piece.capital) break
    if (!small && isNoName(pieces, at, words.length)) break
    if (piece.loud && (LOUD_VERBS.at(pieces, at) || (words.length > 1 && LOUD_AFTER_NAME.at(pieces, at)))) break
    // "XÃ HẢI AN Năm": loud words and others do not mix.
    if (words.length > 0 && piece.loud !== pieces[at - 1]?.loud && piece.folded.length > 1) break
    words.push(text.slice(piece.start, piece.end))
    end = at + 1
    if (pieces[end]?.folded === '-' && pieces[end]?.glued && pieces[end + 1]?.glued && pieces[end + 1]?.capital) {
      words[words.length - 1] += `-${text.slice(pieces[end + 1]?.start, pieces[end + 1]?.end)}`
      at = end + 1
      end += 2
    }
    if (small && (words.length === 3 || (words.length === 2 && OWN_AFTER.has(pieces[end]?.folded ?? '')))) break
  }
  // "XÃ MỚI ĐẠT", "XÃ GIẢM"
  if (words.length === 1 && first.loud && LOUD_AFTER_NAME.at(pieces, i)) return undefined
  return words.length > 0 ? { words, end } : undefined
}

/** A word that names hold too (Đạt, Tổ, Có) ends one only where it is not written as part of a name of two. */
function isNoName(pieces: readonly Piece[], at: number, length: number): boolean {
  const found = NO_NAME.at(pieces, at)
  if (!found) return false
  const piece = pieces[at]
  // "XÃ NAM THỬ": a year has its number.
  if (piece?.folded === 'nam' && piece.spelled === 'nam' && pieces[at + 1]?.kind !== 'number') return false
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
