/** How many criteria and indicators a text says are met, or are not. */
import { readNumber } from '../language/numbers.ts'
import { LINE, type Page, type Piece } from './page.ts'
import { says, Wordings } from './wordings.ts'

export type Counted = 'criteria' | 'indicators'

export interface Total {
  counted: Counted
  /** Undefined for "100% chỉ tiêu", "cả 19 tiêu chí": as many as there are. */
  value?: number
  of?: number
  met: boolean
  /** "(78,9%)" behind it. */
  percent?: number
  /** The heading of its column, where it stands in a table. */
  heading?: { from: number; to: number }
  start: number
  end: number
}

/** The totals that sets have: `19/19` is out of one, `2/9` is a day. */
export interface Sizes {
  criteria: ReadonlySet<number>
  indicators: ReadonlySet<number>
}

const NOUNS = new Wordings<Counted>([
  ['tiêu chí', 'criteria'],
  ['chỉ tiêu', 'indicators'],
])
const SHORT_NOUNS = new Wordings<Counted>([
  ['TC', 'criteria'],
  ['CT', 'indicators'],
])

export function nounAt(pieces: readonly Piece[], i: number): { value: Counted; end: number } | undefined {
  const noun = NOUNS.at(pieces, i)
  if (noun) return noun
  const after = pieces[i]?.folded === 'tc' || pieces[i - 1]?.kind === 'number' || pieces[i + 1]?.kind === 'number'
  return after && (pieces[i]?.folded === 'tc' || pieces[i]?.folded === 'ct') ? SHORT_NOUNS.at(pieces, i) : undefined
}

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

/**
 * All totals, in the order of the text.
 * @param unitEnds the places behind the names of communes: "Xã Giả Lâm 13 tiêu chí" says what is met.
 */
