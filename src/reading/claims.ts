/** Each total with what it is about: which commune, set and day. */
import type { DayTold } from './days.ts'
import { lastDay, type DocumentTold } from './document.ts'
import type { Mood } from './moods.ts'
import { LINE, type Page, type Piece } from './page.ts'
import { periodAt, type PeriodCell } from './period-columns.ts'
import { fitting, type Candidate, type SetTold } from './sets.ts'
import type { Counted, Sizes, Total } from './totals.ts'
import type { NamedUnit, UnitTold } from './units.ts'

/** A text with all that was found in it. */
export interface Scene {
  page: Page
  days: readonly DayTold[]
  sets: readonly SetTold[]
  units: readonly UnitTold[]
  totals: readonly Total[]
  moods: readonly Mood[]
  document: DocumentTold
  candidates: readonly Candidate[]
  sizes: Sizes
  periods: readonly PeriodCell[]
}

export interface DateRead {
  /** Undefined where the text does not say. */
  date?: string
  told?: DayTold
  /** "Đến nay", or nothing: later than any day that is named. */
  latest: boolean
  /** "Đến nay" is said. */
  now?: boolean
}

export interface Claim {
  /** Null where the text names none. */
  unit: { unit: NamedUnit; told?: UnitTold } | null
  /** The sets that fit, best first; empty is no claim at all. */
  sets: readonly Candidate[]
  setTold?: SetTold
  when: DateRead
  criteria?: Total
  indicators?: Total
  /** "Còn 4 tiêu chí chưa đạt". */
  unmetCriteria?: Total
  unmetIndicators?: Total
  start: number
  end: number
}

/** Of the set of 2016–2020 (Decision 1980/QĐ-TTg), which no catalog holds. */
const FORMER_INDICATORS = 49
const APART = 12

/** Totals that belong together: criteria and indicators of one set. */
function clustersOf({ page, totals, units, moods, candidates, sizes, periods }: Scene): Total[][] {
  const { pieces } = page
  const clusters: Total[][] = []
  for (const total of totals) {
    if (!isOfSet(total, sizes)) continue
    const last = clusters.at(-1)
    const before = last?.at(-1)
    const together =
      last !== undefined &&
      before !== undefined &&
      total.start - before.end <= APART &&
      total.start >= before.end &&
      moods[total.start] === moods[before.start] &&
      periodAt(periods, total.start)?.told === periodAt(periods, before.start)?.told &&
      last.every((other) => other.counted !== total.counted || other.met !== total.met) &&
      compatible([...last, total], candidates, sizes) &&
      !units.some(({ kind, start }) => kind !== 'same' && start >= before.end && start < total.start) &&
      (pieces[total.start]?.sentence === pieces[before.start]?.sentence || total.start - before.end <= 8)
    if (together) last.push(total)
    else clusters.push([total])
  }
  return clusters
}

/** "3/4 chỉ tiêu" are those of one criterion; "50/56 chỉ tiêu" may be a set's without one that does not apply. */
function isOfSet({ counted, of }: Total, sizes: Sizes): boolean {
  return of === undefined || [...sizes[counted]].some((size) => Math.abs(size - of) <= size / 10)
}

function compatible(totals: readonly Total[], candidates: readonly Candidate[], sizes: Sizes): boolean {
  const of = (counted: Counted) =>
    totals
      .filter((total) => total.counted === counted && total.of !== undefined && sizes[counted].has(total.of))
      .map((total) => total.of)
  return candidates.some(
    ({ criteria, indicators }) =>
      of('criteria').every((n) => n === criteria) && of('indicators').every((n) => n === indicators),
  )
}

