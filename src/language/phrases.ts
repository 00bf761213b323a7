/** Names of several words, found however their words are parted. */
import { nameKey, spelling } from './fold.ts'
import type { Token } from './tokens.ts'

/** Words so frequent without their marks that a name of one word is not read from them. */
const EVERYDAY = new Set('cho ao ho to loa'.split(' '))

export class PhraseIndex<Value> {
  readonly #values = new Map<string, Value[]>()
  /** The spellings of a phrase's words: "cho" is not "chợ", "mời trưởng" not "môi trường". */
  readonly #spellings = new Map<string, string[]>()
  /** Every beginning of a key that ends with a word, so that a search stops early. */
  readonly #beginnings = new Set<string>()

  add(phrase: string, value: Value): void {
    const key = nameKey(phrase)
    if (key === '') return
    const values = this.#values.get(key)
    if (values === undefined) this.#values.set(key, [value])
    else if (!values.includes(value)) values.push(value)
    const words = phrase.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
    this.#spellings.set(key, words.map(spelling))
    let beginning = ''
    for (const word of words) {
      beginning += nameKey(word)
      this.#beginnings.add(beginning)
    }
  }

  get(key: string): readonly Value[] {
    return this.#values.get(key) ?? []
  }

  /**
   * Whether the written marks allow the phrase: of several words one may have a wrong mark; a single word has to have its
   * own, or to stand in a text without any and be no everyday word.
   */
  #isSpelled(key: string, tokens: readonly Token[], from: number, end: number): boolean {
    const expected = this.#spellings.get(key) ?? []
    const words = tokens.slice(from, end).filter(({ kind }) => kind !== 'sign')
    const [only] = words
    if (words.length === 1 && expected.length === 1 && only !== undefined) {
      const { spelled, folded, markless } = only
      return spelled === expected[0] || (spelled === folded && !markless && !EVERYDAY.has(folded))
    }
    if (words.length !== expected.length) return true
    // "Cho xã" in a text with marks is no market.
    if (words.some(({ folded, spelled, markless }, k) => markless && EVERYDAY.has(folded) && spelled !== expected[k]))
      return false
    const wrong = words.filter(({ spelled, folded }, k) => spelled !== folded && spelled !== expected[k]).length
    return wrong < 2
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
      if (values !== undefined && this.#isSpelled(key, tokens, i, end)) found = { values, key, end }
      if (!this.#beginnings.has(key)) break
    }
    return found
  }
}
