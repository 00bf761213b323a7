/** What is named in a message, and the message with each name replaced by its class ("xã Đông Sơn đạt …" → `<u> dat …`). */
import { readDate } from './dates.ts'
import { fillerLength } from './fillers.ts'
import { initialsAt } from './initials.ts'
import { levelWordAt } from './level-words.ts'
import type { Mentions, TargetMention } from './meaning.ts'
import { MessageReading, type Lexicon, type MaskedWord } from './message-reading.ts'
import { NumberMentions } from './number-mentions.ts'
import { readMention } from './numbers.ts'
import { SHORTHAND } from './shorthand.ts'
import { strangerAt } from './people.ts'
import { readTime } from './times.ts'
import type { TargetRead } from './targets.ts'
import type { Token } from './tokens.ts'
import { UnitMentions } from './unit-mentions.ts'
import { verdictOf } from './verdict.ts'

export interface Found {
  mentions: Mentions
  masked: MaskedWord[]
  /** What the only number would be if a criterion were asked for. */
  loneCriterion?: TargetMention
  /** There is nothing but politeness. */
  polite: boolean
}

/** What speech strews in, by its folded form. */
const PARTICLES: Record<string, string> = { the: 'thê2', thi: 'thi1', cai: 'cai2', ay: 'ây2', no: 'no2' }
/** "Đắt", "đất": with their marks they are not "đạt". */
const OTHER_WORDS = new Set(['đăt2', 'đât2'])
const BOTH = /<ntm> (va|voi|lan|cung) <s>|<s> (va|voi|lan|cung) <ntm>/
const YEAR = /^20[123]\d$/

/** Finds all mentions in the tokens of `text`. */
export function findMentions(tokens: readonly Token[], text: string, today: string, lexicon: Lexicon): Found {
  return new Finder(new MessageReading(tokens, text, today, lexicon)).run()
}

class Finder {
  readonly #reading: MessageReading
  readonly #units: UnitMentions
  readonly #numbers: NumberMentions

  constructor(reading: MessageReading) {
    this.#reading = reading
    this.#units = new UnitMentions(reading)
    this.#numbers = new NumberMentions(reading)
  }

