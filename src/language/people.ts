/** People by name: the whole name in any writing, or the given name after a form of address ("anh Tùng"). */
import { fold, hash, nameHashes, nameKey, spelling } from './fold.ts'
import { HashIndex } from './hash-index.ts'
import type { LexiconPerson, PersonMention } from './meaning.ts'
import type { Token } from './tokens.ts'

/** Forms of address with their marks. */
const ADDRESS: Record<string, string> = {
  anh: 'anh',
  a: 'a',
  c: 'c',
  chi: 'chi5',
  ong: 'ông',
  ba: 'ba1',
  co: 'cô',
  chu: 'chu2',
  bac: 'bac2',
  cau: 'câu5',
  di: 'di1',
  thay: 'thây1',
}
/** After these a form of address is one even without its marks. */
const GIVEN_TO = new Set('cho giao gap nho voi va sang cua'.split(' '))
/** What follows a form of address without being a name. */
const NO_NAME = new Set(
  'em oi a nao ay kia minh toi ta nay do va voi cho la thi duoc co khong chi anh ba gia'.split(' '),
)
const MOST_WORDS = 6
const COMBINING = /[\u0300-\u036f]/

export interface PersonRead {
  mention: PersonMention
  end: number
}

export class PeopleIndex {
  readonly #people: readonly LexiconPerson[]
  readonly #byName: HashIndex
  /** The hashes of the words that names begin with: family names are few. */
  readonly #firstWords = new Set<number>()
  /** By the last word (even places) and by the last two (odd). */
  readonly #byGiven: HashIndex

  constructor(people: readonly LexiconPerson[]) {
    this.#people = people
    const whole = new Int32Array(people.length)
    const given = new Int32Array(people.length * 2)
    people.forEach(({ name }, at) => {
      const hashes = nameHashes(COMBINING.test(name) ? name.normalize('NFC') : name)
      whole[at] = hashes.whole
      given[2 * at] = hashes.last
      given[2 * at + 1] = hashes.lastTwo
      this.#firstWords.add(hashes.first)
    })
    this.#byName = new HashIndex(whole)
    this.#byGiven = new HashIndex(given)
  }

  /** The person named at `i`, with or without a form of address. */
  at(tokens: readonly Token[], i: number, text: string): PersonRead | undefined {
    const from = afterAddress(tokens, i)
    if (from === i && !this.#firstWords.has(hash(tokens[i]?.folded ?? ''))) return undefined
    return this.#wholeName(tokens, i, from, text) ?? (from > i ? this.#givenName(tokens, i, from, text) : undefined)
  }

  #wholeName(tokens: readonly Token[], i: number, from: number, text: string): PersonRead | undefined {
    let key = ''
    let found: PersonRead | undefined
    for (let end = from + 1; end <= Math.min(tokens.length, from + MOST_WORDS); end++) {
      const token = tokens[end - 1]
      if (token?.kind !== 'word') break
      key += token.folded
      // Two small words are as likely to be no name at all.
      const written = tokens.slice(from, end)
      if (key.length < 5 || (written.length < 3 && from === i && !written.every(({ capital }) => capital))) continue
      const holders = [...this.#byName.find(hash(key))].filter((at) => nameKey(this.#name(at)) === key)
      if (holders.length > 0) found = { mention: this.#mention(holders, written, text), end }
    }
    return found
  }

  #givenName(tokens: readonly Token[], i: number, from: number, text: string): PersonRead | undefined {
    for (const length of [2, 1]) {
      const written = tokens.slice(from, from + length)
      if (written.length < length || written.some(({ kind }) => kind !== 'word')) continue
      if (NO_NAME.has(written[0]?.folded ?? '') && !(written[0]?.capital && from > i)) continue
      const key = written.map(({ folded }) => folded).join('')
      const holders = [...this.#byGiven.find(hash(key))]
        .map((at) => at >> 1)
        .filter((at) => nameKey(this.#name(at)).endsWith(key))
      if (holders.length > 0) return { mention: this.#mention(holders, written, text), end: from + length }
    }
    return undefined
  }

  /** Where marks were written, those whose names have them. */
  #mention(holders: readonly number[], written: readonly Token[], text: string): PersonMention {
    const agreeing = holders.filter((at) => {
      const words = this.#name(at).split(/\s+/).slice(-written.length)
      return written.every(({ spelled, folded }, i) => spelled === folded || spelled === spelling(words[i] ?? ''))
    })
    const chosen = agreeing.length > 0 ? agreeing : holders
    return {
      ids: chosen.map((at) => this.#people[at]?.id ?? ''),
      text: text.slice(written[0]?.start, written.at(-1)?.end),
    }
  }

  #name(at: number): string {
    return this.#people[at]?.name ?? ''
  }
}

/** Where "anh Tùng" ends, of whom the lexicon knows nothing: a form of address and a name in capitals. */
export function strangerAt(tokens: readonly Token[], i: number): number | undefined {
  const from = afterAddress(tokens, i)
  let end = from
  while (tokens[end]?.kind === 'word' && tokens[end]?.capital === true && end < from + 4) end++
  return from > i && end > from && !NO_NAME.has(tokens[from]?.folded ?? '') ? end : undefined
}

/** The token after "anh", "đồng chí", "đ/c" at `i`; `i` where none stands there. */
function afterAddress(tokens: readonly Token[], i: number): number {
  const [first, second] = [tokens[i], tokens[i + 1]]
  if (first?.kind !== 'word') return i
  if (fold(first.folded) === 'dong' && second?.folded === 'chi') return i + 2
  if (first.folded === 'd' && second?.folded === '/' && tokens[i + 2]?.folded.startsWith('c')) return i + 3
  const spelled = ADDRESS[first.folded]
  if (spelled === undefined) return i
  if (first.spelled === spelled && (first.spelled !== first.folded || first.folded === 'anh')) return i + 1
  const unmarked = first.spelled === first.folded && !first.markless
  return unmarked && (second?.capital === true || GIVEN_TO.has(tokens[i - 1]?.folded ?? '')) ? i + 1 : i
}
