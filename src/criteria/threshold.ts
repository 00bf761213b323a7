import type { Certainty, Indicator, Threshold, ThresholdValue } from './criteria-set.ts'

/** What decides which threshold holds in a unit: `dong-bang-song-hong`, commune group 1–3. */
export interface Place {
  region?: string
  commune_group?: number
}

export interface FoundThreshold {
  /** In the indicator's unit, or the words of the decision. */
  value: ThresholdValue
  /** The key it stands under: the region, `nhom-N` or `chung`. */
  key: string
  certainty: Certainty
}

/**
 * What an indicator demands at a place in a year. The region's own threshold comes first, then the commune group's
 * (`nhom-2`), then the common one (`chung`); the first that is there decides. One that goes by years holds from each
 * year until the next that is given, and there is none before the first. Undefined where the decision's threshold is not
 * known.
 */
export function thresholdFor(
  { thresholds, threshold_status: certainty }: Indicator,
  { region, commune_group }: Place,
  year: number,
): FoundThreshold | undefined {
  const keys = [region, commune_group === undefined ? undefined : `nhom-${commune_group}`, 'chung']
  const key = keys.find((each) => each !== undefined && Object.hasOwn(thresholds, each))
  const threshold = key === undefined ? undefined : thresholds[key]
  if (key === undefined || threshold === undefined) return undefined
  const value = valueIn(threshold, year)
  return value === undefined ? undefined : { value, key, certainty }
}

/** A year's own value, or the latest earlier one. */
function valueIn(threshold: Threshold, year: number): ThresholdValue | undefined {
  if (typeof threshold !== 'object') return threshold
  const begun = Object.keys(threshold)
    .map(Number)
    .filter((each) => each <= year)
  return begun.length === 0 ? undefined : threshold[Math.max(...begun)]
}

/**
 * Whether a value meets what an indicator demands. Only a number that was read in the decision itself decides; against
 * an unconfirmed or unknown threshold, against words, and for what an office assesses, it stays undecided: there a
 * verdict has to be given by a person.
 */
export function judge(indicator: Indicator, value: number, place: Place, year: number): 'met' | 'unmet' | 'undecided' {
  if (indicator.kind !== 'quantity' || !Number.isFinite(value)) return 'undecided'
  const threshold = thresholdFor(indicator, place, year)
  if (threshold?.certainty !== 'document' || typeof threshold.value !== 'number') return 'undecided'
  return compares(value, indicator.op, threshold.value) ? 'met' : 'unmet'
}

function compares(value: number, op: Indicator['op'], threshold: number): boolean {
  if (op === '=') return value === threshold
  return op === '>=' ? value >= threshold : value <= threshold
}
