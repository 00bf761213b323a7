/** Fixed wordings, found in a text with or without marks. */
import { fold, spelling } from '../language/fold.ts'
import { LINE, PARAGRAPH, type Piece } from './page.ts'

interface Wording<Value> {
  words: { folded: string; spelled: string }[]
  value: Value
}

/** Whether a piece is this word: with the right marks, or with none. */
function matches(piece: Piece | undefined, folded: string, spelled: string): boolean {
  return piece?.folded === folded && (piece.spelled === spelled || piece.spelled === folded)
}

const WORDS = new Map<string, { folded: string; spelled: string }>()

/** Whether a piece is the word that is written so with its marks. */
export function says(piece: Piece | undefined, word: string): boolean {
  let known = WORDS.get(word)
  if (!known) WORDS.set(word, (known = { folded: fold(word), spelled: spelling(word) }))
  return matches(piece, known.folded, known.spelled)
}

function standAt(words: Wording<unknown>['words'], pieces: readonly Piece[], i: number): boolean {
  for (let k = 0; k < words.length; k++) {
    const [word, piece] = [words[k], pieces[i + k]]
    if (piece === undefined || word === undefined || !matches(piece, word.folded, word.spelled)) return false
    if (k > 0 && piece.gap >= LINE && (piece.gap >= PARAGRAPH || piece.capital)) return false
  }
  return true
}

export class Wordings<Value> {
  readonly #byFirst = new Map<string, Wording<Value>[]>()

  /** Each value with its wordings, parted by `|`. */
  constructor(entries: readonly (readonly [string, Value])[]) {
    for (const [wordings, value] of entries)
      for (const wording of wordings.split('|')) this.#add(wording.trim().replace(/\s+/g, ' '), value)
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  }

  #add(wording: string, value: Value): void {
    const words = wording.split(' ').map((word) => ({ folded: fold(word), spelled: spelling(word.toLowerCase()) }))
    const first = words[0]?.folded ?? ''
    const list = this.#byFirst.get(first)
    if (list) list.push({ words, value })
    else this.#byFirst.set(first, [{ words, value }])
  }

  /** The longest wording that begins at `i`, with the piece after it. */
  at(pieces: readonly Piece[], i: number): { value: Value; end: number } | undefined {
    const list = this.#byFirst.get(pieces[i]?.folded ?? '')
    if (list === undefined) return undefined
    for (const { words, value } of list) if (standAt(words, pieces, i)) return { value, end: i + words.length }
    return undefined
  }
}
