/** Criteria sets by the words people use: "nâng cao", "cơ bản", "bộ 57", "2026-2030". */
import type { LexiconSet } from './meaning.ts'
import { PhraseIndex } from './phrases.ts'
import type { Token } from './tokens.ts'

export interface SetRead {
  ids: readonly string[]
  end: number
}

/** "nâng cao chất lượng" raises a quality, it names no set. */
const RAISED = new Set('chat nang nhan hieu trinh doi y tinh suc'.split(' '))

export class SetIndex {
  readonly #sets: readonly LexiconSet[]
  readonly #phrases = new PhraseIndex<string>()

  constructor(sets: readonly LexiconSet[]) {
    this.#sets = sets
    for (const { id, name, short_name, aliases } of sets) {
      for (const words of [name, short_name, ...aliases]) this.#phrases.add(words, id)
      if (/nâng cao/iu.test(name))
        for (const words of ['nâng cao', 'nông thôn mới nâng cao']) this.#phrases.add(words, id)
    }
  }

  at(tokens: readonly Token[], i: number): SetRead | undefined {
    const phrase = this.#phrases.longestAt(tokens, i)
    if (phrase !== undefined && !this.#isRaising(tokens, phrase.key, phrase.end))
      return { ids: phrase.values, end: phrase.end }
    return this.#byYears(tokens, i) ?? this.#byCount(tokens, i)
  }

  #isRaising(tokens: readonly Token[], key: string, end: number): boolean {
    return key.endsWith('nangcao') && RAISED.has(tokens[end]?.folded ?? '')
  }

  /** "2026-2030", "giai đoạn 26-30", "bộ 2026". */
  #byYears(tokens: readonly Token[], i: number): SetRead | undefined {
    let at = i
    if (tokens[at]?.folded === 'giai' && tokens[at + 1]?.folded === 'doan') at += 2
    else if (tokens[at]?.folded === 'bo') at += tokens[at + 1]?.folded === 'tieu' ? 3 : 1
    const from = tokens[at]
    if (from?.kind !== 'number' || (from.folded.length !== 4 && from.folded.length !== 2)) return undefined
    const gap = /^[-–/]$/.test(tokens[at + 1]?.folded ?? '') ? 2 : 1
    const to = tokens[at + gap]
    const spans = this.#sets.filter(({ id }) => id.includes(`${year(from)}-${year(to)}`))
    if (to?.kind === 'number' && spans.length > 0 && (gap === 2 || to.folded.length === 4))
      return { ids: spans.map(({ id }) => id), end: at + gap + 1 }
    if (at === i || from.folded.length !== 4) return undefined
    const begins = this.#sets.filter(({ id }) => id.includes(`${from.folded}-`))
    return begins.length > 0 ? { ids: begins.map(({ id }) => id), end: at + 1 } : undefined
  }

  /** "bộ 57", "bộ 75 chỉ tiêu", "bộ 10 tiêu chí". */
  #byCount(tokens: readonly Token[], i: number): SetRead | undefined {
    if (tokens[i]?.folded !== 'bo') return undefined
    const at = tokens[i + 1]?.folded === 'tieu' && tokens[i + 2]?.folded === 'chi' ? i + 3 : i + 1
    if (tokens[at]?.kind !== 'number') return undefined
    const count = Number(tokens[at]?.folded)
    const ids = this.#sets
      .filter(({ official_counts: { criteria, indicators } }) => criteria === count || indicators === count)
      .map(({ id }) => id)
    if (ids.length === 0) return undefined
    const noun = `${tokens[at + 1]?.folded} ${tokens[at + 2]?.folded}`
    return { ids, end: noun === 'tieu chi' || noun === 'chi tieu' ? at + 3 : at + 1 }
  }
}

/** `26` and `2026` alike. */
function year(token: Token | undefined): string {
  return token?.folded.length === 2 ? `20${token.folded}` : (token?.folded ?? '')
}
