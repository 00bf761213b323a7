/** Tabs that part the cells of a table, where they part cells and where they only move a word to the right. */

/**
 * The text with `|` in the place of tabs. Where each line of a table has as many tabs as its heading has columns, or fewer, each
 * parts two cells, so that an empty cell stays one; else several tabs part what one does.
 */
export function withBars(text: string): string {
  if (!text.includes('\t')) return text
  const lines = text.split('\n')
  const written: string[] = []
  for (let from = 0; from < lines.length;) {
    if (!lines[from]?.includes('\t')) {
      written.push(lines[from] ?? '')
      from++
      continue
    }
    let to = from + 1
    while (to < lines.length && lines[to]?.includes('\t')) to++
    const block = lines.slice(from, to)
    const bars = isGrid(block) ? cellByCell : joined
    written.push(...block.map(bars))
    from = to
  }
  return written.join('\n')
}

function isGrid(block: readonly string[]): boolean {
  const heading = block[0]?.replace(/\t+ *$/, '') ?? ''
  const columns = tabsIn(block[0] ?? '')
  return block.length > 1 && columns > 1 && !/\t *\t/.test(heading) && block.every((line) => tabsIn(line) <= columns)
}

function tabsIn(line: string): number {
  return line.split('\t').length - 1
}

/** An empty first cell needs the border that a table of bars has. */
function cellByCell(line: string): string {
  const bars = line.replaceAll('\t', ' | ')
  return /^ *\t/.test(line) ? `| ${bars.trimStart()}` : bars
}

function joined(line: string): string {
  return line.replace(/^[ \t]+/, '').replace(/\t+/g, ' | ')
}