export function readClaims(scene: Scene): Claim[] {
  const { page, moods, sizes } = scene
  const claims: Claim[] = []
  const turns = new Map<UnitTold, number>()
  for (const cluster of clustersOf(scene)) {
    const first = cluster[0]
    const last = cluster.at(-1)
    if (!first || !last) continue
    const known = cluster.some(({ counted, of }) => of !== undefined && sizes[counted].has(of))
    const foreign = cluster.some(({ counted, of }) => of !== undefined && !sizes[counted].has(of))
    if (foreign && (!known || cluster.some(({ of }) => of === FORMER_INDICATORS))) continue
    if (moods[first.start] !== 'present') continue
    const told = unitsFor(scene, first.start, last.end)
    if (told === 'none') continue
    const own = dateFor(scene, first.start, last.end)
    if (own === undefined) continue
    const when = carried(page, own, cluster, told?.units ?? [], claims.at(-1))
    const { heading } = first
    const headed = heading && scene.sets.find(({ start }) => start >= heading.from && start < heading.to)
    const setTold = headed ?? setFor(scene, first.start, last.end)
    const pick = (counted: Counted, met: boolean) =>
      cluster.find((total) => total.counted === counted && total.met === met)
    const [criteria, indicators] = [pick('criteria', true), pick('indicators', true)]
    const [unmetCriteria, unmetIndicators] = [pick('criteria', false), pick('indicators', false)]
    const whole = (total: Total | undefined) =>
      total?.of !== undefined && sizes[total.counted].has(total.of) ? total.of : undefined
    const sum =
      criteria?.value !== undefined && unmetCriteria?.value !== undefined
        ? criteria.value + unmetCriteria.value
        : undefined
    const sets = fitting(scene.candidates, {
      criteriaOf:
        whole(criteria) ?? whole(unmetCriteria) ?? (sum !== undefined && sizes.criteria.has(sum) ? sum : undefined),
      indicatorsOf: whole(indicators) ?? whole(unmetIndicators),
      atLeast: Math.max(criteria?.value ?? 0, unmetCriteria?.value ?? 0),
      told: setTold,
      date: when.date,
    })
    if (sets.length === 0) continue
    const rest = {
      sets,
      setTold,
      when,
      criteria,
      indicators,
      unmetCriteria,
      unmetIndicators,
      start: first.start,
      end: last.end,
    }
    if (told === undefined) claims.push({ ...rest, unit: null })
    else if (told.told && inTurn(page, told.told, first.start)) {
      const turn = turns.get(told.told) ?? 0
      turns.set(told.told, turn + 1)
      const unit = told.units[turn]
      if (unit) claims.push({ ...rest, unit: { unit, told: told.told } })
    } else for (const unit of told.units) claims.push({ ...rest, unit: { unit, told: told.told } })
  }
  return claims
}

const CARRIED = 3

/** Without a day of its own a figure beside another one has that one's; a second figure for the same thing is a later one. */
function carried(
  { pieces }: Page,
  own: DateRead,
  cluster: readonly Total[],
  units: readonly NamedUnit[],
  before: Claim | undefined,
): DateRead {
  const [first] = cluster
  if (!first || !own.latest || own.now || before === undefined || before.when.latest) return own
  const apart = (pieces[first.start]?.sentence ?? 0) - (pieces[before.start]?.sentence ?? 0)
  const sameUnit = before.unit === null || units.some(({ key }) => key === before.unit?.unit.key)
  const sameThing = cluster.some(
    ({ counted, of, met }) => met && before[counted] !== undefined && before[counted].of === of,
  )
  const otherSet = cluster.some(({ counted, of }) => counted === 'indicators' && of !== before.indicators?.of)
  return apart > CARRIED || (sameUnit && sameThing && !otherSet) ? own : before.when
}

/** "lần lượt đạt 17/19 và 15/19" */
function inTurn({ pieces }: Page, told: UnitTold, at: number): boolean {
  if (told.units.length < 2) return false
  const until = Math.min(at, told.end + 12)
  for (let k = told.end; k < until; k++)
    if (pieces[k]?.folded === 'lan' && pieces[k + 1]?.folded === 'luot') return true
  return false
}

type UnitsFor = { units: readonly NamedUnit[]; told?: UnitTold } | undefined | 'none'

/** The communes that something at `start` is said of; `none` where it is said of a district, a village, an average. */
export function unitsFor(scene: Scene, start: number, end: number): UnitsFor {
  const { page, units, document } = scene
  const { pieces } = page
  const sentence = pieces[start]?.sentence
  const at = lastBefore(units, start)
  let nobody = false
  for (let k = at; k >= 0; k--) {
    const told = units[k]
    if (told === undefined || pieces[told.start]?.sentence !== sentence) break
    if (told.aside) continue
    if (told.kind === 'none') {
      nobody = true
      break
    }
    if (told.kind === 'same') break
    // "… có các xã A, B; đạt 17/19 tiêu chí có xã C"
    const next = semicolon(pieces, told.end, start) ? followingUnits(scene, at + 1, end) : undefined
    return next ?? { units: told.units, told }
  }
  const following = followingUnits(scene, at + 1, end)
  if (following) return following
  if (nobody) return 'none'
  if (document.unit) return { units: [document.unit] }
  for (let k = at; k >= 0; k--) {
    const told = units[k]
    if (told?.kind === 'one' && !told.aside) return { units: told.units, told }
  }
  const first = units.find(({ kind, aside }) => kind === 'one' && !aside)
  return first && { units: first.units, told: first }
}

