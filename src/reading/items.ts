/** The criteria and indicators of one set, as lists and tables name them. */
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { fold, spelling } from '../language/fold.ts'
import { readNumber } from '../language/numbers.ts'
import { LINE, type Piece } from './page.ts'

/** A criterion by number or name, or an indicator by code or name. */
export interface Item {
  no: number
  code?: string
  /** Its number and its name are not of one criterion: the set may be another. */
  conflict?: boolean
  /** Told by its name too, so that no page or section number is taken for it. */
  named: boolean
  start: number
  end: number
}

interface Name {
  words: { folded: string; spelled: string }[]
  no: number
  code?: string
}

/** Left out where names are compared: "quốc phòng - an ninh" is "Quốc phòng và An ninh". */
const LOOSE = new Set(['va', ',', '-', '&', '+', '/'])
/** Words of names too common to name a criterion by one of them without "tiêu chí". */
const ROMAN = /^(?=[ivx])(x{0,2})(ix|iv|v?i{0,3})$/

export class ItemNames {
  readonly set: CriteriaSet
  readonly #criteria = new Map<string, Name[]>()
  readonly #indicators = new Map<string, Name[]>()
  readonly #codes = new Set<string>()

  constructor(set: CriteriaSet) {
    this.set = set
    for (const { no, name, aliases, indicators } of set.criteria) {
      for (const words of [name, ...aliases]) add(this.#criteria, words, no)
      for (const indicator of indicators) {
        this.#codes.add(indicator.code)
        for (const words of [indicator.name, ...indicator.aliases]) add(this.#indicators, words, no, indicator.code)
      }
    }
    for (const list of [...this.#criteria.values(), ...this.#indicators.values()])
      list.sort((a, b) => b.words.length - a.words.length)
  }

  has(no: number): boolean {
    return this.set.criteria.some((criterion) => criterion.no === no)
  }

  indicatorsOf(no: number): number | undefined {
    const count = this.set.criteria.find((criterion) => criterion.no === no)?.indicators.length
    return count === 0 ? undefined : count
  }

  /** `17.5`; of a set whose indicators are not loaded any code of one of its criteria. */
  codeAt(pieces: readonly Piece[], i: number): Item | undefined {
    const [a, point, b] = [pieces[i], pieces[i + 1], pieces[i + 2]]
    if (a?.kind !== 'number' || point?.folded !== '.' || b?.kind !== 'number' || !point.glued || !b.glued)
      return undefined
    if (a.folded.length > 2 || b.folded.length > 2) return undefined
    const [next, more] = [pieces[i + 3], pieces[i + 4]]
    if (next?.glued && /^[./%]$/.test(next.folded) && (next.folded === '%' || (more?.kind === 'number' && more.glued)))
      return undefined
    const no = Number(a.folded)
    const code = `${no}.${Number(b.folded)}`
    const known = this.set.complete ? this.#codes.has(code) : this.has(no) && Number(b.folded) > 0
    return known ? { no, code, named: false, start: i, end: i + 3 } : undefined
  }

  nameAt(pieces: readonly Piece[], i: number): Item | undefined {
    const found = longest(this.#criteria, pieces, i)
    return found && { no: found.name.no, named: true, start: i, end: found.end }
  }

  indicatorAt(pieces: readonly Piece[], i: number, within?: number): Item | undefined {
    const found = longest(this.#indicators, pieces, i, within)
    if (!found) return undefined
    const { no, code } = found.name
    return { no, code, named: true, start: i, end: found.end }
  }

  /** A criterion's number, in digits or in Roman ones, with its name where that follows. */
  numberAt(pieces: readonly Piece[], i: number): Item | undefined {
    const piece = pieces[i]
    // "Tiêu chí số ba"
    const inWords = piece?.kind === 'word' && pieces[i - 1]?.folded === 'so' ? readNumber(pieces, i) : undefined
    const no = inWords?.words === true ? inWords.value : numberOf(piece)
    if (inWords?.words === true && no !== undefined && this.has(no))
      return { no, named: false, start: i, end: inWords.end }
    if (no === undefined || !this.has(no)) return undefined
    const next = pieces[i + 1]
    if (next?.glued && /^[.,/%]$/.test(next.folded) && pieces[i + 2]?.kind === 'number' && pieces[i + 2]?.glued) {
      // "2,5,6,10": a comma in a longer row of numbers parts them.
      const row = next.folded === ',' && (pieces[i + 3]?.folded === ',' || pieces[i - 1]?.folded === ',')
      if (!row) return undefined
    }
    if (next?.folded === '%') return undefined
    let at = i + 1
    for (let seen = 0; seen < 4 && /^(?:[-.:)(|]|ve|la|tieu|chi)$/.test(pieces[at]?.folded ?? ''); seen++) at++
    const name = this.nameAt(pieces, at)
    // "số 2, giao thông" would be two; what follows a bracket or a dash is the number's own name.
    if (!name) return { no, named: false, start: i, end: i + 1 }
    const own = this.#readsAs(pieces, at, no) ?? name
    const closed = pieces[own.end]?.folded === ')' && pieces[at - 1]?.folded === '(' ? own.end + 1 : own.end
    return { no, named: true, start: i, end: closed, ...(own.no === no ? {} : { conflict: true }) }
  }

  /** A name that is this criterion's, though it may be another's too. */
  #readsAs(pieces: readonly Piece[], i: number, no: number): Item | undefined {
    const found = longest(this.#criteria, pieces, i, no)
    return found && { no, named: true, start: i, end: found.end }
  }
}

function numberOf(piece: Piece | undefined): number | undefined {
  if (piece?.kind === 'number') return piece.folded.length <= 2 ? Number(piece.folded) : undefined
  if (piece?.kind !== 'word' || !piece.capital || piece.spelled !== piece.folded) return undefined
  const [, tens, units] = ROMAN.exec(piece.folded) ?? []
  if (tens === undefined || units === undefined || tens + units === '') return undefined
  const ones = units === 'ix' ? 9 : units === 'iv' ? 4 : units.startsWith('v') ? 4 + units.length : units.length
  return tens.length * 10 + ones
}

function add(index: Map<string, Name[]>, text: string, no: number, code?: string): void {
  const words = text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => ({ folded: fold(word), spelled: spelling(word.toLowerCase()) }))
    .filter(({ folded }) => folded !== '' && folded !== 'va')
  const first = words[0]?.folded
  if (first === undefined) return
  const name = { words, no, code }
  const list = index.get(first)
  if (list) list.push(name)
  else index.set(first, [name])
}

function longest(
  index: ReadonlyMap<string, Name[]>,
  pieces: readonly Piece[],
  i: number,
  within?: number,
): { name: Name; end: number } | undefined {
  for (const name of index.get(pieces[i]?.folded ?? '') ?? []) {
    if (within !== undefined && name.no !== within) continue
    const end = endOf(name, pieces, i)
    if (end !== undefined) return { name, end }
  }
  return undefined
}

function endOf({ words }: Name, pieces: readonly Piece[], i: number): number | undefined {
  let at = i
  let wrong = 0
  for (const [k, { folded, spelled }] of words.entries()) {
    while (k > 0 && LOOSE.has(pieces[at]?.folded ?? '') && (pieces[at]?.gap ?? LINE) < LINE) at++
    const piece = pieces[at]
    if (piece?.folded !== folded || (k > 0 && piece.gap > LINE)) return undefined
    if (piece.spelled !== spelled && piece.spelled !== folded) wrong++
    at++
  }
  return wrong === 0 || (wrong === 1 && words.length > 2) ? at : undefined
}
