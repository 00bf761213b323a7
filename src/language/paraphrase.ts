/** Words that name no criterion or indicator outright, taken for the name that they paraphrase. */
import type { LexiconSet, TargetMention } from './meaning.ts'
import { EMPTY_WORDS, type NameWords } from './name-words.ts'
import { SYNONYMS } from './synonyms.ts'

/** Words taken for a name that none of them is outright. */
export interface Paraphrase {
  kind: TargetMention['kind']
  readings: TargetMention['readings']
  /** How much of the words that say something is explained, 0–1. */
  share: number
  /** How many pairs of neighbouring words stand so in the name. */
  pairs: number
  /** The words that are explained lie in `[from, end)`. */
  from: number
  end: number
}

/** Words that stand in few names; only they can point to one. */
const RARE = 2.2
/** Scores so near to the best are as good a reading. */
const ALIKE = 0.85
/** And in another set so near is enough. */
const ELSEWHERE = 0.6
const MOST_READINGS = 6
/** What a word that is not written but meant counts. */
const MEANT = 0.8

/** The entries that words which name nothing outright are a paraphrase of; undefined where none is near. */
export function paraphraseOf(
  words: readonly string[],
  names: NameWords,
  sets: readonly LexiconSet[],
  wanted: readonly string[],
): Paraphrase | undefined {
  const content = words.filter((word) => !EMPTY_WORDS.has(word))
  if (content.length === 0 || content.length > 12) return undefined
  const { terms, explained } = meantBy(words)
  if (![...terms.keys()].some((term) => names.rarity(term) > RARE)) return undefined
  const best = names.scored(terms, wanted)
  const [top] = best
  if (top === undefined) return undefined
  const [entry, most] = top
  const isKnown = (word: string, i: number): boolean =>
    explained.has(i) || (!EMPTY_WORDS.has(word) && names.holds(entry, word))
  const known = words.flatMap((word, i) => (isKnown(word, i) ? [i] : []))
  const rare = known.some((i) => explained.has(i) || names.rarity(words[i] ?? '') > RARE)
  if (!rare) return undefined
  const alike = best.filter(([other, score]) => other.kind === entry.kind && score >= most * ALIKE)
  const readings = alike.slice(0, MOST_READINGS).map(([{ set, code }]) => ({ set, code }))
  for (const set of sets) {
    if (readings.some((reading) => reading.set === set.id)) continue
    const elsewhere = best.find(
      ([other, score]) => other.set === set.id && other.kind === entry.kind && score >= most * ELSEWHERE,
    )
    if (elsewhere) readings.push({ set: set.id, code: elsewhere[0].code })
  }
  const pairs = words.filter((word, i) => {
    const before = words[i - 1] ?? ''
    return i > 0 && !EMPTY_WORDS.has(before) && !EMPTY_WORDS.has(word) && names.holds(entry, `${before} ${word}`)
  })
  return {
    kind: entry.kind,
    readings,
    share: known.length / Math.max(content.length, known.length),
    pairs: pairs.length,
    from: known[0] ?? 0,
    end: (known.at(-1) ?? 0) + 1,
  }
}

/** The words and pairs that are searched for, with their weights, and the places that an everyday word for them explains. */
function meantBy(words: readonly string[]): { terms: Map<string, number>; explained: Set<number> } {
  const terms = new Map<string, number>()
  const explained = new Set<number>()
  const add = (list: readonly string[], weight: number): void => {
    list.forEach((word, i) => {
      if (!EMPTY_WORDS.has(word)) terms.set(word, Math.max(weight, terms.get(word) ?? 0))
      const pair = `${list[i - 1]} ${word}`
      if (i > 0) terms.set(pair, Math.max(weight, terms.get(pair) ?? 0))
    })
  }
  add(words, 1)
  for (let from = 0; from < words.length; from++) {
    for (let length = 3; length >= 1; length--) {
      const meant = SYNONYMS[words.slice(from, from + length).join(' ')]
      if (meant === undefined) continue
      add(meant.split(' '), MEANT)
      for (let k = 0; k < length; k++) explained.add(from + k)
    }
  }
  return { terms, explained }
}
