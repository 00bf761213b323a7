/** Names of several words, found however their words are parted. */
import { nameKey } from './fold.ts'
import type { Token } from './tokens.ts'

export class PhraseIndex<Value> {
  readonly #values = new Map<string, Value[]>()
  /** Every beginning of a key that ends with a word, so that a search stops early. */
  readonly #beginnings = new Set<string>()

  add(phrase: string, value: Value): void {
    const key = nameKey(phrase)
    if (key === '') return
    const values = this.#values.get(key)
    if (values === undefined) this.#values.set(key, [value])
    else if (!values.includes(value)) values.push(value)
    let beginning = ''
    for (const word of phrase.split(/[^\p{L}\p{N}]+/u)) {
      beginning += nameKey(word)
      this.#beginnings.add(beginning)
    }
  }

  get(key: string): readonly Value[] {
    return this.#values.get(key) ?? []
  }

  /** The longest phrase that begins at `i`; a comma or a point inside it does not part it. */
  longestAt(tokens: readonly Token[], i: number): { values: readonly Value[]; key: string; end: number } | undefined {
    let key = ''
    let found: { values: readonly Value[]; key: string; end: number } | undefined
    for (let end = i + 1; end <= tokens.length; end++) {
      const token = tokens[end - 1]
      if (token === undefined) break
      if (token.kind === 'sign') {
        if (end === i + 1 || !/[,.\-–&+]/.test(token.folded)) break
        continue
      }
      key += token.folded
      const values = this.#values.get(key)
      if (values !== undefined) found = { values, key, end }
      if (!this.#beginnings.has(key)) break
    }
    return found
  }
}
