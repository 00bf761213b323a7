/**
 * The shape of a criteria set: what `catalogs/*.json` hold once read, checked and merged with the set they extend.
 * The names of the fields are those of the files; `docs/catalogs.md` tells what each of them means.
 */

/** Whether a fact was read in the decision itself, is to be checked against it, or is not known. */
export type Certainty = 'document' | 'unconfirmed' | 'unknown'

/** A number, the words of the decision, or one of these for each year (`"2024": 56`). */
export type ThresholdValue = number | string
export type Threshold = ThresholdValue | Record<string, ThresholdValue>

type IndicatorKind = 'quantity' | 'boolean' | 'assessed_by_province'

export interface Indicator {
  /** `17.5`; the criterion's number alone where it has a single indicator. */
  code: string
  name: string
  /** `%`, `Đạt/Không đạt`, `triệu đồng/người/năm` … */
  unit: string
  kind: IndicatorKind
  op: '>=' | '<=' | '='
  /** By region, commune group or `chung` (everywhere else); see the set's `threshold_keys`. */
  thresholds: Record<string, Threshold>
  name_status: Certainty
  /** How sure the thresholds are; `unknown` where there are none. */
  threshold_status: Certainty
  /** The words people use for it. */
  aliases: string[]
  sources?: string[]
  note?: string
}

export interface Criterion {
  no: number
  name: string
  /** The words people use for it. */
  aliases: string[]
  indicators: Indicator[]
}

export interface CriteriaSet {
  id: string
  /** The set this one refines; its criteria are already merged in. */
  extends?: string
  name: string
  short_name: string
  /** The words people use for the set ("nâng cao", "bộ 75"). */
  aliases: string[]
  decision: string
  annex: string
  /** ISO dates. */
  issued: string
  in_force_from: string
  in_force_to: string
  level: 'xa' | 'huyen' | 'tinh' | 'thon'
  official_counts: { criteria: number; indicators: number }
  /** False while the list of indicators is still to be loaded from the decision. */
  complete: boolean
  /** What each key of `thresholds` stands for: a region, a commune group (`nhom-2`) or `chung`. */
  threshold_keys: Record<string, string>
  notes: string[]
  sources: string[]
  criteria: Criterion[]
}

/** The state of an indicator in a unit. */
export type IndicatorState = 'met' | 'unmet' | 'unassessed' | 'not_applicable'

/** The state of a criterion in a unit, which follows from its indicators'. */
export type CriterionState = 'met' | 'unmet' | 'unassessed'
