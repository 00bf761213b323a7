/** A message while its mentions are being found: its words, what was found so far, and the words with names masked. */
import type { Mentions } from './meaning.ts'
import type { PeopleIndex } from './people.ts'
import type { SetIndex } from './sets.ts'
import type { TargetIndex } from './targets.ts'
import type { Token } from './tokens.ts'
import type { UnitIndex } from './units.ts'
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

export class MessageReading {
  readonly tokens: readonly Token[]
  readonly text: string
  /** The ISO day it was written on. */
  readonly today: string
  readonly lexicon: Lexicon
  readonly folded: readonly string[]
  /** Written in capitals throughout, so that a capital letter marks no name. */
  readonly shouted: boolean
  readonly masked: MaskedWord[] = []
  readonly mentions: Mentions = { units: [], sets: [], targets: [], dates: [], times: [], numbers: [], people: [] }

  constructor(tokens: readonly Token[], text: string, today: string, lexicon: Lexicon) {
    this.tokens = tokens
    this.text = text
    this.today = today
    this.lexicon = lexicon
    this.folded = tokens.map(({ folded }) => folded)
    const words = tokens.filter(({ kind }) => kind === 'word')
    this.shouted = words.length > 1 && words.every(({ capital }) => capital)
  }

  /** Puts a class in the place of a name. */
  mask(name: string): void {
    this.masked.push({ folded: name })
  }

  isCapital(i: number): boolean {
    return this.tokens[i]?.capital === true
  }

  /** The tokens `[from, end)` as they were written. */
  written(from: number, end: number): string {
    return this.text.slice(this.tokens[from]?.start, this.tokens[end - 1]?.end)
  }

  writtenAt({ start, end }: Token): string {
    return this.text.slice(start, end)
  }
}
