/** Which command a message asks for: a model over the masked words, trained on the commands' sentences at start. */
import { withMeanings } from './concepts.ts'
import { featuresOf } from './features.ts'
import { isQuestion } from './guards.ts'
import type { MaskedWord } from './message-reading.ts'
import { rank, type Classified } from './learner.ts'
import { fit, predict, randomFrom, type LinearModel } from './linear-model.ts'

/** The labels beside the commands: not for the bot; nothing asked, only names for what was asked before. */
export const OUTSIDE = '<outside>'
export const FOLLOW_UP = '<follow-up>'

export interface MaskedExample {
  masked: readonly MaskedWord[]
  label: string
}

const UNKNOWN_WORD: MaskedWord = { folded: '<unknown>' }

const FEATURES = { classes: true }
const SEEDS = [1, 2]

/** How likely what was taught word for word is. */
const SURE = 0.97

/** Beyond this share of its sentences, a command is about a criterion or an indicator. */
const MOSTLY = 0.5
/** A word is a command's own where so much of its use, and so many sentences, are the command's. */
const OWN_SHARE = 0.02
const OWN_SENTENCES = 2
/** Beyond this share, it takes a text word for word. */
const SOMETIMES = 0.02

export class Intents {
  readonly #model: LinearModel
  /** In how many of the commands' sentences a word stands. */
  readonly #known: ReadonlyMap<string, number>
  /** The words that are a sentence by themselves. */
  readonly #alone = new Set<string>()
  /** Whole messages that were taught, masked, with their label; none where several were taught the same. */
  readonly #taught = new Map<string, string>()
  readonly #aboutTargets: ReadonlySet<string>
  readonly #takingText: ReadonlySet<string>
  /** The commands that questions are asked of. */
  readonly #asked: ReadonlySet<string>
  /** The words that are a command's more than any other's: "cập nhật", "duyệt", "mời". */
  readonly #own: ReadonlyMap<string, ReadonlySet<string>>

