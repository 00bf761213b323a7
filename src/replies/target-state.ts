import type { Choice, Reply, Target, Turn } from '../command/command.ts'
import type { CriteriaSet, Indicator, IndicatorState } from '../criteria/criteria-set.ts'
import type { Provenance } from '../criteria/provenance.ts'
import { quantity, day } from '../wording/figures.ts'
import { unitName } from '../wording/names.ts'
import { dayAsked } from './day-asked.ts'
import { namedIndicators } from './named-indicators.ts'
import { pendingLines } from './pending-note.ts'
import { recordedSource } from './recorded-source.ts'
import { isReported, readRollup, rollupNote } from './rollup.ts'
import { sourceLine } from './source-line.ts'
import { shortIndicator } from './standing.ts'
import { decisionLine, thresholdLine } from './threshold.ts'
import { endNote, noFigures } from './unit-notes.ts'
import { codesIn, readUnitSets, toldOf, totalsOnly, type UnitSet } from './unit-set.ts'

type TargetTurn = Turn<'unit' | 'targets'>

const STATE_KEYS = {
  met: 'state-met',
  unmet: 'state-unmet',
  unassessed: 'state-unassessed',
  not_applicable: 'state-not_applicable',
} as const

/** The state of each criterion or indicator that was named, in the sets that the unit has figures on. */
export async function targetReply(turn: TargetTurn): Promise<Reply> {
  const { slots, say } = turn
  const { unit, targets } = slots
  const unitSets = await readUnitSets({ ...turn, sets: targets.map(({ set }) => set) }, unit)
  const answered = await Promise.all(
    targets.map(async (target): Promise<{ lines: string[]; offers: Choice[] }> => {
      const unitSet = unitSets.find(({ set }) => set.id === target.set.id)
      const villages = await villagesLines(turn, target)
      const offers = villages.length > 0 ? [offerVillages(turn, target, targets.length > 1)] : []
      const beside = [...villages, ...(await pendingLines(turn, unit, target))]
      if (unitSet) return { lines: [...(await targetLines(turn, target, unitSet)), ...beside], offers }
      const none = say('no-figures-set', { unit: unitName(say, unit), set: target.set.short_name })
      return { lines: villages.length > 0 ? [none, ...beside] : [], offers }
    }),
  )
  const blocks = answered.map(({ lines }) => lines).filter((lines) => lines.length > 0)
  if (blocks.length === 0) {
    const [target] = targets
    const named =
      target && targets.length === 1
        ? say('no-figures-set', { unit: unitName(say, unit), set: target.set.short_name })
        : undefined
    return { text: named ?? (await noFigures(turn, unit)) }
  }
  const shown = targets.filter(({ set }) => unitSets.some((unitSet) => unitSet.set.id === set.id))
  return {
    text: [...blocks.map((lines) => lines.join('\n')), ...(await endNote(turn, unit))].join('\n\n'),
    choices: [
      ...shown.map(({ set, code }) => ({
        label: `${say('offer-explain', { code })}${shown.length > 1 ? ` (${set.short_name})` : ''}`,
        ask: { command: 'explain', set: set.id, target: code },
      })),
      ...answered.flatMap(({ offers }) => offers),
    ],
  }
}

function offerVillages({ say, slots }: TargetTurn, { set, code }: Target, several: boolean): Choice {
  const label = say('offer-villages', { code })
  return {
    label: several ? `${label} (${set.short_name})` : label,
    ask: { command: 'rollup', unit: slots.unit.id, set: set.id, target: code },
  }
}

async function targetLines(turn: TargetTurn, target: Target, unitSet: UnitSet): Promise<string[]> {
  const { set, code } = target
  return asIndicator(target) ? indicatorLines(turn, set, code, unitSet) : criterionLines(turn, set, code, unitSet)
}

/** Whether one indicator is meant; a criterion with a single one is that indicator. */
function asIndicator({ kind, set, code }: Target): boolean {
  const criterion = set.criteria.find(({ no }) => no === Number(code))
  return kind === 'indicator' || (criterion?.indicators.length === 1 && criterion.indicators[0]?.code === code)
}

/** What the villages of a commune add up to now, where they have reported. */
async function villagesLines(turn: TargetTurn, target: Target): Promise<string[]> {
  const { say, slots } = turn
  if (slots.unit.level !== 'xa' || !asIndicator(target) || dayAsked(turn) !== undefined) return []
  const [named] = namedIndicators(target)
  if (!named) return []
  const read = await readRollup(turn, slots.unit, named.set, named.indicator)
  return isReported(read) ? [rollupNote(say, read)] : []
}

