/** What a learner sees of a text: folded words, their pairs and triples, and the marks that were written. */
import { hash } from './fold.ts'

export interface FeatureOptions {
  /** Pairs of words with one between them. */
  skips?: boolean
  triples?: boolean
  /** Whether a word and a pair stand among the first words, where a question says what it is about. */
  halves?: boolean
  /** Every word with each class of name (`<u>`, `<i>` …) that stands anywhere in the text. */
  classes?: boolean
}

/** A word as a learner sees it; `spelled` where marks were written. */
export interface Word {
  folded: string
  spelled?: string
  /** It was written otherwise and taken for a slip. */
  mended?: boolean
  /** A particle of speech that could be left out: its neighbours are each other's. */
  light?: boolean
  /** What it means, where other words mean the same: that is what its neighbours see. */
  like?: string
}

const FIRST_WORDS = 6
const BEGIN = hash('^')
const END = hash('$')
const STRANGE = hash('<strange>')

/**
 * The hashes of a text's features, each once. `strange` marks the words that the domain does not know: next to others
 * they count as one and the same, so that it can be learned what a stranger among known words means.
 */
export function featuresOf(
  words: readonly Word[],
  strange: readonly boolean[] = [],
  { skips = true, triples = true, halves = false, classes = false }: FeatureOptions = {},
): Int32Array {
  const features = new Set<number>()
  let before = BEGIN
  let beforeThat = BEGIN
  words.forEach(({ folded, spelled, light, like }, i) => {
    features.add(hash(folded))
    if (spelled !== undefined && spelled !== folded) features.add(hash(spelled, 0x2545f491))
    if (light === true) return
    if (like !== undefined) features.add(hash(like))
    const word = strange[i] === true ? STRANGE : hash(like ?? folded)
    features.add(pair(1, before, word))
    if (halves) {
      const half = i < FIRST_WORDS ? 7 : 8
      features.add(pair(half, STRANGE, word))
      features.add(pair(half, before, word))
    }
    if (skips && beforeThat !== BEGIN) features.add(pair(2, beforeThat, word))
    if (triples && before !== BEGIN) features.add(pair(3, pair(1, beforeThat, before), word))
    beforeThat = before
    before = word
  })
  features.add(pair(1, before, END))
  if (classes) addClasses(features, words)
  if (words.filter(({ mended }) => mended).length > 1) features.add(pair(6, STRANGE, 1))
  const strangers = strange.filter(Boolean).length
  for (let count = 1; count <= Math.min(strangers, 4); count++) features.add(pair(4, STRANGE, count))
  if (strangers * 2 > words.length) features.add(pair(5, STRANGE, 1))
  return Int32Array.from(features)
}

/** Which classes stand in the text, and each with every word: the same words ask for another thing beside another name. */
function addClasses(features: Set<number>, words: readonly Word[]): void {
  const named = [...new Set(words.filter(isClass).map(({ folded }) => hash(folded)))]
  // The sum is the same in any order.
  features.add(
    pair(
      9,
      STRANGE,
      named.reduce((sum, each) => (sum + each) | 0, 0),
    ),
  )
  for (const word of words) {
    if (isClass(word)) continue
    const said = hash(word.folded)
    for (const each of named) features.add(pair(10, each, said))
  }
}

function isClass({ folded }: Word): boolean {
  return folded[0] === '<'
}

/** One hash of two, the first and the second told apart. */
function pair(kind: number, first: number, second: number): number {
  return Math.imul(Math.imul(first ^ (kind * 0x9e3779b1), 0x85ebca6b) ^ (second + 0x7f4a7c15), 0xc2b2ae35) | 0
}
