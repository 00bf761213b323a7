/** What is named in a message, and the message with each name replaced by its class ("xã Đông Sơn đạt …" → `<u> dat …`). */
import { readDate } from './dates.ts'
import { fillerLength } from './fillers.ts'
import type { Mentions, TargetMention } from './meaning.ts'
import { readMention } from './numbers.ts'
import type { PeopleIndex } from './people.ts'
import { SHORTHAND } from './shorthand.ts'
import type { SetIndex } from './sets.ts'
import type { TargetIndex } from './targets.ts'
import { readTime } from './times.ts'
import type { Token } from './tokens.ts'
import { isCommonWord, levelWordAt, type LevelWord, type UnitIndex, type UnitRead } from './units.ts'
import {
  GOES_ON,
  MANY_BEFORE,
  MAY_GO_ON,
  NOT_A_NAME,
  OPENING,
  OTHERS_AFTER,
  OWN_AFTER,
  PLACING,
  UNIT_QUESTIONS,
} from './unit-words.ts'
import { verdictOf } from './verdict.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Lexicon {
  units: UnitIndex
  people: PeopleIndex
  sets: SetIndex
  targets: TargetIndex
  vocabulary: Vocabulary
}

/** A word of the masked message: a plain word, or a class such as `<u>`. */
export interface MaskedWord {
  folded: string
  spelled?: string
  mended?: boolean
  light?: boolean
}

export interface Found {
  mentions: Mentions
  masked: MaskedWord[]
  /** What the only number would be if a criterion were asked for. */
  loneCriterion?: TargetMention
  /** There is nothing but politeness. */
  polite: boolean
}

function noMentions(): Mentions {
  return { units: [], sets: [], targets: [], dates: [], times: [], numbers: [], people: [] }
}

/** Finds all mentions in the tokens of `text`. */
export function findMentions(tokens: readonly Token[], text: string, today: string, lexicon: Lexicon): Found {
  return new Finder(tokens, text, today, lexicon).run()
}

class Finder {
  readonly #tokens: readonly Token[]
  readonly #text: string
  readonly #today: string
  readonly #lexicon: Lexicon
  readonly #mentions = noMentions()
  readonly #masked: MaskedWord[] = []
  readonly #folded: string[]
  readonly #shouted: boolean
  /** Places in the mask of lone numbers, decided when all else is known. */
  readonly #loneNumbers: { token: Token; place: number }[] = []
  #loneCriterion: TargetMention | undefined
  /** Which tokens each unit's name takes. */
  readonly #unitSpans: { start: number; end: number }[] = []

  constructor(tokens: readonly Token[], text: string, today: string, lexicon: Lexicon) {
    this.#tokens = tokens
    this.#text = text
    this.#today = today
    this.#lexicon = lexicon
    this.#folded = tokens.map(({ folded }) => folded)
    const words = tokens.filter(({ kind }) => kind === 'word')
    this.#shouted = words.length > 1 && words.every(({ capital }) => capital)
  }

