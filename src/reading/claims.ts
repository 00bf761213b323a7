/** Each total with what it is about: which commune, set and day. */
import { clustersOf } from './clusters.ts'
import type { Counted } from './counts.ts'
import type { Page } from './page.ts'
import type { Scene } from './scene.ts'
import { type Candidate, fitting, type SetTold } from './sets.ts'
import type { Total } from './totals.ts'
import type { UnitTold, NamedUnit } from './unit-names.ts'
import { dateFor, type DateRead } from './when.ts'
import { setFor } from './which-set.ts'
import { unitsFor } from './whose.ts'

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
