/** Understanding what people write: names are found in the words, and what is left is told apart by a trained model. */
import { EXAMPLE_PEOPLE, EXAMPLE_UNITS } from './example-names.ts'
import { findMentions, type Found } from './find-mentions.ts'
import type { Lexicon, MaskedWord } from './message-reading.ts'
import { FOLLOW_UPS } from './follow-ups.ts'
import { fold } from './fold.ts'
import { freeTextOf } from './free-text.ts'
import { asksItself, asksWhich, isElliptical, namesNothing } from './going-on.ts'
import { isNationwide, isOpposite, isQuestion } from './guards.ts'
import { fitIntents, FOLLOW_UP, Intents, OUTSIDE, textOf, type MaskedExample } from './intents.ts'
import type { Classified } from './learner.ts'
import type { Learnt } from './learnt.ts'
import type { Language, LanguageData, Meaning, Mentions, NumberMention, Understanding } from './meaning.ts'
import { PeopleIndex } from './people.ts'
import { readSchedule } from './schedules.ts'
import { SetIndex } from './sets.ts'
import { TargetIndex } from './targets.ts'
import { LONGEST_TEXT, tokenize } from './tokens.ts'
import { UnitIndex } from './units.ts'
import { Vocabulary } from './vocabulary.ts'

/** Below this it is not taken for meant for the bot. */
const LEAST = 0.65
/** Below this, what names nothing does not go on with the exchange before. */
const GOES_ON = 0.5
/** How much of a probability is lost where every word is strange. */
const DOUBT = 1.2
/** However sure it is that the bot is meant, so much has to speak for the command. */
const WEAKEST = 0.35
/** Where the second reading is so near to the first, the person chooses. */
const CLOSE = 0.75
/** How much of what is said a paraphrase has to explain. */
const ENOUGH = 0.5
/** The commands that a criterion or an indicator by itself asks for. */
const STATES: ReadonlySet<string> = new Set(['criterion', 'indicator'])
/** What is so unlikely is not looked at, whatever else is ruled out. */
const TRIFLE = 1e-5
/** A command is near to what was said where so much of what speaks for any speaks for it. */
const NEAR = 0.15
const ANY_DAY = '2026-01-01'

/**
 * Understands by the commands' sentences and the lexicon's names.
 *
 * @param learnt what {@link learn} made of the same sentences, where it was kept.
 */
export function createLanguage(data: LanguageData, learnt: Learnt = learn(data)): Language {
  const { units, people, commands } = data
  const shared = schoolOf(data)
  learnMasked(shared.vocabulary, learnt.masked)
  const intents = new Intents(learnt.masked, learnt.model)
  const acting = new Set(commands.flatMap(({ name, acts }) => (acts === true ? [name] : [])))
  const context = { intents, targets: shared.targets, acting }
  let lexicon = { ...shared, units: new UnitIndex(units), people: new PeopleIndex(people) }

  return {
    understand(text, today) {
      const found = read(text, today, lexicon)
      if (found.mentions.freeText === undefined) return decide(found, context)
      const told = decide(found, context)
      if (told.kind === 'meaning' && intents.takesText(told.command) && !found.polite) return told
      // "Cho hỏi: …": what follows the colon is the question itself.
      return decide(readWhole(text, today, lexicon), context)
    },
    schedule: (text, today, time) => readSchedule(text, today, shared.vocabulary, time),
    learnNames(names) {
      lexicon = { ...shared, units: new UnitIndex(names.units), people: new PeopleIndex(names.people) }
    },
    nearestUnits(name, limit = 5) {
      return lexicon.units.nearest(name.slice(0, 100), limit)
    },
  }
}

/** Learns the commands' sentences: well over a second. */
export function learn(data: LanguageData): Learnt {
  const shared = schoolOf(data)
  const school = { ...shared, units: new UnitIndex(EXAMPLE_UNITS), people: new PeopleIndex(EXAMPLE_PEOPLE) }
  const masked = examplesOf(data).map(({ text, label }) => ({ label, masked: read(text, ANY_DAY, school).masked }))
  return { masked, model: fitIntents(masked) }
}

function examplesOf({ commands, outside }: LanguageData) {
  return [
    ...commands.flatMap(({ name, sentences }) => sentences.map((text) => ({ text, label: name }))),
    ...FOLLOW_UPS.map((text) => ({ text, label: FOLLOW_UP })),
    ...outside.map((text) => ({ text, label: OUTSIDE })),
  ]
}

