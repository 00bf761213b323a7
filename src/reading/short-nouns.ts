/** "TC" and "CT", as phones and tables write "tiêu chí" and "chỉ tiêu", and the short forms in names of criteria. */
import { fold, spelling } from '../language/fold.ts'
import type { Piece } from './page.ts'

type Word = Pick<Piece, 'folded' | 'spelled'>

const [CRITERIA, INDICATORS] = [wordsOf('tiêu', 'chí'), wordsOf('chỉ', 'tiêu')]

/** In names of criteria: "môi trường và ATTP". */
const IN_NAMES: Record<string, readonly Word[] | undefined> = {
  ATTP: wordsOf('an', 'toàn', 'thực', 'phẩm'),
  CSVC: wordsOf('cơ', 'sở', 'vật', 'chất'),
  CSHT: wordsOf('cơ', 'sở', 'hạ', 'tầng'),
  PCTT: wordsOf('phòng', 'chống', 'thiên', 'tai'),
}

function wordsOf(...words: string[]): readonly Word[] {
  return words.map((word) => ({ folded: fold(word), spelled: spelling(word) }))
}

/** "CT UBND" is its chairman, "TC-KH" an office. */
const CHAIRMAN = /^\s*(?:UBND|HĐND|MTQG|xã|huyện|tỉnh|-)/i
const OFFICE = /^\s*-\s*KH/i
const COUNTS = /^(?:%|so|cac|nhung|tong|va|\/|,|\||:)$/
const COUNTED = /^\s*(?:\d|số|chưa|đã|không|đạt|chua|da|khong|dat)/i

/**
 * The words that a short noun stands for, where it does.
 * @param written two letters, or four.
 * @param following how the text goes on.
 */
export function shortNoun(written: string, before: Piece | undefined, following: string): readonly Word[] | undefined {
  if (written.length === 4) return IN_NAMES[written.toUpperCase()]
  const short = written.toLowerCase()
  if (short === 'tc') return OFFICE.test(following) ? undefined : CRITERIA
  if (short !== 'ct') return undefined
  if (before?.kind === 'number') return INDICATORS
  if (CHAIRMAN.test(following)) return undefined
  const counted = COUNTS.test(before?.folded ?? '') || COUNTED.test(following)
  return counted ? INDICATORS : undefined
}
