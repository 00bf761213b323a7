/** What is told of each commune and set, brought together: its figures and its lists. */
import type { Claim } from './claims.ts'
import type { ItemNames } from './items.ts'
import type { Placed } from './placed.ts'
import type { Scene } from './scene.ts'
import type { Candidate, SetTold } from './sets.ts'
import type { NamedUnit, UnitTold } from './unit-names.ts'

export interface Gathered {
  unit: NamedUnit | null
  unitTold?: UnitTold
  candidate: Candidate | undefined
  names?: ItemNames
  setTold?: SetTold
  claims: Claim[]
  lists: Placed[]
  start: number
}

/** Those of one commune, by its key. */
type ByUnit<Told> = Map<string, Told[]>

/** In the order of the text. */
export function gather(scene: Scene, claims: readonly Claim[], lists: readonly Placed[]): Gathered[] {
  const gathered: ByUnit<Gathered> = new Map()
  const sure: ByUnit<Placed> = new Map()
  for (const placed of lists) if (placed.list.sure) for (const unit of placed.unit ?? [null]) add(sure, unit, placed)
  const named = scene.sets.some(
    ({ family, years, weak }) => (!weak && family !== undefined && family !== 'other') || years !== undefined,
  )
  for (const claim of claims) addClaim(gathered, claim, sure, named)
  for (const placed of lists) addList(scene, gathered, placed)
  return [...gathered.values()]
    .flat()
    .filter((each) => each.claims.length > 0 || each.lists.length > 0)
    .sort((a, b) => a.start - b.start)
}

function keyOf(unit: NamedUnit | null): string {
  return unit?.key ?? ''
}

function add<Told>(byUnit: ByUnit<Told>, unit: NamedUnit | null, told: Told): void {
  const own = byUnit.get(keyOf(unit))
  if (own) own.push(told)
  else byUnit.set(keyOf(unit), [told])
}

function addClaim(gathered: ByUnit<Gathered>, claim: Claim, lists: ByUnit<Placed>, named: boolean): void {
  const unit = claim.unit?.unit ?? null
  const own = gathered.get(keyOf(unit)) ?? []
  let candidate: Candidate | undefined = claim.sets[0]
  if (claim.sets.length > 1) {
    // What its lists name tells the set; else the one that the unit has figures of already.
    const listed = lists.get(keyOf(unit))?.find(({ list }) => claim.sets.some(({ set }) => set === list.names.set))
    candidate =
      claim.sets.find(({ set }) => set === listed?.list.names.set) ??
      own.find((each) => each.candidate && claim.sets.includes(each.candidate))?.candidate ??
      (named ? claim.sets[0] : undefined)
  }
  const same = own.find((each) => each.candidate === candidate)
  if (same) same.claims.push(claim)
  else
    add(gathered, unit, {
      unit,
      unitTold: claim.unit?.told,
      candidate,
      setTold: claim.setTold,
      claims: [claim],
      lists: [],
      start: claim.start,
    })
}

function addList(scene: Scene, gathered: ByUnit<Gathered>, placed: Placed): void {
  const { list } = placed
  const units = placed.unit ?? [null]
  for (const unit of units) {
    const own = gathered.get(keyOf(unit)) ?? []
    const same =
      own.find(({ candidate }) => candidate?.set === list.names.set) ??
      own.find(({ candidate }) => candidate === undefined)
    if (same) {
      same.lists.push(placed)
      same.names ??= list.names
      if (list.start < same.start) same.start = list.start
      continue
    }
    if (list.met && list.items.length < 3) continue
    // Without a figure or a name of a programme it may be of anything.
    const said = placed.told?.family !== undefined
    const known = scene.candidates.find(({ set }) => set === list.names.set)
    const sure = said || list.sure
    add(gathered, unit, {
      unit,
      unitTold: placed.unitTold,
      candidate: sure ? known : undefined,
      names: list.names,
      setTold: placed.told,
      claims: [],
      lists: [placed],
      start: list.start,
    })
  }
}
