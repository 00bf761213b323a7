/** A report's text as words, numbers and signs, with what its lines and sentences tell. Pure, and linear in its length. */
import { fold, spelling } from '../language/fold.ts'
import { isSyllable } from '../language/syllable.ts'
import type { Token } from '../language/tokens.ts'
import { fullLines } from './full-lines.ts'
import { shortNoun } from './short-nouns.ts'
import { withBars } from './tabs.ts'

/** What stands before a word: nothing or a space, a line that was only wrapped, a new line, an empty line. */
export const [JOINED, WRAPPED, LINE, PARAGRAPH] = [0, 1, 2, 3] as const

export interface Piece extends Token {
  gap: 0 | 1 | 2 | 3
  /** Two letters or more, all of them capitals. */
  loud: boolean
  /** Of the sentence that it stands in. */
  sentence: number
}

export interface Page {
  text: string
  pieces: readonly Piece[]
  /** The piece with which each sentence begins, and one more: their number. */
  sentences: readonly number[]
  /** Written with no or hardly any capitals: names cannot be told by them. */
  small: boolean
  /** The sentences that are typed so, without marks too, in a text that has capitals elsewhere. */
  smallSentences: ReadonlySet<number>
}

/** What two letters stand for begins no name. */
const SMALL = { capital: false, loud: false }

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

/**
 * The text that positions refer to: composed letters, plain spaces, dashes and slashes; what a page's end parted is joined.
 * A tab, which parts the cells of a table, becomes `|` ({@link withBars}).
 */
export function clean(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\u0085\u2028\u2029\f\v]/g, '\n')
    .replace(/\u00ad\n?/g, '')
    .replace(/[⁄∕／]/g, '/')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[¦│┃｜]/g, '|')
    .replace(/[^\S\n\t]|[^\P{Cc}\n\t]/gu, ' ')
  return withBars(plain)
    .replace(/(^|\n) +/g, '$1')
    .replace(/ {2,}/g, ' ')
    .replace(/-\n(\p{Ll}{1,8})/gu, (whole, right: string, at: number, all: string) => {
      const left = /\p{L}{1,8}$/u.exec(all.slice(Math.max(0, at - 8), at))?.[0] ?? ''
      return left === '' || (isSyllable(fold(left)) && isSyllable(fold(right))) ? whole : right
    })
}

