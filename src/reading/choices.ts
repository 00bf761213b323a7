/** The sets that a list may be of, with what speaks for each besides what the list names. */
import type { Claim } from './claims.ts'
import type { Scene } from './scene.ts'
import { setFor } from './which-set.ts'
import { unitsFor } from './whose.ts'
import type { ItemNames } from './items.ts'
import type { Choices } from './list-told.ts'
import { fitting, type Candidate } from './sets.ts'

/** What a name in the list's own sentence is worth, one said before, only an office's, the last figure, a set that no figure is of. */
const [NAMED, NAMED_BEFORE, WEAK, LAST_FIGURE, NO_FIGURE] = [7, 2, 0.5, 3, -4] as const

/** The figures of one commune, as far as they tell the set of a list. */
interface Own {
  claims: Claim[]
  certain: Map<Candidate, Claim>
  possible: Set<Candidate>
}

export function createChoices(scene: Scene, claims: readonly Claim[], names: ReadonlyMap<string, ItemNames>): Choices {
  const { candidates, page } = scene
  const byUnit = new Map<string, Own>()
  for (const claim of claims) {
    const key = claim.unit?.unit.key ?? ''
    const own: Own = byUnit.get(key) ?? { claims: [], certain: new Map(), possible: new Set() }
    byUnit.set(key, own)
    own.claims.push(claim)
    const [only, ...more] = claim.sets
    if (only && more.length === 0 && !own.certain.has(only)) own.certain.set(only, claim)
    for (const candidate of claim.sets) own.possible.add(candidate)
  }
  return (start, first) => {
    const said = setFor(scene, start, first)
    const about = unitsFor(scene, start, first)
    const own = about === 'none' ? undefined : byUnit.get(about?.units[0]?.key ?? '')
    const near = own && lastUpTo(own.claims, first)
    const [likely] = fitting(candidates, { told: said })
    const here = said !== undefined && page.pieces[said.start]?.sentence === page.pieces[start]?.sentence
    return candidates.flatMap((candidate) => {
      const claim = own?.certain.get(candidate)
      const met = claim?.criteria?.value
      const unmet = claim?.unmetCriteria?.value ?? (met === undefined ? undefined : candidate.criteria - met)
      let prior = 0
      if (said?.family !== undefined && likely === candidate) prior += said.weak ? WEAK : here ? NAMED : NAMED_BEFORE
      if (near?.sets.length === 1 && near.sets[0] === candidate) prior += LAST_FIGURE
      if (own && !own.possible.has(candidate)) prior += NO_FIGURE
      const itemNames = names.get(candidate.id)
      return itemNames ? [{ names: itemNames, prior, unmet }] : []
    })
  }
}

/** The last one that begins up to a place, else the first. */
function lastUpTo(claims: readonly Claim[], at: number): Claim | undefined {
  let [low, high] = [0, claims.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((claims[middle]?.start ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return claims[low - 1] ?? claims[0]
}
