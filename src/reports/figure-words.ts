import type { Turn } from '../command/command.ts'
import type { Indicator } from '../criteria/criteria-set.ts'
import type { ReportRow } from '../store/reports.ts'
import { number, quantity } from '../wording/figures.ts'
import { countsHouseholds, kindOf, valueOf, type Figure, type FigureProblem } from './figure.ts'

type Say = Turn['say']

/** `150/210 hộ (71,4%)`, `86,4%`, `62,5 triệu đồng/người/năm`, `Đạt`. */
export function figureSaid(say: Say, indicator: Indicator, figure: Figure): string {
  switch (figure.kind) {
    case 'count': {
      const counts = { part: number(figure.part), whole: number(figure.whole), share: percent(valueOf(figure) ?? 0) }
      return countsHouseholds(indicator) ? say('figure-households', counts) : say('figure-count', counts)
    }
    case 'percent':
      return percent(figure.value)
    case 'amount':
      return quantity(figure.value, indicator.unit)
    case 'verdict':
      return say(figure.verdict === 'met' ? 'state-met' : 'state-unmet')
  }
}

function percent(value: number): string {
  return `${number(Math.round(value * 10) / 10)}%`
}

/** Why a figure cannot be taken, and what would be. */
export function problemSaid(say: Say, problem: FigureProblem): string {
  switch (problem.why) {
    case 'part-over-whole':
      return say('figure-part-over-whole', { part: number(problem.part), whole: number(problem.whole) })
    case 'wants-whole':
      return say('figure-wants-whole', { part: number(problem.part) })
    case 'wants-amount':
      return say('figure-wants-amount', { unit: problem.unit })
    default:
      return say(`figure-${problem.why}`)
  }
}

/** A kept report's figure. */
export function figureOf(
  indicator: Indicator,
  { part, whole, value, verdict }: Pick<ReportRow, 'part' | 'whole' | 'value' | 'verdict'>,
): Figure {
  if (part !== null && whole !== null) return { kind: 'count', part, whole }
  if (verdict !== null) return { kind: 'verdict', verdict }
  return { kind: kindOf(indicator) === 'share' ? 'percent' : 'amount', value: value ?? 0 }
}

/** The columns that a figure is kept in. */
export function columnsOf(figure: Figure): Pick<ReportRow, 'part' | 'whole' | 'value' | 'verdict'> {
  const none = { part: null, whole: null, value: null, verdict: null }
  if (figure.kind === 'count') return { ...none, part: figure.part, whole: figure.whole }
  return figure.kind === 'verdict' ? { ...none, verdict: figure.verdict } : { ...none, value: figure.value }
}
