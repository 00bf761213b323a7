/** Criteria and indicators: by code, by number, by name, by the words people use for them, by a paraphrase. */
import { fold } from './fold.ts'
import type { LexiconSet, TargetMention } from './meaning.ts'
import { EMPTY_WORDS, NameWords, type TargetEntry } from './name-words.ts'
import { readNumber } from './numbers.ts'
import { paraphraseOf, type Paraphrase } from './paraphrase.ts'
import { PhraseIndex } from './phrases.ts'
import type { Token } from './tokens.ts'

export interface TargetRead {
  kind: TargetMention['kind']
  readings: TargetMention['readings']
  end: number
  /** Where the name itself ends, where other words of what it names go on with it. */
  named?: number
}

/** Words that make another thing of a name that they follow. */
const NOT_BEFORE: Record<string, ReadonlySet<string>> = {
  // Without marks, "moi truong thon" is the village head who is invited.
  moitruong: new Set('thon,xom,ap,ban,khu,to,buon,lang,lam viec,cong ty,sao hoa,sao moc,sao kim,mang'.split(',')),
  baohiem: new Set('xe,o to,oto,xa hoi,nhan tho,that nghiep,than the,du lich'.split(',')),
  thebaohiem: new Set('xe,o to,xa hoi'.split(',')),
  muabaohiem: new Set('xe,o to,xa hoi,nhan tho'.split(',')),
  // "điền số liệu"
  dien: new Set('so vao thong form bieu mau'.split(' ')),
}

/** And that they follow: "mất điện", "tiền nước". */
const NOT_AFTER: Record<string, ReadonlySet<string>> = {
  dien: new Set('mat cup cat tien don'.split(' ')),
  rac: new Set(['tien']),
  thugomrac: new Set(['tien']),
}

/** Before "cho xa" without its marks: otherwise it is for the commune, and no market. */
const BEFORE_MARKET = new Set(['', 'the', 'con', 've', 'cai', 'vu', 'tieu', 'chi'])

/** Parts of names that are too common to name a criterion by themselves. */
const TOO_COMMON = new Set(['thông tin', 'đào tạo', 'phát triển kinh tế nông thôn', 'công nghệ', 'hạ tầng'])

export class TargetIndex {
  readonly #phrases = new PhraseIndex<TargetEntry>()
  /** Halves of criteria's names, which are weaker than any name. */
  readonly #parts = new PhraseIndex<TargetEntry>()
  readonly #entries = new Map<string, TargetEntry>()
  readonly #sets: readonly LexiconSet[]
  readonly #mostCriteria: number
  readonly #words = new NameWords()

  constructor(sets: readonly LexiconSet[]) {
    this.#sets = sets
    this.#mostCriteria = Math.max(0, ...sets.flatMap(({ criteria }) => criteria.map(({ no }) => no)))
    for (const set of sets) {
      for (const { no, name, aliases, indicators } of set.criteria) {
        const criterion = this.#entry('criterion', set.id, String(no))
        for (const words of [name, ...aliases]) this.#phrases.add(words, criterion)
        for (const words of partsOf(name)) this.#parts.add(words, criterion)
        this.#words.add(criterion, [name, ...aliases])
        for (const indicator of indicators) {
          const entry = this.#entry('indicator', set.id, indicator.code)
          for (const words of [indicator.name, ...indicator.aliases]) this.#phrases.add(words, entry)
          this.#words.add(entry, [indicator.name, ...indicator.aliases])
        }
      }
    }
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

  /** Whether a number is the beginning of an indicator's code ("17.5"). */
  isCodeAt(tokens: readonly Token[], i: number): boolean {
    return this.#bareCode(tokens, i, []) !== undefined
  }

  /** Whether any name has the word. */
  hasWord(word: string): boolean {
    return this.#words.has(word)
  }

  /** How many pairs of neighbouring words stand so in any name. */
  pairsIn(words: readonly string[]): number {
    return words.filter((word, i) => i > 0 && this.#words.has(`${words[i - 1]} ${word}`)).length
  }

  /** What words that name nothing outright are a paraphrase of; undefined where none is near. */
  paraphrased(words: readonly string[], sets: readonly string[]): Paraphrase | undefined {
    return paraphraseOf(words, this.#words, this.#sets, sets)
  }

  #numbered(
    tokens: readonly Token[],
    noun: { kind: TargetEntry['kind']; end: number },
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
    noun: { kind: TargetEntry['kind']; end: number } | undefined,
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
    const elsewhere = alike.filter(({ set }) => criteria.every((entry) => entry.set !== set))
    const found = {
      values: [...longer.values, ...elsewhere].toSorted((a, b) => this.#place(a) - this.#place(b)),
      end: longer.end,
    }
    const [next = '', second = ''] = tokens.slice(found.end, found.end + 2).map(({ folded }) => folded)
    if (NOT_AFTER[longer.key]?.has(tokens[from - 1]?.folded ?? '') === true) return undefined
    const others = NOT_BEFORE[longer.key]
    if (others?.has(next) === true || others?.has(`${next} ${second}`) === true) return undefined
    if (longer.key === 'choxa' && tokens[from]?.spelled === 'cho' && !BEFORE_MARKET.has(tokens[from - 1]?.folded ?? ''))
      return undefined
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
    return { kind, readings, end: this.#extended(tokens, found.end, values), named: found.end }
  }

  /** "giáo dục thể chất cho học sinh": the name goes on with other words of what it names. */
  #extended(tokens: readonly Token[], end: number, entries: readonly TargetEntry[]): number {
    const isOwn = (token: Token | undefined): boolean =>
      token?.kind === 'word' &&
      !token.capital &&
      !EMPTY_WORDS.has(token.folded) &&
      entries.some((entry) => this.#words.holds(entry, token.folded))
    let at = end
    while (isOwn(tokens[at]) || (EMPTY_WORDS.has(tokens[at]?.folded ?? '') && isOwn(tokens[at + 1])))
      at += isOwn(tokens[at]) ? 1 : 2
    return at
  }

  /** Where an entry's set stands among the sets. */
  #place({ set }: TargetEntry): number {
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

  #coded(kind: TargetEntry['kind'], code: string, sets: readonly string[]): TargetRead['readings'] {
    return this.#sets
      .filter(({ id }) => (sets.length === 0 || sets.includes(id)) && this.#entries.has(`${kind} ${id} ${code}`))
      .map(({ id }) => ({ set: id, code }))
  }

  #entry(kind: TargetEntry['kind'], set: string, code: string): TargetEntry {
    const entry = { kind, set, code }
    this.#entries.set(`${kind} ${set} ${code}`, entry)
    return entry
  }
}

/** "tiêu chí", "chỉ tiêu" at `i`. */
function nounAt(tokens: readonly Token[], i: number): { kind: TargetEntry['kind']; end: number } | undefined {
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
