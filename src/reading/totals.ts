/** How many criteria and indicators a text says are met, or are not. */
import { type Count, countAt, type Counted, nounAt, nounBefore, type Sizes } from './counts.ts'
import { fractionAt } from './fractions.ts'
import { LINE, type Page, type Piece } from './page.ts'
import { polarityOf, subjectVerdict, verdictAfter, verdictBefore, VERDICTS } from './verdicts.ts'

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

/**
 * All totals, in the order of the text.
 * @param unitEnds the places behind the names of communes: "Xã Giả Lâm 13 tiêu chí" says what is met.
 */
export function readTotals(page: Page, sizes: Sizes, unitEnds: ReadonlySet<number>): Total[] {
  const { pieces } = page
  const totals: Total[] = []
  const isNamed = (i: number) =>
    (/^(?:[:(-]|voi)$/.test(pieces[i - 1]?.folded ?? '') ? [i - 1] : [i]).some(
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
      const polarity = polarityOf(pieces, i, fraction.end, unitEnds.has(i))
      if (polarity !== undefined) totals.push(withPercent(pieces, { ...fraction, met: polarity, start: i }))
      i = fraction.end
      continue
    }
    const plain = plainAt(pieces, i, number, sizes, () => {
      return joined(pieces, totals.at(-1), i) ?? isNamed(i) ?? closesRow(pieces, i)
    })
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
  if (last === undefined || i - last.end > 8 || pieces[last.start]?.sentence !== pieces[i]?.sentence) return undefined
  const between = pieces.slice(last.end, i)
  const linked =
    between.length > 0 &&
    between.every(({ folded }) => /^(?:,|-|va|voi|\(|tuong|ung|xay|dung|ntm|nong|thon|moi|nang|cao)$/.test(folded))
  return linked ? last.met : undefined
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
    const behind = before === undefined ? verdictAfter(pieces, noun.end) : undefined
    const met = before === 'met' || behind === 'met' || ((before ?? behind) === undefined && otherwise() === true)
    return met ? { counted: noun.value, met: true, end: noun.end } : undefined
  }
  const noun = (pieces[number.end]?.gap ?? 0) < LINE ? nounAt(pieces, number.end) : undefined
  if (!noun) {
    const ordinal = ordinalAt(pieces, i, number)
    if (ordinal) return ordinal
    const headed = headedCount(pieces, i, number)
    if (headed) return headed
    const before = nounBefore(pieces, i)
    const next = pieces[number.end]
    const ends = next === undefined || next.kind === 'sign' || next.gap >= LINE
    if (before === undefined || !ends || /^[/%]$/.test(next?.folded ?? '') || pieces[i]?.kind !== 'number')
      return undefined
    // "Tiêu chí số 17", "tiêu chí 17:" name one.
    const toNumber = pieces.slice(Math.max(0, i - 8), i)
    const verdict = toNumber.some((_, k) => VERDICTS.at(pieces, Math.max(0, i - 8) + k)?.value === 'met')
    const intro = /^(?::|la|\|)$/.test(pieces[i - 1]?.folded ?? '') && !beginsRow(pieces, number.end)
    const unmet = toNumber.some(
      ({ folded }, k) =>
        VERDICTS.at(pieces, Math.max(0, i - 8) + k)?.value === 'unmet' ||
        (folded === 'lai' && toNumber[k - 1]?.folded === 'con'),
    )
    // "Số tiêu chí chưa đạt: 7" counts them, "tiêu chí chưa đạt: 7" names one.
    const counts = unmet && intro && numbersNoun(pieces, i)
    return (verdict && intro && !unmet) || counts ? { counted: before, value, met: !unmet, end: number.end } : undefined
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
  if (before === 'difference' || isOfOthers(pieces, i)) return undefined
  const behind = verdictAfter(pieces, noun.end)
  // "Hoàn thành 6 tiêu chí còn lại" is still to do.
  if (before === 'met' && pieces[noun.end]?.folded === 'con' && pieces[noun.end + 1]?.folded === 'lai') return undefined
  const verdict =
    before === 'met' || before === 'unmet' || before === 'open'
      ? before
      : (behind ?? (before === 'rest' ? 'unmet' : subjectVerdict(pieces, i)))
  const met = verdict === undefined ? otherwise() : verdict === 'open' ? undefined : verdict === 'met'
  if (met === undefined || (value === 0 && met)) return undefined
  const all = /^(?:ca|bo|du|tat)$/.test(previous) || previous === 'cac'
  const whole = met && all && sizes[noun.value].has(value) ? { of: value } : {}
  return { counted: noun.value, value, met, end: noun.end, ...whole }
}

/** "Vừa hoàn thành tiêu chí thứ 17 trong bộ 19 tiêu chí": so many are met. */
function ordinalAt(
  pieces: readonly Piece[],
  i: number,
  { value, end }: Count,
): { counted: Counted; value: number; met: boolean; end: number } | undefined {
  const noun = pieces[i - 1]?.folded === 'thu' ? nounAt(pieces, i - 3) : undefined
  if (noun?.end !== i - 1 || verdictBefore(pieces, i - 3) !== 'met') return undefined
  let at = end
  while (/^(?:trong|bo|tong|so|tren|\/)$/.test(pieces[at]?.folded ?? '')) at++
  const whole = at > end ? countAt(pieces, at) : undefined
  if (!whole || whole.value < value) return undefined
  return { counted: noun.value, value, met: true, end: nounAt(pieces, whole.end)?.end ?? whole.end }
}

/** "Tiêu chí đạt (16): 1, 3, 4", "• Chưa đạt (5): 2, 5": how many the list has. */
function headedCount(
  pieces: readonly Piece[],
  i: number,
  { value, end }: Count,
): { counted: Counted; value: number; met: boolean; end: number } | undefined {
  const is = (k: number, sign: string) => pieces[k]?.folded === sign
  if (!is(i - 1, '(') || !is(end, ')') || !is(end + 1, ':') || value === 0) return undefined
  for (const at of [i - 4, i - 3, i - 2]) {
    const verdict = at < 0 ? undefined : VERDICTS.at(pieces, at)
    if (verdict?.end !== i - 1 || verdict.value === 'open') continue
    const begins = at === 0 || (pieces[at]?.gap ?? 0) >= LINE || /^[-+*•●○▪◦|]$/.test(pieces[at - 1]?.folded ?? '')
    const noun = nounAt(pieces, at - 2)
    if (noun?.end === at || begins)
      return { counted: noun?.value ?? 'criteria', value, met: verdict.value === 'met', end }
  }
  return undefined
}

/** "57 gia đình đạt 8 tiêu chí": told of households, people, villages. */
function isOfOthers(pieces: readonly Piece[], i: number): boolean {
  const verb = pieces[i - 1]?.folded === 'dat' ? i - 2 : i - 1
  return /^(?:dinh|ho|thon|xom|ap|vien|nguoi|pham)$/.test(pieces[verb]?.folded ?? '') && !pieces[verb]?.capital
}

/** So many numbers and signs a row of them may have. */
const LONGEST_ROW = 60

/** "Đạt các tiêu chí 1, 3, 4 (3 tiêu chí)": what is said of the row of numbers is said of its count. */
function closesRow(pieces: readonly Piece[], i: number): boolean | undefined {
  if (pieces[i - 1]?.folded !== '(' || pieces[i - 2]?.kind !== 'number') return undefined
  let k = i - 2
  while (k > i - LONGEST_ROW && (pieces[k]?.kind === 'number' || /^(?:[,;-]|va|so|:)$/.test(pieces[k]?.folded ?? '')))
    k--
  const noun = nounAt(pieces, k - 1)
  if (noun?.end !== k + 1) return undefined
  const verdict = verdictBefore(pieces, k - 1)
  return verdict === 'met' || verdict === 'unmet' ? verdict === 'met' : undefined
}

/** "Số tiêu chí", "tổng số chỉ tiêu" before a number. */
function numbersNoun(pieces: readonly Piece[], i: number): boolean {
  for (let k = i - 1; k > Math.max(0, i - 12) && pieces[k]?.sentence === pieces[i]?.sentence; k--)
    if (nounAt(pieces, k) && pieces[k - 1]?.folded === 'so') return true
  return false
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