const WORD = /[\p{L}\p{M}]+(?:['’]\p{L}+)*|\p{Nd}+|\n|\S/gu

/** @param text as {@link clean} gives it. */
export function pageOf(text: string): Page {
  const pieces: Piece[] = []
  let gap: Piece['gap'] = JOINED
  let end = 0
  let newLine = 0
  const full = fullLines(text)
  /** What is the same of every place where a word stands. */
  const known = new Map<string, Shape>()
  for (const { 0: written, index } of text.matchAll(WORD)) {
    if (written === '\n') {
      newLine++
      continue
    }
    if (newLine > 0) gap = pieces.length === 0 || newLine > 1 ? PARAGRAPH : gapAt(text, end, index, full)
    let shape = known.get(written)
    if (shape === undefined) known.set(written, (shape = shapeOf(written)))
    const glued = index === end && index > 0 && gap === JOINED
    end = index + written.length
    const short =
      written.length === 2 || written.length === 4
        ? shortNoun(written, pieces.at(-1), text.slice(end, end + 8))
        : undefined
    if (short)
      for (const [k, word] of short.entries())
        pieces.push({
          ...shape,
          ...word,
          ...SMALL,
          start: index,
          end,
          glued: glued && k === 0,
          gap: k === 0 ? gap : JOINED,
          sentence: 0,
        })
    else pieces.push({ ...shape, start: index, end, glued, gap, sentence: 0 })
    newLine = 0
    gap = JOINED
  }
  const sentences = markSentences(pieces)
  let capitals = 0
  let words = 0
  for (const { kind, capital, loud, folded } of pieces) {
    if (kind !== 'word') continue
    words++
    if (capital && !(loud && SHORT_WORD.test(folded))) capitals++
  }
  return { text, pieces, sentences, small: capitals * 25 < words, smallSentences: smallSentences(pieces, sentences) }
}

const LEAST_WORDS = 6
/** Capitals that a phone writes too. */
const SHORT_WORD = /^(?:ntm|ntmnc|nc|ubnd|bcd)$/

function smallSentences(pieces: readonly Piece[], sentences: readonly number[]): Set<number> {
  const small = new Set<number>()
  for (let k = 0; k + 1 < sentences.length; k++) {
    const [from = 0, to = 0] = [sentences[k], sentences[k + 1]]
    let words = 0
    let typed = true
    for (let i = from; i < to && typed; i++) {
      const piece = pieces[i]
      if (piece?.kind !== 'word') continue
      words++
      // A phone makes the first letter a capital.
      const short = piece.start === pieces[i - 1]?.start || piece.start === pieces[i + 1]?.start
      const written = piece.loud && SHORT_WORD.test(piece.folded)
      typed = short || written || ((!piece.capital || i === from) && piece.spelled === piece.folded)
    }
    if (typed && words >= LEAST_WORDS) small.add(k)
  }
  return small
}

/** Whether names cannot be told by capitals at this place. */
export function isSmallAt({ small, smallSentences: typed, pieces }: Page, i: number): boolean {
  return small || typed.has(pieces[i]?.sentence ?? -1)
}

type Shape = Omit<Piece, 'start' | 'end' | 'glued' | 'gap' | 'sentence'>

function shapeOf(written: string): Shape {
  const letter = /^\p{L}/u.test(written)
  const kind = letter ? 'word' : /^\p{Nd}/u.test(written) ? 'number' : 'sign'
  const folded = fold(written)
  const capital = letter && written[0] !== written[0]?.toLowerCase()
  return {
    kind,
    folded,
    typed: folded,
    spelled: kind === 'word' ? spelling(written) : folded,
    capital,
    markless: false,
    loud: capital && written.length > 1 && written === written.toUpperCase(),
  }
}

const LONG_LINE = 45
const ISSUER =
  /^(?:XÃ|XA|THỊ TRẤN|PHƯỜNG|ỦY|UỶ|UBND|ĐẢNG|BAN|CỘNG|ĐỘC|SỐ|BÁO|KẾ|TỜ|NGHỊ|QUYẾT|BIÊN|THÔNG|HUYỆN|TỈNH|[IVX]+[.)])/u
const BULLET = /^(?:[-+*•●○▪◦–·]|\d{1,3}(?:\.\d{1,3})*[.)]\s|[a-zđ][.)]\s|[ivx]{1,5}[.)]\s|\|)/iu

/** "8.1 Xã có điểm phục vụ bưu chính": an indicator's own line. */
const CODED = /^\d{1,2}\.\d{1,2}\.?\s+\p{Lu}/u

/** Words that begin a sentence, and no line of one that goes on, though the line before it has no stop: a title has none. */
const OPENING =
  /^(?:Trân trọng|Tran trong|Kính (?:trình|mong|báo)|Xin (?:cảm|trân)|Nơi nhận|Người (?:lập|báo)|Thời gian tới|Trong thời gian|Nhiệm vụ|Mục tiêu|Trên đây|Đề nghị|Ngoài ra|Kết quả|Tính đến|Đến (?:nay|hết|tháng|ngày|năm|cuối)|Thực hiện|Căn cứ|Kính gửi|Phương hướng|Tổng số|Số (?:tiêu chí|chỉ tiêu)|Các (?:tiêu chí|chỉ tiêu)|(?:Tiêu chí|Chỉ tiêu) (?:đã |chưa |không )?đạt|(?:Tieu chi|Chi tieu) (?:da |chua |khong )?dat|Ket qua|Tinh den|Den (?:nay|het|thang|ngay|nam|cuoi)|Thuc hien|Can cu|Kinh gui|Phuong huong|Tong so|So (?:tieu chi|chi tieu)|Cac (?:tieu chi|chi tieu))(?= |[.:,]|$)/