/** The sets' names and every word that the sentences have. */
function schoolOf(data: LanguageData) {
  const { sets } = data
  const shared = { sets: new SetIndex(sets), targets: new TargetIndex(sets), vocabulary: new Vocabulary() }
  for (const words of shared.targets.words()) shared.vocabulary.learn(words, 1, true)
  for (const { text, label } of examplesOf(data)) {
    if (label !== OUTSIDE) for (const word of fold(text).match(/[a-z]+/g) ?? []) shared.vocabulary.learn([word])
  }
  return shared
}

function learnMasked(vocabulary: Vocabulary, examples: readonly MaskedExample[]): void {
  for (const { label, masked } of examples) {
    if (label !== OUTSIDE)
      vocabulary.learn(
        masked.map(({ folded }) => folded),
        2,
      )
  }
}

function read(text: string, today: string, lexicon: Lexicon): Found {
  const { head, freeText } = freeTextOf(text.normalize('NFC'))
  const found = findMentions(tokenize(head, lexicon.vocabulary), head, today, lexicon)
  if (freeText !== undefined) {
    found.mentions.freeText = freeText
    found.masked.push({ folded: '<text>' })
  }
  return found
}

function readWhole(text: string, today: string, lexicon: Lexicon): Found {
  const whole = text.slice(0, LONGEST_TEXT).normalize('NFC')
  return findMentions(tokenize(whole, lexicon.vocabulary), whole, today, lexicon)
}

/** What is decided with. */
interface Learned {
  intents: Intents
  targets: TargetIndex
  /** The commands that change something. */
  acting: ReadonlySet<string>
}

function decide({ mentions, masked, loneCriterion }: Found, { intents, targets, acting }: Learned): Understanding {
  const told = tellsSomething(mentions)
  const said = textOf(masked)
  const asks = isQuestion(said)
  const mayBe = (label: string): boolean => {
    if (label === FOLLOW_UP) return !asksItself(mentions, masked)
    if (isOpposite(label, said)) return false
    return !acting.has(label) || ((told || intents.saysOwnWord(label, masked)) && (!asks || intents.isAsked(label)))
  }
  const ranked = only(mayBe, intents.rank(masked))
  const near = nearest(ranked, masked, intents)
  const [best] = ranked
  if (
    loneCriterion !== undefined &&
    (masked.length === 1 || (best !== undefined && (best.label === FOLLOW_UP || intents.isAboutTarget(best.label))))
  ) {
    mentions.targets.push(loneCriterion)
    mentions.numbers = mentions.numbers.filter(({ text }) => text !== loneCriterion.text)
  }
  codeInNumbers(mentions, masked, targets)
  const named = mentions.targets.length > 0 || mentions.numbers.length === 0
  if (masked.every(({ folded }) => folded.startsWith('<')) && named && !mentions.numbers.some(isFigure))
    return bare(mentions, near, ranked)
  if (isElliptical(mentions, masked) && !asksItself(mentions, masked)) return { kind: 'followUp', mentions, near }
  if (isNationwide(`${fold(mentions.unknownUnit ?? '')} ${said}`)) return { kind: 'unknown', near, mentions }
  // Beside a criterion or an indicator that is named, the words of such names are no strangers.
  const beside = mentions.targets.length > 0 ? masked.filter(({ folded }) => !targets.hasWord(folded)) : masked
  const strangers = intents.strangeWords(beside)
  const inside = 1 - (ranked.find(({ label }) => label === OUTSIDE)?.probability ?? 0)
  if (inside * (1 - DOUBT * (strangers / masked.length)) < LEAST) return { kind: 'unknown', near, mentions }
  const [first, next] = ranked.filter(({ label }) => label !== OUTSIDE)
  if (first === undefined || !intents.isSaid(masked)) return { kind: 'unknown', near, mentions }
  if (first.label === FOLLOW_UP)
    return namesNothing(mentions) && (strangers > 0 || first.probability < GOES_ON)
      ? { kind: 'unknown', near, mentions }
      : { kind: 'followUp', mentions, near, ...(asksWhich(masked) ? { which: true } : {}) }
  if (intents.isAboutTarget(first.label) && mentions.targets.length === 0) {
    // What a command is asked for with names nothing that it is about; a state is asked for in the words of the thing.
    const acts = acting.has(first.label)
    const rest =
      acts || !STATES.has(first.label) ? masked.filter(({ folded }) => !intents.isOwnWord(first.label, folded)) : masked
    if (!paraphrase(mentions, rest, targets, acts ? 1 : 0) && strangers > 0) return { kind: 'unknown', near, mentions }
  }
  const meant = meaning(first, mentions)
  if (next !== undefined && next.label !== FOLLOW_UP && next.probability > first.probability * CLOSE) {
    const other = meaning(next, mentions)
    // What was named may make one command of the two.
    if (other.command !== meant.command) return { kind: 'ambiguous', options: [meant, other], mentions }
  }
  return first.probability < WEAKEST ? { kind: 'unknown', near, mentions } : { kind: 'meaning', ...meant }
}

