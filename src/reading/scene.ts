/** A text with all that was found in it. */
import type { Sizes } from './counts.ts'
import type { DayTold } from './days.ts'
import type { DocumentTold } from './document.ts'
import type { Mood } from './moods.ts'
import type { Page } from './page.ts'
import type { PeriodCell } from './period-columns.ts'
import type { Candidate, SetTold } from './sets.ts'
import type { Total } from './totals.ts'
import type { UnitCell } from './unit-columns.ts'
import type { UnitTold } from './unit-names.ts'

/** A text with all that was found in it. */
export interface Scene {
  page: Page
  days: readonly DayTold[]
  sets: readonly SetTold[]
  units: readonly UnitTold[]
  totals: readonly Total[]
  moods: readonly Mood[]
  document: DocumentTold
  candidates: readonly Candidate[]
  sizes: Sizes
  periods: readonly PeriodCell[]
  /** The cells of tables with a column for each commune. */
  unitColumns: readonly UnitCell[]
  /** The sentences that tell of something as nearly met, or as not judged. */
  open: ReadonlySet<number>
}

export function lastBefore(list: readonly { start: number }[], at: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.start ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low - 1
}
