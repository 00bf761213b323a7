/** What the headings of a text set out: results, or what is to come. */
import { LINE, type Piece } from './page.ts'
import { Wordings } from './wordings.ts'

/** What a section tells of, and, behind a heading on the line itself ("1. Mục tiêu: …"), what that part of it does. */
export interface Section {
  /** The whole paper is a plan, a resolution: only a heading that says so tells of results. */
  plan: boolean
  ahead: boolean
  part?: 'ahead' | 'so far'
}

export const FIRST_SECTION: Section = { plan: false, ahead: false }

export function isAhead({ ahead, part }: Section): boolean {
  return part === undefined ? ahead : part === 'ahead'
}

const NUMBERED = /^(?:\d{1,2}|[ivx]{1,5}|[a-zđ])$/
const AHEAD = new Wordings([
  [
    `phương hướng|nhiệm vụ trọng tâm|nhiệm vụ|giải pháp|mục tiêu|kế hoạch|kiến nghị|đề xuất|chỉ tiêu phấn đấu|lộ trình|nghị quyết|quyết nghị|chương trình hành động|chương trình công tác|dự kiến|giao chỉ tiêu|chỉ tiêu giao|ước cả năm|ước thực hiện|ước năm`,
    true,
  ],
])
const SO_FAR = new Wordings([
  [
    `kết quả|tình hình|đánh giá|thực trạng|hiện trạng|đến nay|quốc gia|thực hiện kế hoạch|thực hiện nhiệm vụ|thực hiện nghị quyết`,
    true,
  ],
])
const PLANS = new Wordings([['nghị quyết|kế hoạch|chỉ thị|đề án|chương trình hành động|chương trình công tác', true]])

const LONGEST_HEADING = 22
/** So many pieces a heading may have that its text follows on the same line. */
const LONGEST_RUN_IN = 10

/** A heading sets what its section tells: "III. Phương hướng, nhiệm vụ" what is to come. */
export function sectionAt(pieces: readonly Piece[], i: number, before: Section): Section {
  const first = pieces[i]
  if (first === undefined) return before
  const numbered = NUMBERED.test(first.folded) && /^[.)/]$/.test(pieces[i + 1]?.folded ?? '') && pieces[i + 1]?.glued
  const runIn = runInEnd(pieces, i, numbered === true)
  if (runIn !== undefined) {
    const { ahead, soFar } = toldIn(pieces, i, runIn)
    return ahead || soFar ? { ...before, part: soFar ? 'so far' : 'ahead' } : { ...before, part: undefined }
  }
  let end = i + 1
  while (end < pieces.length && end - i < LONGEST_HEADING && (pieces[end]?.gap ?? 0) < LINE) end++
  const last = pieces[end - 1]?.folded
  const heading = end - i < LONGEST_HEADING && (numbered || first.loud || last === ':') && last !== '.' && last !== ';'
  if (!heading) return numbered ? { ...before, part: undefined } : before
  const { ahead, soFar, counts } = toldIn(pieces, i, end)
  if (counts) return { ...before, part: undefined }
  const plan = before.plan || (first.loud && PLANS.at(pieces, i) !== undefined && !soFar)
  if (ahead && !soFar) return { plan, ahead: true }
  // A numbered line below such a heading stays in its section; a Roman one or a loud one begins another.
  const main = first.loud || /^[ivx]+$/.test(first.folded) || soFar
  return main ? { plan, ahead: plan && !soFar } : { ...before, part: undefined }
}

/** Where "1. Mục tiêu:" ends, behind which its text follows. */
function runInEnd(pieces: readonly Piece[], i: number, numbered: boolean): number | undefined {
  if (!numbered) return undefined
  for (let k = i + 2; k < Math.min(pieces.length, i + LONGEST_RUN_IN); k++) {
    const piece = pieces[k]
    const year = piece?.kind === 'number' && piece.folded.length === 4
    if (piece === undefined || piece.gap >= LINE || (piece.kind === 'number' && !year) || piece.folded === '/')
      return undefined
    if (piece.folded === ':') return (pieces[k + 1]?.gap ?? LINE) < LINE ? k : undefined
  }
  return undefined
}

function toldIn(pieces: readonly Piece[], i: number, end: number): { ahead: boolean; soFar: boolean; counts: boolean } {
  let [ahead, soFar, counts] = [false, false, false]
  for (let k = i; k < end; k++) {
    if (AHEAD.at(pieces, k)) ahead = true
    if (SO_FAR.at(pieces, k)) soFar = true
    if (k > i + 1 && pieces[k]?.folded === '/') counts = true
  }
  return { ahead, soFar, counts }
}
