/** Understanding what people write: names are found in the words, and what is left is told apart by a trained model. */
import { featuresOf } from './features.ts'
import { findMentions, type Found, type Lexicon, type MaskedWord } from './find-mentions.ts'
import { FOLLOW_UPS } from './follow-ups.ts'
import { fold } from './fold.ts'
import { freeTextOf } from './free-text.ts'
import { rank, type Classified } from './learner.ts'
import { fit, predict, type LinearModel } from './linear-model.ts'
import type { Language, LanguageData, Meaning, Mentions, Understanding } from './meaning.ts'
import { PeopleIndex } from './people.ts'
import { EXAMPLE_PEOPLE, EXAMPLE_UNITS } from './example-names.ts'
import { SetIndex } from './sets.ts'
import { TargetIndex } from './targets.ts'
import { tokenize } from './tokens.ts'
import { UnitIndex } from './units.ts'
import { Vocabulary } from './vocabulary.ts'

const OUTSIDE = '<outside>'
const FOLLOW_UP = '<follow-up>'
/** Below this no command is taken for meant. */
const LEAST = 0.42
/** Where the second reading is so near to the first, the person chooses. */
const CLOSE = 0.75
const ANY_DAY = '2026-01-01'

/** Learns the commands' sentences and the lexicon's names; well under a second for a country of communes. */
export function createLanguage({ units, people, sets, commands, outside }: LanguageData): Language {
  const vocabulary = new Vocabulary()
  const targets = new TargetIndex(sets)
  for (const words of targets.words()) vocabulary.learn(words)
  for (const { sentences } of commands) {
    for (const sentence of sentences) vocabulary.learn(fold(sentence).match(/[a-z]+|[^\sa-z]/g) ?? [], 2)
  }
  for (const sentence of FOLLOW_UPS) vocabulary.learn(fold(sentence).match(/[a-z]+/g) ?? [], 2)
  const shared = { sets: new SetIndex(sets), targets, vocabulary }
  const lexicon: Lexicon = { ...shared, units: new UnitIndex(units), people: new PeopleIndex(people) }
  const model = learn(commands, outside, {
    ...shared,
    units: new UnitIndex(EXAMPLE_UNITS),
    people: new PeopleIndex(EXAMPLE_PEOPLE),
  })

  return {
    understand(text, today) {
      return understand(text.normalize('NFC'), today, lexicon, model)
    },
    nearestUnits(name, limit = 5) {
      return lexicon.units.nearest(name.slice(0, 100), limit)
    },
  }
}

function learn(commands: LanguageData['commands'], outside: readonly string[], lexicon: Lexicon): LinearModel {
  const examples = [
    ...commands.flatMap(({ name, sentences }) => sentences.map((text) => ({ text, label: name }))),
    ...outside.map((text) => ({ text, label: OUTSIDE })),
    ...FOLLOW_UPS.map((text) => ({ text, label: FOLLOW_UP })),
  ]
  const rows = examples.map(({ text }) => {
    const { head } = freeTextOf(text)
    return featuresOfMasked(findMentions(tokenize(head, lexicon.vocabulary), head, ANY_DAY, lexicon).masked)
  })
  return fit(
    rows,
    examples.map(({ label }) => label),
    { epochs: 12, rate: 0.6, dropout: 0.25 },
  )
}

function featuresOfMasked(masked: readonly MaskedWord[]): Int32Array {
  return featuresOf(masked)
}

function understand(text: string, today: string, lexicon: Lexicon, model: LinearModel): Understanding {
  const { head, freeText } = freeTextOf(text)
  const found = findMentions(tokenize(head, lexicon.vocabulary), head, today, lexicon)
  if (freeText !== undefined) found.mentions.freeText = freeText
  return decide(found, model)
}

function decide({ mentions, masked }: Found, model: LinearModel): Understanding {
  const ranked = rank(model.labels, predict(model, featuresOfMasked(masked)))
  const near = ranked.filter(({ label }) => !label.startsWith('<')).slice(0, 3)
  const names = near.map(({ label }) => label)
  const named = masked.filter(({ folded }) => folded[0] === '<')
  if (masked.length === named.length) return bare(mentions, names, ranked)
  const [best, second] = ranked
  if (best === undefined || best.label === OUTSIDE) return { kind: 'unknown', near: names, mentions }
  if (best.label === FOLLOW_UP) return { kind: 'followUp', mentions, near: names }
  const strange = masked.filter((word) => word.strange).length / masked.length
  if (best.probability < LEAST + strange * 0.5) return { kind: 'unknown', near: names, mentions }
  if (second !== undefined && !second.label.startsWith('<') && second.probability > best.probability * CLOSE)
    return { kind: 'ambiguous', options: [best, second].map((option) => meaning(option, mentions)), mentions }
  return { kind: 'meaning', ...meaning(best, mentions) }
}

/** Names alone: a criterion or an indicator asks for its state, all else goes on with what was talked about. */
function bare(mentions: Mentions, near: string[], ranked: readonly Classified[]): Understanding {
  const [target] = mentions.targets
  if (target !== undefined) {
    const asked = ranked.find(({ label }) => label === target.kind)
    if (asked) return { kind: 'meaning', command: target.kind, confidence: Math.max(0.9, asked.probability), mentions }
  }
  const empty =
    mentions.units.length + mentions.sets.length + mentions.dates.length === 0 &&
    mentions.ownUnit === undefined &&
    mentions.unknownUnit === undefined
  return empty ? { kind: 'unknown', near, mentions } : { kind: 'followUp', mentions, near }
}

/** A criterion asked for as an indicator, or the other way round, is asked for as what was named. */
function meaning({ label, probability }: Classified, mentions: Mentions): Meaning {
  const kind = mentions.targets[0]?.kind
  const command = kind !== undefined && (label === 'criterion' || label === 'indicator') ? kind : label
  return { command, confidence: probability, mentions }
}
