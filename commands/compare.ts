import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import type { CriteriaSet } from '../src/criteria/criteria-set.ts'
import { countsAlone, countsOf } from '../src/replies/counts.ts'
import { regionReply } from '../src/replies/ranking.ts'
import { isRegion, ownCommune, regionOf } from '../src/replies/region-of.ts'
import { daysWords, sourceWords } from '../src/replies/source-line.ts'
import { leadingFigures, type Leading } from '../src/replies/standing.ts'
import { targetInCommunes } from '../src/replies/target-in-communes.ts'
import { fullName } from '../src/replies/unit-notes.ts'
import { targetsNamed } from '../src/replies/unit-set.ts'
import { standingsOf } from '../src/store/figures.ts'
import type { Unit } from '../src/store/units.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import sentences from './sentences/compare.ts'

export default defineCommand({
  name: 'compare',
  slash: ['sosanh', 'xephang'],
  summary: 'summary-compare',
  examples: ['xếp hạng các xã trong tỉnh', 'so sánh xã Trung Lương với xã Bình An'],
  sentences,
  needs: ['units'],
  async run(turn): Promise<Reply> {
    const { units } = turn.slots
    const [first] = units
    const targets = targetsNamed(turn)
    const rank = (region: Unit | undefined) =>
      targets.length > 0 ? targetInCommunes(turn, region, targets) : regionReply(turn, region)
    if (first && isRegion(first)) return rank(first)
    const own = await ownCommune(turn)
    const named = units.filter(({ id }, index) => units.findIndex((other) => other.id === id) === index)
    const compared = named.length === 1 && own?.level === 'xa' && own.id !== first?.id ? [own, ...named] : named
    if (compared.length < 2) return rank(await regionOf(turn, first ?? own))
    return targets.length > 0 ? targetInCommunes(turn, undefined, targets, compared) : compareUnits(turn, compared)
  },
})

type Compared = { name: string; leading: Leading | undefined }

async function compareUnits(turn: Turn<never>, units: Unit[]): Promise<Reply> {
  const { db, catalogs } = turn
  const standings = await Promise.all(units.map((unit) => standingsOf(db, unit.id)))
  const tracked = [...new Set(standings.flat().map(({ set_id }) => set_id))].flatMap((id) => catalogs.get(id) ?? [])
  const sets = turn.sets.length > 0 ? turn.sets : tracked
  const names = await namesApart(turn, units)
  const blocks = sets.map((set) => {
    const compared = names.map((name, index) => {
      const standing = standings[index]?.find(({ set_id }) => set_id === set.id)
      return { name, leading: standing && leadingFigures(standing) }
    })
    return compareLines(turn, set, compared).join('\n')
  })
  const none = names.map((unit) => turn.say('compare-line-none', { unit }))
  return { text: (blocks.length > 0 ? blocks : none).join('\n\n') }
}

/** Their names; with what they lie in where two are called the same. */
async function namesApart(turn: Turn<never>, units: Unit[]): Promise<string[]> {
  const names = units.map((unit) => capitalised(unitName(turn.say, unit)))
  if (new Set(names).size === names.length) return names
  return Promise.all(units.map((unit) => fullName(turn, unit)))
}

function compareLines({ say }: Turn<never>, set: CriteriaSet, compared: Compared[]): string[] {
  const lines = compared.map(({ name, leading }) => {
    if (!leading) return say('compare-line-none', { unit: name })
    const { told } = leading
    const counts = countsOf(say, set, leading)
    return say('compare-line', { unit: name, counts, days: daysWords(say, told), source: sourceWords(say, told) })
  })
  return [say('compare-title', { set: set.short_name }), ...lines, ...verdictLines(say, compared)]
}

/** Which of two is ahead and by how much; nothing where one has no figures or they contradict each other. */
function verdictLines(say: Turn['say'], compared: Compared[]): string[] {
  const [a, b] = compared
  if (compared.length !== 2 || !a?.leading || !b?.leading) return []
  const criteria = ahead(a.leading.criteria, b.leading.criteria)
  const indicators = ahead(a.leading.indicators, b.leading.indicators)
  const differ = a.leading.told.to === b.leading.told.to ? [] : [say('compare-days-differ')]
  // A report that gave only the one count is compared on that one.
  if (criteria === null || (criteria === 0 && indicators === null))
    return [...(criteria === 0 ? [say('compare-even-criteria')] : []), ...differ]
  const [first, second] = [criteria, indicators ?? 0]
  if (first === 0 && second === 0) return [say('compare-even'), ...differ]
  if (Math.sign(first) * Math.sign(second) < 0) return differ
  const leader = first > 0 || second > 0 ? a : b
  const by = countsAlone(say, { criteria: Math.abs(first), indicators: Math.abs(second) })
  return [say('compare-ahead', { unit: leader.name, by }), ...differ]
}

/** By how much the first is ahead of the second; null where one of them is not known. */
function ahead(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b
}
