/** Lists of criteria and indicators that are met or are not, before or behind the word that says so. */
import type { Item, ItemNames } from './items.ts'
import { LINE, PARAGRAPH, type Page, type Piece } from './page.ts'
import { nounAt, VERDICTS, type Counted, type Total } from './totals.ts'
import { says, Wordings } from './wordings.ts'

export interface ListTold {
  met: boolean
  items: Item[]
  names: ItemNames
  /** No other set explains it as well. */
  sure: boolean
  /** Only some are named: "như …". */
  partial: boolean
  /** "Các tiêu chí chưa đạt": so even in a sentence on what is to come. */
  attributive: boolean
  /** The word that says so, or the list where that comes first. */
  start: number
  end: number
}

/** The sets a list at this place may be of, each with what speaks for it besides the list itself. */
export type Choices = (start: number, first: number) => readonly { names: ItemNames; prior: number; unmet?: number }[]

interface Run {
  items: Item[]
  end: number
  /** The first item of the last part, behind which a verdict stands, and that verdict. */
  verdict?: { from: number; value: 'met' | 'unmet' | 'open'; end: number }
  partial: boolean
  intro: boolean
}

interface Known {
  page: Page
  totals: ReadonlyMap<number, Total>
  /** Pieces that a table holds. */
  taken: (i: number) => boolean
}

const GLUE = new Set(
  ', ; : ( ) - + * • ● ○ ▪ . | va cung voi cac nhung gom bao la nhu sau cu the trong do day so noi dung theo hien nay ca mot nhom thuoc'.split(
    ' ',
  ),
)
/** Between the noun and the number or name: "số", "về"; "thứ" before a number only, as "thu" begins names. */
function leadsToItem(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at]
  if (piece === undefined || piece.gap >= LINE) return false
  if (piece.folded === 'thu') return pieces[at + 1]?.kind === 'number'
  return /^(?:so|ve|la|:)$/.test(piece.folded)
}

const SET_WORDS = new Set(
  'quy dinh co kho ntm ntmnc nong thon moi nang cao xay dung bo quoc gia ve cua xa dat chuan'.split(' '),
)
const MOST_INTRO = 30
const MOST_EXPLAINED = 60
const MORE = new Wordings([['thêm|tăng thêm|tăng', true]])
const SOME = new Wordings([['như|một số|điển hình|chủ yếu|nhất là|đặc biệt là|trong đó có', true]])
/** An empty list. */
const NONE = new Wordings(
  ['không còn', 'không có'].flatMap((no) =>
    [
      'tiêu chí',
      'chỉ tiêu',
      'tiêu chí, chỉ tiêu',
      'tiêu chí NTM',
      'tiêu chí NTM nâng cao',
      'tiêu chí nông thôn mới',
    ].flatMap((noun) =>
      ['chưa đạt', 'nào chưa đạt', 'nào không đạt', 'không đạt'].map(
        (unmet) => [`${no} ${noun.replace(',', ' ,')} ${unmet}`, true] as const,
      ),
    ),
  ),
)
const REST = new Wordings([['còn lại', true]])
const LEAVES = /^(?:nguyen|ly|giai|nhiem|phan|de|dong|ngoai|tuy|ben|uoc)$/

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
      const value = verdict?.value ?? 'unmet'
      const after = verdict?.end ?? rest ?? i + 1
      const best = value === 'open' ? undefined : bestRun(known, choices, i, after, value)
      if (best) {
        const start = quoteFrom(pieces, i)
        i = pushRun(lists, pieces, best, value === 'met', start, attributive(pieces, i))
      } else i = after
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
        lists.push({ met, items, names, sure, partial: read.partial, attributive: false, start: i, end })
      i = end
      continue
    }
    // What was read without a verdict is not read again.
    i = run ? Math.max(run.run.end, i + 1) : noun ? noun.end : i + 1
  }
  return lists
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
  const { items, partial } = run
  return { met: false, items, names, sure, partial, attributive: true, start: from, end: to }
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
      attributive: false,
      start: other[0]?.start ?? start,
      end: run.verdict.end,
    })
  const end = Math.max(run.end, run.verdict?.end ?? 0)
  return Math.min(pieces.length, Math.max(end, start + 1))
}

