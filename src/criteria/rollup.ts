/** What a village reported of an indicator: `part` of `whole`, a value in the indicator's unit, or a verdict. */
export interface ReportedFigure {
  part: number | null
  whole: number | null
  value: number | null
  verdict: 'met' | 'unmet' | null
}

/** A village of the commune with its latest approved report, if there is one. */
export interface VillageFigure {
  id: string
  /** What a figure without counts is weighted by; null where nobody has told. */
  households: number | null
  report?: ReportedFigure
}

/** What a village adds to the figure: its own value and how much it weighs. */
export interface Share {
  id: string
  /** In the indicator's unit; of counts, in percent. */
  value: number
  /** What was counted in the village, or its households where only a percentage or an amount was reported. */
  weight: number
  by: 'count' | 'households'
}

/** A commune's figure from its villages' reports, with all that shows how it was worked out. */
export interface Rollup {
  /** How many of the villages are in the figure. */
  covered: number
  total: number
  complete: boolean
  /** Σ value × weight / Σ weight, in the indicator's unit; of counts alone that is Σ part / Σ whole. */
  value?: number
  /** Where every village counted: the sums themselves. */
  counts?: { part: number; whole: number }
  /** Where villages gave verdicts: how many of each. */
  verdicts?: { met: number; unmet: number }
  /** The villages in the figure, in the order they were given. */
  shares: Share[]
  /** Those without an approved report. */
  missing: string[]
  /** Those whose report cannot be added: no number of households to weigh it by, or another kind of figure. */
  leftOut: { id: string; why: 'no-households' | 'no-figure' }[]
}

/**
 * Sums an indicator over the villages of a commune. Counts weigh by what was counted, and percentages and amounts
 * without counts by the village's households. A village that cannot be weighted is named and left out, and does not
 * count as covered. Where all reports are verdicts, they are counted.
 */
export function rollUp(villages: readonly VillageFigure[]): Rollup {
  const reported = villages.filter((village) => village.report !== undefined)
  const missing = villages.filter(({ report }) => report === undefined).map(({ id }) => id)
  const onlyVerdicts = reported.length > 0 && reported.every(({ report }) => report?.verdict != null)
  return onlyVerdicts ? countVerdicts(villages, missing) : weigh(villages, missing)
}

function countVerdicts(villages: readonly VillageFigure[], missing: string[]): Rollup {
  const said = villages.flatMap(({ report }) => report?.verdict ?? [])
  const met = said.filter((verdict) => verdict === 'met').length
  const covered = { covered: said.length, total: villages.length, complete: said.length === villages.length }
  return { ...covered, verdicts: { met, unmet: said.length - met }, shares: [], missing, leftOut: [] }
}

function weigh(villages: readonly VillageFigure[], missing: string[]): Rollup {
  const shares: Share[] = []
  const leftOut: Rollup['leftOut'] = []
  let [numerator, weights, parts] = [0, 0, 0]
  for (const { id, households, report } of villages) {
    if (!report) continue
    const { part, whole, value } = report
    if (part !== null && whole !== null && whole > 0) {
      shares.push({ id, value: (part * 100) / whole, weight: whole, by: 'count' })
      numerator += part * 100
      weights += whole
      parts += part
    } else if (value === null) leftOut.push({ id, why: 'no-figure' })
    else if (households === null || households <= 0) leftOut.push({ id, why: 'no-households' })
    else {
      shares.push({ id, value, weight: households, by: 'households' })
      numerator += value * households
      weights += households
    }
  }
  const [covered, total] = [shares.length, villages.length]
  const allCounted = covered > 0 && shares.every(({ by }) => by === 'count')
  return {
    covered,
    total,
    complete: covered > 0 && covered === total,
    value: covered > 0 ? numerator / weights : undefined,
    counts: allCounted ? { part: parts, whole: weights } : undefined,
    shares,
    missing,
    leftOut,
  }
}

/** An approved report of a village, of the day that it is true for. */
export interface DatedFigure extends ReportedFigure {
  villageId: string
  asOf: string
}

/**
 * The roll-up as it stood on each day that a report is of, oldest first: which way the commune goes.
 *
 * @param reports of one day of a village, the later one in the list holds.
 */
export function trendOf(
  villages: readonly Omit<VillageFigure, 'report'>[],
  reports: readonly DatedFigure[],
): { day: string; rollup: Rollup }[] {
  const byDay = Map.groupBy(reports, ({ asOf }) => asOf)
  const latest = new Map<string, ReportedFigure>()
  return [...byDay.keys()].sort().map((day) => {
    for (const report of byDay.get(day) ?? []) latest.set(report.villageId, report)
    return { day, rollup: rollUp(villages.map((village) => ({ ...village, report: latest.get(village.id) }))) }
  })
}
