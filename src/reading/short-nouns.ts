/** "TC" and "CT", as phones and tables write "tiêu chí" and "chỉ tiêu". */
import { fold, spelling } from '../language/fold.ts'
import type { Piece } from './page.ts'

type Word = Pick<Piece, 'folded' | 'spelled'>

const [CRITERIA, INDICATORS] = [wordsOf('tiêu', 'chí'), wordsOf('chỉ', 'tiêu')]

function wordsOf(...words: string[]): readonly Word[] {
  return words.map((word) => ({ folded: fold(word), spelled: spelling(word) }))
}

/** "CT UBND" is its chairman, "TC-KH" an office. */
const CHAIRMAN = /^\s*(?:UBND|HĐND|MTQG|xã|huyện|tỉnh|-)/i
const OFFICE = /^\s*-\s*KH/i
const COUNTS = /^(?:%|so|cac|nhung|tong|va|\/|,|\||:)$/
const COUNTED = /^\s*(?:\d|số|chưa|đã|không|đạt|chua|da|khong|dat)/i

/** The words that a short noun stands for, where it does. */
export function shortNoun(written: string, before: Piece | undefined, following: string): readonly Word[] | undefined {
  if (written.length !== 2) return undefined
  const short = written.toLowerCase()
  if (short === 'tc') return OFFICE.test(following) ? undefined : CRITERIA
  if (short !== 'ct') return undefined
  if (before?.kind === 'number') return INDICATORS
  if (CHAIRMAN.test(following)) return undefined
  const counted = COUNTS.test(before?.folded ?? '') || COUNTED.test(following)
  return counted ? INDICATORS : undefined
}
