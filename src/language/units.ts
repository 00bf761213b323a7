/** Units by name: exact in any writing, misspelt, joined, with or without the word for their level. */
import { fold, hash, nameKey, spelling } from './fold.ts'
import { HashIndex } from './hash-index.ts'
import type { LexiconUnit, UnitLevel, UnitMention } from './meaning.ts'
import type { Token } from './tokens.ts'
import { editDistance } from './vocabulary.ts'

const MOST_WORDS = 6

export interface UnitRead {
  mention: UnitMention
  end: number
}

export class UnitIndex {
  readonly #units: readonly LexiconUnit[]
  /** The distinct keys of names and aliases, and the units of each. */
  readonly #keys: string[] = []
  readonly #holders: number[][] = []
  readonly #byKey: HashIndex
  /** The first letters of names of two words or more. */
  readonly #byInitials: HashIndex
  /** Keys with one letter left out, for misspelt names. */
  readonly #byShortened: HashIndex
  readonly #shortenedHolders: number[] = []
  readonly #firstWords = new Set<string>()
  readonly #byId = new Map<string, number>()

  constructor(units: readonly LexiconUnit[]) {
    this.#units = units
    const places = new Map<string, number>()
    const initials: number[] = []
    units.forEach((unit, at) => {
      this.#byId.set(unit.id, at)
      for (const name of [unit.name, ...unit.aliases]) {
        const bare = bareName(name)
        const key = nameKey(bare)
        this.#firstWords.add(nameKey(bare.split(/[\s-]/, 1)[0] ?? ''))
        const place = places.get(key)
        if (key === '') continue
        if (place === undefined) {
          places.set(key, this.#keys.length)
          this.#keys.push(key)
          initials.push(hash(initialsOf(bare)))
          this.#holders.push([at])
        } else if (this.#holders[place]?.at(-1) !== at) this.#holders[place]?.push(at)
      }
    })
    this.#byKey = new HashIndex(this.#keys.map((key) => hash(key)))
    this.#byInitials = new HashIndex(initials)
    const shortened: number[] = []
    this.#keys.forEach((key, place) => {
      if (key.length < 4) return
      for (const hashed of hashesOfShortened(key)) {
        shortened.push(hashed)
        this.#shortenedHolders.push(place)
      }
    })
    this.#byShortened = new HashIndex(shortened)
  }