/** Where a criterion or an indicator is asked for and none was named outright, the words that are left may paraphrase one. */
function paraphrase(mentions: Mentions, masked: readonly MaskedWord[], targets: TargetIndex, pairs: number): boolean {
  const words = masked.flatMap(({ folded }) => (folded.startsWith('<') ? [] : [folded]))
  const found = targets.paraphrased(words, mentions.sets)
  if (found === undefined || found.share < ENOUGH || found.pairs < pairs) return false
  mentions.targets.push({
    text: words.slice(found.from, found.end).join(' '),
    kind: found.kind,
    readings: found.readings,
  })
  return true
}

/** Names alone: a criterion or an indicator asks for its state, all else goes on with what was talked about. */
function bare(mentions: Mentions, near: string[], ranked: readonly Classified[]): Understanding {
  const [target] = mentions.targets
  if (target !== undefined) {
    const asked = ranked.find(({ label }) => label === target.kind)
    if (asked) return { kind: 'meaning', command: target.kind, confidence: Math.max(0.9, asked.probability), mentions }
  }
  return namesNothing(mentions) ? { kind: 'unknown', near, mentions } : { kind: 'followUp', mentions, near }
}

/** The labels that may be meant, with the probabilities that they have when the others are ruled out. */
function only(mayBe: (label: string) => boolean, ranked: readonly Classified[]): Classified[] {
  const kept = ranked.filter(({ label, probability }) => (probability > TRIFLE || STATES.has(label)) && mayBe(label))
  if (kept.length === ranked.length) return kept
  const left = Math.max(
    kept.reduce((sum, { probability }) => sum + probability, 0),
    1e-6,
  )
  return kept.map((each) => ({ ...each, probability: each.probability / left }))
}

/** A figure, a verdict or a text: with a name it is something that is told, without any verb. */
function tellsSomething({ targets, numbers, verdict, freeText }: Mentions): boolean {
  return freeText !== undefined || (targets.length > 0 && (verdict !== undefined || numbers.some(isFigure)))
}

/** 150/210, 85%, 62,5 triệu; a number by itself may be anything. */
function isFigure(number: NumberMention): boolean {
  return number.kind !== 'amount' || number.unit !== undefined
}

/** The commands that what was said is least unlike; none where it is like no sentence at all. */
function nearest(ranked: readonly Classified[], masked: readonly MaskedWord[], intents: Intents): string[] {
  const words = masked.filter(({ folded }) => !folded.startsWith('<'))
  if (words.length === intents.strangeWords(words) || !intents.isSaid(masked)) return []
  const commands = ranked.filter(({ label }) => !label.startsWith('<'))
  const least = commands.reduce((sum, { probability }) => sum + probability, 0) * NEAR
  return commands.flatMap(({ label, probability }) => (probability >= least ? [label] : [])).slice(0, 3)
}

/** "17 5", "17.13": numbers that are all of a message are a code where a criterion has such a number. */
function codeInNumbers(
  { numbers, targets: named, sets }: Mentions,
  masked: readonly MaskedWord[],
  targets: TargetIndex,
): void {
  const [first, second] = numbers
  if (first === undefined || named.length > 0 || masked.some(({ folded }) => folded !== '<n>' && folded !== '<s>'))
    return
  const code = numbers.map(({ text }) => text.replace(',', '.')).join('.')
  if (numbers.length > 2 || !/^\d{1,2}\.\d{1,2}$/.test(code)) return
  const readings = targets.codedIndicators(code, sets)
  if (readings === undefined || (second !== undefined && readings.length === 0)) return
  named.push({ text: code, kind: 'indicator', readings })
}

/** A criterion asked for as an indicator, or the other way round, is asked for as what was named. */
function meaning({ label, probability }: Classified, mentions: Mentions): Meaning {
  const kind = mentions.targets[0]?.kind
  // "Xã đạt bao nhiêu phần trăm phân loại rác" asks of that, not how the commune stands.
  const command = kind !== undefined && /^(criterion|indicator|status)$/.test(label) ? kind : label
  return { command, confidence: probability, mentions }
}
