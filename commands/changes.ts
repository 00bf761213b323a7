import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import type { CriteriaSet, IndicatorState } from '../src/criteria/criteria-set.ts'
import { provenanceOf } from '../src/criteria/provenance.ts'
import { countsOf } from '../src/replies/counts.ts'
import { sourceLine } from '../src/replies/source-line.ts'
import { leadingFigures, shortIndicator } from '../src/replies/standing.ts'
import { latestOf, standingOn } from '../src/replies/standing-on.ts'
import { fullName, noFigures } from '../src/replies/unit-notes.ts'
import { firstDay, standingsOf, statusesUntil, type Standing, type Status } from '../src/store/figures.ts'
import { isRegion } from '../src/replies/region-of.ts'
import { unitsWithin, type Unit } from '../src/store/units.ts'
import { day, quantity } from '../src/wording/figures.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import type { Say } from '../src/wording/say.ts'
import sentences from './sentences/changes.ts'

export default defineCommand({
  name: 'changes',
  slash: ['thaydoi'],
  summary: 'summary-changes',
  examples: ['có gì thay đổi từ đầu năm', 'từ 30/4/2023 đến nay xã thay đổi gì'],
  sentences,
  needs: ['unit'],
  async run(turn): Promise<Reply> {
    const { db, say, catalogs, today } = turn
    const { unit } = turn.slots
    const standings = await standingsOf(db, unit.id)
    const first = await firstDay(db, unit.id)
    if (!first && isRegion(unit)) return byCommune(turn, unit)
    if (!first) return { text: await noFigures(turn, unit) }
    const sets = standings.flatMap(({ set_id }) => catalogs.get(set_id) ?? [])
    const wanted = sets.filter((set) => turn.sets.length === 0 || turn.sets.includes(set))
    const [from, to] = period(turn, first)
    const name = await fullName(turn, unit)
    const blocks = await Promise.all(wanted.map((set) => changeLines(turn, unit, set, from, to)))
    const texts = blocks.flatMap((lines, index) => {
      const set = wanted[index]?.short_name ?? ''
      const title = say('changes-title', { unit: name, set, from: day(from), to: day(to) })
      return lines.length > 0 ? [[title, ...lines].join('\n')] : []
    })
    if (texts.length > 0) return { text: texts.join('\n\n') }
    const last = standings
      .flatMap(({ as_of, reported_as_of }) => [as_of ?? '', reported_as_of ?? ''])
      .sort()
      .at(-1)
    return {
      text: say('changes-none', {
        unit: capitalised(unitName(say, unit)),
        from: day(from),
        to: day(to),
        last: day(last ?? today),
      }),
    }
  },
})

const MOST_CHOICES = 8

/** A province has no list of its own: what changed is told of each commune, and of all in short by the digest. */
async function byCommune({ db, say, sets }: Turn<never>, region: Unit): Promise<Reply> {
  const communes = (await unitsWithin(db, region.path, 'xa')).slice(0, MOST_CHOICES)
  const [set] = sets.length === 1 ? sets : []
  return {
    text: say('changes-by-commune', { unit: unitName(say, region) }),
    choices: communes.map((commune) => ({
      label: capitalised(unitName(say, commune)),
      ask: { command: 'changes', unit: commune.id, set: set?.id },
    })),
  }
}

/** From the first day that was named to the last, or to today; without a day, from the first figure there is. */
function period({ mentions, today }: Turn<never>, first: string): [string, string] {
  const [a, b] = mentions.dates
  if (a && b) return [a.from, b.to]
  return [a?.from ?? first, today]
}

async function changeLines(turn: Turn<never>, unit: Unit, set: CriteriaSet, since: string, to: string) {
  const { db, say } = turn
  const is = await standingOn(db, unit.id, set, to)
  if (!is) return []
  const rows = await statusesUntil(db, unit.id, set.id, to)
  // What was not yet known has not changed: before the first figures there is nothing to compare with.
  const known = await standingOn(db, unit.id, set, since)
  const first = known ? undefined : await firstDay(db, unit.id, set.id)
  const from = first ?? since
  const was = known ?? (await standingOn(db, unit.id, set, from))
  const before = latestOf(rows.filter(({ as_of }) => as_of <= from))
  const after = latestOf(rows)
  const presumed = was?.presumed === 1
  const stateBefore = (code: string): IndicatorState | undefined =>
    before.get(code)?.state ?? (presumed ? 'met' : was ? 'unassessed' : undefined)
  // Totals alone do not say which indicators were met before.
  const listedBefore = was !== undefined && was.as_of !== null
  const changed = (listedBefore ? [...after.values()] : []).filter(
    ({ indicator, state, as_of }) => as_of > from && state !== stateBefore(indicator),
  )
  const codes = (keep: (state: IndicatorState) => boolean) =>
    changed
      .filter(({ state }) => keep(state))
      .map(({ indicator }) => shortIndicator(set, indicator))
      .join('; ')
  const met = codes((state) => state === 'met')
  const unmet = codes((state) => state === 'unmet')
  const other = codes((state) => state === 'not_applicable' || state === 'unassessed')
  const valued = [...after.values()].filter(({ indicator, value }) => {
    const old = before.get(indicator)?.value ?? null
    return old !== null && value !== null && old !== value
  })
  const values = valueChanges(say, set, before, valued)
  const lines = [
    ...totalsLine(say, set, was, is, first !== undefined),
    ...(met ? [say('changes-met', { codes: met })] : []),
    ...(unmet ? [say('changes-unmet', { codes: unmet })] : []),
    ...(other ? [say('changes-other', { codes: other })] : []),
    ...(values ? [say('changes-values', { codes: values })] : []),
  ]
  const leading = leadingFigures(is)
  if (lines.length === 0 || !leading) return []
  const named = [...changed, ...valued].map((row) => ({ ...row, status_id: row.id }))
  return [...lines, sourceLine(say, provenanceOf(named) ?? leading.told)]
}

function valueChanges(
  say: Say,
  set: CriteriaSet,
  before: ReadonlyMap<string, Status>,
  valued: readonly Status[],
): string {
  const indicators = set.criteria.flatMap((criterion) => criterion.indicators)
  return indicators
    .flatMap(({ code, unit }) => {
      const now = valued.find(({ indicator }) => indicator === code)?.value ?? null
      const old = before.get(code)?.value ?? null
      if (now === null || old === null) return []
      return [say('changes-value', { code, before: quantity(old, unit), after: quantity(now, unit) })]
    })
    .join('; ')
}

/** How the totals changed; where there were none before, the first ones are said as such. */
function totalsLine(
  say: Say,
  set: CriteriaSet,
  before: Standing | undefined,
  after: Standing,
  first: boolean,
): string[] {
  const was = before && leadingFigures(before)
  const is = leadingFigures(after)
  if (!was || !is) return []
  const old = { before: countsOf(say, set, was), dayBefore: day(was.told.to) }
  const start = first ? [say('changes-first', old)] : []
  if (was.told.to === is.told.to) return start
  return [...start, say('changes-totals', { ...old, after: countsOf(say, set, is), dayAfter: day(is.told.to) })]
}