export function readTotals(page: Page, sizes: Sizes, unitEnds: ReadonlySet<number>): Total[] {
  const { pieces } = page
  const totals: Total[] = []
  const isNamed = (i: number) =>
    (/^[:(-]$/.test(pieces[i - 1]?.folded ?? '') ? [i - 1] : [i]).some(
      (end) => unitEnds.has(end) && pieces[end - 1]?.capital,
    )
      ? true
      : undefined
  let wholes: Partial<Record<Counted, { of: number; sentence: number }>> = {}
  for (let i = 0; i < pieces.length;) {
    const number = countAt(pieces, i)
    if (!number) {
      i++
      continue
    }
    const fraction = fractionAt(pieces, i, number, sizes)
    if (fraction) {
      const polarity = polarityOf(pieces, i, fraction.end)
      if (polarity !== undefined) totals.push(withPercent(pieces, { ...fraction, met: polarity, start: i }))
      i = fraction.end
      continue
    }
    const plain = plainAt(pieces, i, number, sizes, () => joined(pieces, totals.at(-1), i) ?? isNamed(i))
    if (plain) {
      const sentence = pieces[i]?.sentence ?? 0
      if ('whole' in plain) wholes = { ...wholes, [plain.counted]: { of: plain.whole, sentence } }
      else {
        const whole = wholes[plain.counted]
        const of = whole?.sentence === sentence && plain.value !== undefined ? { of: whole.of } : {}
        totals.push(withPercent(pieces, { ...of, ...plain, start: i }))
      }
      i = plain.end
      continue
    }
    i = number.end
  }
  return totals
}

/** "Hoàn thành 14 tiêu chí và 58 chỉ tiêu": the verdict before the first is that of the second. */
function joined(pieces: readonly Piece[], last: Total | undefined, i: number): boolean | undefined {
  if (last === undefined || i - last.end > 4 || pieces[last.start]?.sentence !== pieces[i]?.sentence) return undefined
  const between = pieces.slice(last.end, i)
  const linked = between.length > 0 && between.every(({ folded }) => /^(?:,|va|voi|\(|tuong|ung)$/.test(folded))
  return linked ? last.met : undefined
}

interface Count {
  value: number
  end: number
}

/** A whole number of things, in digits or in words; no part of a decimal, a date or a code. */
function countAt(pieces: readonly Piece[], i: number): Count | undefined {
  const piece = pieces[i]
  if (piece?.kind === 'number') {
    if (piece.folded.length > 3) return undefined
    const before = pieces[i - 1]
    if (piece.glued && before !== undefined && /^[./,-]$/.test(before.folded) && pieces[i - 2]?.kind === 'number')
      return undefined
    const [next, more] = [pieces[i + 1], pieces[i + 2]]
    if (next?.glued && more?.glued && more.kind === 'number' && /^[.,-]$/.test(next.folded)) return undefined
    return { value: Number(piece.folded), end: i + 1 }
  }
  if (piece?.kind !== 'word') return undefined
  const number = readNumber(pieces, i)
  if (number?.words !== true || number.value > 99) return undefined
  return { value: number.value, end: number.end }
}

/** 15/19 tiêu chí, 15 tiêu chí/19 tiêu chí, mười lăm trên mười chín, 15 trên tổng số 19, tiêu chí đạt: 15/19. */
function fractionAt(
  pieces: readonly Piece[],
  i: number,
  part: Count,
  sizes: Sizes,
): { counted: Counted; value: number; of: number; end: number } | undefined {
  const inner = (pieces[part.end]?.gap ?? 0) < LINE ? nounAt(pieces, part.end) : undefined
  let at = inner?.end ?? part.end
  const sign = pieces[at]
  const slash = sign?.folded === '/'
  if (slash || says(sign, 'trên') || (says(sign, 'trong') && pieces[at + 1]?.folded === 'tong')) at++
  else return undefined
  while (/^(?:tong|so|ca|cac)$/.test(pieces[at]?.folded ?? '')) at++
  const whole = countAt(pieces, at) ?? glued(pieces, at)
  if (!whole) return undefined
  if (pieces[whole.end]?.folded === '/' && pieces[whole.end + 1]?.kind === 'number') return undefined
  if (pieces[whole.end]?.folded === '%' || part.value > whole.value) return undefined
  let behind = whole.end
  while (/^(?:tong|so|cac)$/.test(pieces[behind]?.folded ?? '')) behind++
  // On the next line it begins another figure: "Tiêu chí đạt: 14/19 / Chỉ tiêu đạt: 63/75".
  const noun = (pieces[whole.end]?.gap ?? 0) < LINE ? nounAt(pieces, behind) : undefined
  const value = { value: part.value, of: whole.value }
  if (noun) {
    // "17/19 tiêu chí/xã" is an average.
    if (pieces[noun.end]?.folded === '/' && pieces[noun.end + 1]?.folded === 'xa') return undefined
    return { ...value, counted: noun.value, end: noun.end }
  }
  if (inner) return { ...value, counted: inner.value, end: whole.end }
  return bareFraction(pieces, i, whole.end, value, sizes)
}

/** The whole behind a slash is glued to it. */
function glued(pieces: readonly Piece[], i: number): Count | undefined {
  const piece = pieces[i]
  return piece?.kind === 'number' && piece.folded.length <= 3 ? { value: Number(piece.folded), end: i + 1 } : undefined
}

function bareFraction(
  pieces: readonly Piece[],
  i: number,
  end: number,
  value: { value: number; of: number },
  sizes: Sizes,
): { counted: Counted; value: number; of: number; end: number } | undefined {
  const next = pieces[end]
  const follows = next === undefined || next.kind !== 'word' || next.gap >= LINE
  const goesOn =
    next !== undefined &&
    (/^(?:va|dat|chua|con|hien|theo|la|de|trong|xay|ntm)$/.test(next.folded) || VERDICTS.at(pieces, end) !== undefined)
  if (!follows && !goesOn) return undefined
  const before = nounBefore(pieces, i)
  const fits = (counted: Counted) => sizes[counted].has(value.of)
  const counted =
    before ?? (fits('indicators') ? 'indicators' : value.of !== 10 && fits('criteria') ? 'criteria' : undefined)
  if (counted === undefined) return undefined
  if (before === undefined && !fits(counted)) return undefined
  if (before !== undefined && !fits(before)) {
    const other = before === 'criteria' ? 'indicators' : 'criteria'
    // "15/19 tiêu chí: 52/57": the other noun was left out.
    return fits(other) ? { ...value, counted: other, end } : undefined
  }
  return { ...value, counted, end }
}

const TO_NOUN = new Set(
  'dat chuan da la : duoc hoan thanh theo quy dinh nay hien so | co gom ( ntm nong thon moi nang cao xay dung ket qua cua xa ve dang - den'.split(
    ' ',
  ),
)

/** The noun that stands before a bare number: "Số tiêu chí đạt chuẩn: 15". */
function nounBefore(pieces: readonly Piece[], i: number): Counted | undefined {
  const sentence = pieces[i]?.sentence
  for (let k = i - 1, seen = 0; k > 0 && seen < 12; k--, seen++) {
    if (pieces[k]?.sentence !== sentence) return undefined
    const noun = nounAt(pieces, k - 1)
    if (noun?.end === k + 1) return noun.value
    if (!TO_NOUN.has(pieces[k]?.folded ?? '')) return undefined
  }
  return undefined
}

/** Whether a fraction tells what is met; undefined where it tells a difference or what is neither. */
function polarityOf(pieces: readonly Piece[], start: number, end: number): boolean | undefined {
  const before = verdictBefore(pieces, start)
  if (before === 'difference') return undefined
  if (before === 'open') return isMostly(pieces, start) ? true : undefined
  if (before !== undefined && before !== 'rest') return before === 'met'
  const after = verdictAfter(pieces, end)
  if (after !== undefined) return after === 'open' ? undefined : after === 'met'
  return before !== 'rest'
}

/** "Cơ bản hoàn thành 17/19 tiêu chí" is said of what is met. */
function isMostly(pieces: readonly Piece[], start: number): boolean {
  for (let k = start - 1; k >= Math.max(0, start - 7); k--)
    if (pieces[k]?.folded === 'ban' && pieces[k - 1]?.folded === 'co') return true
  return false
}

function verdictBefore(
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
    if (says(piece, 'còn') && /^(?:giam|xuong)$/.test(pieces[k - 1]?.folded ?? '')) return 'met'
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

function verdictAfter(pieces: readonly Piece[], end: number): 'met' | 'unmet' | 'open' | undefined {
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

/** 17 tiêu chí; cả 19 tiêu chí; 100% chỉ tiêu; "số tiêu chí đạt: 17"; or a whole, "trong tổng số 19 tiêu chí". */
function plainAt(
  pieces: readonly Piece[],
  i: number,
  number: Count,
  sizes: Sizes,
  otherwise: () => boolean | undefined,
):
  | { counted: Counted; value?: number; met: boolean; end: number }
  | { counted: Counted; whole: number; end: number }
  | undefined {
  const { value } = number
  if (pieces[number.end]?.folded === '%') {
    let at = number.end + 1
    while (/^(?:so|cac|tong|nhung)$/.test(pieces[at]?.folded ?? '')) at++
    const noun = nounAt(pieces, at)
    if (!noun || value !== 100) return undefined
    const before = verdictBefore(pieces, i)
    const met = before === 'met' || (before === undefined && verdictAfter(pieces, noun.end) === 'met')
    return met ? { counted: noun.value, met: true, end: noun.end } : undefined
  }
  const noun = (pieces[number.end]?.gap ?? 0) < LINE ? nounAt(pieces, number.end) : undefined
  if (!noun) {
    const before = nounBefore(pieces, i)
    const next = pieces[number.end]
    const ends = next === undefined || next.kind === 'sign' || next.gap >= LINE
    if (before === undefined || !ends || /^[/%]$/.test(next?.folded ?? '') || pieces[i]?.kind !== 'number')
      return undefined
    // "Tiêu chí số 17", "tiêu chí 17:" name one.
    const toNumber = pieces.slice(Math.max(0, i - 8), i)
    const verdict = toNumber.some((_, k) => VERDICTS.at(pieces, Math.max(0, i - 8) + k)?.value === 'met')
    const intro = /^(?::|la|\|)$/.test(pieces[i - 1]?.folded ?? '') && !beginsRow(pieces, number.end)
    const unmet = toNumber.some((_, k) => VERDICTS.at(pieces, Math.max(0, i - 8) + k)?.value === 'unmet')
    return verdict && intro && !unmet ? { counted: before, value, met: true, end: number.end } : undefined
  }
  const after = pieces[noun.end]?.folded ?? ''
  if (after === '/' || after === 'tro') return undefined
  const previous = pieces[i - 1]?.folded ?? ''
  const two = `${pieces[i - 2]?.folded ?? ''} ${previous}`
  if (
    /^(?:tong so|trong so|tren so|trong|tren|tong)$/.test(previous) ||
    /(?:tong so|trong so|trong tong|so la)$/.test(two)
  )
    return { counted: noun.value, whole: value, end: noun.end }
  const before = verdictBefore(pieces, i)
  if (before === 'difference') return undefined
  const behind = verdictAfter(pieces, noun.end)
  const verdict =
    before === 'met' || before === 'unmet' || before === 'open'
      ? before
      : (behind ?? (before === 'rest' ? 'unmet' : undefined))
  const met = verdict === undefined ? otherwise() : verdict === 'open' ? undefined : verdict === 'met'
  if (met === undefined || (value === 0 && met)) return undefined
  const all = /^(?:ca|bo|du|tat)$/.test(previous) || previous === 'cac'
  const whole = met && all && sizes[noun.value].has(value) ? { of: value } : {}
  return { counted: noun.value, value, met, end: noun.end, ...whole }
}

/** "Gồm các tiêu chí: 1, 3, 4": numbers of criteria. "17, 54 chỉ tiêu" are two totals. */
function beginsRow(pieces: readonly Piece[], i: number): boolean {
  const next = pieces[i + 1]
  if (!/^[,;-]$/.test(pieces[i]?.folded ?? '') || next?.kind !== 'number' || next.folded.length > 2) return false
  return nounAt(pieces, i + 2) === undefined && !/^[/%]$/.test(pieces[i + 2]?.folded ?? '')
}

/** "(78,9%)", ", đạt 78,9%", "bằng 78,9%" behind a total. */
function withPercent(pieces: readonly Piece[], total: Total): Total {
  let at = total.end
  for (
    let seen = 0;
    seen < 8 &&
    /^(?:\(|,|dat|bang|ty|le|chiem|=|:|tuong|duong|-|ntm|nong|thon|moi|nang|cao)$/.test(pieces[at]?.folded ?? '');
    seen++
  )
    at++
  if (at === total.end) return total
  const whole = pieces[at]
  if (whole?.kind !== 'number') return total
  const decimals =
    /^[.,]$/.test(pieces[at + 1]?.folded ?? '') && pieces[at + 2]?.kind === 'number' ? pieces[at + 2] : undefined
  const end = decimals ? at + 3 : at + 1
  if (pieces[end]?.folded !== '%') return total
  // "…, 100% chỉ tiêu" is a total of its own.
  if (nounAt(pieces, end + 1) || /^(?:so|ho|cac|nguoi|ke|muc|nghi)$/.test(pieces[end + 1]?.folded ?? '')) return total
  return { ...total, percent: Number(`${whole.folded}.${decimals?.folded ?? 0}`) }
}
