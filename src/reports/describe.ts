import type { Turn } from '../command/command.ts'
import { judge } from '../criteria/threshold.ts'
import type { IndicatorState } from '../criteria/criteria-set.ts'
import { countSet } from '../criteria/count.ts'
import { rollupChangeLines } from '../replies/rollup.ts'
import { thresholdLine } from '../replies/threshold.ts'
import { currentStatuses, standingsOf, type CurrentStatus } from '../store/figures.ts'
import type { Report } from '../store/reports.ts'
import type { Unit } from '../store/units.ts'
import { day, number, quantity } from '../wording/figures.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { dayOf, time } from '../wording/moment.ts'
import { countsHouseholds, valueOf, type Figure } from './figure.ts'
import { columnsOf, figureOf, figureSaid } from './figure-words.ts'
import { indicatorOf, type IndicatorRef } from './values.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'catalogs'>

/** A jump of more percentage points than this is asked to be looked at again. */
const JUMP = 30

/** What a report says, on one line: `Thôn Đoài – 17.5 (nâng cao): 150/210 hộ (71,4%), tính đến 23/11/2026`. */
export function reportLine(turn: Pick<Turn, 'say' | 'catalogs'>, report: Report): string {
  const { say } = turn
  const { set, indicator } = indicatorOf(turn, { set: report.set_id, code: report.indicator })
  return say('report-line', {
    unit: capitalised(
      unitName(say, {
        level: report.unit_level,
        name: report.unit_name,
      }),
    ),
    code: indicator.code,
    name: indicator.aliases[0] ?? indicator.name,
    set: set.short_name,
    figure: figureSaid(say, indicator, figureOf(indicator, report)),
    day: day(report.as_of),
  })
}

/** What became of a report: `chờ duyệt`, `đã duyệt (Phạm Thị Cán, 08:15 ngày 23/11/2026)` … */
export function stateSaid({ say }: Pick<Turn, 'say'>, report: Report): string {
  const { state, decider, decided_at, reason } = report
  if (state === 'waiting') return say(report.corrects === null ? 'report-waiting' : 'report-waiting-again')
  const decided = { person: decider ?? '', time: time(decided_at ?? ''), day: day(dayOf(decided_at ?? '')) }
  if (state === 'returned') return say('report-returned', { ...decided, reason: reason ?? '' })
  return say(state === 'approved' ? 'report-approved' : 'report-withdrawn', decided)
}

/** What a figure makes of an indicator; undecided where no confirmed threshold decides it. */
export function stateOf(
  turn: Pick<Turn, 'catalogs'>,
  ref: IndicatorRef,
  figure: Figure,
  unit: Pick<Unit, 'region' | 'commune_group'>,
  asOf: string,
): IndicatorState {
  if (figure.kind === 'verdict') return figure.verdict
  const { indicator } = indicatorOf(turn, ref)
  const place = { region: unit.region ?? undefined, commune_group: unit.commune_group ?? undefined }
  const verdict = judge(indicator, valueOf(figure) ?? Number.NaN, place, Number(asOf.slice(0, 4)))
  return verdict === 'undecided' ? 'unassessed' : verdict
}

/** A report as it is to be confirmed or decided on: the figure, what is demanded, what would change, what looks odd. */
export async function describe(
  turn: Needed,
  unit: Unit,
  ref: IndicatorRef,
  figure: Figure,
  asOf: string,
  place: Pick<Unit, 'region' | 'commune_group'> = unit,
): Promise<string[]> {
  const { say, db } = turn
  const { set, indicator } = indicatorOf(turn, ref)
  const statuses = await currentStatuses(db, unit.id, ref.set)
  const before = statuses.find((status) => status.indicator === ref.code)
  const state = stateOf(turn, ref, figure, place, asOf)
  return [
    say('report-title', { unit: capitalised(unitName(say, unit)), code: ref.code, set: set.short_name }),
    indicator.name,
    say('report-figure', { figure: figureSaid(say, indicator, figure), day: day(asOf) }),
    thresholdLine(say, indicator, { ...unit, ...place }, Number(asOf.slice(0, 4))),
    ...(before && before.value !== null
      ? [
          say('report-before', {
            value: quantity(Math.round(before.value * 10) / 10, indicator.unit),
            day: day(before.as_of),
          }),
        ]
      : []),
    await changeLine(turn, unit, ref, state, statuses),
    ...(await rollupChangeLines(turn, unit, set, indicator, { ...columnsOf(figure), asOf })),
    ...warnings(turn, unit, ref, figure, before),
  ]
}

/** `Nếu được duyệt, thôn Đoài: 4/75 → 5/75 chỉ tiêu đạt.` */
async function changeLine(
  { say, db, catalogs }: Needed,
  unit: Unit,
  { set: setId, code }: IndicatorRef,
  state: IndicatorState,
  statuses: readonly CurrentStatus[],
): Promise<string> {
  const set = catalogs.get(setId)
  if (!set || state === 'unassessed') return say('report-undecided')
  const presumed = (await standingsOf(db, unit.id)).some((each) => each.set_id === setId && each.presumed === 1)
  const states = new Map(statuses.map((status) => [status.indicator, status.state]))
  const { met: before, total } = countSet(set, states, presumed).indicators
  const { met: after } = countSet(set, states.set(code, state), presumed).indicators
  const verdict = say(state === 'met' ? 'state-met' : 'state-unmet')
  return say('report-if-approved', { unit: unitName(say, unit), verdict, before, after, total })
}

function warnings(
  turn: Pick<Turn, 'say' | 'catalogs'>,
  unit: Unit,
  ref: IndicatorRef,
  figure: Figure,
  before: CurrentStatus | undefined,
): string[] {
  const { say } = turn
  const { indicator } = indicatorOf(turn, ref)
  const lines: string[] = []
  const { households } = unit
  if (figure.kind === 'count' && households !== null && countsHouseholds(indicator) && figure.whole !== households)
    lines.push(say('report-warn-households', { whole: number(figure.whole), households: number(households) }))
  const value = valueOf(figure)
  if (value !== undefined && before?.value != null && indicator.unit === '%') {
    const jump = Math.round(Math.abs(value - before.value) * 10) / 10
    if (jump > JUMP) lines.push(say('report-warn-jump', { points: number(jump), day: day(before.as_of) }))
  }
  return lines
}
