/** Lines that end only where they were full: of a text that was copied from a narrow page. */

/** What fits into no line is no page: a paragraph of short lines is a list, one of long ones has no ends of lines within. */
const [NARROWEST, WIDEST] = [28, 130]
const LEAST_LINES = 3
/** So many of a paragraph's lines have to be full. */
const SHARE = 0.7

/** The places where such lines begin. */
export function fullLines(text: string): Set<number> {
  const full = new Set<number>()
  let block: { start: number; line: string }[] = []
  const close = (): void => {
    for (const start of fullIn(block)) full.add(start)
    block = []
  }
  for (let start = 0; start <= text.length;) {
    const to = text.indexOf('\n', start)
    const end = to < 0 ? text.length : to
    const line = text.slice(start, end).trimEnd()
    if (line === '' || line.includes(' | ')) close()
    else block.push({ start, line })
    start = end + 1
  }
  close()
  return full
}

/** A line is full where the next one's first word had no room in it. */
function fullIn(block: readonly { start: number; line: string }[]): number[] {
  if (block.length < LEAST_LINES) return []
  const width = Math.max(...block.map(({ line }) => line.length))
  if (width < NARROWEST || width > WIDEST) return []
  const full = block.slice(0, -1).filter(({ line }, k) => {
    const next = block[k + 1]?.line ?? ''
    return line.length + 1 + (next.split(' ', 1)[0]?.length ?? 0) > width
  })
  return full.length >= (block.length - 1) * SHARE ? full.map(({ start }) => start) : []
}
