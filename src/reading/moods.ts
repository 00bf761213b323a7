/** Whether what a text says at a place is so, is to come, or was so once. */
import { LINE, type Page, type Piece } from './page.ts'
import { says, Wordings } from './wordings.ts'

export type Mood = 'present' | 'goal' | 'past'

const GOALS = new Wordings([
  [
    `phấn đấu|mục tiêu|dự kiến|sẽ|đăng ký|đăng kí|quyết tâm|hướng tới|hướng đến|theo kế hoạch|kế hoạch đến|kế hoạch năm|kế hoạch đề ra|kế hoạch là|kế hoạch :|lộ trình|nhằm đạt|nhằm hoàn thành|để đạt|để hoàn thành|cần đạt|phải đạt|phải có|cần phải|ước đạt|ước đến|ước thực hiện|ước tính đến|có thể đạt|khả năng|tiến tới|chỉ tiêu phấn đấu|chỉ tiêu giao|được giao|mong muốn|kỳ vọng|tập trung hoàn thành|tiếp tục hoàn thành|thời gian tới|phương hướng|cam kết|muốn đạt|yêu cầu|nghị quyết đề ra|chỉ tiêu đề ra|chỉ tiêu nghị quyết|cố gắng đạt|cố gắng hoàn thành|quy định|đặt ra|đề ra|ra sức|đến khi đạt|nếu đạt|kế hoạch đạt|kế hoạch hoàn thành|có kế hoạch`,
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
    `trước đây|ban đầu|khi bắt đầu|lúc bắt đầu|thời điểm bắt đầu|xuất phát điểm|đầu nhiệm kỳ|khi mới|những ngày đầu|khi triển khai|bước vào xây dựng|bắt tay vào|giai đoạn trước|năm ngoái|năm trước`,
    true,
  ],
])
const PAST_CLAUSE = new Wordings([['so với|so cùng kỳ|cùng kỳ|tăng từ|nâng từ', true]])
const DONE = /^(?:thanh|vuot|dat|hien|theo|xong|tra)$/

/** The mood at each piece. */
export function readMoods(page: Page): Mood[] {
  const { pieces } = page
  const moods: Mood[] = []
  let section: Mood = 'present'
  let mood: Mood = 'present'
  let clause = false
  let lineBegins = 0
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1]
    if (before === undefined || piece.gap >= LINE) {
      lineBegins = i
      section = sectionMood(pieces, i, section)
    }
    if (before === undefined || piece.sentence !== before.sentence) {
      // A bullet goes on with what its heading set out.
      const heading: boolean = before?.folded === ':' && mood === 'goal'
      mood = heading ? 'goal' : section
      if (heading && pieces[lineBegins]?.kind === 'sign') section = 'present'
      clause = false
    }
    if (mood === 'past' && clause && /^[,;)]$/.test(piece.folded)) mood = section
    if (mood === 'past' && clause && piece.folded === 'len') mood = section
    // "Phấn đấu đạt kết quả cao" is still to come; "…; kết quả đạt 16/19" is so.
    const aside = mood === 'goal' && piece.folded === 'ket' && before !== undefined && !/^[,;:.]$/.test(before.folded)
    if (PRESENT.at(pieces, i) && !aside) mood = 'present'
    else if (PAST_SENTENCE.at(pieces, i)) [mood, clause] = ['past', false]
    else if (PAST_CLAUSE.at(pieces, i)) [mood, clause] = ['past', true]
    else if (isGoal(pieces, i)) mood = 'goal'
    moods.push(mood)
  }
  return moods
}

function isGoal(pieces: readonly Piece[], i: number): boolean {
  const found = GOALS.at(pieces, i)
  if (!found) return false
  const [word, before, after] = [pieces[i]?.folded, pieces[i - 1]?.folded ?? '', pieces[found.end]?.folded ?? '']
  if (word === 'muc') return after !== 'quoc' && !isReached(pieces, i)
  if (word === 'ke' || word === 'theo') return !/^(?:dat|vuot)$/.test(before)
  if (word === 'yeu') return before !== 'dat' && before !== 'ung' && before !== 'theo'
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

const NUMBERED = /^(?:\d{1,2}|[ivx]{1,5}|[a-zđ])$/
const AHEAD = new Wordings([
  [
    `phương hướng|nhiệm vụ trọng tâm|nhiệm vụ|giải pháp|mục tiêu|kế hoạch|kiến nghị|đề xuất|chỉ tiêu phấn đấu|lộ trình`,
    true,
  ],
])
const SO_FAR = new Wordings([
  [`kết quả|tình hình|đánh giá|thực trạng|hiện trạng|đến nay|quốc gia|thực hiện kế hoạch|thực hiện nhiệm vụ`, true],
])

/** A heading sets what its section tells: "III. Phương hướng, nhiệm vụ" what is to come. */
function sectionMood(pieces: readonly Piece[], i: number, before: Mood): Mood {
  const first = pieces[i]
  const numbered =
    first !== undefined &&
    NUMBERED.test(first.folded) &&
    /^[.)/]$/.test(pieces[i + 1]?.folded ?? '') &&
    pieces[i + 1]?.glued
  let end = i + 1
  while (end < pieces.length && end - i < 22 && (pieces[end]?.gap ?? 0) < LINE) end++
  const short = end - i < 22
  const last = pieces[end - 1]?.folded
  const heading = short && (numbered || first?.loud || last === ':') && last !== '.' && last !== ';'
  if (!heading) return before
  let ahead = false
  let soFar = false
  let counts = false
  for (let k = i; k < end; k++) {
    if (AHEAD.at(pieces, k)) ahead = true
    if (SO_FAR.at(pieces, k)) soFar = true
    if (k > i + 1 && pieces[k]?.folded === '/') counts = true
  }
  if (counts) return before
  if (ahead && !soFar) return 'goal'
  // A numbered line below such a heading stays in its section; a Roman one or a loud one begins another.
  const main = first?.loud || /^[ivx]+$/.test(first?.folded ?? '') || soFar
  return main || !numbered ? (main ? 'present' : before) : before
}
