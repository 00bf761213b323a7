/** What says that something is met or is not, before or behind a number. */
import { NOUNS } from './counts.ts'
import type { Piece } from './page.ts'
import { says, Wordings } from './wordings.ts'

/** What says that something is met or is not, in the order of its wordings' length. */
export const VERDICTS = new Wordings<'met' | 'unmet' | 'open'>([
  [
    `chưa đạt chuẩn|chưa đạt yêu cầu|chưa đạt được|chưa đạt|không đạt chuẩn|không đạt yêu cầu|không đạt|chưa hoàn thành|chưa đảm bảo|chưa bảo đảm|chưa đáp ứng|chưa thực hiện được|chưa thực hiện xong|còn thiếu|còn vướng|còn nợ|đang thiếu|chưa xong|chưa được công nhận đạt|chưa được công nhận|chưa được|không hoàn thành|rớt|hụt|thiếu`,
    'unmet',
  ],
  [
    `cơ bản đạt|cơ bản hoàn thành|chưa đánh giá|không đánh giá|chưa xét|không xét|không áp dụng|gần đạt|đang hoàn thiện|chưa có kết quả`,
    'open',
  ],
  [`đạt chuẩn|đạt yêu cầu|đạt được|đạt|hoàn thành|được công nhận đạt|được công nhận|đã đạt|đã hoàn thành`, 'met'],
])

/** Between a verdict or "còn" and its number. */
const BEFORE_NUMBER = new Set(
  'duoc du tong so la ca gom co chuan va : | - them thanh toan bo tat cong nhan gia ket qua danh voi can ( cac nhung moi hien nay chi chi ty le'.split(
    ' ',
  ),
)

/** "Tăng 2 tiêu chí" tells a difference. */
const DIFFERENCE = /^(?:tang|them|giam|hon|kem|binh|trung|moi|ty|qua|khoang|tu|toi|thieu|vuot|trong|rieng|thu)$/

/** Whether a fraction tells what is met; undefined where it tells a difference or what is neither. */
export function polarityOf(pieces: readonly Piece[], start: number, end: number): boolean | undefined {
  const before = verdictBefore(pieces, start)
  if (before === 'difference') return undefined
  if (before === 'open') return isMostly(pieces, start) ? true : undefined
  if (before !== undefined && before !== 'rest') return before === 'met'
  const after = verdictAfter(pieces, end)
  const told = after ?? subjectVerdict(pieces, start)
  if (told !== undefined) return told === 'open' ? undefined : told === 'met'
  return before !== 'rest'
}

/** So many pieces there may be between a number and the noun that it is told of. */
const FURTHEST_SUBJECT = 25

/** "Số tiêu chí chưa đạt của xã … là 5/19": what the noun further before says, whose number it is. */
export function subjectVerdict(pieces: readonly Piece[], start: number): 'met' | 'unmet' | 'open' | undefined {
  const sentence = pieces[start]?.sentence
  for (let k = start - 1; k >= Math.max(0, start - FURTHEST_SUBJECT); k--) {
    const piece = pieces[k]
    if (piece === undefined || piece.sentence !== sentence || /^[,;]$/.test(piece.folded)) return undefined
    const noun = NOUNS.at(pieces, k)
    // "Từ 7 tiêu chí xuống 4": that noun has a number of its own.
    if (noun && pieces[k - 1]?.kind !== 'number') return VERDICTS.at(pieces, noun.end)?.value
  }
  return undefined
}

/** "Cơ bản hoàn thành 17/19 tiêu chí" is said of what is met. */
function isMostly(pieces: readonly Piece[], start: number): boolean {
  for (let k = start - 1; k >= Math.max(0, start - 7); k--)
    if (pieces[k]?.folded === 'ban' && pieces[k - 1]?.folded === 'co') return true
  return false
}

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
    if (says(piece, 'còn') || (piece.folded === 'lai' && pieces[k - 1]?.folded === 'con')) return 'rest'
    // "Hải Bình 16/19" is no "bình quân".
    if (seen === 0 && !piece.capital && DIFFERENCE.test(piece.folded)) return 'difference'
    if (says(piece, 'thêm') || says(piece, 'tăng')) return 'difference'
    if (!BEFORE_NUMBER.has(piece.folded) && !nounEnds(pieces, k)) return undefined
  }
  return undefined
}

function nounEnds(pieces: readonly Piece[], k: number): boolean {
  return NOUNS.at(pieces, k - 1)?.end === k + 1 || NOUNS.at(pieces, k)?.end === k + 2
}

const TO_VERDICT =
  /^(?:da|deu|van|hien|duoc|xa|ntm|nong|thon|moi|nang|cao|nay|ma|con|theo|quy|dinh|danh|gia|cong|nhan|co|ban)$/

export function verdictAfter(pieces: readonly Piece[], end: number): 'met' | 'unmet' | 'open' | undefined {
  const sentence = pieces[end - 1]?.sentence
  for (let k = end, seen = 0; seen < 6; k++, seen++) {
    const piece = pieces[k]
    if (piece === undefined || piece.sentence !== sentence) return undefined
    const verdict = VERDICTS.at(pieces, k)
    // "15/19 tiêu chí chưa đạt 4 tiêu chí": that verdict has a number of its own.
    if (verdict) return pieces[verdict.end]?.kind === 'number' ? undefined : verdict.value
    if (says(piece, 'còn') && pieces[k + 1]?.folded === 'lai') return 'unmet'
    if (!TO_VERDICT.test(piece.folded)) return undefined
  }
  return undefined
}
