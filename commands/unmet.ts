import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { countsAlone, countsOf } from '../src/replies/counts.ts'
import { listFor } from '../src/replies/list-for.ts'
import { sourceLine } from '../src/replies/source-line.ts'
import { isPartlyUpdated, leadingFigures, shortIndicator, standingLines } from '../src/replies/standing.ts'
import { endNote, fullName, noFigures } from '../src/replies/unit-notes.ts'
import { codesIn, readUnitSets, toldOf, totalsOnly, type UnitSet } from '../src/replies/unit-set.ts'
import { day } from '../src/wording/figures.ts'
import sentences from './sentences/unmet.ts'

/** More are counted, not named. */
const MOST_UNASSESSED = 10

export default defineCommand({
  name: 'unmet',
  slash: ['chuadat', 'conthieu'],
  summary: 'summary-unmet',
  examples: ['còn thiếu tiêu chí nào', 'xã còn vướng gì để đạt nâng cao'],
  sentences,
  needs: ['unit'],
  run: (turn) => listFor(turn, unmetReply),
})

async function unmetReply(turn: Turn<'unit'>): Promise<Reply> {
  const { unit } = turn.slots
  const unitSets = await readUnitSets(turn, unit)
  if (unitSets.length === 0) return { text: await noFigures(turn, unit) }
  const name = await fullName(turn, unit)
  const blocks = unitSets.map((unitSet) => unmetLines(turn, name, unitSet).join('\n'))
  const code = unitSets.flatMap(({ set, stateOf }) => codesOf(set).filter((each) => stateOf(each) === 'unmet'))[0]
  const hint = code ? [turn.say('unmet-hint', { code })] : []
  return { text: [...blocks, ...(await endNote(turn, unit)), ...hint].join('\n\n') }
}

function codesOf({ criteria }: UnitSet['set']): string[] {
  return criteria.flatMap(({ indicators }) => indicators.map(({ code }) => code))
}

function unmetLines({ say }: Turn<never>, unit: string, unitSet: UnitSet): string[] {
  const { set, standing, stateOf } = unitSet
  if (totalsOnly(unitSet)) return totalsOnlyLines(say, unit, unitSet)
  const criteria = set.criteria.filter((criterion) => codesIn(unitSet, criterion, 'unmet').length > 0)
  if (criteria.length === 0 && isPartlyUpdated(standing))
    return [...totalsOnlyLines(say, unit, unitSet), ...standingLines(say, set, standing).slice(2)]
  const counts = { criteria: criteria.length, indicators: standing.indicators_unmet }
  const lines =
    criteria.length === 0
      ? [say('unmet-none', { unit, set: set.short_name })]
      : [say('unmet-title', { unit, set: set.short_name, ...counts })]
  for (const criterion of criteria) {
    const codes = codesIn(unitSet, criterion, 'unmet').map((code) => shortIndicator(set, code))
    lines.push(say('unmet-criterion', { no: criterion.no, name: criterion.name, codes: codes.join('; ') }))
  }
  const unassessed = codesOf(set).filter((code) => stateOf(code) === 'unassessed')
  if (unassessed.length > MOST_UNASSESSED) lines.push(say('unmet-unassessed', { count: unassessed.length }))
  else if (unassessed.length > 0)
    lines.push(
      say('unmet-unassessed-codes', {
        count: unassessed.length,
        codes: unassessed.map((code) => shortIndicator(set, code)).join('; '),
      }),
    )
  const unmet = codesOf(set).filter((code) => stateOf(code) === 'unmet')
  const told = toldOf(unitSet, unmet.length > 0 ? unmet : codesOf(set))
  if (told) lines.push(sourceLine(say, told))
  // The totals that an office reported are said beside the list wherever the two disagree.
  const notes = leadingFigures(standing)?.by === 'report' ? standingLines(say, set, standing).slice(2) : []
  return notes.length > 0 ? [...lines, ...standingLines(say, set, standing).slice(0, 1), ...notes] : lines
}

function totalsOnlyLines(say: Turn['say'], unit: string, { set, standing }: UnitSet): string[] {
  const { criteria, indicators } = set.official_counts
  const met = { criteria: standing.reported_criteria_met, indicators: standing.reported_indicators_met }
  const open = countsAlone(say, {
    criteria: met.criteria === null ? null : criteria - met.criteria,
    indicators: met.indicators === null ? null : indicators - met.indicators,
  })
  return [
    open === ''
      ? say('unmet-none', { unit, set: set.short_name })
      : say('unmet-totals-only', { unit, set: set.short_name, open, counts: countsOf(say, set, met) }),
    say('source-line', { day: day(standing.reported_as_of ?? ''), source: standing.reported_source ?? '' }),
  ]
}
