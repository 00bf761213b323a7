/** One list from its first item on, as long as it is a list. */
import { nounAt } from './counts.ts'
import type { Item, ItemNames } from './items.ts'
import {
  boundaryBefore,
  GLUE,
  goesOn,
  isBoundary,
  isBulleted,
  isNumberList,
  leadsToItem,
  nextBoundary,
  nextBullet,
  separated,
} from './list-elements.ts'
import { goesOnInWords, hasOwnList, isFigure, LEAVES, verdictFrom, verdictWithin } from './list-ends.ts'
import { headingEnd, headOf, MOST_INTRO, SET_WORDS } from './list-heads.ts'
import { behind, itemAt } from './list-items.ts'
import type { Known } from './list-told.ts'
import { LINE, PARAGRAPH, type Piece } from './page.ts'
import { VERDICTS } from './verdicts.ts'
import { says, Wordings } from './wordings.ts'

export interface Run {
  items: Item[]
  end: number
  /** The first item of the last part, behind which a verdict stands, and that verdict. */
  verdict?: { from: number; value: 'met' | 'unmet' | 'open'; end: number }
  partial: boolean
  broken: boolean
  intro: boolean
}

const MORE = new Wordings([['thêm|tăng thêm|tăng', true]])

const SOME = new Wordings([['như|một số|điển hình|chủ yếu|nhất là|đặc biệt là|trong đó có', true]])

