import type { CriteriaSet, Indicator } from '../criteria/criteria-set.ts'
import { thresholdFor } from '../criteria/threshold.ts'
import type { Unit } from '../store/units.ts'
import { quantity } from '../wording/figures.ts'
import type { Say } from '../wording/say.ts'

/** What an indicator demands of a unit in a year, and whether that was read in the decision itself. */
export function thresholdLine(say: Say, indicator: Indicator, unit: Unit | undefined, year: number): string {
  const demand = demandOf(say, indicator, unit, year)
  if (!demand) return say('threshold-unknown')
  const { threshold, confirmed } = demand
  return say(confirmed ? 'threshold' : 'threshold-unconfirmed', { threshold })
}

/** The same for the cell of a table: `từ 80% trở lên`; empty where it is not known. */
export function thresholdWords(say: Say, indicator: Indicator, unit: Unit | undefined, year: number): string {
  const demand = demandOf(say, indicator, unit, year)
  if (!demand) return ''
  const { threshold, confirmed } = demand
  return confirmed ? threshold : say('threshold-cell-unconfirmed', { threshold })
}

/** What is demanded, in words; what a province assesses has no number to be confirmed. */
function demandOf(
  say: Say,
  indicator: Indicator,
  unit: Unit | undefined,
  year: number,
): { threshold: string; confirmed: boolean } | undefined {
  const place = { region: unit?.region ?? undefined, commune_group: unit?.commune_group ?? undefined }
  const found = thresholdFor(indicator, place, year)
  if (!found) return undefined
  const threshold = typeof found.value === 'number' ? bound(say, indicator, found.value) : found.value
  return { threshold, confirmed: indicator.kind === 'assessed_by_province' || found.certainty === 'document' }
}

function bound(say: Say, { op, unit }: Indicator, value: number): string {
  // Nothing is above all of it.
  const key = op === '>=' && !(unit === '%' && value === 100) ? 'at-least' : op === '<=' ? 'at-most' : 'exactly'
  return say(key, { value: quantity(value, unit) })
}

/** `Căn cứ: Quyết định …, Phụ lục …` */
export function decisionLine(say: Say, { decision, annex }: CriteriaSet): string {
  return say('explain-decision', { decision, annex })
}
