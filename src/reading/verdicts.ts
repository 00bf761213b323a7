/** What says that something is met or is not, before or behind a number. */
import { nounAt } from './counts.ts'
import type { Piece } from './page.ts'
import { says, Wordings } from './wordings.ts'

/** What says that something is met or is not, in the order of its wordings' length. */
export const VERDICTS = new Wordings<'met' | 'unmet' | 'open'>([
  [
    `chưa đạt chuẩn|chưa đạt yêu cầu|chưa đạt được|chưa đạt|không đạt chuẩn|không đạt yêu cầu|không đạt|chưa hoàn thành|chưa đảm bảo|chưa bảo đảm|chưa đáp ứng|chưa thực hiện được|chưa thực hiện xong|chưa đảm bảo yêu cầu|chưa bảo đảm yêu cầu|chưa đáp ứng yêu cầu|chưa đảm bảo đạt|chưa đủ điều kiện|không đảm bảo|không đủ điều kiện|còn thiếu|còn vướng|còn nợ|đang thiếu|chưa xong|chưa được công nhận đạt|chưa được công nhận|chưa được|không hoàn thành|rớt chuẩn|rớt|hụt|thiếu|tụt chuẩn|tụt hạng|mất chuẩn|không còn đạt|không còn đáp ứng|không duy trì được|không giữ được`,
    'unmet',
  ],
  [
    `cơ bản đạt|cơ bản hoàn thành|chưa đánh giá|không đánh giá|chưa xét|không xét|không áp dụng|gần đạt|đang hoàn thiện|đang thực hiện|đang triển khai|đang phấn đấu|chưa có kết quả`,
    'open',
  ],
  [`đạt chuẩn|đạt yêu cầu|đạt được|đạt|hoàn thành|được công nhận đạt|được công nhận|đã đạt|đã hoàn thành`, 'met'],
])

/** The sentences in which something is said to be neither met nor unmet: it is missing in both figures then. */
export function openSentences(pieces: readonly Piece[]): Set<number> {
  return new Set(pieces.flatMap(({ sentence }, i) => (VERDICTS.at(pieces, i)?.value === 'open' ? [sentence] : [])))
}

/** Between a verdict or "còn" and its number. */
const BEFORE_NUMBER = new Set(
  'duoc du tong so la ca gom co chuan va : | - them thanh toan bo tat cong nhan gia ket qua danh voi can ( cac nhung moi hien nay chi chi ty le dung'.split(
    ' ',
  ),
)

/** "Tăng 2 tiêu chí" tells a difference. */
const DIFFERENCE = /^(?:tang|them|giam|hon|kem|binh|trung|moi|ty|qua|khoang|tu|toi|thieu|vuot|trong|rieng|thu)$/

/**
 * Whether a fraction tells what is met; undefined where it tells a difference or what is neither.
 * @param named it stands right behind a commune's name, of which no word is one of a difference then: "xa tan thu 15/19".
 */
export function polarityOf(pieces: readonly Piece[], start: number, end: number, named: boolean): boolean | undefined {
  const before = named ? undefined : verdictBefore(pieces, start)
  if (before === 'difference') return undefined
  if (before === 'open') return isMostly(pieces, start) && !isMixed(pieces, start) ? true : undefined
  if (isDemanded(pieces, end)) return undefined
  if (before !== undefined && before !== 'rest') return before === 'met'
  const after = verdictAfter(pieces, end)
  const told = after ?? subjectVerdict(pieces, start)
  if (told !== undefined) return told === 'open' ? undefined : told === 'met'
  // Where the clause says of something that it is not met, nobody can tell that this figure is.
  if (before === 'rest') return isFallen(pieces, start) ? true : isMany(pieces, start) ? undefined : false
  return saidBefore(pieces, start) === 'unmet' ? undefined : true
}

/** "19/19 tiêu chí phải xong trước tháng 3". */
function isDemanded(pieces: readonly Piece[], end: number): boolean {
  const next = pieces[end]
  return next?.sentence === pieces[end - 1]?.sentence && /^(?:phai|se|can)$/.test(next?.folded ?? '')
}

/** "Từ 19/19 tiêu chí nay chỉ còn 17/19 tiêu chí": so many are met still. */
function isFallen(pieces: readonly Piece[], start: number): boolean {
  for (let k = start - 1; k > Math.max(0, start - FURTHEST_SUBJECT); k--) {
    if (pieces[k]?.sentence !== pieces[start]?.sentence) return false
    if (says(pieces[k], 'từ')) return pieces[k + 1]?.kind === 'number' && pieces[k + 2]?.folded === '/'
  }
  return false
}

/** "Còn 17/19 tiêu chí" may be what is left of them, or what is left to do. */
function isMany(pieces: readonly Piece[], start: number): boolean {
  const [part, whole] = [Number(pieces[start]?.folded), Number(pieces[start + 2]?.folded)]
  return pieces[start + 1]?.folded === '/' && part * 2 > whole
}

/** The last verdict of the clause that a number stands in, however far before it. */
function saidBefore(pieces: readonly Piece[], start: number): 'met' | 'unmet' | 'open' | undefined {
  const sentence = pieces[start]?.sentence
  for (let k = start - 1; k >= Math.max(0, start - FURTHEST_SUBJECT); k--) {
    const piece = pieces[k]
    if (piece === undefined || piece.sentence !== sentence || /^[,;:()]$/.test(piece.folded)) return undefined
    const verdict = VERDICTS.at(pieces, k)
    // "Chưa đạt" holds "đạt".
    if (verdict) return verdict.value === 'met' ? (VERDICTS.at(pieces, k - 1) ?? verdict).value : verdict.value
  }
  return undefined
}

