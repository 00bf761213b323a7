import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import type { Criterion } from '../src/criteria/criteria-set.ts'
import { countsOf } from '../src/replies/counts.ts'
import { listFor } from '../src/replies/list-for.ts'
import { sourceLine } from '../src/replies/source-line.ts'
import { isPartlyUpdated, leadingFigures, standingLines } from '../src/replies/standing.ts'
import { endNote, fullName, noFigures } from '../src/replies/unit-notes.ts'
import { codesIn, readUnitSets, toldOf, totalsOnly, type UnitSet } from '../src/replies/unit-set.ts'
import sentences from './sentences/met.ts'

export default defineCommand({
  name: 'met',
  slash: ['dadat'],
  summary: 'summary-met',
  examples: ['những tiêu chí nào đã đạt'],
  sentences,
  needs: ['unit'],
  run: (turn) => listFor(turn, metReply),
})

async function metReply(turn: Turn<'unit'>): Promise<Reply> {
  const { unit } = turn.slots
  const unitSets = await readUnitSets(turn, unit)
  if (unitSets.length === 0) return { text: await noFigures(turn, unit) }
  const name = await fullName(turn, unit)
  const blocks = unitSets.map((unitSet) => metLines(turn, name, unitSet).join('\n'))
  return { text: [...blocks, ...(await endNote(turn, unit))].join('\n\n') }
}

function metLines({ say }: Turn<never>, unit: string, unitSet: UnitSet): string[] {
  const { set, standing } = unitSet
  const leading = leadingFigures(standing)
  if (!leading) return []
  const counts = {
    unit,
    set: set.short_name,
    criteriaTotal: set.official_counts.criteria,
    indicatorsTotal: set.official_counts.indicators,
  }
  const source = sourceLine(say, leading.told)
  if (totalsOnly(unitSet))
    return [say('met-totals-only', { unit, set: set.short_name, counts: countsOf(say, set, leading) }), source]
  if (isPartlyUpdated(standing))
    return [
      say('met-totals-only', { unit, set: set.short_name, counts: countsOf(say, set, leading) }),
      source,
      ...standingLines(say, set, standing).slice(2),
    ]
  const whole = set.criteria.filter((criterion) => isWhole(unitSet, criterion))
  const partly = set.criteria.filter(
    (criterion) => !whole.includes(criterion) && codesIn(unitSet, criterion, 'met').length > 0,
  )
  const shown = [...whole, ...partly].flatMap((criterion) => [
    ...codesIn(unitSet, criterion, 'met'),
    ...codesIn(unitSet, criterion, 'not_applicable'),
  ])
  // Totals of a report stand above the list: what is said is of its day too.
  const listed = leading.by === 'report' && standing.presumed === 0 ? undefined : toldOf(unitSet, shown)
  return [
    say('met-title', { ...counts, criteria: leading.criteria ?? 0, indicators: leading.indicators ?? 0 }),
    ...(whole.length > 0 ? [say('met-criteria')] : [say('met-none')]),
    ...whole.map(({ no, name }) => say('met-criterion', { no, name })),
    ...(partly.length > 0 ? [say('met-partly')] : []),
    ...partly.map((criterion) => {
      const codes = codesIn(unitSet, criterion, 'met').join(', ')
      return say('unmet-criterion', { no: criterion.no, name: criterion.name, codes })
    }),
    ...(standing.presumed === 1 ? [say('met-presumed')] : []),
    ...(listed ? [sourceLine(say, listed)] : [source]),
  ]
}

function isWhole(unitSet: UnitSet, criterion: Criterion): boolean {
  const open = [...codesIn(unitSet, criterion, 'unmet'), ...codesIn(unitSet, criterion, 'unassessed')]
  return criterion.indicators.length > 0 && open.length === 0
}
