/** Criteria and indicators: by code, by number, by name, by the words people use for them, by a paraphrase. */
import { fold } from './fold.ts'
import type { LexiconSet, TargetMention } from './meaning.ts'
import { readNumber } from './numbers.ts'
import { PhraseIndex } from './phrases.ts'
import { SYNONYMS } from './synonyms.ts'
import type { Token } from './tokens.ts'

export interface TargetRead {
  kind: TargetMention['kind']
  readings: TargetMention['readings']
  end: number
}

/** Words taken for a name that none of them is outright. */
export interface Paraphrase {
  kind: TargetMention['kind']
  readings: TargetMention['readings']
  /** How much of the words that say something is explained, 0–1. */
  share: number
  /** How many pairs of neighbouring words stand so in the name. */
  pairs: number
  /** The words that are explained lie in `[from, end)`. */
  from: number
  end: number
}

/** Words that stand in few names; only they can point to one. */
const RARE = 2.2
/** Scores so near to the best are as good a reading. */
const ALIKE = 0.85
/** And in another set so near is enough. */
const ELSEWHERE = 0.6
const MOST_READINGS = 6
/** What a word that is not written but meant counts. */
const MEANT = 0.8

interface Entry {
  kind: 'criterion' | 'indicator'
  set: string
  code: string
}

/** Words of a name that say nothing about which it is. */
const EMPTY_WORDS = new Set(
  `co cua va cac theo duoc dat tu tro len quy dinh dam bao xa thon ban ap ho ty le tren dia so muc cho nhung voi hoac trong
  ve la o de khong den tai mot nguoi gia dinh hoat dong thuc hien cap it nhat phu hop doi yeu cau hang nam ap dung ca nam nu
  tieu chi chi tieu bao nhieu nao the sao gi dau roi chua con thi nhu ra lam hien nay viet minh toi em anh chi bi dan may
  phan tram xu ly den dang duoc mat tinh hinh it bao gio lan cai dat du xong hoan thanh nua nhi ha vay a co phai thay rang mo
  trien khai ket qua tien so lieu bn phai ma may muon nop gui xin bao cao hoi biet xem can
  no quyet dap ung gom nguon`.split(/\s+/),
)
/** Without marks, "moi truong thon" is the village head who is invited, not the environment. */
const NOT_BEFORE: Record<string, ReadonlySet<string>> = {
  moitruong: new Set('thon xom ap ban khu to buon lang'.split(' ')),
}

/** Parts of names that are too common to name a criterion by themselves. */
const TOO_COMMON = new Set(['thông tin', 'đào tạo', 'phát triển kinh tế nông thôn', 'công nghệ', 'hạ tầng'])

export class TargetIndex {
  readonly #phrases = new PhraseIndex<Entry>()
  /** Halves of criteria's names, which are weaker than any name. */
  readonly #parts = new PhraseIndex<Entry>()
  readonly #entries = new Map<string, Entry>()
  readonly #sets: readonly LexiconSet[]
  readonly #mostCriteria: number
  /** Word or pair of words → the entries whose names hold it, with its weight there. */
  readonly #words = new Map<string, Map<Entry, number>>()
  readonly #rarity = new Map<string, number>()

  constructor(sets: readonly LexiconSet[]) {
    this.#sets = sets
    this.#mostCriteria = Math.max(0, ...sets.flatMap(({ criteria }) => criteria.map(({ no }) => no)))
    for (const set of sets) {
      for (const { no, name, aliases, indicators } of set.criteria) {
        const criterion = this.#entry('criterion', set.id, String(no))
        for (const words of [name, ...aliases]) this.#phrases.add(words, criterion)
        for (const words of partsOf(name)) this.#parts.add(words, criterion)
        this.#indexWords(criterion, [name, ...aliases])
        for (const indicator of indicators) {
          const entry = this.#entry('indicator', set.id, indicator.code)
          for (const words of [indicator.name, ...indicator.aliases]) this.#phrases.add(words, entry)
          this.#indexWords(entry, [indicator.name, ...indicator.aliases])
        }
      }
    }
    const count = this.#entries.size
    for (const [word, holders] of this.#words) this.#rarity.set(word, Math.log(1 + count / holders.size))
  }

  /** All words of the names, folded, for mending what was mistyped. */
  words(): string[][] {
    return this.#sets.flatMap(({ criteria }) =>
      criteria.flatMap(({ name, aliases, indicators }) =>
        [name, ...aliases, ...indicators.flatMap((indicator) => [indicator.name, ...indicator.aliases])].map(
          (words) => fold(words).match(/[a-z]+/g) ?? [],
        ),
      ),
    )
  }

