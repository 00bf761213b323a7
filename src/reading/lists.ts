/** Lists of criteria and indicators that are met or are not, before or behind the word that says so. */
import { type Counted, nounAt } from './counts.ts'
import type { Item, ItemNames } from './items.ts'
import { attributive, NONE, quoteFrom, restAt } from './list-heads.ts'
import { countsLine, readRun, type Run } from './list-run.ts'
import type { Choices, Known, ListTold } from './list-told.ts'
import type { Piece } from './page.ts'
import { VERDICTS } from './verdicts.ts'
import { says } from './wordings.ts'

export function findLists(known: Known, choices: Choices): ListTold[] {
  const { pieces } = known.page
  const lists: ListTold[] = []
  for (let i = 0; i < pieces.length;) {
    if (known.taken(i)) {
      i++
      continue
    }
    const none = NONE.at(pieces, i)
    if (none) {
      const best = choices(i, i).toSorted((a, b) => b.prior - a.prior)[0]
      if (best)
        lists.push({
          met: false,
          items: [],
          names: best.names,
          sure: best.prior > 0,
          partial: false,
          broken: false,
          attributive: false,
          start: i,
          end: none.end,
        })
      i = none.end
      continue
    }
    const verdict = VERDICTS.at(pieces, i)
    const rest = verdict ? undefined : restAt(known, i)
    if (verdict || rest) {
      const value = verdict ? (isUnderWay(pieces, i) ? 'unmet' : verdict.value) : 'unmet'
      const after = verdict?.end ?? rest ?? i + 1
      const best =
        value === 'open' ? undefined : bestRun(known, choices, i, after, value, headingOf(known, i, after, value))
      if (best) {
        const start = quoteFrom(pieces, i)
        i = pushRun(lists, pieces, best, value === 'met', start, attributive(pieces, i))
      } else i = after
      continue
    }
    const counted = unmetCountAt(known, i) ? bestRun(known, choices, i, i, 'unmet', 'criteria') : undefined
    if (counted) {
      i = pushRun(lists, pieces, counted, false, i, true)
      continue
    }
    const noun = nounAt(pieces, i)
    const run = noun && bestRun(known, choices, i, i, undefined)
    if (run?.run.verdict && run.run.verdict.value !== 'open') {
      const { run: read, names, sure } = run
      const items = read.items.slice(read.verdict?.from)
      const met = read.verdict?.value === 'met'
      const details = met ? undefined : detailsAfter(known, read.verdict?.end ?? read.end, names, items)
      items.push(...(details?.items ?? []))
      const end = details?.end ?? read.verdict?.end ?? read.end
      // A single criterion that is met is a remark, not a list.
      if (!met || items.length > 1)
        lists.push({
          met,
          items,
          names,
          sure,
          partial: read.partial,
          broken: read.broken,
          attributive: false,
          start: i,
          end,
        })
      i = end
      continue
    }
    // What was read without a verdict is not read again.
    i = run ? Math.max(run.run.end, i + 1) : noun ? noun.end : i + 1
  }
  return lists
}

/** What a list's numbers are of where its heading has no noun: "Đạt (14): 1, 3", "NTM 15/19 (thiếu 2, 5)". */
function headingOf(
  { page: { pieces }, totals }: Known,
  i: number,
  after: number,
  value: 'met' | 'unmet',
): Counted | undefined {
  if (countsLine(pieces, i, after)) return 'criteria'
  if (value === 'met' || !isRowOfNumbers(pieces, after)) return undefined
  for (let k = i - 1; k > Math.max(0, i - FURTHEST_TOTAL) && pieces[k]?.sentence === pieces[i]?.sentence; k--) {
    const total = totals.get(k)
    if (total) return total.counted === 'criteria' ? 'criteria' : undefined
  }
  return undefined
}

const FURTHEST_TOTAL = 12