  run(): Found {
    this.#findSets()
    for (let i = 0; i < this.#reading.tokens.length;) i = this.#step(i)
    this.#numbers.settle()
    this.#units.place()
    // "NTM và NTM nâng cao": both, which is what no set says.
    if (BOTH.test(this.#reading.masked.map(({ folded }) => folded).join(' '))) this.#reading.mentions.sets = []
    this.#leavePlace()
    this.#maskParaphrase()
    const verdict = verdictOf(this.#reading.tokens)
    if (verdict !== undefined) this.#reading.mentions.verdict = verdict
    // Where there is hardly anything but politeness, the politeness is what is said.
    const polite = this.#reading.masked.length === 0
    if (this.#reading.masked.length < 3 && this.#reading.masked.every(({ folded }) => !folded.startsWith('<'))) {
      this.#reading.masked.length = 0
      this.#reading.tokens.forEach((token, i) => this.#word(i, token))
    }
    return {
      mentions: this.#reading.mentions,
      masked: this.#reading.masked,
      loneCriterion: this.#numbers.loneCriterion,
      polite,
    }
  }

  /** Sets first: they decide what the other names mean. */
  #findSets(): void {
    for (let i = 0; i < this.#reading.tokens.length; i++) {
      const set = this.#reading.lexicon.sets.at(this.#reading.tokens, i)
      if (set === undefined) continue
      for (const id of set.ids) if (!this.#reading.mentions.sets.includes(id)) this.#reading.mentions.sets.push(id)
      i = set.end - 1
    }
  }

  /** Takes up what stands at `i`; the token after it. */
  #step(i: number): number {
    const token = this.#reading.tokens[i]
    if (token === undefined) return i + 1
    return (
      this.#set(i) ??
      this.#initials(i) ??
      this.#units.withLevel(i) ??
      this.#timeOrDate(i) ??
      this.#target(i) ??
      this.#numbers.at(i) ??
      this.#person(i) ??
      this.#units.withoutLevel(i) ??
      this.#units.unknown(i) ??
      this.#filler(i) ??
      this.#word(i, token)
    )
  }

  #initials(i: number): number | undefined {
    const found = initialsAt(this.#reading, i)
    return found && this.#units.take(found, i)
  }

  #set(i: number): number | undefined {
    const set = this.#reading.lexicon.sets.at(this.#reading.tokens, i)
    // A name that begins here and goes on beyond is no set's ("nâng cao chất lượng dân quân").
    if (set === undefined) return undefined
    this.#reading.mask('<s>')
    return set.end
  }

  #timeOrDate(i: number): number | undefined {
    const time = readTime(this.#reading.tokens, i)
    if (time !== undefined) {
      this.#reading.mentions.times.push(time.time)
      this.#reading.mask('<t>')
      return time.end
    }
    if (this.#isHowOften(i)) return undefined
    const date = readDate(this.#reading.tokens, i, this.#reading.today, this.#reading.text) ?? this.#yearOfUnit(i)
    if (date === undefined) return undefined
    // "17.5" and "2/3 hộ" are read as what they are elsewhere.
    const fraction =
      this.#reading.tokens[i]?.kind === 'number' ? readMention(this.#reading.tokens, i, this.#reading.text) : undefined
    if (fraction?.mention.kind === 'fraction' && fraction.end > date.end) return undefined
    this.#reading.mentions.dates.push(date.mention)
    this.#reading.mask('<d>')
    return date.end
  }

  /** "mỗi tháng một lần" is no January, and "mấy năm nay" not this year. */
  #isHowOften(i: number): boolean {
    const { folded } = this.#reading
    const before = folded[i - 1] ?? ''
    if (/^(moi|hang|may)$/.test(before) && folded[i + 2] === 'lan') return true
    return (
      /^(may|nhieu|vai|cac|nhung)$/.test(before) &&
      folded[i - 2] !== 'nuoc' &&
      /^(nay|gan|qua|truoc)$/.test(folded[i + 1] ?? '')
    )
  }

  /** "Trung Lương 2023": a year right after a unit is when it is asked about. */
  #yearOfUnit(i: number): ReturnType<typeof readDate> {
    const token = this.#reading.tokens[i]
    if (token?.kind !== 'number' || !YEAR.test(token.folded)) return undefined
    if (!this.#units.endsAt(i) || this.#reading.tokens[i + 1]?.kind === 'number') return undefined
    const year = token.folded
    return { mention: { text: this.#reading.writtenAt(token), from: `${year}-01-01`, to: `${year}-12-31` }, end: i + 1 }
  }

  #target(i: number): number | undefined {
    const { targets, units } = this.#reading.lexicon
    const target = targets.at(this.#reading.tokens, i, this.#reading.mentions.sets)
    if (target === undefined) return undefined
    const unit = units.exactAt(this.#reading.tokens, i)
    if (unit !== undefined && unit.end >= target.end && this.#reading.isCapital(i) && !this.#reading.shouted)
      return undefined
    // "điện bàn đạt mấy tiêu chí": the longer name, where it is what the question is about.
    if (unit !== undefined && unit.end > target.end && this.#units.isAskedAbout(i, unit)) return undefined
    const end = this.#untilUnit(target)
    this.#reading.mentions.targets.push({
      text: this.#reading.written(i, end),
      kind: target.kind,
      readings: target.readings,
    })
    this.#reading.mask(target.kind === 'criterion' ? '<c>' : '<i>')
    // "nhà văn hóa thôn Đoài": the name ends in the word that the unit needs.
    const last = end - 1
    const level = levelWordAt(this.#reading.tokens, last)
    const after = level && units.exactAt(this.#reading.tokens, level.end, level.levels)
    return after && level ? this.#units.take(after, level.end) : end
  }

  /** "thu nhap binh quan binh an": the words that go on with a name end where a unit's name begins. */
  #untilUnit({ named, end }: TargetRead): number {
    for (let at = named ?? end; at < end; at++) {
      const unit = this.#reading.lexicon.units.exactAt(this.#reading.tokens, at)
      if (unit !== undefined && unit.mention.exact && unit.end > end && unit.end > at + 1) return at
    }
    return end
  }

  #person(i: number): number | undefined {
    const person = this.#reading.lexicon.people.at(this.#reading.tokens, i, this.#reading.text)
    if (person === undefined) {
      const end = this.#reading.shouted ? undefined : strangerAt(this.#reading.tokens, i)
      if (end !== undefined) this.#reading.mask('<p>')
      return end
    }
    this.#reading.mentions.people.push(person.mention)
    this.#reading.mask('<p>')
    return person.end
  }

  #filler(i: number): number | undefined {
    const length = fillerLength(this.#reading.tokens, i)
    return length > 0 ? i + length : undefined
  }

  #word(i: number, { kind, folded, spelled, typed }: Token): number {
    if (kind === 'word') {
      if (folded === 'nong' && this.#reading.folded[i + 1] === 'thon' && this.#reading.folded[i + 2] === 'moi') {
        this.#reading.mask('<ntm>')
        return i + 3
      }
      this.#reading.masked.push({
        folded: OTHER_WORDS.has(spelled) ? spelled : folded,
        spelled,
        mended: typed !== folded && typed !== '' && !SHORTHAND.has(typed),
        light: this.#isParticle(i),
      })
    }
    return i + 1
  }

  /** "thế cái … nó thì …": what speech strews in. */
  #isParticle(i: number): boolean {
    const { folded, spelled } = this.#reading.tokens[i] ?? { folded: '', spelled: '' }
    const expected = PARTICLES[folded]
    if (expected === undefined || (spelled !== folded && spelled !== expected)) return false
    return folded !== 'the' || this.#reading.folded[i + 1] !== 'nao'
  }

  /** "nhà văn hóa có wifi chưa": where something is to be, and what; only the latter is asked for. */
  #leavePlace(): void {
    const [place, what] = this.#reading.mentions.targets
    if (place?.kind !== 'criterion' || what?.kind !== 'indicator') return
    const { masked } = this.#reading
    const at = masked.findIndex(({ folded }) => folded === '<c>')
    const between = masked[at + 1]?.folded === 'da' ? 2 : 1
    if (masked[at + between]?.folded !== 'co' || masked[at + between + 1]?.folded !== '<i>') return
    masked.splice(at, 1)
    this.#reading.mentions.targets.shift()
  }

  /** Several neighbouring words of one name are as good as the name. */
  #maskParaphrase(): void {
    if (this.#reading.mentions.targets.length > 0 || this.#numbers.loneCriterion !== undefined) return
    const places = this.#reading.masked.flatMap(({ folded }, place) => (folded.startsWith('<') ? [] : [place]))
    const words = places.map((place) => this.#reading.masked[place]?.folded ?? '')
    const { targets } = this.#reading.lexicon
    if (targets.pairsIn(words) < 2) return
    const found = targets.paraphrased(words, this.#reading.mentions.sets)
    if (found === undefined || found.pairs < 2) return
    const [from, last] = [places[found.from], places[found.end - 1]]
    // What lies between has to be words alone: a name in the middle parts them.
    if (from === undefined || last === undefined || last - from !== found.end - 1 - found.from) return
    this.#reading.masked.splice(from, last - from + 1, { folded: found.kind === 'criterion' ? '<c>' : '<i>' })
    this.#reading.mentions.targets.push({
      text: words.slice(found.from, found.end).join(' '),
      kind: found.kind,
      readings: found.readings,
    })
  }
}