/** "… tại xã Hồng / Ví": hardly a name has one word. */
const HALF_A_NAME = /\s(?:xã|phường|xa|phuong) \p{Lu}\p{Ll}*$/u

function inNormalCase(line: string): string {
  return line === line.toUpperCase() ? line.slice(0, 1) + line.slice(1).toLowerCase() : line
}

/** "+ Tiêu chí 19 - Quốc phòng và An ninh: Đạt" is a line that is whole. */
const OWN_VERDICT = /[:|=>-] ?(?:(?:chưa|không|chua|khong) )?(?:đạt|dat)$/i

/** Whether a single line end parts two lines or is only where a line was full. */
function gapAt(text: string, end: number, next: number, full: ReadonlySet<number>): Piece['gap'] {
  const from = text.lastIndexOf('\n', end - 1) + 1
  const line = text.slice(Math.max(from, end - 200), end).trim()
  const to = text.indexOf('\n', next)
  const following = text.slice(next, Math.min(to < 0 ? text.length : to, next + 80))
  if (
    /[.;:!?|]$/.test(line) ||
    BULLET.test(following) ||
    CODED.test(following) ||
    line.includes(' | ') ||
    following.includes(' | ')
  )
    return LINE
  const first = following[0] ?? ''
  if (/[,(/]$/.test(line)) return WRAPPED
  if (OPENING.test(inNormalCase(following)) || OWN_VERDICT.test(line)) return LINE
  // "… năm / 2022", with or without its mark
  if (/(?:^|\s)(?:nam|năm)$/i.test(line) && /^20\d\d\b/.test(following)) return WRAPPED
  if (full.has(from) || (HALF_A_NAME.test(line) && /^\p{Lu}\p{Ll}/u.test(following))) return WRAPPED
  const small = first === first.toLowerCase()
  if (small && /^\p{L}/u.test(first)) return WRAPPED
  if (line.length >= LONG_LINE && (small || line !== line.toUpperCase())) return WRAPPED
  // A title in capitals over two lines; who issues it has a line of its own.
  if (line.length >= LONG_LINE && /^\p{Lu}{2}/u.test(following) && !ISSUER.test(following)) return WRAPPED
  return /(?:^|\s)(?:xã|số|tiêu|chí|chỉ|đạt|còn|và|đến|năm|tháng|ngày|xa|so|tieu|dat|va|den|chưa|không|chua|khong|các|cac|của|cua|nông|nong|về|đã|được|trong|với)$/u.test(
    line.toLowerCase(),
  ) && line.length > 12
    ? WRAPPED
    : LINE
}

/** A sentence ends with a stop or with its line; the point in `17.5`, `1. Quy hoạch` and `TP. X` is no end. */
function markSentences(pieces: Piece[]): number[] {
  const sentences = [0]
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1]
    if (before !== undefined && (piece.gap >= LINE || (endsSentence(pieces, i - 1) && sentences.at(-1) !== i)))
      sentences.push(i)
    piece.sentence = sentences.length - 1
  }
  sentences.push(pieces.length)
  return sentences
}

const SHORT = new Set(['tp', 'tx', 'tt', 'h', 'x', 't', 'p', 'ths', 'ts', 'bs', 'ks', 'tr'])

function endsSentence(pieces: readonly Piece[], i: number): boolean {
  const sign = pieces[i]?.folded
  if (sign === '!' || sign === '?') return true
  if (sign !== '.') return false
  const [before, after] = [pieces[i - 1], pieces[i + 1]]
  if (before === undefined || after === undefined) return false
  if (after.glued && after.kind !== 'word') return false
  if (SHORT.has(before.folded) && before.capital) return false
  const numbering = before.kind === 'number' && (before.gap >= LINE || pieces[i - 2]?.folded === '|')
  if (numbering || before.folded === '.') return false
  return after.kind !== 'word' || after.capital || before.kind === 'word' || before.folded === ')'
}

/** What the pieces from `from` up to `end` are written as. */
export function written(page: Page, from: number, end: number): string {
  return page.text.slice(page.pieces[from]?.start, page.pieces[end - 1]?.end).replace(/\s+/g, ' ')
}
