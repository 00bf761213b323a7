/** The figures that a message names, and the lone number that may be a criterion's. */
import { fold } from './fold.ts'
import type { TargetMention } from './meaning.ts'
import type { MessageReading } from './message-reading.ts'
import { readMention } from './numbers.ts'
import type { Token } from './tokens.ts'

/** What has numbers of its own: tasks, schedules, groups, notices, reports. The last words, folded. */
const NUMBERED = new Set('viec vu lich nhom'.split(' '))

export class NumberMentions {
  readonly #reading: MessageReading
  /** Places in the mask of lone numbers, decided when all else is known. */
  readonly #loneNumbers: { token: Token; place: number }[] = []
  #loneCriterion: TargetMention | undefined

  constructor(reading: MessageReading) {
    this.#reading = reading
  }

  /** What the only number would be if a criterion were asked for. */
  get loneCriterion(): TargetMention | undefined {
    return this.#loneCriterion
  }

  at(i: number): number | undefined {
    const found = readMention(this.#reading.tokens, i, this.#reading.text)
    if (found === undefined) return undefined
    const { mention, end } = found
    const token = this.#reading.tokens[i]
    const lone = mention.kind === 'amount' && mention.unit === undefined && end === i + 1 && token?.kind === 'number'
    if (lone && token) this.#loneNumbers.push({ token, place: this.#reading.masked.length })
    else this.#reading.mentions.numbers.push(mention)
    this.#reading.mask(mention.kind === 'fraction' ? '<f>' : mention.kind === 'percent' ? '<%>' : '<n>')
    if (mention.kind === 'fraction') this.#targetWithin(i + 1, end)
    // "3 hộ nghèo": what is counted begins the indicator's name.
    if (mention.kind === 'amount' && end > i + 1 && this.#beginsTarget(end)) return end - 1
    const criteria = mention.kind === 'fraction' ? / (?:tieu chi|chi tieu)$/.exec(fold(mention.text)) : null
    if (criteria !== null) for (const word of criteria[0].trim().split(' ')) this.#reading.masked.push({ folded: word })
    // What is counted stays readable: "bao nhiêu tiêu chí" and "19 tiêu chí" are asked in the same words.
    if (mention.kind === 'amount' && mention.unit !== undefined)
      for (const word of mention.unit.split(' ')) this.#reading.masked.push({ folded: word })
    return end
  }

  #beginsTarget(end: number): boolean {
    const { tokens, lexicon, mentions } = this.#reading
    const target = lexicon.targets.at(tokens, end - 1, mentions.sets)
    return target?.kind === 'indicator' && target.end > end
  }

  /** "4 hộ nghèo trên 220 hộ": the indicator is named inside the fraction. */
  #targetWithin(from: number, end: number): void {
    if (this.#reading.mentions.targets.length > 0) return
    for (let i = from; i < end; i++) {
      const target = this.#reading.lexicon.targets.at(this.#reading.tokens, i, this.#reading.mentions.sets)
      if (target === undefined || target.kind !== 'indicator' || target.end > end) continue
      this.#reading.mentions.targets.push({
        text: this.#reading.written(i, target.end),
        kind: target.kind,
        readings: target.readings,
      })
      this.#reading.mask('<i>')
      return
    }
  }

  /** A number that stands alone may be a criterion's; what is asked decides, so both are kept. */
  settle(): void {
    const [lone] = this.#loneNumbers
    for (const { token } of this.#loneNumbers)
      this.#reading.mentions.numbers.push({
        kind: 'amount',
        value: Number(token.folded),
        text: this.#reading.writtenAt(token),
      })
    if (
      lone === undefined ||
      this.#loneNumbers.length > 1 ||
      this.#reading.mentions.targets.length > 0 ||
      this.#isOfOther(lone.token) ||
      this.#isArithmetic()
    )
      return
    const readings = this.#reading.lexicon.targets.bareNumber(lone.token, this.#reading.mentions.sets)
    if (readings === undefined) return
    this.#loneCriterion = { text: this.#reading.writtenAt(lone.token), kind: 'criterion', readings }
    this.#reading.masked[lone.place] = { folded: '<k>' }
  }

  /** "việc số 3", "lịch 2", "báo cáo 12": the number of what the bot itself counts, and no criterion's. */
  #isOfOther(token: Token): boolean {
    const at = this.#reading.tokens.indexOf(token)
    const [before, word] = [this.#reading.folded[at - 2] ?? '', this.#reading.folded[at - 1] ?? '']
    return NUMBERED.has(word === 'so' ? before : word)
  }

  #isArithmetic(): boolean {
    return this.#reading.tokens.some(({ kind, folded }) => kind === 'sign' && /[*+=^<>]/.test(folded))
  }
}
