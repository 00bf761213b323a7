/** Days that no figure is of: a decision's, a recognition's. */
import type { DayTold } from './days.ts'
import type { Piece } from './page.ts'
import { Wordings } from './wordings.ts'

const DOCUMENT = new Wordings([
  [
    'quyết định|thông tư|thông báo|văn bản|kế hoạch|chỉ thị|luật|hợp đồng|tờ trình|nghị định|nghị quyết|biên bản|công văn|hướng dẫn|công bố|lệnh',
    true,
  ],
])

const RECOGNISED = new Wordings([['công nhận|đạt chuẩn|đạt danh hiệu|về đích|cán đích|thành lập|sáp nhập', true]])

const DECISION = new Wordings([['tại quyết định', true]])
const FURTHEST = 14

/** "Tại Quyết định số … ngày …, UBND tỉnh công nhận xã … với 19/19 tiêu chí": so it was on that day. */
function recognises(pieces: readonly Piece[], i: number): boolean {
  const sentence = pieces[i]?.sentence
  let from = i
  while (from > 0 && i - from < FURTHEST && pieces[from - 1]?.sentence === sentence) from--
  if (!pieces.slice(from, i).some((_, k) => DECISION.at(pieces, from + k))) return false
  return pieces
    .slice(i, i + FURTHEST)
    .some((piece, k) => piece.sentence === sentence && piece.folded === 'cong' && pieces[i + k + 1]?.folded === 'nhan')
}

/** The date of a decision, of a recognition, of a birth: no figure is true for it. */
export function isDateAside(pieces: readonly Piece[], i: number, end: number, span: DayTold['span']): boolean {
  const sentence = pieces[i]?.sentence
  const before = pieces[i - 1]
  if (span === 'day') {
    if (recognises(pieces, i)) return false
    // "45/KH-UBND ngày …": a document's number ends with letters behind a slash or a dash.
    if (before?.kind === 'word' && before.glued && /^[/-]$/.test(pieces[i - 2]?.folded ?? '')) return true
    // "Theo báo cáo đến ngày …" tells up to when.
    if (/^(?:den|toi)$/.test(before?.folded ?? '')) return false
    for (let k = i - 1; k >= Math.max(0, i - 4) && pieces[k]?.sentence === sentence; k--)
      if (DOCUMENT.at(pieces, k)) return true
    const [of, whose] = [pieces[end]?.folded, pieces[end + 1]?.folded ?? '']
    if (of === 'cua' && /^(?:thu|chinh|ubnd|uy|hdnd|hoi|bo|ban|tinh|chu|so)$/.test(whose)) return true
  }
  if (span === 'year' || span === 'month') {
    for (let k = i - 1, seen = 0; k >= 0 && seen < 7 && pieces[k]?.sentence === sentence; k--, seen++) {
      const folded = pieces[k]?.folded ?? ''
      if (/^[,;:]$/.test(folded) || pieces[k]?.kind === 'number') break
      if (RECOGNISED.at(pieces, k)) return true
    }
  }
  return false
}
