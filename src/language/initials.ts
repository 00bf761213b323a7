/** Units by their initials: "xã TL", "TL còn thiếu gì". Officers write their own commune so, and those that they compare it with. */
import { levelWordAt } from './level-words.ts'
import type { UnitLevel } from './meaning.ts'
import type { MessageReading } from './message-reading.ts'
import { SHORTHAND } from './shorthand.ts'
import { isSyllable } from './syllable.ts'
import { OPENING, UNIT_QUESTIONS } from './unit-words.ts'
import type { UnitRead } from './units.ts'

const LETTERS = /^[A-ZĐa-zđ]{2,4}$/u
const CAPITALS = /^[A-ZĐ]{2,4}$/u
/** Without the word for it, a village is not meant: there are too many of them for any letters to say which. */
const LARGE: readonly UnitLevel[] = ['xa', 'huyen', 'tinh']
/** Words that a unit follows. */
const BEFORE = new Set('o cua tai sanh va voi hay thuoc'.split(' '))

/** Initials that begin at `i`, or after a word for a level there; never where the letters are a word or are short for one. */
export function initialsAt(reading: MessageReading, i: number): UnitRead | undefined {
  const level = levelWordAt(reading.tokens, i)
  const at = level?.end ?? i
  const token = reading.tokens[at]
  if (token?.kind !== 'word' || (level !== undefined && !level.sure)) return undefined
  const written = reading.writtenAt(token)
  if (!LETTERS.test(written)) return undefined
  const letters = written.toLowerCase().replaceAll('đ', 'd')
  if (SHORTHAND.has(letters)) return undefined
  const capitals = CAPITALS.test(written) && !reading.shouted
  // "xã BA" is Bình An, "ba" alone is three.
  if (isSyllable(letters) && (level === undefined || !capitals)) return undefined
  let end = at + 1
  while (reading.tokens[end]?.start === token.start) end++
  if (level === undefined && !isMeant(reading, i, end, capitals)) return undefined
  const levels = level?.levels ?? LARGE
  const { units } = reading.lexicon
  if (units.exactAt(reading.tokens, at, levels) !== undefined) return undefined
  const ids = units.withInitials(letters, levels)
  const said = level?.levels.find((each) => levels.includes(each))
  return ids.length === 0
    ? undefined
    : { mention: { ids, text: written, exact: true, ...(said === undefined ? {} : { level: said }) }, end }
}

/** Letters alone are a unit where the question goes on as one about a unit does; in capitals also after "ở", "so sánh". */
function isMeant({ folded }: MessageReading, i: number, end: number, capitals: boolean): boolean {
  const opens = folded.slice(0, i).every((word) => OPENING.has(word))
  const asked = UNIT_QUESTIONS.has(`${folded[end]} ${folded[end + 1]}`)
  if (opens && asked) return true
  return capitals && (opens ? end === folded.length || folded[end] === 'voi' : BEFORE.has(folded[i - 1] ?? ''))
}
