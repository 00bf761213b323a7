/** Tables whose first column counts the criteria: there a row is its number's, however its name is shortened. */
import { cellWords, type Line } from './cells.ts'
import type { Item, ItemNames } from './items.ts'
import type { Piece } from './page.ts'

const LEAST_AGREED = 3

/** The rows, by the piece of their number, that number and order tell the criterion of. */
export function numberedRows(pieces: readonly Piece[], lines: readonly Line[], names: ItemNames): Map<number, Item> {
  const decided = new Map<number, Item>()
  let row: Item[] = []
  for (const line of lines) {
    const item = numberedAt(pieces, line, names)
    if (item === undefined) {
      if (!isWithin(pieces, line)) row = decide(row)
      continue
    }
    if (item.no !== (row.at(-1)?.no ?? 0) + 1) row = decide(row)
    if (item.no === row.length + 1) row.push(item)
  }
  decide(row)
  return decided

  /**
   * Where all criteria follow each other, their numbers decide even against a name ("6 | Văn hóa"); where only some do,
   * they tell what a name that nobody knows stands for.
   */
  function decide(items: readonly Item[]): Item[] {
    const agreed = items.filter(({ named, conflict }) => named && !conflict).length
    const conflicts = items.filter(({ conflict }) => conflict).length
    const whole = items.length === names.set.criteria.length
    const sure =
      agreed >= LEAST_AGREED && agreed * 2 >= items.length && (whole ? conflicts * 3 <= agreed : conflicts === 0)
    if (sure) for (const item of items) decided.set(item.start, item)
    return []
  }
}

/** "6 | Văn hóa": a number in a cell of its own, and what is known of the name in the next one. */
function numberedAt(pieces: readonly Piece[], { from, cells }: Line, names: ItemNames): Item | undefined {
  const [first, name] = cells
  if (first === undefined || name === undefined || pieces[first.from]?.kind !== 'number') return undefined
  const stop = pieces[first.from + 1]?.folded
  if (first.to - first.from > 2 || (first.to - first.from === 2 && stop !== '.' && stop !== ')')) return undefined
  const no = Number(pieces[first.from]?.folded)
  if (!names.has(no) || pieces[name.from]?.kind !== 'word') return undefined
  const known = names.numberAt(pieces, first.from)
  const { named = false, conflict } = known ?? {}
  return { no, named, start: Math.max(from, first.from), end: name.to, ...(conflict ? { conflict } : {}) }
}

/** An indicator's row, or one that only goes on, between the rows of criteria. */
function isWithin(pieces: readonly Piece[], { cells }: Line): boolean {
  const [first] = cells
  if (first === undefined || cells.length < 2) return false
  return first.to === first.from || /^(?:\d{1,2} \. \d{1,2}|-|\+)$/.test(cellWords(pieces, first))
}
