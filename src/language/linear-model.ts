/** Multinomial logistic regression over sparse binary features, trained by AdaGrad; small, exact and fast to train. */

export interface FitOptions {
  epochs?: number
  rate?: number
  /** Share of an example's features that are hidden in each step, so that no single one is leant upon. */
  dropout?: number
  /** Pulls unused weights to zero. */
  decay?: number
  seed?: number
  /** How much each example counts. */
  weights?: readonly number[]
}

export interface LinearModel {
  labels: readonly string[]
  /** Feature hash → row. */
  rows: ReadonlyMap<number, number>
  /** `rows × labels`, then one row of biases. */
  weights: Float32Array
}

/** Learns weights from examples given as feature hashes. Deterministic for a seed. */
export function fit(examples: readonly Int32Array[], labels: readonly string[], options: FitOptions = {}): LinearModel {
  const { epochs = 12, rate = 0.5, dropout = 0.1, decay = 0, seed = 1 } = options
  const names = [...new Set(labels)]
  const places = new Map(names.map((name, place) => [name, place]))
  const rows = new Map<number, number>()
  const indexed = examples.map((features) => {
    const used = new Int32Array(features.length)
    features.forEach((feature, i) => {
      let row = rows.get(feature)
      if (row === undefined) rows.set(feature, (row = rows.size))
      used[i] = row
    })
    return used
  })
  const size = names.length
  const weights = new Float32Array((rows.size + 1) * size)
  const squares = new Float32Array(rows.size + 1).fill(1e-6)
  const scores = new Float32Array(size)
  const order = Int32Array.from(examples.keys())
  const random = randomFrom(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const all = indexed[at] ?? new Int32Array()
      const used = dropout > 0 ? all.filter(() => random() >= dropout) : all
      const scale = 1 / Math.sqrt(used.length + 1)
      probabilities(scores, weights, used, rows.size, scale)
      const label = places.get(labels[at] ?? '') ?? 0
      scores[label] = (scores[label] ?? 0) - 1
      const importance = options.weights?.[at] ?? 1
      let norm = 0
      for (let k = 0; k < size; k++) norm += (scores[k] ?? 0) ** 2
      const step = norm * scale * scale * importance
      for (let f = 0; f <= used.length; f++) {
        const row = f < used.length ? (used[f] ?? 0) : rows.size
        squares[row] = (squares[row] ?? 0) + step
        const pace = (rate * scale * importance) / Math.sqrt(squares[row] ?? 1)
        const from = row * size
        for (let k = 0; k < size; k++)
          weights[from + k] = (weights[from + k] ?? 0) * (1 - decay) - pace * (scores[k] ?? 0)
      }
    }
  }
  return { labels: names, rows, weights }
}

/** The probability of each label, in the order of `model.labels`. */
export function predict(model: LinearModel, features: Int32Array): Float32Array {
  const used: number[] = []
  for (const feature of features) {
    const row = model.rows.get(feature)
    if (row !== undefined) used.push(row)
  }
  const scores = new Float32Array(model.labels.length)
  probabilities(scores, model.weights, Int32Array.from(used), model.rows.size, 1 / Math.sqrt(used.length + 1))
  return scores
}

/** Softmax of the summed weights of the rows and the biases. */
function probabilities(
  scores: Float32Array,
  weights: Float32Array,
  used: Int32Array,
  biases: number,
  scale: number,
): void {
  const size = scores.length
  for (let k = 0; k < size; k++) scores[k] = weights[biases * size + k] ?? 0
  for (let f = 0; f < used.length; f++) {
    const from = (used[f] ?? 0) * size
    for (let k = 0; k < size; k++) scores[k] = (scores[k] ?? 0) + (weights[from + k] ?? 0)
  }
  let most = -Infinity
  for (let k = 0; k < size; k++) {
    scores[k] = (scores[k] ?? 0) * scale
    if ((scores[k] ?? 0) > most) most = scores[k] ?? 0
  }
  let sum = 0
  for (let k = 0; k < size; k++) {
    scores[k] = Math.exp((scores[k] ?? 0) - most)
    sum += scores[k] ?? 0
  }
  for (let k = 0; k < size; k++) scores[k] = (scores[k] ?? 0) / sum
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
