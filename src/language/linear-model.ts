/** Multinomial logistic regression over sparse binary features, trained by AdaGrad; small, exact and fast to train. */

export interface FitOptions {
  epochs?: number
  rate?: number
  /** Share of an example's features that are hidden in each step, so that no single one is leant upon. */
  dropout?: number
  /** Features that fewer examples have are left out. */
  least?: number
  seed?: number
}

export interface LinearModel {
  labels: readonly string[]
  /** Feature hash → row. */
  rows: ReadonlyMap<number, number>
  /** `rows × labels`, then one row of biases. */
  weights: Float32Array
}

/** An example that is answered this well (squared error) rests for some epochs. */
const SETTLED = 1e-3
const REST = 3
/** A label this far out of the question is not moved in a step. */
const NEGLIGIBLE = 1e-3

/** Learns weights from examples given as feature hashes. Deterministic for a seed. */
export function fit(examples: readonly Int32Array[], labels: readonly string[], options: FitOptions = {}): LinearModel {
  const { epochs = 12, rate = 0.5, dropout = 0.1, least = 1, seed = 1 } = options
  const names = [...new Set(labels)]
  const places = new Map(names.map((name, place) => [name, place]))
  const targets = labels.map((label) => places.get(label) ?? 0)
  const rows = rowsOf(examples, least)
  const indexed = examples.map((features) => used(rows, features))
  const size = names.length
  const weights = new Float32Array((rows.size + 1) * size)
  const squares = new Float32Array(rows.size + 1).fill(1e-6)
  const errors = new Float32Array(size)
  const moved = new Int32Array(size)
  const order = Int32Array.from(examples.keys())
  /** The epoch in which an example is next looked at. */
  const due = new Uint8Array(examples.length)
  const random = randomFrom(seed)
  const kept = new Int32Array(Math.max(1, ...indexed.map(({ length }) => length)) + 1)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      if (due[at]! > epoch) continue
      const all = indexed[at]!
      let count = 0
      for (let f = 0; f < all.length; f++) if (random() >= dropout) kept[count++] = all[f]!
      kept[count] = rows.size
      const scale = 1 / Math.sqrt(count + 1)
      probabilities(errors, weights, kept, count + 1, scale)
      errors[targets[at]!]! -= 1
      let norm = 0
      let movedCount = 0
      for (let k = 0; k < size; k++) {
        const error = errors[k]!
        norm += error * error
        if (error > NEGLIGIBLE || error < -NEGLIGIBLE) moved[movedCount++] = k
      }
      if (norm < SETTLED) due[at] = epoch + REST
      const step = norm * scale * scale
      for (let f = 0; f <= count; f++) {
        const row = kept[f]!
        squares[row]! += step
        const pace = (rate * scale) / Math.sqrt(squares[row]!)
        const from = row * size
        for (let m = 0; m < movedCount; m++) weights[from + moved[m]!]! -= pace * errors[moved[m]!]!
      }
    }
  }
  return { labels: names, rows, weights }
}

/** The probability of each label, in the order of `model.labels`. */
export function predict(model: LinearModel, features: Int32Array): Float32Array {
  const known = used(model.rows, features)
  const withBias = new Int32Array(known.length + 1)
  withBias.set(known)
  withBias[known.length] = model.rows.size
  const scores = new Float32Array(model.labels.length)
  probabilities(scores, model.weights, withBias, withBias.length, 1 / Math.sqrt(withBias.length))
  return scores
}

function rowsOf(examples: readonly Int32Array[], least: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const features of examples) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const rows = new Map<number, number>()
  for (const [feature, count] of counts) if (count >= least) rows.set(feature, rows.size)
  return rows
}

function used(rows: ReadonlyMap<number, number>, features: Int32Array): Int32Array {
  const known = new Int32Array(features.length)
  let count = 0
  for (const feature of features) {
    const row = rows.get(feature)
    if (row !== undefined) known[count++] = row
  }
  return known.subarray(0, count)
}

/** Softmax of the summed weights of `rows[0 … count)`. */
function probabilities(
  scores: Float32Array,
  weights: Float32Array,
  rows: Int32Array,
  count: number,
  scale: number,
): void {
  const size = scores.length
  scores.fill(0)
  for (let f = 0; f < count; f++) {
    const from = rows[f]! * size
    for (let k = 0; k < size; k++) scores[k]! += weights[from + k]!
  }
  let most = -Infinity
  for (let k = 0; k < size; k++) {
    const score = scores[k]! * scale
    scores[k] = score
    if (score > most) most = score
  }
  let sum = 0
  for (let k = 0; k < size; k++) {
    const exponential = Math.exp(scores[k]! - most)
    scores[k] = exponential
    sum += exponential
  }
  for (let k = 0; k < size; k++) scores[k]! /= sum
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
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
}
