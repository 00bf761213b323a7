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
}

export interface Classified {
  label: string
  /** 0–1; all labels' add up to 1. */
  probability: number
}

/** Learns to tell the labels apart from sentences that have them. */
export function train(examples: readonly Example[], options: TrainOptions = {}): Model {
  const rows = examples.map(({ text }) => featuresOf(wordsOf(text), [], options))
  return {
    linear: fit(
      rows,
      examples.map(({ label }) => label),
      options,
    ),
    options,
  }
}

/** The labels of a sentence, most likely first. Never throws. */
export function classify(model: Model, text: string): Classified[] {
  return rank(model.linear.labels, predict(model.linear, featuresOf(wordsOf(text), [], model.options)))
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