/** "còn 04 tiêu chí", "còn lại 2 tiêu chí:", "2 tiêu chí còn lại là", "còn các tiêu chí": the place after it. */
function restAt({ page: { pieces }, totals }: Known, i: number): number | undefined {
  const left = REST.at(pieces, i)
  if (left) {
    const next = pieces[left.end]
    if (totals.has(left.end) || /^(?:la|gom|:|\(|bao|nhu)$/.test(next?.folded ?? '')) return left.end
    return nounAt(pieces, left.end + 1) ? left.end : undefined
  }
  // "Trừ các tiêu chí 2, 5"
  if (says(pieces[i], 'trừ')) return (nounAt(pieces, i + 1) ?? nounAt(pieces, i + 2)) ? i + 1 : undefined
  if (!says(pieces[i], 'còn')) return undefined
  // "…, còn tiêu chí số 2 và 17" behind what is met
  const article = /^(?:cac|lai)$/.test(pieces[i + 1]?.folded ?? '') ? i + 2 : i + 1
  if (nounAt(pieces, article) && followsTotal(pieces, totals, i)) return i + 1
  const total = totals.get(i + 1) ?? totals.get(i + 2)
  if (total && !total.met) return i + 1
  return undefined
}

/** Whether the same sentence said before how many are met. */
function followsTotal(pieces: readonly Piece[], totals: ReadonlyMap<number, Total>, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - MOST_INTRO) && pieces[k]?.sentence === pieces[i]?.sentence; k--)
    if (totals.get(k)?.met === true) return true
  return false
}

/** The list's own heading begins with the noun before the verdict: "Các tiêu chí chưa đạt". */
function headOf(pieces: readonly Piece[], i: number): number {
  for (let k = i - 1; k >= Math.max(0, i - 8) && pieces[k]?.sentence === pieces[i]?.sentence; k--)
    if (nounAt(pieces, k)) return k
  return i
}

/** All of that heading: "Các tiêu chí, chỉ tiêu NTM nâng cao chưa đạt". */
function quoteFrom(pieces: readonly Piece[], i: number): number {
  let first = i
  for (let k = i - 1; k >= Math.max(0, i - 12) && pieces[k]?.sentence === pieces[i]?.sentence; k--) {
    if (nounAt(pieces, k)) first = k
    else if (!SET_WORDS.has(pieces[k]?.folded ?? '') && !/^(?:chi|tieu|hien|con|,|lai)$/.test(pieces[k]?.folded ?? ''))
      break
  }
  const before = pieces[first - 1]
  return before && first < i && /^(?:cac|nhung)$/.test(before.folded) && before.sentence === pieces[i]?.sentence
    ? first - 1
    : first
}

function closed(pieces: readonly Piece[], end: number): number {
  return pieces[end]?.folded === ')' ? end + 1 : end
}

function attributive(pieces: readonly Piece[], i: number): boolean {
  const before = nounAt(pieces, i - 2)
  if (before?.end === i) return true
  // "Các tiêu chí NTM nâng cao chưa đạt"
  for (let k = i - 1; k >= Math.max(0, i - 7) && pieces[k]?.sentence === pieces[i]?.sentence; k--) {
    if (nounAt(pieces, k)) return true
    if (!SET_WORDS.has(pieces[k]?.folded ?? '') && !/^(?:chi|tieu|hien|con|,)$/.test(pieces[k]?.folded ?? ''))
      return false
  }
  return false
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

/** Reads items from `start` on, as long as they are a list. */
function readRun(
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
    const behindIt = items.length > part && at === end ? verdictFrom(pieces, end) : undefined
    if (behindIt && !hasOwnList(pieces, behindIt.end))
      return { items, end, verdict: { from: part, ...behindIt }, partial, intro }
    const verdict = VERDICTS.at(pieces, at)
    // "Số 2 (giao thông) đạt 3/4 chỉ tiêu" explains it.
    if (verdict && !(verdict.value === 'met' && items.length > 0 && pieces[verdict.end]?.kind === 'number')) {
      const bullet =
        value === 'unmet' && verdict.value === 'met' && at > end + 1 ? nextBullet(pieces, at, end, names) : undefined
      if (bullet === undefined) break
      at = bullet
      continue
    }
    if (items.length === 0 && value !== 'unmet' && says(piece, 'còn')) return undefined
    if (items.length > 0 && (says(piece, 'còn') || LEAVES.test(piece.folded)) && !/^[(]$/.test(before?.folded ?? ''))
      break
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
      const item = itemAt(pieces, at, names, noun, numbers)
      if (item) at = take(item)
      continue
    }
    if (explicit && /^[,;]$/.test(piece.folded)) {
      at++
      continue
    }
    if (explicit && !isBulleted(pieces, at, names)) {
      if (skipped++ > 2) break
      const next = nextBoundary(pieces, at)
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
    if (piece.kind === 'word' && piece.folded.length === 1 && /^[).]$/.test(pieces[at + 1]?.folded ?? '')) {
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
      if (!counted) return undefined
      noun = counted.value
      at = counted.end
      continue
    }
    // Something else within the list: what is explicitly named behind it still belongs to it.
    const next = skipped++ > 2 ? undefined : nextBoundary(pieces, at)
    if (next === undefined) {
      const bullet = value === 'unmet' ? nextBullet(pieces, at, end, names) : undefined
      if (bullet === undefined) break
      at = bullet
      continue
    }
    explicit = true
    at = next
  }
  if (items.length === 0) return undefined
  if (pieces[end]?.folded === '…' || (pieces[end]?.folded === '.' && pieces[end + 1]?.folded === '.')) partial = true
  return { items, end, partial, intro }

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
    return nextBoundary(pieces, end, true) ?? end
  }
}

