/** Whether what a text says at a place is so, is to come, or was so once. */
import { LINE, type Page, type Piece } from './page.ts'
import { FIRST_SECTION, isAhead, sectionAt } from './sections.ts'
import { says, Wordings } from './wordings.ts'

export type Mood = 'present' | 'goal' | 'past'

const GOALS = new Wordings([
  [
    `phấn đấu|mục tiêu|dự kiến|sẽ|đăng ký|đăng kí|quyết tâm|hướng tới|hướng đến|theo kế hoạch|kế hoạch đến|kế hoạch năm|kế hoạch đề ra|kế hoạch là|kế hoạch :|lộ trình|nhằm đạt|nhằm hoàn thành|để đạt|để hoàn thành|cần đạt|phải đạt|phải có|phải hoàn thành|phải xong|cần hoàn thành|cần phải|ước đạt|ước đến|ước thực hiện|ước tính đến|có thể đạt|khả năng|tiến tới|chỉ tiêu phấn đấu|chỉ tiêu giao|được giao|huyện giao|tỉnh giao|giao cho|mong muốn|kỳ vọng|tập trung hoàn thành|tiếp tục hoàn thành|thời gian tới|phương hướng|cam kết|muốn đạt|yêu cầu|nghị quyết đề ra|chỉ tiêu đề ra|chỉ tiêu nghị quyết|cố gắng đạt|cố gắng hoàn thành|quy định|đặt ra|đề ra|ra sức|đến khi đạt|nếu đạt|kế hoạch đạt|kế hoạch hoàn thành|có kế hoạch|từ nay đến|từ nay tới|từ nay cho đến|ước cả năm|ước năm|ước cuối năm|khó hoàn thành|khó đạt|khó có thể|chưa thể`,
    true,
  ],
])
const PRESENT = new Wordings([
  [
    `đến nay|hiện nay|hiện tại|hiện đã|hiện đạt|hiện xã|hiện mới|hiện còn|hiện có|tính đến|tính tới|thực tế|đã đạt|đã hoàn thành|qua rà soát|qua đánh giá|qua kiểm tra|kết quả|thời điểm này|nay đã|nay đạt|nay mới|xã đã`,
    true,
  ],
])
const PAST_SENTENCE = new Wordings([
  [
    `trước đây|ban đầu|khi bắt đầu|lúc bắt đầu|thời điểm bắt đầu|xuất phát điểm|đầu nhiệm kỳ|khi mới|những ngày đầu|khi triển khai|bước vào xây dựng|bắt tay vào|giai đoạn trước|năm ngoái|năm trước|trước khi|trước sáp nhập|trước hợp nhất|trước thời điểm sáp nhập|trước thời điểm hợp nhất|báo cáo trước|lần trước|kỳ trước`,
    true,
  ],
])
const PAST_CLAUSE = new Wordings([['so với|so cùng kỳ|cùng kỳ|tăng từ|nâng từ|từ chỗ|từ mức|khởi điểm', true]])
const DONE = /^(?:thanh|vuot|dat|hien|theo|xong|tra)$/

/** The mood at each piece. */
export function readMoods(page: Page): Mood[] {
  const { pieces } = page
  const moods: Mood[] = []
  let told = FIRST_SECTION
  let section: Mood = 'present'
  let mood = 'present' as Mood
  let clause = false
  let depth = 0
  /** What a clause on the past stands in: "phấn đấu nâng từ 12 lên 15" is still to come behind it. */
  let around: Mood = 'present'
  /** The list that a heading with a colon set out as to come goes on. */
  let listed = false
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1]
    if (before === undefined || piece.gap >= LINE) {
      listed = isBullet(pieces, i) && (listed || (before?.folded === ':' && mood === 'goal'))
      // Behind its bullets another matter begins.
      told = sectionAt(pieces, i, listed ? { ...told, ahead: told.plan } : told)
      section = listed || isAhead(told) ? 'goal' : 'present'
    }
    if (before === undefined || piece.sentence !== before.sentence) {
      // A bullet goes on with what its heading set out.
      mood = before?.folded === ':' && mood === 'goal' ? 'goal' : section
      clause = false
    }
    if (mood === 'past' && clause) {
      // "So với 16/19 (31/12/2023) và 12/19 (năm 2021)": its own brackets do not end it.
      if (piece.folded === '(') depth++
      if (depth > 0 ? piece.folded === ')' && --depth < 0 : /^(?:[,;)]|len)$/.test(piece.folded)) mood = around
    }
    // "Đặt mục tiêu 17/19 nhưng chỉ đạt 15/19"
    if (mood === 'goal' && says(piece, 'nhưng')) mood = section
    // "Phấn đấu đạt kết quả cao" is still to come; "…; kết quả đạt 16/19" is so.
    const aside = mood === 'goal' && piece.folded === 'ket' && before !== undefined && !/^[,;:.]$/.test(before.folded)
    if (PRESENT.at(pieces, i) && !aside) mood = 'present'
    else if (PAST_SENTENCE.at(pieces, i)) [mood, clause] = ['past', false]
    else if (PAST_CLAUSE.at(pieces, i)) {
      if (!clause || mood !== 'past') around = mood
      ;[mood, clause, depth] = ['past', true, 0]
    } else if (isGoal(pieces, i)) mood = 'goal'
    moods.push(mood)
  }
  return moods
}

function isBullet(pieces: readonly Piece[], i: number): boolean {
  const [sign, next] = [pieces[i], pieces[i + 1]]
  return /^[-+*•●○▪◦]$/.test(sign?.folded ?? '') || (sign?.folded.length === 1 && next?.folded === ')')
}

function isGoal(pieces: readonly Piece[], i: number): boolean {
  const found = GOALS.at(pieces, i)
  if (!found) return false
  const [word, before, after] = [pieces[i]?.folded, pieces[i - 1]?.folded ?? '', pieces[found.end]?.folded ?? '']
  if (word === 'muc') return after !== 'quoc' && !isReached(pieces, i)
  if (word === 'ke' || word === 'theo') return !/^(?:dat|vuot)$/.test(before)
  if (word === 'yeu') return !/^(?:dat|ung|dam|theo)$/.test(before)
  if (word === 'quy') return /^(?:theo)$/.test(before) && /^(?:xa|phai|bo)$/.test(after)
  if (word === 'se') return before !== 'chia'
  if (word === 'de') return after !== '.' && !/^(?:nghi|muc)$/.test(before)
  if (word === 'dat' || word === 'duoc') return true
  return true
}

/** "Hoàn thành mục tiêu", "đạt mục tiêu", and no "đặt mục tiêu". */
function isReached(pieces: readonly Piece[], i: number): boolean {
  const before = pieces[i - 1]
  if (before === undefined || before.sentence !== pieces[i]?.sentence || !DONE.test(before.folded)) return false
  return (
    before.folded !== 'dat' || (says(before, 'đạt') && (before.spelled !== 'dat' || pieces[i - 2]?.folded === 'da'))
  )
}
