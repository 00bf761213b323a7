/** The units that a message names: by name, with or without the word for their level, misspelt, unknown, or one's own. */
import { fillerLength } from './fillers.ts'
import { levelWordAt, type LevelWord } from './level-words.ts'
import type { MessageReading } from './message-reading.ts'
import {
  GO_ON_TOGETHER,
  GOES_ON,
  isCommonWord,
  MANY_BEFORE,
  MAY_GO_ON,
  NOT_A_NAME,
  NOT_REPORTED,
  OPENING,
  OTHERS_AFTER,
  OWN_AFTER,
  PLACING,
  UNIT_QUESTIONS,
} from './unit-words.ts'
import type { UnitRead } from './units.ts'

/** A word that the sentences use so often is a word rather than a unit's name. */
const COMMON = 40
const YEAR = /^20[123]\d$/
const COUNT_ASKED = /^(da |hien |moi )?(dat |duoc |dat duoc |co )(bao nhieu|may) (tieu chi|chi tieu)/

/** Finds the units of one message, asked token by token; each question answers with the token after the name. */
export class UnitMentions {
  readonly #reading: MessageReading
  /** Which tokens each unit's name takes. */
  readonly #spans: { start: number; end: number }[] = []

  constructor(reading: MessageReading) {
    this.#reading = reading
  }

  /** Whether the last unit's name ends right before `i`. */
  endsAt(i: number): boolean {
    return this.#spans.at(-1)?.end === i
  }