const COUNT_WORDS = new Set('mot hai ba bon nam sau bay tam chin muoi'.split(' '))

/** A strong sign between two items: what stands behind it may have a verdict of its own. */
function separated(pieces: readonly Piece[], from: number, end: number): boolean {
  for (let k = from; k < end; k++) if (/^[;.]$/.test(pieces[k]?.folded ?? '')) return true
  return false
}

function isNumberList(before: Piece | undefined): boolean {
  return before?.folded === 'so'
}

function isBoundary(piece: Piece): boolean {
  return piece.gap >= LINE || /^[,;.:()|+/-]$/.test(piece.folded) || /^(?:va|cung|la|gom)$/.test(piece.folded)
}

function boundaryBefore(pieces: readonly Piece[], at: number, start: number): boolean {
  const before = pieces[at - 1]
  if (at === start || before === undefined || (pieces[at]?.gap ?? 0) >= LINE) return true
  return (
    GLUE.has(before.folded) ||
    before.kind === 'number' ||
    !/\p{L}/u.test(before.folded) ||
    /^(?:chi|tieu|ve|con|cao|moi|ntm|ntmnc)$/.test(before.folded)
  )
}

/** Where the next element begins: behind a comma, a semicolon or a bracket, or at a noun; undefined at the sentence's end. */
function nextBoundary(pieces: readonly Piece[], from: number, explains = false): number | undefined {
  let depth = 0
  for (let k = from; k < Math.min(pieces.length, from + MOST_EXPLAINED); k++) {
    const piece = pieces[k]
    if (piece === undefined) return undefined
    if (k > from && piece.sentence !== pieces[k - 1]?.sentence) return explains ? k : undefined
    if (piece.folded === '(') depth++
    else if (piece.folded === ')') depth--
    if (depth <= 0 && /^[,;]$/.test(piece.folded)) return k
    if (depth <= 0 && explains && piece.folded === '.' && pieces[k + 1]?.sentence !== piece.sentence) return k
    if (k > from && nounAt(pieces, k) && pieces[nounAt(pieces, k)?.end ?? k]?.kind === 'number') return k
  }
  return undefined
}

/** Whether the next sentence or line goes on with the list. */
function goesOn(
  { page: { pieces } }: Known,
  at: number,
  count: number,
  before: Piece | undefined,
  intro: boolean,
  names: ItemNames,
): boolean {
  const piece = pieces[at]
  if (piece === undefined) return false
  if (isBulleted(pieces, at, names)) return count > 0 || intro || before?.folded === ':' || piece.gap >= LINE
  if (count === 0 && before?.folded === ':') return true
  if (count > 0 && piece.gap >= LINE && /^[,;]$/.test(before?.folded ?? '')) return true
  return false
}

/** Where an item that is explained stands behind a bullet, the next line with the same bullet and an item. */
function nextBullet(pieces: readonly Piece[], at: number, end: number, names: ItemNames): number | undefined {
  let from = end - 1
  while (from > 0 && end - from < MOST_EXPLAINED && (pieces[from]?.gap ?? 0) < LINE) from--
  let next = at
  while (next < pieces.length && next - at < MOST_EXPLAINED && (pieces[next]?.gap ?? 0) < LINE) next++
  const [own, following] = [pieces[from], pieces[next]]
  if (own === undefined || following === undefined || following.gap !== LINE || own.gap < LINE) return undefined
  const alike = own.kind === 'number' ? following.kind === 'number' : own.folded === following.folded
  const bullet = own.kind === 'number' || /^[-+*•●○▪]$/.test(own.folded)
  return alike && bullet && isBulleted(pieces, next, names) ? next : undefined
}