  /** The longest name that begins at `i`, in any writing. */
  exactAt(tokens: readonly Token[], i: number, levels?: readonly UnitLevel[]): UnitRead | undefined {
    let key = ''
    let found: UnitRead | undefined
    if (tokens[i]?.run !== undefined || !this.#firstWords.has(tokens[i]?.folded ?? '')) {
      const joined = this.#joinedAt(tokens, i, levels)
      if (joined !== undefined || tokens[i]?.run === undefined) return joined
    }
    for (let end = i + 1; end <= Math.min(tokens.length, i + MOST_WORDS); end++) {
      const token = tokens[end - 1]
      if (token === undefined || token.kind === 'sign') break
      key += token.folded
      const holders = this.#holdersOf(key, levels)
      if (holders.length > 0) found = { mention: this.#mention(tokens, i, end, holders, levels), end }
    }
    return found
  }

  /** A name whose words were written together. */
  #joinedAt(tokens: readonly Token[], i: number, levels?: readonly UnitLevel[]): UnitRead | undefined {
    const token = tokens[i]
    if (token?.kind !== 'word') return undefined
    const { folded, length } = token.run ?? { folded: token.folded, length: 1 }
    const holders = folded.length < 4 ? [] : this.#holdersOf(folded, levels)
    const end = i + length
    return holders.length > 0 ? { mention: this.#mention(tokens, i, end, holders, levels), end } : undefined
  }

  /** The units whose names begin their words with these letters: "tl" for Trung Lương. */
  withInitials(letters: string, levels: readonly UnitLevel[]): string[] {
    const holders = [...this.#byInitials.find(hash(letters))].flatMap((place) =>
      this.#ofLevels(this.#holders[place] ?? [], levels),
    )
    const named = holders.filter((at) => initialsOf(bareName(this.#units[at]?.name ?? '')) === letters)
    return this.#ids([...new Set(named)])
  }

  /** A name misspelt by a letter or two that begins at `i`. */
  misspeltAt(tokens: readonly Token[], i: number, levels?: readonly UnitLevel[]): UnitRead | undefined {
    let best: UnitRead | undefined
    let least = 3
    let key = ''
    for (let end = i + 1; end <= Math.min(tokens.length, i + 4); end++) {
      const token = tokens[end - 1]
      if (token?.kind !== 'word') break
      key += token.typed
      if (key.length < 5) continue
      for (const { place, distance } of this.#near(key, key.length > 8 ? 2 : 1)) {
        const holders = this.#ofLevels(this.#holders[place] ?? [], levels)
        if (holders.length === 0 || distance > least || (distance === least && best !== undefined)) continue
        least = distance
        const mention = this.#mention(tokens, i, end, holders, levels)
        // The rest of what one written word was taken for.
        let after = end
        while (tokens[after]?.typed === '') after++
        best = { mention: { ...mention, exact: false }, end: after }
      }
    }
    return best
  }

  /** Units whose names are most like this one, best first, each name once. */
  nearest(name: string, limit: number): UnitMention[] {
    const key = nameKey(bareName(name))
    const found: { place: number; distance: number }[] = []
    const most = Math.max(2, Math.ceil(key.length * 0.4))
    this.#keys.forEach((candidate, place) => {
      const distance = editDistance(key, candidate, most)
      if (distance <= most) found.push({ place, distance: distance - (candidate[0] === key[0] ? 0.5 : 0) })
    })
    found.sort((a, b) => a.distance - b.distance)
    return found.slice(0, limit).map(({ place, distance }) => {
      const holders = this.#holders[place] ?? []
      return { ids: this.#ids(holders), text: this.#units[holders[0] ?? 0]?.name ?? name, exact: distance <= 0 }
    })
  }

  /** Whether `ancestor` lies above `unit`. */
  isBelow(unit: string, ancestor: string): boolean {
    let at = this.#units[this.#byId.get(unit) ?? -1]?.parent
    for (let steps = 0; at !== undefined && steps < 6; steps++) {
      if (at === ancestor) return true
      at = this.#units[this.#byId.get(at) ?? -1]?.parent
    }
    return false
  }

  #mention(
    tokens: readonly Token[],
    i: number,
    end: number,
    holders: readonly number[],
    levels?: readonly UnitLevel[],
  ): UnitMention {
    const written = tokens.slice(i, end)
    // Of two names that differ in their marks only, the written marks choose.
    const agreeing = holders.filter((at) => this.#agrees(at, written))
    const chosen = agreeing.length > 0 ? agreeing : holders
    const level = levels?.find((level) => chosen.some((at) => this.#units[at]?.level === level))
    return { ids: this.#ids(chosen), text: '', exact: agreeing.length > 0, ...(level === undefined ? {} : { level }) }
  }

  /** Whether the marks that were written are those of the unit's name, or none were. */
  #agrees(at: number, written: readonly Token[]): boolean {
    if (written.every(({ spelled, folded }) => spelled === folded)) return true
    const unit = this.#units[at]
    return [unit?.name ?? '', ...(unit?.aliases ?? [])].some((name) => {
      const words = bareName(name).split(/[\s-]+/)
      if (words.length !== written.length) return written.length === 1
      return words.every((word, i) => {
        const { spelled, folded } = written[i] ?? { spelled: '', folded: '' }
        return spelled === folded || spelled === spelling(word)
      })
    })
  }

  #ids(holders: readonly number[]): string[] {
    return holders.map((at) => this.#units[at]?.id ?? '')
  }

  #holdersOf(key: string, levels?: readonly UnitLevel[]): readonly number[] {
    for (const place of this.#byKey.find(hash(key))) {
      if (this.#keys[place] === key) return this.#ofLevels(this.#holders[place] ?? [], levels)
    }
    return []
  }

  #ofLevels(holders: readonly number[], levels?: readonly UnitLevel[]): readonly number[] {
    return levels === undefined ? holders : holders.filter((at) => levels.includes(this.#units[at]?.level ?? 'xa'))
  }

  *#near(key: string, limit: number): Generator<{ place: number; distance: number }> {
    for (const candidate of [hash(key), ...hashesOfShortened(key)]) {
      const places = [
        ...this.#byKey.find(candidate),
        ...[...this.#byShortened.find(candidate)].map((at) => this.#shortenedHolders[at] ?? 0),
      ]
      for (const place of places) {
        const distance = editDistance(key, this.#keys[place] ?? '', limit)
        if (distance <= limit) yield { place, distance }
      }
    }
  }
}

function hashesOfShortened(key: string): number[] {
  const hashes: number[] = []
  for (let i = 0; i < key.length; i++) {
    if (key[i] !== key[i - 1]) hashes.push(hash(key.slice(0, i) + key.slice(i + 1)))
  }
  return hashes
}

const LEVEL_PREFIX =
  /^(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?|xã|phường|thị trấn|tt\.?|đặc khu|thôn|xóm|ấp|bản|buôn|làng|khu dân cư|khu phố|khu|tổ dân phố|tổ|đội|phum|sóc)\s+(?=\S)/iu

/** A unit's name without the word for its level. */
function bareName(name: string): string {
  return name.normalize('NFC').trim().replace(LEVEL_PREFIX, '')
}

/** Two words or more by their first letters; empty for one. */
function initialsOf(bare: string): string {
  const words = bare.split(/[\s-]+/)
  return words.length > 1 ? fold(words.map(([letter = '']) => letter).join('')) : ''
}
