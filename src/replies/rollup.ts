import type { Turn } from '../command/command.ts'
import type { CriteriaSet, Indicator } from '../criteria/criteria-set.ts'
import { rollUp, type ReportedFigure, type Rollup, type Share, type VillageFigure } from '../criteria/rollup.ts'
import { judge } from '../criteria/threshold.ts'
import { latestApproved, type VillageReport } from '../store/rollup.ts'
import { ancestorsOf, type Unit } from '../store/units.ts'
import { day, number, quantity } from '../wording/figures.ts'
import { unitName } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'

/** An indicator added up over the villages of a commune, with the reports that it was added up from. */
export interface CommuneRollup {
  commune: Unit
  set: CriteriaSet
  indicator: Indicator
  villages: VillageReport[]
  rollup: Rollup
  /** The days that the oldest and the newest of the reports are true for; undefined without a report. */
  from?: string
  to?: string
}

/** Adds an indicator up over a commune's villages: each one's latest approved report. */
export async function readRollup(
  { db }: Pick<Turn, 'db'>,
  commune: Unit,
  set: CriteriaSet,
  indicator: Indicator,
): Promise<CommuneRollup> {
  const villages = await latestApproved(db, commune.path, set.id, indicator.code)
  const rollup = rollUp(villages.map(figureOf))
  const days = villages.flatMap(({ as_of }) => as_of ?? []).sort()
  return { commune, set, indicator, villages, rollup, from: days[0], to: days.at(-1) }
}

function figureOf({ unit_id, households, report_id, part, whole, value, verdict }: VillageReport): VillageFigure {
  const report = report_id === null ? undefined : { part, whole, value, verdict }
  return { id: unit_id, households, report }
}

/**
 * What a village's report would make of its commune's roll-up if it were approved; nothing where a newer report of
 * that village holds.
 */
export async function rollupChangeLines(
  { db, say }: Pick<Turn, 'db' | 'say'>,
  village: Unit,
  set: CriteriaSet,
  indicator: Indicator,
  report: ReportedFigure & { asOf: string },
): Promise<string[]> {
  const commune = await communeOf({ db }, village)
  if (!commune) return []
  const read = await readRollup({ db }, commune, set, indicator)
  const newest = read.villages.find(({ unit_id }) => unit_id === village.id)?.as_of
  if (newest != null && newest > report.asOf) return []
  const figures = read.villages.map((each) =>
    each.unit_id === village.id ? { ...figureOf(each), report } : figureOf(each),
  )
  const after = { indicator, rollup: rollUp(figures) }
  if (after.rollup.covered === 0) return []
  const said = { figure: rollupFigure(say, after), covered: after.rollup.covered, total: after.rollup.total }
  if (read.rollup.covered === 0) return [say('rollup-would-begin', said)]
  return [say('rollup-would-be', { ...said, before: rollupFigure(say, read), coveredBefore: read.rollup.covered })]
}

/** Whether any village has an approved report. */
export function isReported({ to }: CommuneRollup): boolean {
  return to !== undefined
}

/** What the figure makes of the indicator; undecided where no confirmed number is demanded. */
export function judgeRollup({ commune, indicator, rollup, to }: CommuneRollup): 'met' | 'unmet' | 'undecided' {
  if (rollup.value === undefined || to === undefined) return 'undecided'
  const place = { region: commune.region ?? undefined, commune_group: commune.commune_group ?? undefined }
  return judge(indicator, rollup.value, place, Number(to.slice(0, 4)))
}

/** `62,5% (250/400 hộ)`, `71,25%`, `3 thôn Đạt, 1 thôn Chưa đạt`; a dash where nothing could be added. */
export function rollupFigure(say: Say, { indicator, rollup }: Pick<CommuneRollup, 'indicator' | 'rollup'>): string {
  const { value, counts, verdicts } = rollup
  if (verdicts) return say('rollup-verdicts', verdicts)
  if (value === undefined) return '–'
  return counts ? countSaid(say, indicator, value, counts.part, counts.whole) : quantity(value, indicator.unit)
}

/** `71,43% (150/210 hộ)` */
function countSaid(say: Say, { name, unit }: Indicator, value: number, part: number, whole: number): string {
  const ofHouseholds = /(^|\s)hộ(\s|$)/i.test(name)
  const said = { value: quantity(value, unit), part: number(part), whole: number(whole) }
  return say(ofHouseholds ? 'rollup-households' : 'rollup-counts', said)
}

/** The line that stands beside an indicator's answer: figure, coverage and day. */
export function rollupNote(say: Say, read: CommuneRollup): string {
  const { covered, total } = read.rollup
  return say('rollup-note', { figure: rollupFigure(say, read), covered, total, day: day(read.to ?? '') })
}