  /** By code or number: "chỉ tiêu 17.5", "17 phẩy 5", "tiêu chí số 17", "tc 17"; or by name. */
  at(tokens: readonly Token[], i: number, sets: readonly string[]): TargetRead | undefined {
    const noun = nounAt(tokens, i)
    return (
      (noun && this.#numbered(tokens, noun, sets)) ??
      this.#bareCode(tokens, i, sets) ??
      this.#named(tokens, noun, i, sets)
    )
  }

  /** What a lone number stands for: a criterion's number, or undefined where there is none of it. */
  bareNumber(token: Token, sets: readonly string[]): TargetRead['readings'] | undefined {
    const no = Number(token.folded)
    if (token.kind !== 'number' || !Number.isInteger(no) || no < 1 || no > this.#mostCriteria) return undefined
    const readings = this.#coded('criterion', String(no), sets)
    return readings.length > 0 ? readings : undefined
  }

  /** The indicators with this code; empty where a criterion has the number but no such indicator, undefined where none has. */
  codedIndicators(code: string, sets: readonly string[]): TargetRead['readings'] | undefined {
    const readings = this.#coded('indicator', code, sets)
    const [criterion = ''] = code.split('.')
    return readings.length > 0 || this.#coded('criterion', criterion, sets).length > 0 ? readings : undefined
  }

  /** The entries that words which name nothing outright are a paraphrase of; undefined where none is near. */
  paraphrased(words: readonly string[], sets: readonly string[]): Paraphrase | undefined {
    const content = words.filter((word) => !EMPTY_WORDS.has(word))
    if (content.length === 0 || content.length > 12) return undefined
    const { terms, explained } = meantBy(words)
    if (![...terms.keys()].some((term) => (this.#rarity.get(term) ?? 0) > RARE)) return undefined
    const best = this.#scored(terms, sets)
    const [top] = best
    if (top === undefined) return undefined
    const [entry, most] = top
    const isKnown = (word: string, i: number): boolean =>
      explained.has(i) || (!EMPTY_WORDS.has(word) && this.#words.get(word)?.has(entry) === true)
    const known = words.flatMap((word, i) => (isKnown(word, i) ? [i] : []))
    const rare = known.some((i) => explained.has(i) || (this.#rarity.get(words[i] ?? '') ?? 0) > RARE)
    if (!rare) return undefined
    const alike = best.filter(([other, score]) => other.kind === entry.kind && score >= most * ALIKE)
    const readings = alike.slice(0, MOST_READINGS).map(([{ set, code }]) => ({ set, code }))
    for (const set of this.#sets) {
      if (readings.some((reading) => reading.set === set.id)) continue
      const elsewhere = best.find(
        ([other, score]) => other.set === set.id && other.kind === entry.kind && score >= most * ELSEWHERE,
      )
      if (elsewhere) readings.push({ set: set.id, code: elsewhere[0].code })
    }
    const pairs = words.filter((word, i) => {
      const before = words[i - 1] ?? ''
      return (
        i > 0 &&
        !EMPTY_WORDS.has(before) &&
        !EMPTY_WORDS.has(word) &&
        this.#words.get(`${before} ${word}`)?.has(entry) === true
      )
    })
    return {
      kind: entry.kind,
      readings,
      share: known.length / Math.max(content.length, known.length),
      pairs: pairs.length,
      from: known[0] ?? 0,
      end: (known.at(-1) ?? 0) + 1,
    }
  }

  /** Entries by how much of the terms their names hold, best first. */
  #scored(terms: ReadonlyMap<string, number>, sets: readonly string[]): [Entry, number][] {
    const scores = new Map<Entry, number>()
    for (const [term, weight] of terms) {
      for (const [entry, inName] of this.#words.get(term) ?? []) {
        if (sets.length > 0 && !sets.includes(entry.set)) continue
        scores.set(entry, (scores.get(entry) ?? 0) + weight * inName * (this.#rarity.get(term) ?? 0))
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1])
  }

  #numbered(
    tokens: readonly Token[],
    noun: { kind: Entry['kind']; end: number },
    sets: readonly string[],
  ): TargetRead | undefined {
    let at = noun.end
    if (/^(so|thu|ma|muc)$/.test(tokens[at]?.folded ?? '')) at++
    const number = readNumber(tokens, at)
    if (number?.code === undefined) return undefined
    if (
      number.words &&
      number.end === at + 1 &&
      tokens[at]?.spelled === tokens[at]?.folded &&
      /^(nam|sau|tu)$/.test(tokens[at]?.folded ?? '')
    )
      return undefined
    let { code, end } = number
    // "17 5", "17/5": a code with the point left out.
    const next = tokens[end]
    const joined =
      next?.kind === 'number'
        ? 0
        : /^[/\-_]$/.test(next?.folded ?? '') && tokens[end + 1]?.kind === 'number'
          ? 1
          : undefined
    if (joined !== undefined && !code.includes('.')) {
      const pointed = `${code}.${Number(tokens[end + joined]?.folded)}`
      if (this.#coded('indicator', pointed, []).length > 0) [code, end] = [pointed, end + joined + 1]
    }
    if (code.includes('.')) return { kind: 'indicator', readings: this.#coded('indicator', code, sets), end }
    const indicators = noun.kind === 'indicator' ? this.#coded('indicator', code, sets) : []
    if (indicators.length > 0) return { kind: 'indicator', readings: indicators, end }
    return { kind: 'criterion', readings: this.#coded('criterion', code, sets), end }
  }

  /** `17.5` standing alone, where an indicator has that code and nothing makes it a figure. */
  #bareCode(tokens: readonly Token[], i: number, sets: readonly string[]): TargetRead | undefined {
    if (tokens[i]?.kind === 'sign') return undefined
    const number = readNumber(tokens, i)
    if (number?.code === undefined || !number.code.includes('.') || number.unit !== undefined) return undefined
    const after = tokens[number.end]
    if (
      after?.folded === '%' ||
      (after?.kind === 'word' && /^(phan|trieu|tr|ty|ho|nguoi|ha|km|m|m2|lit|diem|nghin|ngan)$/.test(after.folded))
    )
      return undefined
    const readings = this.#coded('indicator', number.code, sets)
    return readings.length > 0 ? { kind: 'indicator', readings, end: number.end } : undefined
  }

  #named(
    tokens: readonly Token[],
    noun: { kind: Entry['kind']; end: number } | undefined,
    i: number,
    sets: readonly string[],
  ): TargetRead | undefined {
    let from = noun?.end ?? i
    if (noun && tokens[from]?.folded === 've') from++
    const whole = this.#phrases.longestAt(tokens, from)
    const part = this.#parts.longestAt(tokens, from)
    const longer = part !== undefined && part.end > (whole?.end ?? 0) ? part : whole
    if (longer === undefined) return undefined
    const criteria = longer.values.filter(({ kind }) => kind === 'criterion')
    const alike = whole?.end === part?.end && criteria.length > 0 ? (part?.values ?? []) : []
    const others = alike.filter(({ set }) => criteria.every((entry) => entry.set !== set))
    const found = {
      values: [...longer.values, ...others].toSorted((a, b) => this.#place(a) - this.#place(b)),
      end: longer.end,
    }
    if (NOT_BEFORE[longer.key]?.has(tokens[found.end]?.folded ?? '') === true) return undefined
    if (noun === undefined && found.end === from + 1 && this.#isInLongerName(tokens, from)) return undefined
    const inSets = found.values.filter(({ set }) => sets.length === 0 || sets.includes(set))
    const values = inSets.length > 0 ? inSets : found.values
    // A name that a criterion and an indicator share is the criterion's, unless an indicator was said.
    const kind =
      noun !== undefined && values.some((entry) => entry.kind === noun.kind)
        ? noun.kind
        : (values.find((entry) => entry.kind === 'criterion') ?? values[0])?.kind
    if (kind === undefined) return undefined
    const readings = values.filter((entry) => entry.kind === kind).map(({ set, code }) => ({ set, code }))
    return { kind, readings, end: this.#extended(tokens, found.end, values) }
  }

  /** "giáo dục thể chất cho học sinh": the name goes on with other words of what it names. */
  #extended(tokens: readonly Token[], end: number, entries: readonly Entry[]): number {
    const isOwn = (token: Token | undefined): boolean =>
      token?.kind === 'word' &&
      !token.capital &&
      !EMPTY_WORDS.has(token.folded) &&
      entries.some((entry) => this.#words.get(token.folded)?.has(entry))
    let at = end
    while (isOwn(tokens[at]) || (EMPTY_WORDS.has(tokens[at]?.folded ?? '') && isOwn(tokens[at + 1])))
      at += isOwn(tokens[at]) ? 1 : 2
    return at
  }

  /** Where an entry's set stands among the sets. */
  #place({ set }: Entry): number {
    return this.#sets.findIndex(({ id }) => id === set)
  }

  /** "điện" in "sổ khám bệnh điện tử" is not the criterion Điện. */
  #isInLongerName(tokens: readonly Token[], i: number): boolean {
    const word = tokens[i]?.folded ?? ''
    const pairs = [
      [tokens[i - 1]?.folded ?? '', word],
      [word, tokens[i + 1]?.folded ?? ''],
    ]
    return pairs.some(([a = '', b = '']) => !EMPTY_WORDS.has(a) && !EMPTY_WORDS.has(b) && this.#words.has(`${a} ${b}`))
  }

  #coded(kind: Entry['kind'], code: string, sets: readonly string[]): TargetRead['readings'] {
    return this.#sets
      .filter(({ id }) => (sets.length === 0 || sets.includes(id)) && this.#entries.has(`${kind} ${id} ${code}`))
      .map(({ id }) => ({ set: id, code }))
  }

  #entry(kind: Entry['kind'], set: string, code: string): Entry {
    const entry = { kind, set, code }
    this.#entries.set(`${kind} ${set} ${code}`, entry)
    return entry
  }

  #indexWords(entry: Entry, names: readonly string[]): void {
    names.forEach((name, place) => {
      // The words people use weigh more than the decision's long sentence.
      const weight = place === 0 && names.length > 1 ? 0.5 : 1
      const words = fold(name).match(/[a-z0-9]+/g) ?? []
      words.forEach((word, i) => {
        if (!EMPTY_WORDS.has(word)) this.#indexWord(word, entry, weight)
        if (i > 0 && saysSomething(words[i - 1], word)) this.#indexWord(`${words[i - 1]} ${word}`, entry, weight)
      })
    })
  }

  #indexWord(word: string, entry: Entry, weight: number): void {
    const holders = this.#words.get(word)
    if (holders === undefined) this.#words.set(word, new Map([[entry, weight]]))
    else holders.set(entry, Math.max(weight, holders.get(entry) ?? 0))
  }
}

/** Of a pair of empty words ("yêu cầu", "quy định") a question is made as well as a name. */
function saysSomething(first = '', second = ''): boolean {
  return !EMPTY_WORDS.has(first) || !EMPTY_WORDS.has(second)
}

/** The words and pairs that are searched for, with their weights, and the places that an everyday word for them explains. */
function meantBy(words: readonly string[]): { terms: Map<string, number>; explained: Set<number> } {
  const terms = new Map<string, number>()
  const explained = new Set<number>()
  const add = (list: readonly string[], weight: number): void => {
    list.forEach((word, i) => {
      if (!EMPTY_WORDS.has(word)) terms.set(word, Math.max(weight, terms.get(word) ?? 0))
      const pair = `${list[i - 1]} ${word}`
      if (i > 0) terms.set(pair, Math.max(weight, terms.get(pair) ?? 0))
    })
  }
  add(words, 1)
  for (let from = 0; from < words.length; from++) {
    for (let length = 3; length >= 1; length--) {
      const meant = SYNONYMS[words.slice(from, from + length).join(' ')]
      if (meant === undefined) continue
      add(meant.split(' '), MEANT)
      for (let k = 0; k < length; k++) explained.add(from + k)
    }
  }
  return { terms, explained }
}

/** "tiêu chí", "chỉ tiêu" at `i`. */
function nounAt(tokens: readonly Token[], i: number): { kind: Entry['kind']; end: number } | undefined {
  const pair = `${tokens[i]?.folded} ${tokens[i + 1]?.folded}`
  if (pair === 'tieu chi') return { kind: 'criterion', end: i + 2 }
  return pair === 'chi tieu' ? { kind: 'indicator', end: i + 2 } : undefined
}

/** "Thủy lợi và phòng, chống thiên tai" → its halves, which people use alone. */
function partsOf(name: string): string[] {
  return name
    .split(/\s+và\s+|,\s+(?=\p{Lu})/u)
    .map((part) => part.trim())
    .filter((part, _, parts) => parts.length > 1 && part.length > 4 && !TOO_COMMON.has(part.toLowerCase()))
}
