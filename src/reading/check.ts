/** Whether what a report says adds up. */
import type { Item, ItemNames } from './items.ts'
import type { Disagreement, Report } from './report.ts'
import type { Candidate } from './sets.ts'
import type { Total } from './totals.ts'

export interface Told {
  candidate: Candidate | undefined
  names: ItemNames | undefined
  criteria: readonly Total[]
  indicators: readonly Total[]
  unmetCriteria: readonly Total[]
  unmetIndicators: readonly Total[]
  /** The list of what is unmet names only some: then it contradicts no total. */
  partialUnmet: boolean
  partialMet: boolean
  metItems: readonly Item[]
}

/** A percentage is written with one decimal, or rounded to none. */
const ROUNDING = 0.6

export function checkReport(report: Report, told: Told): Disagreement[] {
  const { candidate } = told
  const found: Disagreement[] = []
  const differ = (
    kind: Exclude<Disagreement['kind'], 'met_and_unmet'>,
    reported: number | undefined | null,
    listed: number | undefined,
  ): void => {
    if (typeof reported === 'number' && listed !== undefined && reported !== listed)
      found.push({ kind, reported, listed })
  }
  const unmet = told.partialUnmet ? undefined : report.unmet_criteria?.length
  const whole = candidate?.criteria
  if (unmet !== undefined && whole !== undefined) differ('criteria', report.criteria_met, whole - unmet)
  else if (!told.partialMet && unmet === undefined && report.unmet_criteria === null)
    differ('criteria', report.criteria_met, report.met_criteria?.length)
  checkIndicators(report, told, differ)
  if (found.every(({ kind }) => kind !== 'criteria')) differ('unmet_criteria', told.unmetCriteria[0]?.value, unmet)
  if (
    report.criteria_met !== null &&
    whole !== undefined &&
    unmet === undefined &&
    told.unmetCriteria[0]?.value !== undefined
  )
    differ('criteria', report.criteria_met, whole - told.unmetCriteria[0].value)
  if (report.met_criteria !== null && report.unmet_criteria !== null) {
    if (!told.partialMet && found.every(({ kind }) => kind !== 'criteria'))
      differ('criteria', report.criteria_met, report.met_criteria.length)
    const both = report.met_criteria.filter((no) => report.unmet_criteria?.includes(no))
    if (both.length > 0) found.push({ kind: 'met_and_unmet', criteria: both })
  }
  for (const [kind, totals, of] of [
    ['criteria', told.criteria, candidate?.criteria],
    ['indicators', told.indicators, candidate?.indicators],
  ] as const) {
    const [first, ...more] = totals
    const other = more.find(({ value }) => value !== undefined && value !== first?.value)
    if (first?.value !== undefined && other?.value !== undefined) differ(`${kind}_twice`, first.value, other.value)
    if (first?.of !== undefined) differ(`${kind}_of`, first.of, of)
    const out = first?.of ?? of
    if (first?.percent === undefined || first.value === undefined || out === undefined) continue
    const percent = Math.round((first.value / out) * 1000) / 10
    if (Math.abs(first.percent - percent) > ROUNDING) differ(`${kind}_percent`, first.percent, percent)
  }
  return found
}

/** A criterion that is named without its indicators stands for all it has, or for one of them: nobody can tell. */
function checkIndicators(
  report: Report,
  { candidate, names, partialUnmet, unmetIndicators }: Told,
  differ: (
    kind: 'indicators' | 'indicators_at_most' | 'unmet_indicators',
    reported: number | null | undefined,
    listed: number,
  ) => void,
): void {
  if (report.unmet === null || candidate === undefined || partialUnmet) return
  const open = report.unmet.some((code) => !code.includes('.') && (names?.indicatorsOf(Number(code)) ?? 2) > 1)
  const listed = candidate.indicators - report.unmet.length
  if (!open) {
    differ('indicators', report.indicators_met, listed)
    if (report.indicators_met === null) differ('unmet_indicators', unmetIndicators[0]?.value, report.unmet.length)
  } else if (report.indicators_met !== null && report.indicators_met > listed)
    differ('indicators_at_most', report.indicators_met, listed)
}