/** `thôn Đoài: 71,43% (150/210 hộ), đến 20/11/2026`: what one village adds. */
export function villageLine(say: Say, read: CommuneRollup, village: VillageReport): string {
  const named = { unit: unitName(say, village), day: day(village.as_of ?? '') }
  return say('rollup-village', { ...named, figure: villageFigure(say, read, village) })
}

/** `71,43% (150/210 hộ)`, or a verdict: what a village with an approved report adds. */
export function villageFigure(say: Say, { indicator, rollup }: CommuneRollup, village: VillageReport): string {
  const share = rollup.shares.find(({ id }) => id === village.unit_id)
  if (share) return shareSaid(say, indicator, village, share)
  if (village.verdict !== null) return say(village.verdict === 'met' ? 'state-met' : 'state-unmet')
  return village.value === null ? '–' : quantity(village.value, indicator.unit)
}

function shareSaid(say: Say, indicator: Indicator, { part, whole }: VillageReport, share: Share): string {
  const value = quantity(share.value, indicator.unit)
  if (share.by === 'households') return say('rollup-weighted', { value, households: number(share.weight) })
  return countSaid(say, indicator, share.value, part ?? 0, whole ?? 0)
}

/** Longer sums are not written out: the villages' own lines say the same. */
const MOST_TERMS = 8

/** `(150 + 40% × 180) / (210 + 180) = 56,92%`: how the figure was worked out, where that fits on a line. */
export function arithmeticLine(say: Say, { indicator, villages, rollup }: CommuneRollup): string[] {
  const { shares, value } = rollup
  if (value === undefined || shares.length < 2 || shares.length > MOST_TERMS) return []
  const parts = shares.map(({ id, by, value: own, weight }) => {
    if (by === 'count') return number(villages.find(({ unit_id }) => unit_id === id)?.part ?? 0)
    return `${indicator.unit === '%' ? `${number(own)}%` : number(own)} × ${number(weight)}`
  })
  const wholes = shares.map(({ weight }) => number(weight))
  const sum = { parts: parts.join(' + '), wholes: wholes.join(' + '), value: quantity(value, indicator.unit) }
  return [say('rollup-arithmetic', sum)]
}

/** Which villages are missing, and which could not be added and why. */
export function gapLines(say: Say, read: CommuneRollup): string[] {
  const { missing } = read.rollup
  return [
    ...(missing.length > 0 ? [say('rollup-missing', { units: villagesNamed(say, read, missing) })] : []),
    ...leftOutLines(say, read),
  ]
}

/** Which villages' reports could not be added, and why. */
export function leftOutLines(say: Say, read: CommuneRollup): string[] {
  const left = (why: 'no-households' | 'no-figure') => {
    const ids = read.rollup.leftOut.filter((each) => each.why === why).map(({ id }) => id)
    return ids.length > 0 ? [villagesNamed(say, read, ids)] : []
  }
  return [
    ...left('no-households').map((units) => say('rollup-no-households', { units })),
    ...left('no-figure').map((units) => say('rollup-no-figure', { units })),
  ]
}

function villagesNamed(say: Say, { villages }: CommuneRollup, ids: readonly string[]): string {
  return villages
    .filter(({ unit_id }) => ids.includes(unit_id))
    .map((village) => unitName(say, village))
    .join(', ')
}

/** Says that percentages were weighted, where any was. */
export function weightLine(say: Say, { rollup, indicator }: CommuneRollup): string[] {
  const weighted = rollup.shares.filter(({ by }) => by === 'households').length
  if (weighted === 0) return []
  return [say(indicator.unit === '%' ? 'rollup-weights' : 'rollup-weights-amount', { count: weighted })]
}

/** Where the figures of a roll-up come from, and of which days. */
export function rollupSource(say: Say, read: Pick<CommuneRollup, 'from' | 'to'>): string {
  const [from, to] = [day(read.from ?? ''), day(read.to ?? '')]
  return from === to ? say('rollup-source-day', { day: to }) : say('rollup-source', { from, to })
}

/** The commune that a unit is or lies in; undefined for what lies above. */
export async function communeOf({ db }: Pick<Turn, 'db'>, unit: Unit): Promise<Unit | undefined> {
  if (unit.level === 'xa') return unit
  return unit.level === 'thon' ? (await ancestorsOf(db, unit)).find(({ level }) => level === 'xa') : undefined
}

/** The reports that a figure was added up from, by number. */
export function reportIdsOf({ villages }: Pick<CommuneRollup, 'villages'>): number[] {
  return villages.flatMap(({ report_id }) => report_id ?? [])
}
