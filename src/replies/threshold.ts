import type { CriteriaSet, Indicator } from '../criteria/criteria-set.ts'
import { thresholdFor } from '../criteria/threshold.ts'
import type { Unit } from '../store/units.ts'
import { quantity } from '../wording/figures.ts'
import type { Say } from '../wording/say.ts'

/** What an indicator demands of a unit in a year, and whether that was read in the decision itself. */
export function thresholdLine(say: Say, indicator: Indicator, unit: Unit | undefined, year: number): string {
  const place = { region: unit?.region ?? undefined, commune_group: unit?.commune_group ?? undefined }
  const found = thresholdFor(indicator, place, year)
  if (!found) return say('threshold-unknown')
  const threshold = typeof found.value === 'number' ? bound(say, indicator, found.value) : found.value
  if (indicator.kind === 'assessed_by_province') return say('threshold-province', { threshold })
  return say(found.certainty === 'document' ? 'threshold' : 'threshold-unconfirmed', { threshold })
}

function bound(say: Say, { op, unit }: Indicator, value: number): string {
  const key = op === '>=' ? 'at-least' : op === '<=' ? 'at-most' : 'exactly'
  return say(key, { value: quantity(value, unit) })
}

/** `Căn cứ: Quyết định …, Phụ lục …` */
export function decisionLine(say: Say, { decision, annex }: CriteriaSet): string {
  return say('explain-decision', { decision, annex })
}