/** So many pieces there may be between a number and the noun that it is told of. */
const FURTHEST_SUBJECT = 25

/** "Số tiêu chí chưa đạt của xã … là 5/19": what the noun further before says, whose number it is. */
export function subjectVerdict(pieces: readonly Piece[], start: number): 'met' | 'unmet' | 'open' | undefined {
  const sentence = pieces[start]?.sentence
  for (let k = start - 1; k >= Math.max(0, start - FURTHEST_SUBJECT); k--) {
    const piece = pieces[k]
    if (piece === undefined || piece.sentence !== sentence || /^[,;]$/.test(piece.folded)) return undefined
    const noun = nounAt(pieces, k)
    // "Từ 7 tiêu chí xuống 4": that noun has a number of its own.
    if (noun && pieces[k - 1]?.kind !== 'number')
      return VERDICTS.at(pieces, noun.end)?.value ?? verdictAfter(pieces, noun.end)
  }
  return undefined
}

/** "Cơ bản hoàn thành 17/19 tiêu chí" is said of what is met. */
function isMostly(pieces: readonly Piece[], start: number): boolean {
  for (let k = start - 1; k >= Math.max(0, start - 7); k--)
    if (pieces[k]?.folded === 'ban' && pieces[k - 1]?.folded === 'co') return true
  return false
}

/** "Đạt và cơ bản đạt 18/19 tiêu chí" tells of two things together. */
function isMixed(pieces: readonly Piece[], start: number): boolean {
  for (let k = start - 1; k >= Math.max(1, start - 9) && pieces[k]?.sentence === pieces[start]?.sentence; k--)
    if (/^(?:va|hoac|,|\/)$/.test(pieces[k]?.folded ?? '') && NEARLY.at(pieces, k + 1)) return true
  return false
}

const NEARLY = new Wordings([['cơ bản|gần', true]])

export function verdictBefore(
  pieces: readonly Piece[],
  start: number,
): 'met' | 'unmet' | 'open' | 'rest' | 'difference' | undefined {
  const sentence = pieces[start]?.sentence
  for (let k = start - 1, seen = 0; k >= 0 && seen < 7; k--, seen++) {
    const piece = pieces[k]
    if (piece === undefined || piece.sentence !== sentence) return undefined
    for (const from of [k - 3, k - 2, k - 1, k]) {
      const verdict = from < 0 ? undefined : VERDICTS.at(pieces, from)
      if (verdict && verdict.end === k + 1) return verdict.value
    }
    if (says(piece, 'còn') && /^(?:giam|xuong)$/.test(pieces[k - 1]?.folded ?? ''))
      return subjectVerdict(pieces, start) ?? 'met'
    // "Trong đó có 10 tiêu chí đạt từ năm 2022" tells of some of them.
    if (seen < 2 && piece.folded === 'do' && pieces[k - 1]?.folded === 'trong') return 'difference'
    // "16/19 chứ không phải 17/19", "thay vì 17/19"
    if (
      seen < 2 &&
      ((piece.folded === 'phai' && pieces[k - 1]?.folded === 'khong') ||
        (piece.folded === 'vi' && pieces[k - 1]?.folded === 'thay'))
    )
      return 'difference'
    // "Tăng từ 12 lên 15 tiêu chí"
    if (says(piece, 'lên') && seen < 2 && risesFrom(pieces, k)) return subjectVerdict(pieces, start) ?? 'met'
    if (says(piece, 'còn') || (piece.folded === 'lai' && pieces[k - 1]?.folded === 'con')) return 'rest'
    // "Hải Bình 16/19" is no "bình quân".
    if (seen === 0 && !piece.capital && DIFFERENCE.test(piece.folded)) return 'difference'
    if (says(piece, 'thêm') || says(piece, 'tăng')) return 'difference'
    if (!BEFORE_NUMBER.has(piece.folded) && !nounEnds(pieces, k)) return undefined
  }
  return undefined
}

/** Whether "từ" and a number stand before "lên". */
function risesFrom(pieces: readonly Piece[], at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - 16) && pieces[k]?.sentence === pieces[at]?.sentence; k--)
    if (says(pieces[k], 'từ')) return pieces[k + 1]?.kind === 'number'
  return false
}

function nounEnds(pieces: readonly Piece[], k: number): boolean {
  return nounAt(pieces, k - 1)?.end === k + 1 || nounAt(pieces, k)?.end === k + 2
}

const TO_VERDICT =
  /^(?:da|deu|van|hien|duoc|xa|ntm|nong|thon|moi|nang|cao|nay|ma|con|theo|quy|dinh|danh|gia|cong|nhan|co|ban|khac|cua|nua)$/

export function verdictAfter(pieces: readonly Piece[], end: number): 'met' | 'unmet' | 'open' | undefined {
  const sentence = pieces[end - 1]?.sentence
  for (let k = end, seen = 0; seen < 9; k++, seen++) {
    const piece = pieces[k]
    if (piece === undefined || piece.sentence !== sentence) return undefined
    const verdict = VERDICTS.at(pieces, k)
    // "15/19 tiêu chí chưa đạt 4 tiêu chí": that verdict has a number of its own.
    if (verdict) {
      const mixed = /^(?:va|hoac|,|\/)$/.test(pieces[verdict.end]?.folded ?? '') && NEARLY.at(pieces, verdict.end + 1)
      return pieces[verdict.end]?.kind === 'number' ? undefined : mixed ? 'open' : verdict.value
    }
    if (says(piece, 'còn') && pieces[k + 1]?.folded === 'lai') return 'unmet'
    if (!TO_VERDICT.test(piece.folded)) return undefined
  }
  return undefined
}