/** A bullet, a number or "tiêu chí" before an item. */
function isBulleted(pieces: readonly Piece[], at: number, names: ItemNames): boolean {
  let from = at
  while (/^(?:[-+*•●○▪|(]|va)$/.test(pieces[from]?.folded ?? '') && from < at + 3) from++
  // "a) …"
  if (
    pieces[from]?.folded.length === 1 &&
    pieces[from]?.kind === 'word' &&
    /^[).]$/.test(pieces[from + 1]?.folded ?? '')
  )
    from += 2
  const noun = nounAt(pieces, from) ?? (pieces[from]?.folded === 'so' ? { value: 'criteria', end: from } : undefined)
  if (noun) {
    let next = noun.end
    while (leadsToItem(pieces, next)) next++
    return (
      names.codeAt(pieces, next) !== undefined ||
      names.numberAt(pieces, next) !== undefined ||
      names.nameAt(pieces, next) !== undefined ||
      (noun.value === 'indicators' && names.indicatorAt(pieces, next) !== undefined)
    )
  }
  const code = names.codeAt(pieces, from)
  if (code) return true
  const number = names.numberAt(pieces, from)
  if (number) return number.named && !number.conflict
  // "1) Giao thông": the list's own number.
  let own = from
  if (pieces[own]?.kind === 'number' && /^[.)/]$/.test(pieces[own + 1]?.folded ?? '')) own += 2
  const name = names.nameAt(pieces, own)
  return name !== undefined && (own > at || from > at || isBoundary(pieces[name.end] ?? pieces[at]!))
}

/** The items that begin at `i`: one, or a range. */
function itemAt(
  pieces: readonly Piece[],
  i: number,
  names: ItemNames,
  noun: 'criteria' | 'indicators' | undefined,
  numbers: boolean,
): Item[] | undefined {
  const code = names.codeAt(pieces, i)
  if (code) return codeRange(pieces, code, names)
  const number = names.numberAt(pieces, i)
  if (number && number.named && !number.conflict) return [number]
  if (number && numbers && nounAt(pieces, i + 1) === undefined) {
    // "1. Giao thông; 2. Y tế" are numbers of the list where they are not those of the criteria.
    const name = number.named ? listNumbered(pieces, i, names) : undefined
    if (name) return [name]
    return numberRange(pieces, number, names)
  }
  if (number?.conflict) {
    const name = listNumbered(pieces, i, names)
    return name && [name]
  }
  if (noun === 'indicators') {
    const indicator = names.indicatorAt(pieces, i)
    if (indicator) return [indicator]
    // A single indicator has its criterion's number for its code.
    if (number && !number.named && names.indicatorsOf(number.no) === 1) return [number]
  }
  const name = names.nameAt(pieces, i)
  return name && [name]
}

/** "1) Giao thông" where 1 is the list's number. */
function listNumbered(pieces: readonly Piece[], i: number, names: ItemNames): Item | undefined {
  if (!/^[.)/]$/.test(pieces[i + 1]?.folded ?? '')) return undefined
  return names.nameAt(pieces, i + 2)
}

function isTo(piece: Piece | undefined): boolean {
  return piece?.folded === '-' || piece?.folded === 'den'
}

function codeRange(pieces: readonly Piece[], first: Item, names: ItemNames): Item[] {
  if (!isTo(pieces[first.end])) return [first]
  const last = names.codeAt(pieces, first.end + 1)
  const [a, b] = [Number(first.code?.split('.')[1]), Number(last?.code?.split('.')[1])]
  if (last === undefined || last.no !== first.no || b <= a || b - a > 20) return [first]
  return Array.from({ length: b - a + 1 }, (_, k) => ({ ...first, code: `${first.no}.${a + k}`, end: last.end }))
}

