/** A general learner for Vietnamese sentences of any domain. */
import { featuresOf, type FeatureOptions, type Word } from './features.ts'
import { fold, spelling } from './fold.ts'
import { fit, predict, type FitOptions, type LinearModel } from './linear-model.ts'

export interface Example {
  text: string
  label: string
}

export type TrainOptions = FitOptions & FeatureOptions

export interface Model {
  linear: LinearModel
  options: FeatureOptions
  /** Words that enough sentences had to be known. */
  known: ReadonlySet<string>
}

export interface Classified {
  label: string
  /** 0–1; all labels' add up to 1. */
  probability: number
}

/** A word that fewer sentences have is a stranger among its neighbours. */
const KNOWN = 4

/** Learns to tell the labels apart from sentences that have them. */
export function train(examples: readonly Example[], options: TrainOptions = {}): Model {
  const sentences = examples.map(({ text }) => wordsOf(text))
  const counts = new Map<string, number>()
  for (const words of sentences)
    for (const word of new Set(words.map(({ folded }) => folded))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const known = new Set([...counts].flatMap(([word, count]) => (count >= KNOWN ? [word] : [])))
  const features = { halves: true, ...options }
  const linear = fit(
    sentences.map((words) => featuresOf(words, strangers(words, known), features)),
    examples.map(({ label }) => label),
    { epochs: 20, dropout: 0.5, least: 1, helpRare: true, ...options },
  )
  return { linear, options: features, known }
}

/** The labels of a sentence, most likely first. Never throws. */
export function classify({ linear, options, known }: Model, text: string): Classified[] {
  const words = wordsOf(text)
  return rank(linear.labels, predict(linear, featuresOf(words, strangers(words, known), options)))
}

function strangers(words: readonly Word[], known: ReadonlySet<string>): boolean[] {
  return words.map(({ folded }) => !known.has(folded))
}

/** Labels with their probabilities, most likely first. */
export function rank(labels: readonly string[], probabilities: Float32Array): Classified[] {
  return labels
    .map((label, i) => ({ label, probability: probabilities[i] ?? 0 }))
    .sort((a, b) => b.probability - a.probability)
}

const WORDS = /[\p{L}\p{M}]+|\p{N}+/gu

function wordsOf(text: string): Word[] {
  return (text.slice(0, 4000).match(WORDS) ?? []).map((word) => ({ folded: fold(word), spelled: spelling(word) }))
}
