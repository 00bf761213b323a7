/** Which command a message asks for: a model over the masked words, trained on the commands' sentences at start. */
import { featuresOf } from './features.ts'
import type { MaskedWord } from './find-mentions.ts'
import { rank, type Classified } from './learner.ts'
import { fit, predict, type LinearModel } from './linear-model.ts'

/** The labels beside the commands: not for the bot; nothing asked, only names for what was asked before. */
export const OUTSIDE = '<outside>'
export const FOLLOW_UP = '<follow-up>'

export interface MaskedExample {
  masked: readonly MaskedWord[]
  label: string
}

/** Beyond this share of its sentences, a command is about a criterion or an indicator. */
const MOSTLY = 0.5

export class Intents {
  readonly #model: LinearModel
  /** In how many of the commands' sentences a word stands. */
  readonly #known = new Map<string, number>()
  readonly #aboutTargets: ReadonlySet<string>

  constructor(examples: readonly MaskedExample[]) {
    for (const { masked, label } of examples) {
      if (label === OUTSIDE) continue
      for (const word of new Set(masked.map(({ folded }) => folded)))
        this.#known.set(word, (this.#known.get(word) ?? 0) + 1)
    }
    const rows = examples.map(({ masked, label }) =>
      // A word that only this sentence has would be strange in any other: so it is here.
      this.#features(masked, label === OUTSIDE ? 1 : 2),
    )
    this.#model = fit(
      rows,
      examples.map(({ label }) => label),
      { epochs: 12, rate: 0.6, dropout: 0.2, least: 2 },
    )
    const targeted = Map.groupBy(examples, ({ label }) => label)
    this.#aboutTargets = new Set(
      [...targeted].flatMap(([label, list]) =>
        list.filter(({ masked }) => hasTarget(masked)).length > list.length * MOSTLY ? [label] : [],
      ),
    )
  }

  /** All labels, most likely first. */
  rank(masked: readonly MaskedWord[]): Classified[] {
    return rank(this.#model.labels, predict(this.#model, this.#features(masked, 1)))
  }

  /** Whether nearly all questions of this command name a criterion or an indicator. */
  isAboutTarget(label: string): boolean {
    return this.#aboutTargets.has(label)
  }

  /** How many of the words stand in no sentence of any command. */
  strangeWords(masked: readonly MaskedWord[]): number {
    return masked.filter((word) => this.#isStrange(word, 1)).length
  }

  #isStrange({ folded }: MaskedWord, least: number): boolean {
    return folded[0] !== '<' && (this.#known.get(folded) ?? 0) < least
  }

  #features(masked: readonly MaskedWord[], least: number): Int32Array {
    const strange = masked.map((word) => this.#isStrange(word, least))
    return featuresOf(masked, strange)
  }
}

function hasTarget(masked: readonly MaskedWord[]): boolean {
  return masked.some(({ folded }) => folded === '<c>' || folded === '<i>')
}