/** "2, 5, 13": at least two, and no codes of indicators. */
function isRowOfNumbers(pieces: readonly Piece[], from: number): boolean {
  const at = /^[:(]$/.test(pieces[from]?.folded ?? '') ? from + 1 : from
  const [first, sign, second] = [pieces[at], pieces[at + 1], pieces[at + 2]]
  return first?.kind === 'number' && /^(?:[,;-]|va)$/.test(sign?.folded ?? '') && second?.kind === 'number'
}

/** "2 tiêu chí đang thực hiện là …": they are not met so far. */
function isUnderWay(pieces: readonly Piece[], i: number): boolean {
  return pieces[i]?.folded === 'dang' && VERDICTS.at(pieces, i)?.value === 'open' && attributive(pieces, i)
}

/** "Số tiêu chí chưa đạt của xã … là 5/19 tiêu chí, gồm: 2, 5": the list stands behind the number. */
function unmetCountAt({ page: { pieces }, totals }: Known, i: number): boolean {
  const total = totals.get(i)
  if (total?.met !== false) return false
  const at = /^[,;]$/.test(pieces[total.end]?.folded ?? '') ? total.end + 1 : total.end
  return /^(?:gom|:|\(|bao|la|do)$/.test(pieces[at]?.folded ?? '')
}

/** The criteria and indicators that a table's cell below "Tiêu chí chưa đạt" names. */
export function listIn(
  known: Known,
  choices: Choices,
  { from, to }: { from: number; to: number },
): ListTold | undefined {
  const within = { ...known, taken: (i: number) => i < from || i >= to }
  const best = bestRun(within, choices, from, from, 'unmet', 'criteria')
  if (!best || best.run.items.length === 0) return undefined
  const { run, names, sure } = best
  const { items, partial, broken } = run
  return { met: false, items, names, sure, partial, broken, attributive: true, start: from, end: to }
}

function pushRun(
  lists: ListTold[],
  pieces: readonly Piece[],
  { run, names, sure }: Best,
  met: boolean,
  start: number,
  isAttributive: boolean,
): number {
  const own = run.verdict ? run.items.slice(0, run.verdict.from) : run.items
  const other = run.verdict ? run.items.slice(run.verdict.from) : []
  const same = run.verdict !== undefined && (run.verdict.value === 'met') === met
  const items = same ? run.items : own
  if (items.length > 0)
    lists.push({
      met,
      items,
      names,
      sure,
      partial: run.partial,
      broken: run.broken,
      attributive: isAttributive,
      start,
      end: closed(pieces, run.verdict && !same ? (items.at(-1)?.end ?? run.end) : run.end),
    })
  if (!same && run.verdict && run.verdict.value !== 'open' && other.length > 0)
    lists.push({
      met: run.verdict.value === 'met',
      items: other,
      names,
      sure,
      partial: run.partial,
      broken: run.broken,
      attributive: false,
      start: other[0]?.start ?? start,
      end: run.verdict.end,
    })
  const end = Math.max(run.end, run.verdict?.end ?? 0)
  return Math.min(pieces.length, Math.max(end, start + 1))
}

function closed(pieces: readonly Piece[], end: number): number {
  return pieces[end]?.folded === ')' ? end + 1 : end
}

/** "Tiêu chí môi trường chưa đạt (chỉ tiêu 17.5, 17.7)": indicators of what was named before the verdict. */
function detailsAfter(
  known: Known,
  from: number,
  names: ItemNames,
  items: readonly Item[],
): { items: Item[]; end: number } | undefined {
  const { pieces } = known.page
  if (!/^[(:,]$/.test(pieces[from]?.folded ?? '')) return undefined
  const run = readRun(known, from, names, 'unmet')
  const own = run?.items.filter(({ code, no }) => code !== undefined && items.some((item) => item.no === no)) ?? []
  return run && own.length > 0 && own.length === run.items.length ? { items: own, end: run.end } : undefined
}

const FURTHEST_ADDED = 10

/** "Có thêm 2 tiêu chí đạt chuẩn là …" names what came last, not what is met. */
function isAdded(pieces: readonly Piece[], i: number): boolean {
  for (let k = i - 1; k > Math.max(0, i - FURTHEST_ADDED) && pieces[k]?.sentence === pieces[i]?.sentence; k--)
    if (says(pieces[k], 'thêm')) return true
  return false
}

interface Best {
  run: Run
  names: ItemNames
  sure: boolean
}

function bestRun(
  known: Known,
  choices: Choices,
  start: number,
  from: number,
  value: 'met' | 'unmet' | undefined,
  heading?: Counted,
): Best | undefined {
  let best: (Best & { score: number }) | undefined
  for (const { names, prior, unmet } of choices(start, from)) {
    const run = readRun(known, from, names, value, heading)
    if (run === undefined || run.items.length === 0) continue
    if (value === 'met' && isAdded(known.page.pieces, start)) continue
    if (value === 'met' && (!run.intro || (run.items.length < 2 && run.verdict === undefined))) continue
    const own = run.verdict ? run.items.slice(0, run.verdict.from) : run.items
    const criteria = new Set(own.map(({ no }) => no)).size
    const conflicts = run.items.filter(({ conflict }) => conflict).length
    const fits = value !== 'met' && unmet !== undefined && unmet === criteria ? 3 : 0
    const score = run.items.length * 2 - conflicts * 5 + prior + fits
    if (best === undefined || score > best.score) best = { run, names, score, sure: true }
    else if (score === best.score) best.sure = false
  }
  return best
}
