/** The height of a line of the body's font, in points. */
const LINE_HEIGHT = 15
/** A letter of the body's font takes a little less than the digit that a column's width is counted in. */
const LETTERS_A_WIDTH = 1.05

/**
 * How high a row has to be for its texts to be read whole, in points. Spreadsheets work it out themselves only when a cell is
 * edited.
 */
export function rowHeight(cells: readonly { text: string; width: number }[]): number {
  return (
    LINE_HEIGHT * cells.reduce((most, { text, width }) => Math.max(most, linesOf(text, width * LETTERS_A_WIDTH)), 1)
  )
}

/** In how many lines a text is broken, word by word. */
function linesOf(text: string, room: number): number {
  if (text.length <= room && !text.includes('\n')) return 1
  let lines = 0
  for (const paragraph of text.split('\n')) {
    lines += 1
    let used = 0
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > room) {
        lines += 1
        used = 0
      }
      used += (used > 0 ? 1 : 0) + word.length
      // A word that is longer than the column is broken itself.
      lines += Math.max(0, Math.ceil(used / room) - 1)
      used %= room
    }
  }
  return lines
}