  run(): Found {
    this.#findSets()
    for (let i = 0; i < this.#tokens.length;) i = this.#step(i)
    this.#settleLoneNumbers()
    this.#placeUnits()
    // "NTM và NTM nâng cao": both, which is what no set says.
    if (BOTH.test(this.#masked.map(({ folded }) => folded).join(' '))) this.#mentions.sets = []
    this.#maskParaphrase()
    const verdict = verdictOf(this.#tokens)
    if (verdict !== undefined) this.#mentions.verdict = verdict
    // Where there is hardly anything but politeness, the politeness is what is said.
    const polite = this.#masked.length === 0
    if (this.#masked.length < 3 && this.#masked.every(({ folded }) => !folded.startsWith('<'))) {
      this.#masked.length = 0
      this.#tokens.forEach((token, i) => this.#word(i, token))
    }
    return { mentions: this.#mentions, masked: this.#masked, loneCriterion: this.#loneCriterion, polite }
  }

  /** Sets first: they decide what the other names mean. */
  #findSets(): void {
    for (let i = 0; i < this.#tokens.length; i++) {
      const set = this.#lexicon.sets.at(this.#tokens, i)
      if (set === undefined) continue
      for (const id of set.ids) if (!this.#mentions.sets.includes(id)) this.#mentions.sets.push(id)
      i = set.end - 1
    }
  }

  /** Takes up what stands at `i`; the token after it. */
  #step(i: number): number {
    const token = this.#tokens[i]
    if (token === undefined) return i + 1
    return (
      this.#set(i) ??
      this.#unitWithLevel(i) ??
      this.#timeOrDate(i) ??
      this.#target(i) ??
      this.#number(i) ??
      this.#person(i) ??
      this.#unit(i) ??
      this.#nobodysName(i) ??
      this.#filler(i) ??
      this.#word(i, token)
    )
  }

  #set(i: number): number | undefined {
    const set = this.#lexicon.sets.at(this.#tokens, i)
    // A name that begins here and goes on beyond is no set's ("nâng cao chất lượng dân quân").
    if (set === undefined) return undefined
    this.#mask('<s>')
    return set.end
  }

  #unitWithLevel(i: number): number | undefined {
    const level = levelWordAt(this.#tokens, i)
    if (level === undefined) return undefined
    const { units } = this.#lexicon
    const exact = units.exactAt(this.#tokens, level.end, level.levels)
    if (exact !== undefined && this.#isName(exact, level.end)) return this.#takeUnit(exact, level.end)
    const target = this.#lexicon.targets.at(this.#tokens, i, this.#mentions.sets)
    if (target !== undefined && target.end > level.end) return undefined
    const sure = level.sure || this.#isCapital(level.end)
    if (!sure) return undefined
    // What was mended into a word of the question may have been a misspelt name.
    const mended = this.#tokens[level.end]?.typed !== this.#folded[level.end]
    const noName = this.#isNoName(level.end, true)
    const near = noName && !mended ? undefined : units.misspeltAt(this.#tokens, level.end, level.levels)
    if (near !== undefined) return this.#takeUnit(near, level.end)
    if (noName) return level.plain ? this.#ownUnit(i, level) : undefined
    return level.plain || this.#isCapital(level.end) ? this.#unknownUnit(i, level) : undefined
  }

  #takeUnit({ mention, end }: UnitRead, from: number): number {
    const text = this.#written(from, end)
    this.#mentions.units.push({ ...mention, text })
    this.#unitSpans.push({ start: from, end })
    this.#mask('<u>')
    return end
  }

  /** "xã hội" is no xã named "Hội". */
  #isName({ end }: UnitRead, from: number): boolean {
    const word = this.#tokens[from]
    return (
      end > from + 1 ||
      word?.kind === 'number' ||
      !NOT_A_NAME.has(word?.folded ?? '') ||
      (word?.capital === true && !this.#shouted)
    )
  }

  /** "xã mình", "thôn tôi", "xã": the speaker's own; "các xã", "xã nào" are not. */
  #ownUnit(i: number, { end, levels }: LevelWord): number | undefined {
    const next = this.#folded[end] ?? ''
    const before = this.#folded[i - 1] ?? ''
    // "Toàn tỉnh" is the one province, "toàn xã" rather all of its villages.
    const wholeProvince = before === 'toan' && levels[0] === 'tinh'
    const many = (MANY_BEFORE.has(before) && !wholeProvince) || this.#isEach(i - 1)
    if (OTHERS_AFTER.has(next) || many) return undefined
    if (next === 'hoi' || next === 'nghiep') return undefined
    const level = levels[0]
    this.#mentions.ownUnit ??= level === undefined ? {} : { level }
    this.#mask('<u>')
    let at = end
    while (OWN_AFTER.has(this.#folded[at] ?? '') && at < end + 2) at++
    return at
  }

  /** "mỗi", "mọi"; not the "mới" of "nông thôn mới". */
  #isEach(i: number): boolean {
    const token = this.#tokens[i]
    if (token?.folded !== 'moi') return false
    return (
      token.spelled === 'môi4' ||
      token.spelled === 'moi5' ||
      (token.spelled === 'moi' && this.#folded[i - 1] !== 'thon')
    )
  }

  /** A name after "xã" that the lexicon does not have: its words up to what plainly is none. */
  #unknownUnit(i: number, { end, levels }: LevelWord): number | undefined {
    const many = MANY_BEFORE.has(this.#folded[i - 1] ?? '') || this.#isEach(i - 1)
    let at = end
    while (at < this.#tokens.length && at < end + 4) {
      const token = this.#tokens[at]
      if (
        token === undefined ||
        token.kind === 'sign' ||
        (token.kind === 'number' && (at > end || levels[0] !== 'thon'))
      )
        break
      if (at > end && (this.#isNoName(at, at > end + 1) || (this.#isCapital(end) && !this.#shouted && !token.capital)))
        break
      if (at >= end + 2 && (!token.capital || this.#shouted) && this.#lexicon.vocabulary.has(token.folded)) break
      at++
    }
    if (at === end || many) return undefined
    this.#mentions.unknownUnit ??= this.#written(end, at)
    this.#mask('<u>')
    return at
  }

  #timeOrDate(i: number): number | undefined {
    const time = readTime(this.#tokens, i)
    if (time !== undefined) {
      this.#mentions.times.push(time.time)
      this.#mask('<t>')
      return time.end
    }
    const date = readDate(this.#tokens, i, this.#today, this.#text) ?? this.#yearOfUnit(i)
    if (date === undefined) return undefined
    // "17.5" and "2/3 hộ" are read as what they are elsewhere.
    const fraction = this.#tokens[i]?.kind === 'number' ? readMention(this.#tokens, i, this.#text) : undefined
    if (fraction?.mention.kind === 'fraction' && fraction.end > date.end) return undefined
    this.#mentions.dates.push(date.mention)
    this.#mask('<d>')
    return date.end
  }

  /** "Trung Lương 2023": a year right after a unit is when it is asked about. */
  #yearOfUnit(i: number): ReturnType<typeof readDate> {
    const token = this.#tokens[i]
    if (token?.kind !== 'number' || !YEAR.test(token.folded)) return undefined
    if (this.#unitSpans.at(-1)?.end !== i || this.#tokens[i + 1]?.kind === 'number') return undefined
    const year = token.folded
    return { mention: { text: this.#writtenAt(token), from: `${year}-01-01`, to: `${year}-12-31` }, end: i + 1 }
  }

  #target(i: number): number | undefined {
    const { targets, units } = this.#lexicon
    const target = targets.at(this.#tokens, i, this.#mentions.sets)
    if (target === undefined) return undefined
    const unit = units.exactAt(this.#tokens, i)
    if (unit !== undefined && unit.end >= target.end && this.#isCapital(i) && !this.#shouted) return undefined
    // "điện bàn đạt mấy tiêu chí": the longer name, where it is what the question is about.
    if (unit !== undefined && unit.end > target.end && this.#isAskedAbout(i, unit)) return undefined
    this.#mentions.targets.push({ text: this.#written(i, target.end), kind: target.kind, readings: target.readings })
    this.#mask(target.kind === 'criterion' ? '<c>' : '<i>')
    // "nhà văn hóa thôn Đoài": the name ends in the word that the unit needs.
    const last = target.end - 1
    const level = levelWordAt(this.#tokens, last)
    const after = level && units.exactAt(this.#tokens, level.end, level.levels)
    return after && level ? this.#takeUnit(after, level.end) : target.end
  }

  #number(i: number): number | undefined {
    const found = readMention(this.#tokens, i, this.#text)
    if (found === undefined) return undefined
    const { mention, end } = found
    const token = this.#tokens[i]
    const lone = mention.kind === 'amount' && mention.unit === undefined && end === i + 1 && token?.kind === 'number'
    if (lone && token) this.#loneNumbers.push({ token, place: this.#masked.length })
    else this.#mentions.numbers.push(mention)
    this.#mask(mention.kind === 'fraction' ? '<f>' : mention.kind === 'percent' ? '<%>' : '<n>')
    if (mention.kind === 'fraction') this.#targetWithin(i + 1, end)
    // What is counted stays readable: "bao nhiêu tiêu chí" and "19 tiêu chí" are asked in the same words.
    if (mention.kind === 'amount' && mention.unit !== undefined)
      for (const word of mention.unit.split(' ')) this.#masked.push({ folded: word })
    return end
  }

  /** "4 hộ nghèo trên 220 hộ": the indicator is named inside the fraction. */
  #targetWithin(from: number, end: number): void {
    if (this.#mentions.targets.length > 0) return
    for (let i = from; i < end; i++) {
      const target = this.#lexicon.targets.at(this.#tokens, i, this.#mentions.sets)
      if (target === undefined || target.kind !== 'indicator' || target.end > end) continue
      this.#mentions.targets.push({ text: this.#written(i, target.end), kind: target.kind, readings: target.readings })
      this.#mask('<i>')
      return
    }
  }

  #person(i: number): number | undefined {
    const person = this.#lexicon.people.at(this.#tokens, i, this.#text)
    if (person === undefined) return undefined
    this.#mentions.people.push(person.mention)
    this.#mask('<p>')
    return person.end
  }

  /** A unit without the word for its level: several words, or one that is written as a name. */
  #unit(i: number): number | undefined {
    const token = this.#tokens[i]
    if (token?.kind !== 'word') return undefined
    const { units, vocabulary } = this.#lexicon
    const exact = units.exactAt(this.#tokens, i)
    const capital = this.#isCapital(i) && !this.#shouted
    if (exact !== undefined) {
      const words = this.#tokens.slice(i, exact.end)
      const joined = words.length === 1 && token.folded.length >= 7
      const common =
        words.length > 1
          ? isCommonWord(words.map(({ folded }) => folded).join(' ')) ||
            words.some(({ folded }, k) => k > 0 && vocabulary.pairCount(words[k - 1]?.folded ?? '', folded) > 0)
          : !joined
      const alone = i === 0 && exact.end === this.#tokens.length && this.#standsAlone(i, exact)
      const named = capital && words.every((word) => word.capital) && exact.mention.exact && (words.length > 1 || i > 0)
      if (
        alone ||
        named ||
        this.#isAskedAbout(i, exact) ||
        (!common && exact.mention.exact) ||
        (!common && words.length > 1)
      )
        return this.#takeUnit(exact, i)
    }
    const strange = !vocabulary.has(token.folded) || capital
    if (!strange || fillerLength(this.#tokens, i) > 0) return undefined
    const near = units.misspeltAt(this.#tokens, i)
    const words = this.#tokens.slice(i, near?.end ?? i)
    const unlikely = words.every(({ folded }) => vocabulary.has(folded)) && !words.every((word) => word.capital)
    return near === undefined || unlikely || words.length < 2 ? undefined : this.#takeUnit(near, i)
  }

  /** "mỹ lộc đạt mấy tiêu chí": two words that no question has together, asked how many criteria they have, are a unit's name. */
  #nobodysName(i: number): number | undefined {
    const { vocabulary, targets } = this.#lexicon
    const end = i + 2
    const [first, second] = this.#tokens.slice(i, end)
    if (first?.kind !== 'word' || second?.kind !== 'word' || !this.#opens(i)) return undefined
    if (!COUNT_ASKED.test(this.#folded.slice(end, end + 7).join(' '))) return undefined
    const isFree = (at: number): boolean =>
      fillerLength(this.#tokens, at) === 0 &&
      !this.#isNoName(at, true) &&
      !OPENING.has(this.#folded[at] ?? '') &&
      levelWordAt(this.#tokens, at) === undefined &&
      targets.at(this.#tokens, at, this.#mentions.sets) === undefined
    if (vocabulary.pairCount(first.folded, second.folded) > 0 || !isFree(i) || !isFree(i + 1)) return undefined
    this.#mentions.unknownUnit ??= this.#written(i, end)
    this.#mask('<u>')
    return end
  }

  /** Whether nothing but "thế", "còn" and politeness stands before. */
  #opens(i: number): boolean {
    return this.#folded.slice(0, i).every((word, k) => OPENING.has(word) || fillerLength(this.#tokens, k) > 0)
  }

  /** A name of one word says nothing alone where it is a word of questions ("chưa" is not thôn Chùa). */
  #standsAlone(i: number, { mention, end }: UnitRead): boolean {
    const token = this.#tokens[i]
    if (token === undefined || end > i + 1) return true
    return mention.exact && (token.spelled !== token.folded || this.#lexicon.vocabulary.count(token.folded) < COMMON)
  }

  /** "tân tiến thế nào", "hoa binh thanh hoa duoc may": what begins a question about a unit is its name, though it is a word too. */
  #isAskedAbout(i: number, { mention, end }: UnitRead): boolean {
    if (end < i + 2 || !mention.exact) return false
    if (!this.#opens(i)) return false
    const [first = '', second = ''] = this.#folded.slice(end, end + 2)
    if (UNIT_QUESTIONS.has(`${first} ${second}`) || YEAR.test(first) || (first === 'nam' && YEAR.test(second)))
      return true
    const above = this.#lexicon.units.exactAt(this.#tokens, end, ['tinh', 'huyen'])
    return (
      above !== undefined &&
      above.mention.ids.some((id) => mention.ids.some((own) => this.#lexicon.units.isBelow(own, id)))
    )
  }

  #filler(i: number): number | undefined {
    const length = fillerLength(this.#tokens, i)
    return length > 0 ? i + length : undefined
  }

  #word(i: number, { kind, folded, spelled, typed }: Token): number {
    if (kind === 'word') {
      if (folded === 'nong' && this.#folded[i + 1] === 'thon' && this.#folded[i + 2] === 'moi') {
        this.#mask('<ntm>')
        return i + 3
      }
      this.#masked.push({
        folded,
        spelled,
        mended: typed !== folded && typed !== '' && !SHORTHAND.has(typed),
        light: this.#isParticle(i),
      })
    }
    return i + 1
  }

  /** "thế cái … nó thì …": what speech strews in. */
  #isParticle(i: number): boolean {
    const { folded, spelled } = this.#tokens[i] ?? { folded: '', spelled: '' }
    const expected = PARTICLES[folded]
    if (expected === undefined || (spelled !== folded && spelled !== expected)) return false
    return folded !== 'the' || this.#folded[i + 1] !== 'nao'
  }

  /** A number that stands alone may be a criterion's; what is asked decides, so both are kept. */
  #settleLoneNumbers(): void {
    const [lone] = this.#loneNumbers
    for (const { token } of this.#loneNumbers)
      this.#mentions.numbers.push({ kind: 'amount', value: Number(token.folded), text: this.#writtenAt(token) })
    if (lone === undefined || this.#loneNumbers.length > 1 || this.#mentions.targets.length > 0 || this.#isArithmetic())
      return
    const readings = this.#lexicon.targets.bareNumber(lone.token, this.#mentions.sets)
    if (readings === undefined) return
    this.#loneCriterion = { text: this.#writtenAt(lone.token), kind: 'criterion', readings }
    this.#masked[lone.place] = { folded: '<k>' }
  }

  /** Several neighbouring words of one name are as good as the name. */
  #maskParaphrase(): void {
    if (this.#mentions.targets.length > 0 || this.#loneCriterion !== undefined) return
    const places = this.#masked.flatMap(({ folded }, place) => (folded.startsWith('<') ? [] : [place]))
    const words = places.map((place) => this.#masked[place]?.folded ?? '')
    const found = this.#lexicon.targets.paraphrased(words, this.#mentions.sets)
    if (found === undefined || found.pairs < 2) return
    const [from, last] = [places[found.from], places[found.end - 1]]
    // What lies between has to be words alone: a name in the middle parts them.
    if (from === undefined || last === undefined || last - from !== found.end - 1 - found.from) return
    this.#masked.splice(from, last - from + 1, { folded: found.kind === 'criterion' ? '<c>' : '<i>' })
    this.#mentions.targets.push({
      text: words.slice(found.from, found.end).join(' '),
      kind: found.kind,
      readings: found.readings,
    })
  }

  #isArithmetic(): boolean {
    return this.#tokens.some(({ kind, folded }) => kind === 'sign' && /[*+=^<>]/.test(folded))
  }

  /** "xã Đông Sơn, tỉnh Hà Tĩnh" is one unit: what lies above the one named just before only tells which it is. */
  #placeUnits(): void {
    const { units } = this.#mentions
    for (let k = units.length - 1; k > 0; k--) {
      const [inner, outer] = [units[k - 1], units[k]]
      const [innerSpan, outerSpan] = [this.#unitSpans[k - 1], this.#unitSpans[k]]
      if (!inner || !outer || !innerSpan || !outerSpan) continue
      const between = this.#folded.slice(innerSpan.end, outerSpan.start)
      const below = inner.ids.filter((id) => outer.ids.some((above) => this.#lexicon.units.isBelow(id, above)))
      if (below.length === 0 || !between.every((word) => PLACING.has(word))) continue
      inner.ids = below
      units.splice(k, 1)
      this.#unitSpans.splice(k, 1)
    }
  }

  /** Whether no unit's name can go on with this word; after a first word only what surely goes on with the question ends it. */
  #isNoName(i: number, strict: boolean): boolean {
    const token = this.#tokens[i]
    if (token === undefined || token.kind === 'sign') return true
    if (token.kind === 'number') return strict && this.#folded[i - 1] === 'xa'
    const capital = token.capital && !this.#shouted
    if (capital && token.spelled !== token.folded) return false
    if (capital && this.#isCapital(i + 1)) return false
    if (fillerLength(this.#tokens, i) > 0 && !capital) return true
    return GOES_ON.has(token.folded) || (strict && MAY_GO_ON.has(token.folded))
  }

  #mask(name: string): void {
    this.#masked.push({ folded: name })
  }

  #isCapital(i: number): boolean {
    return this.#tokens[i]?.capital === true
  }

  #written(from: number, end: number): string {
    return this.#text.slice(this.#tokens[from]?.start, this.#tokens[end - 1]?.end)
  }

  #writtenAt(token: Token): string {
    return this.#text.slice(token.start, token.end)
  }
}

const PARTICLES: Record<string, string> = { the: 'thê2', thi: 'thi1', cai: 'cai2', ay: 'ây2', no: 'no2' }
/** A word that the sentences use so often is a word rather than a unit's name. */
const COMMON = 40
const BOTH = /<ntm> (va|voi|lan|cung) <s>|<s> (va|voi|lan|cung) <ntm>/
const YEAR = /^20[123]\d$/
const COUNT_ASKED = /^(da |hien |moi )?(dat |duoc |dat duoc |co )(bao nhieu|may) (tieu chi|chi tieu)/
