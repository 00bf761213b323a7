/**
 * What can be wrong with a world, each with what its sentence needs to be said. The sentences themselves are the
 * operator's: `src/operator/problem-sentences.ts`.
 */
export interface ProblemArguments {
  /** Nothing there, or neither a folder nor a workbook. */
  no_world: Record<string, never>
  missing_table: Record<string, never>
  unknown_table: Record<string, never>
  not_utf8: Record<string, never>
  not_a_workbook: { reason: string }
  workbook_too_large: { megabytes: number }
  open_quote: Record<string, never>

  missing_column: Record<string, never>
  unknown_column: Record<string, never>
  repeated_column: Record<string, never>
  cell_without_column: { value: string }

  empty: Record<string, never>
  bad_id: { value: string }
  unknown_word: { value: string; allowed: string }
  bad_number: { value: string }
  bad_count: { value: string }
  bad_date: { value: string }
  /** A day of a figure so far ahead that it can only be a slip. */
  future_date: { value: string }
  repeated_row: { first: number }

  unknown_region: { value: string }
  unknown_unit: { value: string }
  unknown_person: { value: string }
  unknown_set: { value: string }
  set_without_indicators: { set: string }
  unknown_indicator: { value: string; set: string }
  unknown_target: { value: string; set: string }
  /** A spreadsheet made a number of a code, so that `17.1` and `17.10` look alike. */
  ambiguous_code: { value: string; other: string }

  parent_not_above: { parent: string }
  child_not_below: { child: string }
  unit_in_circle: { value: string }
  successor_without_end: Record<string, never>
  above_total: { value: number; total: number }
  no_totals: Record<string, never>
  person_differs: { first: number }
  handle_taken: { value: string; person: string }
  /** Somebody who asked to be erased does not come back by an old file. */
  person_erased: { value: string }
}

export type ProblemCode = keyof ProblemArguments

/** One thing that is wrong, and where. */
export type Problem = { [Code in ProblemCode]: ProblemAt<Code> }[ProblemCode]

export interface ProblemAt<Code extends ProblemCode> {
  /** `statuses.csv`, or the sheet of a workbook: `world.xlsx/statuses`. */
  file: string
  /** As a spreadsheet shows it: the header is row 1. */
  row?: number
  column?: string
  code: Code
  args: ProblemArguments[Code]
}

/** A world that was not loaded, with all that is wrong with it. */
export class BadWorld extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problems in the world to be imported`)
    this.problems = problems
  }
}