  /** @param model what {@link fitIntents} made of the same examples. */
  constructor(examples: readonly MaskedExample[], model: LinearModel) {
    this.#known = wordCounts(examples)
    for (const { masked, label } of examples) {
      const said = textOf(masked)
      const other = this.#taught.get(said)
      this.#taught.set(said, other === undefined || other === label ? label : '')
      if (label === OUTSIDE) continue
      const [only] = masked
      if (masked.length === 1 && only !== undefined) this.#alone.add(only.folded)
    }
    this.#model = model
    const byLabel = Map.groupBy(examples, ({ label }) => label)
    const labelsWith = (share: number, ...names: string[]): Set<string> =>
      new Set(
        [...byLabel].flatMap(([label, list]) =>
          list.filter(({ masked }) => masked.some(({ folded }) => names.includes(folded))).length > list.length * share
            ? [label]
            : [],
        ),
      )
    this.#aboutTargets = labelsWith(MOSTLY, '<c>', '<i>')
    this.#takingText = labelsWith(SOMETIMES, '<text>')
    this.#asked = new Set(
      [...byLabel].flatMap(([label, list]) =>
        list.filter(({ masked }) => isQuestion(textOf(masked))).length > list.length * SOMETIMES ? [label] : [],
      ),
    )
    this.#own = new Map([...byLabel].map(([label, list]) => [label, this.#ownWords(list)]))
  }

  /** All labels, most likely first; what was taught in these very words is what it was taught as. */
  rank(masked: readonly MaskedWord[]): Classified[] {
    const ranked = rank(this.#model.labels, predict(this.#model, this.#features(masked, 1)))
    const taught = this.#taught.get(textOf(masked))
    if (taught === undefined || taught === '') return ranked
    const rest = ranked.filter(({ label }) => label !== taught)
    return [
      { label: taught, probability: SURE },
      ...rest.map((each) => ({ ...each, probability: each.probability * (1 - SURE) })),
    ]
  }

  /** Whether nearly all questions of this command name a criterion or an indicator. */
  isAboutTarget(label: string): boolean {
    return this.#aboutTargets.has(label)
  }

  /** Whether people give this command a text to take word for word. */
  takesText(label: string): boolean {
    return this.#takingText.has(label)
  }

  /** Whether people ask questions of this command. */
  isAsked(label: string): boolean {
    return this.#asked.has(label)
  }

  /** Whether it is one of the words that this command's sentences have. */
  isOwnWord(label: string, word: string): boolean {
    return this.#own.get(label)?.has(word) === true
  }

  /** Whether a word is said that this command is asked for with more than others are. */
  saysOwnWord(label: string, masked: readonly MaskedWord[]): boolean {
    const own = this.#own.get(label)
    return own !== undefined && masked.some(({ folded }) => own.has(folded))
  }

  #ownWords(examples: readonly MaskedExample[]): Set<string> {
    const counts = new Map<string, number>()
    for (const { masked } of examples)
      for (const word of new Set(masked.map(({ folded }) => folded))) counts.set(word, (counts.get(word) ?? 0) + 1)
    return new Set(
      [...counts].flatMap(([word, count]) =>
        word[0] !== '<' && count >= OWN_SENTENCES && count >= (this.#known.get(word) ?? 0) * OWN_SHARE ? [word] : [],
      ),
    )
  }

  /** A single word says something only where it was taught alone ("duyệt"; not "đạt"). */
  isSaid(masked: readonly MaskedWord[]): boolean {
    const [only] = masked
    return masked.length > 1 || only === undefined || only.folded.startsWith('<') || this.#alone.has(only.folded)
  }

  /** How many of the words stand in no sentence of any command. */
  strangeWords(masked: readonly MaskedWord[]): number {
    return masked.filter((word) => isStrange(word, this.#known, 1)).length
  }

  #features(masked: readonly MaskedWord[], least: number): Int32Array {
    const strange = masked.map((word) => isStrange(word, this.#known, least))
    return featuresOf(withMeanings(masked), strange, FEATURES)
  }
}

/** What is learned from the same rows with other seeds is surer in the mean. */
function averaged(models: readonly LinearModel[]): LinearModel {
  const [first, ...others] = models
  if (first === undefined) throw new Error('there is no model to average')
  const weights = first.weights.map(
    (weight, i) => others.reduce((sum, other) => sum + (other.weights[i] ?? 0), weight) / models.length,
  )
  const sharpness = models.reduce((sum, model) => sum + model.sharpness, 0) / models.length
  return { ...first, weights, sharpness }
}

/** Learns to tell the labels apart: about a second. */
export function fitIntents(examples: readonly MaskedExample[]): LinearModel {
  const known = wordCounts(examples)
  const random = randomFrom(7)
  const rows: Int32Array[] = []
  const labels: string[] = []
  for (const { masked, label } of examples) {
    // A word that only this sentence has would be strange in any other: so it is here.
    const strange = masked.map((word) => isStrange(word, known, label === OUTSIDE ? 1 : 2))
    const words = withMeanings(masked)
    rows.push(featuresOf(words, strange, FEATURES))
    labels.push(label)
    if (label === OUTSIDE || masked.length < 4) continue
    // And the same with another word unknown, twice: people say what is taught in other words.
    for (let k = 0; k < 2; k++) {
      const place = Math.floor(random() * masked.length)
      if (masked[place]?.folded.startsWith('<')) continue
      rows.push(featuresOf(words.with(place, UNKNOWN_WORD), strange.with(place, true), FEATURES))
      labels.push(label)
    }
  }
  return averaged(SEEDS.map((seed) => fit(rows, labels, { epochs: 4, dropout: 0.15, far: 3, seed })))
}

/** In how many of the commands' sentences each word stands. */
function wordCounts(examples: readonly MaskedExample[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { masked, label } of examples)
    if (label !== OUTSIDE)
      for (const word of new Set(masked.map(({ folded }) => folded))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function isStrange({ folded }: MaskedWord, known: ReadonlyMap<string, number>, least: number): boolean {
  return folded[0] !== '<' && (known.get(folded) ?? 0) < least
}

/** The masked words in a row. */
export function textOf(masked: readonly MaskedWord[]): string {
  return masked.map(({ folded }) => folded).join(' ')
}
