/** The words that the domain knows, folded, with how often they are used: for mending what was mistyped or run together. */
import { isSyllable } from './syllable.ts'

const LONGEST_WORD = 7

export class Vocabulary {
  readonly #counts = new Map<string, number>()
  /** A word → the words that stand before it, with how often. */
  readonly #before = new Map<string, Map<string, number>>()
  /** The same within names, which people abbreviate. */
  readonly #named = new Map<string, Map<string, number>>()
  /** A word with one letter left out → the words that give it. */
  #shortened: Map<string, string[]> | undefined

  /** Learns a sentence's or a name's words; `weight` says how often it counts. */
  learn(words: readonly string[], weight = 1, names = false): void {
    let previous = ''
    for (const word of words) {
      if (/^[a-z]+$/.test(word)) {
        this.#counts.set(word, (this.#counts.get(word) ?? 0) + weight)
        if (previous !== '') notePair(this.#before, previous, word, weight)
        if (previous !== '' && names) notePair(this.#named, previous, word, weight)
        previous = word
      } else previous = ''
    }
    this.#shortened = undefined
  }

  has(word: string): boolean {
    return this.#counts.has(word)
  }

  count(word: string): number {
    return this.#counts.get(word) ?? 0
  }

  /** How often `second` follows `first`. */
  pairCount(first: string, second: string): number {
    return this.#before.get(second)?.get(first) ?? 0
  }

  /**
   * The known word that a mistyped one is most likely to be (one letter missing, doubled, wrong or swapped), the neighbours
   * deciding between several. A word that could be Vietnamese is only taken for another where a neighbour calls for it,
   * and more loudly where it was written with marks.
   */
  correct(word: string, marked: boolean, previous: string, next: string): string | undefined {
    if (word.length < 2 || word.length > LONGEST_WORD + 2) return undefined
    this.#shortened ??= this.#index()
    const needed = isSyllable(word) ? (marked ? 40 : 10) : 0
    let best: string | undefined
    let bestScore = 0
    for (const candidate of this.#candidates(word)) {
      const context = this.pairCount(previous, candidate) + this.pairCount(candidate, next)
      if (context < needed || (word.length < 3 && context < 2)) continue
      const score = context * 20 + Math.log1p(this.count(candidate)) + (candidate[0] === word[0] ? 2 : 0)
      if (score > bestScore) [best, bestScore] = [candidate, score]
    }
    return best
  }

  /** A pair of words of which the first was cut to its first letters: "mtruong" → moi, truong. */
  expand(word: string): string[] | undefined {
    for (let cut = 1; cut <= 2 && word.length - cut > 1; cut++) {
      const [start, second] = [word.slice(0, cut), word.slice(cut)]
      let best: string | undefined
      let most = 2
      for (const [first, count] of this.#named.get(second) ?? []) {
        if (first.startsWith(start) && first.length > cut && count > most) [best, most] = [first, count]
      }
      if (best !== undefined) return [best, second]
    }
    return undefined
  }

  /** Splits words run together ("tieuchi" → tieu, chi); undefined where they are not wholly known words. */
  split(run: string): string[] | undefined {
    if (run.length > 60) return undefined
    const best: { score: number; from: number }[] = [{ score: 0, from: 0 }]
    for (let end = 1; end <= run.length; end++) {
      let found = { score: -Infinity, from: 0 }
      for (let from = Math.max(0, end - LONGEST_WORD); from < end; from++) {
        const before = best[from]
        // Of single letters only "ở" and "à" are words.
        if (end - from === 1 && !/[oa]/.test(run[from] ?? '')) continue
        const count = this.#counts.get(run.slice(from, end))
        if (before === undefined || count === undefined || before.score === -Infinity) continue
        const score = before.score + Math.log(count + 1) - 9 + (end - from) * 0.5
        if (score > found.score) found = { score, from }
      }
      best.push(found)
    }
    if (best[run.length]?.score === -Infinity) return undefined
    const words: string[] = []
    for (let end = run.length; end > 0; end = best[end]?.from ?? 0) words.unshift(run.slice(best[end]?.from ?? 0, end))
    return words.length > 1 ? words : undefined
  }

  *#candidates(word: string): Generator<string> {
    for (const key of [word, ...shortenings(word)]) {
      if (this.#counts.has(key)) yield key
      for (const candidate of this.#shortened?.get(key) ?? [])
        if (candidate !== word && isNear(word, candidate)) yield candidate
    }
  }

  #index(): Map<string, string[]> {
    const index = new Map<string, string[]>()
    for (const word of this.#counts.keys()) {
      if (word.length < 3) continue
      for (const shortened of shortenings(word)) {
        const list = index.get(shortened)
        if (list === undefined) index.set(shortened, [word])
        else if (!list.includes(word)) list.push(word)
      }
    }
    return index
  }
}

function notePair(pairs: Map<string, Map<string, number>>, first: string, second: string, weight: number): void {
  const before = pairs.get(second)
  if (before === undefined) pairs.set(second, new Map([[first, weight]]))
  else before.set(first, (before.get(first) ?? 0) + weight)
}

function* shortenings(word: string): Generator<string> {
  for (let i = 0; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1)
}

/** Whether one letter more, one less, another or a swapped pair makes one of the other. */
function isNear(a: string, b: string): boolean {
  return editDistance(a, b, 1) <= 1
}

/** Damerau–Levenshtein distance (restricted), given up above `limit`, which then comes back plus one. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, limit + 1)
}