/** Reads items from `start` on, as long as they are a list. */
export function readRun(
  known: Known,
  start: number,
  names: ItemNames,
  value: 'met' | 'unmet' | undefined,
  heading = value === undefined ? undefined : nounAt(known.page.pieces, headOf(known.page.pieces, start - 1))?.value,
): Run | undefined {
  const { page, totals, taken } = known
  const { pieces } = page
  const items: Item[] = []
  let at = start
  /** Which of them the noun before says: a bare number may be a criterion then. */
  let noun = heading
  /** "Các tiêu chí chưa đạt: 2, 5" */
  let numbers = heading === 'criteria'
  let intro = false
  let counted = false
  let partial = false
  let broken = false
  let explicit = false
  let skipped = 0
  let part = 0
  let nested = 0
  let end = start
  while (at < pieces.length) {
    const piece = pieces[at]
    const before = pieces[at - 1]
    if (piece === undefined || taken(at)) break
    if (items.length === 0 && at - start > MOST_INTRO) return undefined
    if (at > start && piece.sentence !== before?.sentence) {
      if (!goesOn(known, at, items.length, before, intro, names)) break
      part = items.length
      noun = undefined
      explicit = items.length > 0
      skipped = 0
    } else if (piece.gap >= PARAGRAPH && items.length > 0 && !isBulleted(pieces, at, names)) break

    // "Tiêu chí chưa đạt (3): 2, 10, 17"
    if (items.length === 0 && isCount(pieces, at)) {
      at += 3
      continue
    }
    const total = totals.get(at)
    if (total) {
      if (items.length > 0) break
      intro = false
      counted = true
      at = total.end
      noun = total.counted
      numbers = total.counted === 'criteria'
      // Its percentage in brackets.
      while (
        /^[(,]$/.test(pieces[at]?.folded ?? '') &&
        pieces[at + 1]?.kind === 'number' &&
        total.percent !== undefined
      ) {
        while (at < pieces.length && pieces[at]?.folded !== '%' && pieces[at]?.sentence === piece.sentence) at++
        at += pieces[at + 1]?.folded === ')' ? 2 : 1
      }
      continue
    }
    // "…, 1/10 tiêu chí chưa đánh giá": another figure begins.
    if (items.length > 0 && piece.kind === 'number' && !piece.glued && isFigure(pieces, at)) break
    const behindIt = items.length > part && at === end ? verdictFrom(pieces, end) : undefined
    if (behindIt && !hasOwnList(pieces, behindIt.end))
      return { items, end, verdict: { from: part, ...behindIt }, partial, broken, intro }
    const verdict = VERDICTS.at(pieces, at)
    // "Số 2 (giao thông) đạt 3/4 chỉ tiêu" explains it.
    if (verdict && !(verdict.value === 'met' && items.length > 0 && pieces[verdict.end]?.kind === 'number')) {
      // "- Giao thông: …, thiếu vốn": a reason, behind which the next bullet goes on.
      const bullet = at > end + 1 ? bulletAfter(at) : undefined
      if (bullet === undefined) break
      at = bullet
      continue
    }
    if (items.length === 0 && value !== 'unmet' && says(piece, 'còn')) return undefined
    if (items.length > 0 && (says(piece, 'còn') || LEAVES.test(piece.folded)) && !/^[(]$/.test(before?.folded ?? '')) {
      const bullet = bulletAfter(at)
      if (bullet === undefined) break
      at = bullet
      continue
    }
    const more = items.length === 0 && value === 'met' ? MORE.at(pieces, at) : undefined
    if (more) return undefined
    const some = items.length === 0 ? SOME.at(pieces, at) : undefined
    if (some) {
      if (!(piece.folded === 'nhu' && pieces[some.end]?.folded === 'sau')) partial = true
      intro = true
      at = some.end
      continue
    }
    const named = nounAt(pieces, at)
    if (named) {
      // "tiêu chí, chỉ tiêu chưa đạt" in the head of another list
      if (items.length > 0 && !explicit && piece.sentence === before?.sentence && /^;$/.test(before?.folded ?? ''))
        part = items.length
      noun = named.value
      numbers = named.value === 'criteria'
      intro ||= !counted
      explicit = false
      at = named.end
      while (leadsToItem(pieces, at)) at++
      const item = totals.has(at) ? undefined : itemAt(pieces, at, names, noun, numbers)
      if (item) at = take(item)
      continue
    }
    if (explicit && /^[,;]$/.test(piece.folded)) {
      at++
      continue
    }
    if (explicit && !isBulleted(pieces, at, names)) {
      const next = skipped++ > 2 ? undefined : (nextBoundary(pieces, at) ?? bulletAfter(at))
      if (next === undefined) break
      at = next
      continue
    }
    const item = boundaryBefore(pieces, at, start)
      ? itemAt(pieces, at, names, noun, numbers || isNumberList(before))
      : undefined
    if (item) {
      at = take(item)
      continue
    }
    const letter = piece.kind === 'word' && (piece.folded.length === 1 || /^[ivx]{2,4}$/.test(piece.folded))
    if (letter && /^[).]$/.test(pieces[at + 1]?.folded ?? '')) {
      at += 2
      continue
    }
    if (GLUE.has(piece.folded) || (items.length === 0 && SET_WORDS.has(piece.folded))) {
      // "Đạt 15/19 tiêu chí; các tiêu chí khó: …" is another matter.
      if (value === 'met' && (piece.folded === ';' || piece.folded === 'kho') && items.length === 0) return undefined
      if (/^(?::|\(|gom|la)$/.test(piece.folded)) intro = true
      if (piece.folded === '(') nested++
      if (piece.folded === ')') {
        nested--
        if (nested < 0 && items.length > 0) break
      }
      if (piece.folded === 'so' && noun !== 'indicators') numbers = true
      if (piece.folded === '.' && pieces[at + 1]?.folded === '.') partial = true
      at++
      continue
    }
    if (piece.folded === '…') partial = true
    if (items.length === 0) {
      // "chưa đạt 4 tiêu chí": a number with its noun that is no total.
      const counted = piece.kind === 'number' || COUNT_WORDS.has(piece.folded) ? nounAt(pieces, at + 1) : undefined
      const colon = counted === undefined && value === 'unmet' && heading ? headingEnd(pieces, at) : undefined
      if (colon !== undefined) {
        at = colon
        continue
      }
      if (!counted) return undefined
      noun = counted.value
      at = counted.end
      continue
    }
    // Something else within the list: what is explicitly named behind it still belongs to it.
    const boundary = skipped++ > 2 ? undefined : nextBoundary(pieces, at)
    const next = boundary ?? bulletAfter(at)
    if (next === undefined) break
    // Without a verdict so far the one between belongs to what follows it.
    if (value === undefined && verdictWithin(pieces, at, next)) break
    explicit ||= boundary !== undefined
    broken ||= boundary !== undefined && at > end
    at = next
  }
  if (items.length === 0) return undefined
  if (pieces[end]?.folded === '…' || (pieces[end]?.folded === '.' && pieces[end + 1]?.folded === '.')) partial = true
  broken ||= goesOnInWords(pieces, end)
  return { items, end, partial, broken, intro }

  function bulletAfter(from: number): number | undefined {
    return value === 'unmet' ? nextBullet(pieces, from, end, names) : undefined
  }

  function take(found: Item[]): number {
    const last = found.at(-1)
    if (
      items.length > 0 &&
      pieces[found[0]?.start ?? 0]?.sentence === pieces[end]?.sentence &&
      separated(pieces, end, found[0]?.start ?? end)
    )
      part = items.length
    items.push(...found)
    explicit = false
    const after = behind(pieces, found, names, items)
    end = Math.max(after, last?.end ?? at)
    if (noun === 'criteria' || (last && !last.named && last.code === undefined)) numbers = true
    const next = pieces[end]
    // What follows on a name without a sign explains it.
    if (!next || isBoundary(next) || verdictFrom(pieces, end)) return end
    // "17.1 với 17.9"
    if (next.folded === 'voi' && names.codeAt(pieces, end + 1)) return end
    return nextBoundary(pieces, end, true) ?? end
  }
}

/** A line that begins with a verdict and how many there are: "• Đạt (14): 1, 3, 4". */
export function countsLine(pieces: readonly Piece[], verdict: number, after: number): boolean {
  const before = pieces[verdict - 1]
  const begins = (pieces[verdict]?.gap ?? 0) >= LINE || verdict === 0 || /^[-+*•●○▪◦|]$/.test(before?.folded ?? '')
  return begins && isCount(pieces, after)
}

function isCount(pieces: readonly Piece[], at: number): boolean {
  const is = (k: number, sign: string) => pieces[at + k]?.folded === sign
  return is(0, '(') && pieces[at + 1]?.kind === 'number' && is(2, ')') && is(3, ':')
}

const COUNT_WORDS = new Set('mot hai ba bon nam sau bay tam chin muoi'.split(' '))
