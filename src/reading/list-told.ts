/** What is told of a list of criteria, and what is known where it is read. */
import type { Item, ItemNames } from './items.ts'
import type { Page } from './page.ts'
import type { Total } from './totals.ts'
import type { UnitTold } from './unit-names.ts'

export interface ListTold {
  met: boolean
  items: Item[]
  names: ItemNames
  /** No other set explains it as well. */
  sure: boolean
  /** Only some are named: "như …". */
  partial: boolean
  /** It holds, or ends at, words that are no name that is known: it may not be all. */
  broken: boolean
  /** "Các tiêu chí chưa đạt": so even in a sentence on what is to come. */
  attributive: boolean
  /** From a column of results: so today, though the text around is of what is to come. */
  current?: boolean
  /** In whose column of a table it stands. */
  unit?: UnitTold
  /** The word that says so, or the list where that comes first. */
  start: number
  end: number
}

/** The sets a list at this place may be of, each with what speaks for it besides the list itself. */
export type Choices = (start: number, first: number) => readonly { names: ItemNames; prior: number; unmet?: number }[]

export interface Known {
  page: Page
  totals: ReadonlyMap<number, Total>
  /** Pieces that a table holds. */
  taken: (i: number) => boolean
}