  withLevel(i: number): number | undefined {
    const level = levelWordAt(this.#reading.tokens, i)
    if (level === undefined) return undefined
    const { units } = this.#reading.lexicon
    const exact = units.exactAt(this.#reading.tokens, level.end, level.levels)
    if (exact !== undefined && this.#isName(exact, level.end)) return this.take(exact, level.end)
    const target = this.#reading.lexicon.targets.at(this.#reading.tokens, i, this.#reading.mentions.sets)
    if (target !== undefined && target.end > level.end) return undefined
    const sure = level.sure || this.#reading.isCapital(level.end)
    if (!sure) return undefined
    // What was mended into a word of the question may have been a misspelt name.
    const mended = this.#reading.tokens[level.end]?.typed !== this.#reading.folded[level.end]
    const noName = this.#isNoName(level.end, true)
    const near = noName && !mended ? undefined : units.misspeltAt(this.#reading.tokens, level.end, level.levels)
    if (near !== undefined) return this.take(near, level.end)
    if (noName) return level.plain ? this.#ownUnit(i, level) : undefined
    return level.plain || this.#reading.isCapital(level.end) ? this.#unknownUnit(i, level) : undefined
  }

  /** A unit without the word for its level: several words, or one that is written as a name. */
  withoutLevel(i: number): number | undefined {
    const token = this.#reading.tokens[i]
    if (token?.kind !== 'word') return undefined
    const { units, vocabulary } = this.#reading.lexicon
    const exact = units.exactAt(this.#reading.tokens, i)
    const capital = this.#reading.isCapital(i) && !this.#reading.shouted
    if (exact !== undefined) {
      const words = this.#reading.tokens.slice(i, exact.end)
      const joined = words.length === 1 && token.folded.length >= 7
      const common =
        words.length > 1
          ? isCommonWord(words.map(({ folded }) => folded).join(' ')) ||
            words.some(({ folded }, k) => k > 0 && vocabulary.pairCount(words[k - 1]?.folded ?? '', folded) > 0)
          : !joined
      const alone = i === 0 && exact.end === this.#reading.tokens.length && this.#standsAlone(i, exact)
      const named = capital && words.every((word) => word.capital) && exact.mention.exact && (words.length > 1 || i > 0)
      if (
        alone ||
        named ||
        this.isAskedAbout(i, exact) ||
        this.#isReportedOf(i, exact) ||
        (!common && exact.mention.exact) ||
        (!common && words.length > 1)
      )
        return this.take(exact, i)
    }
    const strange = !vocabulary.has(token.folded) || capital
    if (!strange || fillerLength(this.#reading.tokens, i) > 0) return undefined
    const near = units.misspeltAt(this.#reading.tokens, i)
    const words = this.#reading.tokens.slice(i, near?.end ?? i)
    const unlikely = words.every(({ folded }) => vocabulary.has(folded)) && !words.every((word) => word.capital)
    return near === undefined || unlikely || words.length < 2 ? undefined : this.take(near, i)
  }

  /** "mỹ lộc đạt mấy tiêu chí": two words that no question has together, asked how many criteria they have, are a unit's name. */
  unknown(i: number): number | undefined {
    const { vocabulary, targets } = this.#reading.lexicon
    const end = i + 2
    const [first, second] = this.#reading.tokens.slice(i, end)
    if (first?.kind !== 'word' || second?.kind !== 'word' || !this.#opens(i)) return undefined
    if (!COUNT_ASKED.test(this.#reading.folded.slice(end, end + 7).join(' '))) return undefined
    const isFree = (at: number): boolean =>
      fillerLength(this.#reading.tokens, at) === 0 &&
      !this.#isNoName(at, true) &&
      !OPENING.has(this.#reading.folded[at] ?? '') &&
      levelWordAt(this.#reading.tokens, at) === undefined &&
      targets.at(this.#reading.tokens, at, this.#reading.mentions.sets) === undefined
    if (vocabulary.pairCount(first.folded, second.folded) > 0 || !isFree(i) || !isFree(i + 1)) return undefined
    const near = this.#reading.lexicon.units.misspeltAt(this.#reading.tokens, i)
    if (near?.end === end) return this.take(near, i)
    this.#reading.mentions.unknownUnit ??= this.#reading.written(i, end)
    this.#reading.mask('<u>')
    return end
  }

  take({ mention, end }: UnitRead, from: number): number {
    const text = this.#reading.written(from, end)
    this.#reading.mentions.units.push({ ...mention, text })
    this.#spans.push({ start: from, end })
    this.#reading.mask('<u>')
    return end
  }

  /** "xã Đông Sơn, tỉnh Hà Tĩnh" is one unit: what lies above the one named just before only tells which it is. */
  place(): void {
    const { units } = this.#reading.mentions
    for (let k = units.length - 1; k > 0; k--) {
      const [inner, outer] = [units[k - 1], units[k]]
      const [innerSpan, outerSpan] = [this.#spans[k - 1], this.#spans[k]]
      if (!inner || !outer || !innerSpan || !outerSpan) continue
      const between = this.#reading.folded.slice(innerSpan.end, outerSpan.start)
      const below = inner.ids.filter((id) => outer.ids.some((above) => this.#reading.lexicon.units.isBelow(id, above)))
      if (below.length === 0 || !between.every((word) => PLACING.has(word))) continue
      inner.ids = below
      units.splice(k, 1)
      this.#spans.splice(k, 1)
    }
  }

  /** "xã hội" is no xã named "Hội". */
  #isName({ end }: UnitRead, from: number): boolean {
    const word = this.#reading.tokens[from]
    return (
      end > from + 1 ||
      word?.kind === 'number' ||
      !NOT_A_NAME.has(word?.folded ?? '') ||
      (word?.capital === true && !this.#reading.shouted)
    )
  }

  /** "xã mình", "thôn tôi", "xã": the speaker's own; "các xã", "xã nào" are not. */
  #ownUnit(i: number, { end, levels }: LevelWord): number | undefined {
    const next = this.#reading.folded[end] ?? ''
    const before = this.#reading.folded[i - 1] ?? ''
    // "Toàn tỉnh" is the one province, "toàn xã" rather all of its villages.
    const wholeProvince = before === 'toan' && levels[0] === 'tinh'
    const many = (MANY_BEFORE.has(before) && !wholeProvince) || this.#isEach(i - 1)
    if (OTHERS_AFTER.has(next) || many) return undefined
    if (next === 'hoi' || next === 'nghiep') return undefined
    const level = levels[0]
    this.#reading.mentions.ownUnit ??= level === undefined ? {} : { level }
    this.#reading.mask('<u>')
    let at = end
    while (OWN_AFTER.has(this.#reading.folded[at] ?? '') && at < end + 2) at++
    return at
  }

  /** "mỗi", "mọi"; not the "mới" of "nông thôn mới". */
  #isEach(i: number): boolean {
    const token = this.#reading.tokens[i]
    if (token?.folded !== 'moi') return false
    return (
      token.spelled === 'môi4' ||
      token.spelled === 'moi5' ||
      (token.spelled === 'moi' && this.#reading.folded[i - 1] !== 'thon')
    )
  }

  /** A name after "xã" that the lexicon does not have: its words up to what plainly is none. */
  #unknownUnit(i: number, { end, levels }: LevelWord): number | undefined {
    const many = MANY_BEFORE.has(this.#reading.folded[i - 1] ?? '') || this.#isEach(i - 1)
    let at = end
    while (at < this.#reading.tokens.length && at < end + 4) {
      const token = this.#reading.tokens[at]
      if (
        token === undefined ||
        token.kind === 'sign' ||
        (token.kind === 'number' &&
          (at > end || levels[0] !== 'thon' || this.#reading.lexicon.targets.isCodeAt(this.#reading.tokens, at)))
      )
        break
      if (
        at > end &&
        (this.#isNoName(at, at > end + 1) || (this.#reading.isCapital(end) && !this.#reading.shouted && !token.capital))
      )
        break
      if (
        at >= end + 2 &&
        (!token.capital || this.#reading.shouted) &&
        this.#reading.lexicon.vocabulary.has(token.folded)
      )
        break
      at++
    }
    if (at === end || many) return undefined
    this.#reading.mentions.unknownUnit ??= this.#reading.written(end, at)
    this.#reading.mask('<u>')
    return at
  }

  /** Whether nothing but "thế", "còn" and politeness stands before. */
  #opens(i: number): boolean {
    return this.#reading.folded
      .slice(0, i)
      .every((word, k) => OPENING.has(word) || fillerLength(this.#reading.tokens, k) > 0)
  }

  /** A name of one word says nothing alone where it is a word of questions ("chưa" is not thôn Chùa). */
  #standsAlone(i: number, { mention, end }: UnitRead): boolean {
    const token = this.#reading.tokens[i]
    if (token === undefined || end > i + 1) return true
    return (
      mention.exact && (token.spelled !== token.folded || this.#reading.lexicon.vocabulary.count(token.folded) < COMMON)
    )
  }

  /** "tân tiến thế nào", "hoa binh thanh hoa duoc may": what begins a question about a unit is its name, though it is a word too. */
  isAskedAbout(i: number, { mention, end }: UnitRead): boolean {
    if (end < i + 2 || !mention.exact) return false
    if (!this.#opens(i)) return false
    const [first = '', second = ''] = this.#reading.folded.slice(end, end + 2)
    if (UNIT_QUESTIONS.has(`${first} ${second}`) || YEAR.test(first) || (first === 'nam' && YEAR.test(second)))
      return true
    const above = this.#reading.lexicon.units.exactAt(this.#reading.tokens, end, ['tinh', 'huyen'])
    return (
      above !== undefined &&
      above.mention.ids.some((id) => mention.ids.some((own) => this.#reading.lexicon.units.isBelow(own, id)))
    )
  }

  /** "doai nuoc sach 98%", "Nội BHYT 90%": one word at the beginning, before what is reported of it with a figure. */
  #isReportedOf(i: number, { mention, end }: UnitRead): boolean {
    const { tokens, folded, lexicon, mentions } = this.#reading
    const token = tokens[i]
    if (token === undefined || end > i + 1 || !mention.exact || !this.#opens(i) || NOT_REPORTED.has(token.folded))
      return false
    if (!tokens.some(({ kind }) => kind === 'number')) return false
    const reports =
      (folded[end] === 'bao' && folded[end + 1] === 'cao') ||
      (folded[end] === 'con' && tokens[end + 1]?.kind === 'number')
    return reports || lexicon.targets.at(tokens, end, mentions.sets) !== undefined
  }

  /** Whether no unit's name can go on with this word; after a first word only what surely goes on with the question ends it. */
  #isNoName(i: number, strict: boolean): boolean {
    const token = this.#reading.tokens[i]
    if (token === undefined || token.kind === 'sign') return true
    if (token.kind === 'number') return strict && this.#reading.folded[i - 1] === 'xa'
    const capital = token.capital && !this.#reading.shouted
    if (capital && token.spelled !== token.folded) return false
    if (capital && this.#reading.isCapital(i + 1)) return false
    if (fillerLength(this.#reading.tokens, i) > 0 && !capital) return true
    // "xã nâng cao còn thiếu gì": the set is meant.
    if (!capital && this.#reading.lexicon.sets.at(this.#reading.tokens, i) !== undefined) return true
    if (!capital && GO_ON_TOGETHER.has(`${token.folded} ${this.#reading.folded[i + 1]}`)) return true
    return GOES_ON.has(token.folded) || (strict && MAY_GO_ON.has(token.folded))
  }
}
