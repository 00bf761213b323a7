/** Names of several words, found however their words are parted. */
import { nameKey, spelling } from './fold.ts'
import type { Token } from './tokens.ts'

/** Words so frequent without their marks that a name of one word is not read from them. */
const EVERYDAY = new Set('cho ao ho to loa'.split(' '))

export class PhraseIndex<Value> {
  readonly #values = new Map<string, Value[]>()
  /** Of phrases of one word their spellings: "cho" is not "chợ". */
  readonly #spellings = new Map<string, string>()
  /** Every beginning of a key that ends with a word, so that a search stops early. */
  readonly #beginnings = new Set<string>()

  add(phrase: string, value: Value): void {
    const key = nameKey(phrase)
    if (key === '') return
    const values = this.#values.get(key)
    if (values === undefined) this.#values.set(key, [value])
    else if (!values.includes(value)) values.push(value)
    if (!/[\s-]/.test(phrase.trim())) this.#spellings.set(key, spelling(phrase.trim()))
    let beginning = ''
    for (const word of phrase.split(/[^\p{L}\p{N}]+/u)) {
      beginning += nameKey(word)
      this.#beginnings.add(beginning)
    }
  }

  get(key: string): readonly Value[] {
    return this.#values.get(key) ?? []
  }

  /** Whether a single word can be the phrase: its marks agree, or it was written in a text without any and is no everyday word. */
  #isSpelled({ folded, spelled, markless }: Token): boolean {
    const expected = this.#spellings.get(folded)
    if (expected === undefined || spelled === expected) return true
    return spelled === folded && !markless && !EVERYDAY.has(folded)
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
      if (values !== undefined && (end > i + 1 || this.#isSpelled(token))) found = { values, key, end }
      if (!this.#beginnings.has(key)) break
    }
    return found
  }
}