function numberRange(pieces: readonly Piece[], first: Item, names: ItemNames): Item[] {
  if (first.named || !isTo(pieces[first.end])) return [first]
  let at = first.end + 1
  if (pieces[at]?.folded === 'so') at++
  const last = names.numberAt(pieces, at)
  if (last === undefined || last.no <= first.no) return [first]
  return Array.from({ length: last.no - first.no + 1 }, (_, k) => ({ ...first, no: first.no + k, end: at + 1 }))
}

/** What stands in brackets behind a criterion: its number, its indicators. Returns the place after it. */
function behind(pieces: readonly Piece[], found: readonly Item[], names: ItemNames, items: Item[]): number {
  const last = found.at(-1)
  if (!last) return 0
  if (pieces[last.end]?.folded !== '(') return last.end
  if (last.code !== undefined) return explained(pieces, last.end, names) ?? last.end
  let end = last.end + 1
  while (end < pieces.length && end - last.end < MOST_EXPLAINED * 2 && pieces[end]?.folded !== ')') end++
  if (pieces[end]?.folded !== ')') return last.end
  let indicators = false
  let open = true
  for (let k = last.end + 1; k < end;) {
    const noun = nounAt(pieces, k)
    if (noun) {
      indicators = noun.value === 'indicators'
      k = noun.end
      continue
    }
    // "(đã đạt chỉ tiêu 2.3, chưa đạt 2.1)"
    const verdict = VERDICTS.at(pieces, k)
    if (verdict) {
      open = verdict.value !== 'met'
      k = verdict.end
      continue
    }
    const code = names.codeAt(pieces, k)
    if (code) {
      const codes = codeRange(pieces, code, names)
      if (open) items.push(...codes)
      k = codes.at(-1)?.end ?? k + 1
      continue
    }
    const number =
      !indicators && /^(?:so|chi|\()$/.test(pieces[k - 1]?.folded ?? '') ? names.numberAt(pieces, k) : undefined
    if (number && !number.named && number.end <= end && last.named && nounAt(pieces, k + 1) === undefined) {
      // The number decides; a name that is another's tells of another set.
      const at = items.indexOf(last)
      if (at >= 0 && number.no !== last.no && /^[),;]$/.test(pieces[number.end]?.folded ?? ''))
        items[at] = { ...last, no: number.no, conflict: true }
      k = number.end
      continue
    }
    const indicator = indicators && boundaryBefore(pieces, k, k) ? names.indicatorAt(pieces, k, last.no) : undefined
    if (indicator) {
      items.push(indicator)
      k = indicator.end
      continue
    }
    k++
  }
  return end + 1
}

/** "14.3 (tỷ lệ dân số có sổ khám chữa bệnh điện tử)": words in brackets behind a code only say what it is. */
function explained(pieces: readonly Piece[], from: number, names: ItemNames): number | undefined {
  for (let k = from + 1; k < Math.min(pieces.length, from + MOST_EXPLAINED); k++) {
    if (pieces[k]?.folded === ')') return k + 1
    if (pieces[k]?.folded === '(' || VERDICTS.at(pieces, k) || names.codeAt(pieces, k)) return undefined
  }
  return undefined
}

const TO_VERDICT = /^(?:da|deu|van|hien|cung|nay|xa|cua|con|:|\||la|theo|duoc|danh|gia|=|>|-|cung)$/

const MOST_BETWEEN = 9

/** The verdict behind a list where only words that lead to it stand between: "của xã Thử Giang hiện chưa đạt". */
function verdictFrom(
  pieces: readonly Piece[],
  from: number,
): { value: 'met' | 'unmet' | 'open'; end: number } | undefined {
  for (let k = from; k < from + MOST_BETWEEN; k++) {
    const piece = pieces[k]
    if (piece === undefined || piece.gap >= LINE) return undefined
    const verdict = VERDICTS.at(pieces, k)
    if (verdict) return verdict.value === 'met' && pieces[verdict.end]?.kind === 'number' ? undefined : verdict
    if (!TO_VERDICT.test(piece.folded) && !(k > from + 1 && piece.capital)) return undefined
  }
  return undefined
}

/** A verdict that begins a list of its own is not that of the list before it. */
function hasOwnList(pieces: readonly Piece[], end: number): boolean {
  const next = pieces[end]
  if (next === undefined || next.gap >= LINE) return false
  return (
    next.folded === ':' ||
    next.folded === 'gom' ||
    nounAt(pieces, next.folded === 'cac' ? end + 1 : end) !== undefined ||
    (next.kind === 'number' && nounAt(pieces, end + 1) !== undefined)
  )
}
