/**
 * A linear classifier over sparse binary features: the right label has to score higher than every other by a margin
 * (Crammer and Singer's hinge), learned by AdaGrad with features hidden at random and the weights of the later epochs averaged.
 */

export interface FitOptions {
  epochs?: number
  rate?: number
  /** Share of an example's features that are hidden in each step, so that no single one is leant upon. */
  dropout?: number
  /** Features that fewer examples have are left out. */
  least?: number
  /** Whether a rare label has to be ahead by more, so that the frequent ones do not swallow it. */
  helpRare?: boolean
  /** An example that is so many margins ahead rests for some epochs. */
  far?: number
  seed?: number
}

export interface LinearModel {
  labels: readonly string[]
  /** Feature hash → row. */
  rows: ReadonlyMap<number, number>
  /** `rows × labels`, then one row of biases. */
  weights: Float32Array
  /** What the scores are multiplied by to give probabilities. */
  sharpness: number
}

/** By how much the right label has to be ahead. */
const MARGIN = 1
/** For so many epochs an example that is far ahead rests. */
const REST = 3

/** Learns weights from examples given as feature hashes. Deterministic for a seed. */
export function fit(examples: readonly Int32Array[], labels: readonly string[], options: FitOptions = {}): LinearModel {
  const { epochs = 20, rate = 0.5, dropout = 0.5, least = 2, helpRare = false, far = 4, seed = 1 } = options
  const names = [...new Set(labels)]
  const places = new Map(names.map((name, place) => [name, place]))
  const targets = Int32Array.from(labels, (label) => places.get(label) ?? 0)
  const rows = rowsOf(examples, least)
  const indexed = examples.map((features) => knownRows(rows, features))
  const size = names.length
  const weights = new Float32Array((rows.size + 1) * size)
  const sum = new Float32Array(weights.length)
  const squares = new Float32Array(rows.size + 1).fill(1e-6)
  const margins = helpRare ? marginsOf(targets, size) : new Float32Array(size).fill(MARGIN)
  const scores = new Float32Array(size)
  const order = Int32Array.from(examples.keys())
  /** The epoch in which an example is next looked at. */
  const due = new Uint8Array(examples.length)
  const random = randomFrom(seed)
  const kept = new Int32Array(Math.max(0, ...indexed.map(({ length }) => length)) + 1)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      if (due[at]! > epoch) continue
      const count = keepSome(kept, indexed[at]!, dropout, random)
      kept[count] = rows.size
      const scale = 1 / Math.sqrt(count + 1)
      addUp(scores, weights, kept, count + 1)
      const target = targets[at]!
      let rival = target === 0 ? 1 : 0
      for (let k = 0; k < size; k++) if (k !== target && scores[k]! > scores[rival]!) rival = k
      const ahead = (scores[target]! - (scores[rival] ?? -Infinity)) * scale
      if (ahead > far * margins[target]!) due[at] = epoch + REST
      if (ahead >= margins[target]!) continue
      for (let f = 0; f <= count; f++) {
        const row = kept[f]!
        squares[row]! += 2 * scale * scale
        const step = (rate * scale) / Math.sqrt(squares[row]!)
        weights[row * size + target]! += step
        weights[row * size + rival]! -= step
      }
    }
    // The average of what was learned late is steadier than the last of it.
    if (epoch >= epochs / 3) for (let i = 0; i < sum.length; i++) sum[i]! += weights[i]!
  }
  const averaged = epochs - Math.ceil(epochs / 3)
  for (let i = 0; i < sum.length; i++) sum[i]! /= averaged
  const model = { labels: names, rows, weights: sum, sharpness: 1 }
  return { ...model, sharpness: sharpnessOf(model, indexed, targets, random) }
}

/** The probability of each label, in the order of `model.labels`. */
export function predict(model: LinearModel, features: Int32Array): Float32Array {
  const known = knownRows(model.rows, features)
  const rows = new Int32Array(known.length + 1)
  rows.set(known)
  rows[known.length] = model.rows.size
  const scores = new Float32Array(model.labels.length)
  addUp(scores, model.weights, rows, rows.length)
  softmax(scores, model.sharpness / Math.sqrt(rows.length))
  return scores
}

/** One more for a tenth of the examples' share. */
function marginsOf(targets: Int32Array, size: number): Float32Array {
  const counts = new Float32Array(size)
  for (const target of targets) counts[target]! += 1
  return counts.map((count) => MARGIN + Math.log10(targets.length / count))
}

const SHARPNESSES = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
const SAMPLE = 400

/** The sharpness that gives the likeliest probabilities where half of an example's features are unknown, as in a new sentence. */
function sharpnessOf(
  model: LinearModel,
  indexed: readonly Int32Array[],
  targets: Int32Array,
  random: () => number,
): number {
  const size = model.labels.length
  const losses = SHARPNESSES.map(() => 0)
  const scores = new Float32Array(size)
  const kept = new Int32Array(Math.max(0, ...indexed.map(({ length }) => length)) + 1)
  for (let i = 0; i < Math.min(SAMPLE, indexed.length); i++) {
    const at = Math.floor(random() * indexed.length)
    const count = keepSome(kept, indexed[at]!, 0.5, random)
    kept[count] = model.rows.size
    SHARPNESSES.forEach((sharpness, s) => {
      addUp(scores, model.weights, kept, count + 1)
      softmax(scores, sharpness / Math.sqrt(count + 1))
      losses[s]! -= Math.log(Math.max(scores[targets[at]!]!, 1e-9))
    })
  }
  return SHARPNESSES[losses.indexOf(Math.min(...losses))] ?? 1
}

function rowsOf(examples: readonly Int32Array[], least: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const features of examples) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const rows = new Map<number, number>()
  for (const [feature, count] of counts) if (count >= least) rows.set(feature, rows.size)
  return rows
}

function knownRows(rows: ReadonlyMap<number, number>, features: Int32Array): Int32Array {
  const known = new Int32Array(features.length)
  let count = 0
  for (const feature of features) {
    const row = rows.get(feature)
    if (row !== undefined) known[count++] = row
  }
  return known.subarray(0, count)
}

/** Copies to `kept` what is not hidden; how many those are. */
function keepSome(kept: Int32Array, all: Int32Array, dropout: number, random: () => number): number {
  let count = 0
  for (let f = 0; f < all.length; f++) if (random() >= dropout) kept[count++] = all[f]!
  return count
}

/** The sums of the weights of `rows[0 … count)`. */
function addUp(scores: Float32Array, weights: Float32Array, rows: Int32Array, count: number): void {
  const size = scores.length
  scores.fill(0)
  for (let f = 0; f < count; f++) {
    const from = rows[f]! * size
    for (let k = 0; k < size; k++) scores[k]! += weights[from + k]!
  }
}

function softmax(scores: Float32Array, scale: number): void {
  let most = -Infinity
  for (const score of scores) if (score > most) most = score
  let sum = 0
  for (let k = 0; k < scores.length; k++) {
    const exponential = Math.exp((scores[k]! - most) * scale)
    scores[k] = exponential
    sum += exponential
  }
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum
}

/** A small generator of pseudo-random numbers in [0, 1) (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
}
