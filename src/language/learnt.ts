/** What was learnt of the commands' sentences, as bytes that can be kept: learning anew takes over a second. */
import type { MaskedExample } from './intents.ts'
import type { LinearModel } from './linear-model.ts'

export interface Learnt {
  /** The sentences with their names masked. */
  masked: readonly MaskedExample[]
  model: LinearModel
}

interface Head {
  masked: readonly MaskedExample[]
  labels: readonly string[]
  sharpness: number
  rows: number
}

const WORD = 4

/** A length, the head as JSON, filled up to whole words; the features in the order of their rows; the weights. */
export function packLearnt({ masked, model }: Learnt): Uint8Array {
  const { labels, sharpness, rows, weights } = model
  const head: Head = { masked, labels, sharpness, rows: rows.size }
  const json = new TextEncoder().encode(JSON.stringify(head))
  const features = WORD + Math.ceil(json.length / WORD) * WORD
  const bytes = new Uint8Array(features + (rows.size + weights.length) * WORD)
  new DataView(bytes.buffer).setUint32(0, json.length, true)
  bytes.set(json, WORD)
  bytes.fill(32, WORD + json.length, features)
  new Int32Array(bytes.buffer, features, rows.size).set([...rows.keys()])
  new Float32Array(bytes.buffer, features + rows.size * WORD).set(weights)
  return bytes
}

/** Reads what {@link packLearnt} wrote; undefined where the bytes are not whole. */
export function unpackLearnt(bytes: Uint8Array): Learnt | undefined {
  try {
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    const length = new DataView(buffer).getUint32(0, true)
    const features = WORD + Math.ceil(length / WORD) * WORD
    const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, WORD, length))) as Head
    const { masked, labels, sharpness } = head
    const weights = new Float32Array(buffer, features + head.rows * WORD)
    if (weights.length !== (head.rows + 1) * labels.length) return undefined
    const rows = new Map<number, number>()
    for (const feature of new Int32Array(buffer, features, head.rows)) rows.set(feature, rows.size)
    return { masked, model: { labels, rows, weights, sharpness } }
  } catch {
    return undefined
  }
}
