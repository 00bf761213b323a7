/** A text of whole facts that has to fit into one message: where it does not, lists are shortened, and say by how many. */

export interface List {
  head: string
  items: readonly string[]
  /** Between two items; where they are lines of their own, the head is one too. */
  join: ', ' | '; ' | '\n'
  /** Says how many more there are: `và 3 việc khác`. */
  more(count: number): string
}

/** A line, or a list. */
export type Block = string | List

const MARKS = /\[\/?b\]/g

/** How long a text is once its marks are taken out, in UTF-16 units. */
export function lengthOf(text: string): number {
  return text.replace(MARKS, '').length
}

/**
 * Puts the blocks one below the other, with lists as long as there is room for. No item is ever cut; where even the heads
 * alone are too long, they are what comes.
 */
export function fitText(blocks: readonly Block[], limit: number): string {
  const lists = blocks.filter((block) => typeof block !== 'string')
  const shown = new Map(lists.map((list) => [list, list.items.length]))
  const write = () =>
    blocks.map((block) => (typeof block === 'string' ? block : written(block, shown.get(block) ?? 0))).join('\n')
  for (const least of [1, 0]) {
    while (lengthOf(write()) > limit) {
      const [longest] = lists
        .filter((list) => (shown.get(list) ?? 0) > least)
        .sort((a, b) => written(b, shown.get(b) ?? 0).length - written(a, shown.get(a) ?? 0).length)
      if (!longest) break
      shown.set(longest, (shown.get(longest) ?? 0) - 1)
    }
  }
  return write()
}

function written({ head, items, join, more }: List, count: number): string {
  const first = items.slice(0, count)
  const rest = count < items.length ? [more(items.length - count)] : []
  if (join === '\n') return [head, ...first, ...rest].join('\n')
  return [head, first.join(join), ...rest].filter((part) => part !== '').join(' ')
}