function semicolon(pieces: readonly Piece[], from: number, to: number): boolean {
  for (let k = Math.max(from, to - 12); k < to; k++) if (pieces[k]?.folded === ';') return true
  return false
}

/** "Đạt 19/19 tiêu chí: xã A, xã B", "17/19 tiêu chí (xã C)", "đạt 17/19 tiêu chí có xã C". */
function followingUnits({ page: { pieces }, units }: Scene, next: number, end: number): UnitsFor {
  const told = units[next]
  if (told === undefined || told.units.length === 0 || told.aside || told.start - end > 5) return undefined
  if (pieces[told.start]?.sentence !== pieces[end - 1]?.sentence) return undefined
  let linked = false
  for (let k = end; k < told.start; k++) {
    const word = pieces[k]?.folded ?? ''
    if (/^(?::|\(|gom|la|co|-)$/.test(word)) linked = true
    else if (!/^(?:cac|bao|ntm|do|tai|duoc)$/.test(word)) return undefined
  }
  return linked ? { units: told.units, told } : undefined
}

function lastBefore(list: readonly { start: number }[], at: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.start ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low - 1
}

const INTRO = /^(?:den|het|tinh|trong|diem|\(|toi|vao|,|cuoi|nam|quy|tai|theo)$/

/** The day that something is said of; undefined where it lies after the day the text was written on. */
export function dateFor(scene: Scene, start: number, end: number): DateRead | undefined {
  const { page, days, moods, document } = scene
  const period = periodAt(scene.periods, start)
  if (period?.goal || (period?.told && moods[period.told.start] === 'goal')) return undefined
  const { pieces } = page
  const sentence = pieces[start]?.sentence
  const at = lastBefore(days, start)
  let found = period?.told
  let said: DayTold | undefined
  for (let k = at; k >= 0 && !found; k--) {
    const told = days[k]
    if (told === undefined || pieces[told.start]?.sentence !== sentence) break
    // "So với cuối năm 2024 (51/57); số tiêu chí đạt là 17/19": another time than the figure's.
    if (told.aside || (moods[told.start] !== 'present' && !told.now)) continue
    found = told
    said = told
  }
  // "Hiện nay xã đạt 15/19 tiêu chí (tháng 9/2022)": the day that "hiện nay" is.
  if (found?.now) {
    const next = days[at + 1]
    if (next && !next.now && !next.aside && next.start - start < 20 && inBrackets(pieces, start, next.start))
      found = next
  }
  if (!found) {
    const next = days[at + 1]
    const before = days[at] !== undefined && pieces[days[at].start]?.sentence === sentence
    if (
      next &&
      !next.aside &&
      !next.now &&
      (next.start - end < 14 || !before) &&
      pieces[next.start]?.sentence === sentence &&
      moods[next.start] === 'present' &&
      (INTRO.test(pieces[next.start - 1]?.folded ?? '') ||
        next.start === end ||
        (next.span !== 'day' && !parted(pieces, end, next.start)))
    )
      found = next
  }
  // A heading just before, or the sentence before about another commune: "Tính đến 30/6/2024:".
  if (!found)
    for (let k = at; k >= 0; k--) {
      const told = days[k]
      if (told === undefined || told.aside || told.now || moods[told.start] !== 'present') continue
      if ((pieces[start]?.sentence ?? 0) - (pieces[told.start]?.sentence ?? 0) > 40) break
      if (
        /^(?:den|het|toi|diem|thoi)$/.test(pieces[told.start - 1]?.folded ?? '') ||
        pieces[told.start]?.folded === 'het'
      ) {
        found = told
        break
      }
    }
  // "Số liệu tính đến hết tháng 4/2024." behind it.
  if (!found) {
    const next = days[at + 1]
    if (
      next &&
      !next.now &&
      !next.aside &&
      moods[next.start] === 'present' &&
      (pieces[next.start]?.sentence ?? 0) - (sentence ?? 0) <= 3
    )
      for (let k = next.start - 1; k > next.start - 7 && pieces[k]?.sentence === pieces[next.start]?.sentence; k--)
        if ((pieces[k]?.folded === 'lieu' || pieces[k]?.folded === 'diem') && isFirst(pieces, k - 1)) found = next
  }
  const whole = found && !found.now ? resolved(found, document) : undefined
  if (whole !== undefined) {
    if (document.signed !== undefined && firstDay(whole) > document.signed) return undefined
    return { date: whole, told: found, latest: false }
  }
  const date = document.date && resolved(document.date, document)
  return { date, told: said?.now || !found ? document.date : found, latest: true, now: said?.now }
}

function inBrackets(pieces: readonly Piece[], from: number, to: number): boolean {
  for (let k = to - 1; k >= from && pieces[k]?.sentence === pieces[to]?.sentence; k--) {
    if (pieces[k]?.folded === '(') return true
    if (!INTRO.test(pieces[k]?.folded ?? '')) return false
  }
  return false
}

function isFirst(pieces: readonly Piece[], k: number): boolean {
  return k <= 0 || pieces[k]?.sentence !== pieces[k - 1]?.sentence || pieces[k - 1]?.folded === '('
}

function parted(pieces: readonly Piece[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (pieces[k]?.kind === 'sign') return true
  return false
}

function resolved({ date, yearless }: DayTold, { year }: DocumentTold): string | undefined {
  if (date !== undefined) return date
  return yearless !== undefined && year !== undefined ? `${year}-${yearless}` : undefined
}

function firstDay(date: string): string {
  // A quarter or a year that is not over may be reported on within it: only what begins later is a plan.
  return date.length === 10 ? date : `${date.slice(0, 4)}-01-01`
}

const TO_SET = new Set(
  'xay dung ve cua theo bo quoc gia trong thuc hien chuong trinh xa dat chuan tieu chi chi so cong nhan hoan thanh nhom thuoc duoc doi voi danh hieu da'.split(
    ' ',
  ),
)

/** What names the set of a total: behind it, before it in its sentence, or last before. */
export function setFor({ page, sets, units }: Scene, start: number, end: number): SetTold | undefined {
  const { pieces } = page
  const at = lastBefore(sets, start)
  const inside = sets[at + 1]
  if (inside && inside.start < end) return inside
  if (inside && inside.start - end <= 12 && attaches(page, end, inside.start)) return inside
  const sentence = pieces[start]?.sentence
  let strong: SetTold | undefined
  let weak: SetTold | undefined
  for (let k = at; k >= 0; k--) {
    const told = sets[k]
    if (told === undefined) break
    const near = pieces[told.start]?.sentence === sentence
    if (near && told.family !== undefined && !told.weak) return told
    if (told.family === 'other' || (!near && ofNobody(pieces, units, told))) continue
    if (told.weak || told.family === undefined) weak ??= told
    else strong ??= told
    if (strong) break
  }
  return strong ?? weak ?? sets.find(({ family }) => family !== undefined && family !== 'other')
}

/** "3 xã đạt chuẩn NTM nâng cao" says nothing of the set that a commune's figure is of. */
function ofNobody(pieces: readonly Piece[], units: readonly UnitTold[], told: SetTold): boolean {
  const unit = units[lastBefore(units, told.start)]
  return unit?.kind === 'none' && pieces[unit.start]?.sentence === pieces[told.start]?.sentence
}

function attaches({ pieces }: Page, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const piece = pieces[k]
    if (piece === undefined || piece.gap > LINE || piece.sentence !== pieces[from - 1]?.sentence) return false
    if (piece.folded === '(' || piece.kind === 'number' || /^[%)]$/.test(piece.folded)) continue
    if (piece.folded === ',' && pieces[k - 1]?.kind === 'number' && pieces[k + 1]?.kind === 'number') continue
    if (!TO_SET.has(piece.folded)) return false
  }
  return true
}

/** For comparing days: the last one of a month. */
export function dayOf(when: DateRead): string {
  return when.latest ? '9999' : when.date === undefined ? '' : lastDay(when.date)
}