function criterionLines({ say, slots }: TargetTurn, set: CriteriaSet, code: string, unitSet: UnitSet): string[] {
  const criterion = set.criteria.find(({ no }) => no === Number(code))
  if (!criterion) return []
  const unit = unitName(say, slots.unit)
  const named = { no: criterion.no, name: criterion.name, set: set.short_name }
  const { standing } = unitSet
  if (criterion.indicators.length === 0) return [say('criterion-no-list', { ...named, decision: set.decision })]
  if (totalsOnly(unitSet)) return [say('criterion-unknown-totals', { ...named, unit }), reportSource(say, unitSet)]
  const unmet = codesIn(unitSet, criterion, 'unmet')
  const unassessed = codesIn(unitSet, criterion, 'unassessed')
  const state: IndicatorState = unmet.length > 0 ? 'unmet' : unassessed.length > 0 ? 'unassessed' : 'met'
  const met = codesIn(unitSet, criterion, 'met').length
  const list = (codes: string[]) => codes.map((each) => shortIndicator(set, each)).join('; ')
  return [
    say('criterion-title', { ...named, unit, verdict: say(STATE_KEYS[state]) }),
    ...(met > 0 || unassessed.length === 0
      ? [say('criterion-counts', { met, total: criterion.indicators.length })]
      : []),
    ...(unmet.length > 0 ? [say('criterion-unmet', { codes: list(unmet) })] : []),
    ...(unassessed.length > 0 ? [say('criterion-unassessed', { codes: list(unassessed) })] : []),
    ...(standing.presumed === 1 && unmet.length === 0 ? [say('met-presumed')] : []),
    ...toldLine(
      say,
      toldOf(
        unitSet,
        criterion.indicators.map(({ code: each }) => each),
      ),
    ),
  ]
}

async function indicatorLines(turn: TargetTurn, set: CriteriaSet, code: string, unitSet: UnitSet): Promise<string[]> {
  const { say, slots, today } = turn
  const indicator = set.criteria.flatMap(({ indicators }) => indicators).find((each) => each.code === code)
  if (!indicator) return []
  const unit = unitName(say, slots.unit)
  const status = unitSet.statuses.get(code)
  const year = Number((status?.as_of ?? today).slice(0, 4))
  const demands = [thresholdLine(say, indicator, slots.unit, year), decisionLine(say, set)]
  const about = [say('indicator-name', { name: indicator.name })]
  if (!status && totalsOnly(unitSet))
    return [
      say('indicator-totals-only', { unit, code, set: set.short_name }),
      ...about,
      ...demands,
      reportSource(say, unitSet),
    ]

  const verdict = say(STATE_KEYS[unitSet.stateOf(code)])
  const title = say('indicator-title', { code, set: set.short_name, unit, verdict })
  if (status) {
    const value = valueLines(say, status.value, indicator)
    return [title, ...about, ...value, ...demands, await recordedSource(turn, status)]
  }
  if (unitSet.standing.presumed === 0) return [title, ...about, say('indicator-not-assessed'), ...demands]
  const { indicators_met, reported_indicators_met } = unitSet.standing
  const doubt = reported_indicators_met !== null && reported_indicators_met !== indicators_met
  return [
    title,
    ...about,
    say('indicator-presumed', { code }),
    ...(doubt ? [say('indicator-presumed-doubt')] : []),
    ...demands,
    reportSource(say, unitSet),
  ]
}

/** The figure; that there is none is worth a line only where there should be one. */
function valueLines(say: Turn['say'], value: number | null, { kind, unit }: Indicator): string[] {
  if (value !== null) return [say('indicator-value', { value: quantity(value, unit) })]
  return kind === 'boolean' ? [] : [say('indicator-no-value')]
}

function toldLine(say: Turn['say'], told: Provenance | undefined): string[] {
  return told ? [sourceLine(say, told)] : []
}

function reportSource(say: Turn['say'], { standing }: UnitSet): string {
  const { reported_as_of, reported_source, as_of, source } = standing
  return say('source-line', { day: day(reported_as_of ?? as_of ?? ''), source: reported_source ?? source ?? '' })
}
