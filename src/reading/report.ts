/** What a report's text says, as it was read: nothing here is looked up, guessed or counted beyond the text. */

/** Where in the cleaned text something was read, and the words themselves. */
export interface Quote {
  start: number
  end: number
  words: string
}

/** `reported` is what the text says, `listed` what its lists, or its other words, make. */
export type Disagreement =
  | {
      kind:
        | 'criteria'
        | 'indicators'
        /** The text says how many are unmet, and lists another number. */
        | 'unmet_criteria'
        | 'unmet_indicators'
        /** More are said to be met than the unmet criteria leave room for. */
        | 'indicators_at_most'
        /** The text gives two totals for the same. */
        | 'criteria_twice'
        | 'indicators_twice'
        | 'criteria_percent'
        | 'indicators_percent'
        /** The total is given out of another number than the set has. */
        | 'criteria_of'
        | 'indicators_of'
      reported: number
      listed: number
    }
  /** Named as met and as unmet. */
  | { kind: 'met_and_unmet'; criteria: number[] }

/** What was read of one commune and one set. Null where the text does not say. */
export interface Report {
  /** As it is written, in normal case, with the word for its kind: "Xã Trung Lương". */
  unit: string | null
  /** A day (`2024-06-30`) or a month (`2023-04`; the last one of a quarter, half or year). */
  date: string | null
  set: string | null
  criteria_met: number | null
  indicators_met: number | null
  /** Codes; the number of a criterion that is named without its indicators. */
  unmet: string[] | null
  unmet_criteria: number[] | null
  met_criteria: number[] | null
  disagreements: Disagreement[]
  /** The words that each was read from. */
  from: Partial<Record<'unit' | 'date' | 'set' | 'criteria_met' | 'indicators_met' | 'unmet' | 'met_criteria', Quote>>
}

/** A report without the words it was read from: what `ntm read` prints. */
export function reportJson(report: Report): Omit<Report, 'from'> {
  const { from: _, ...json } = report
  return json
}
