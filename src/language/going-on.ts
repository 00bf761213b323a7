/** How a message that goes on with the exchange before is told from a question of its own. */
import { fold } from './fold.ts'
import type { Mentions } from './meaning.ts'
import type { MaskedWord } from './message-reading.ts'

/** "Tân Tiến thế nào", "xã mình ra sao rồi": how a unit stands. */
const HOW_IS = /^<u> (the nao|ra sao|sao|nhu the nao)( roi)?$/

/** A follow-up leans on the question before it: what brings a figure or asks whether something is met does not. */
export function asksItself({ numbers, targets }: Mentions, masked: readonly MaskedWord[]): boolean {
  if (HOW_IS.test(masked.map(({ folded }) => folded).join(' '))) return true
  if (targets.length === 0) return false
  if (numbers.some((number) => number.kind !== 'amount' || number.unit !== undefined)) return true
  const words = masked.map(({ folded }) => folded)
  return words.includes('dat') && (words.includes('chua') || words.includes('khong'))
}

/** "thế còn Đông Sơn", "nâng cao thì sao": names, and words that only say that the exchange goes on. */
export function isElliptical(mentions: Mentions, masked: readonly MaskedWord[]): boolean {
  const words = masked.flatMap(({ folded }) => (folded.startsWith('<') ? [] : [folded]))
  return (
    !namesNothing(mentions) &&
    words.some((word) => word === 'con' || word === 'sao' || word === 'the' || word === 'vay') &&
    words.every((word) => GOING_ON.has(word))
  )
}

const GOING_ON = new Set('the con thi sao vay va ca nua cai ay bo ben hoi nhi'.split(' '))

const WHICH = /\b(nhung gi|cu the|liet ke|ke ten|ke ra|chi tiet|(tieu chi|chi tieu|cai) nao|nhung cai)\b/

/** "Cụ thể chỉ tiêu nào": those are asked for that were counted before. */
export function asksWhich(masked: readonly MaskedWord[]): boolean {
  return WHICH.test(masked.map(({ folded }) => folded).join(' '))
}

/** Whether no unit, set, target or day is named. */
export function namesNothing({ units, sets, targets, dates, ownUnit, unknownUnit }: Mentions): boolean {
  return (
    units.length + sets.length + targets.length + dates.length === 0 &&
    ownUnit === undefined &&
    unknownUnit === undefined
  )
}

const WHOLE = /\b(xa|thon|huyen|tinh|tieu chi|chi tieu|bo|ntm|nong thon moi|nhung|bao nhieu|may)\b/
const MOST_WORDS = 5

/** "Còn thiếu gì", "sao chưa đạt": a question so short that it leaves out what it is of. */
export function leavesOut(text: string): boolean {
  const said = fold(text)
  return !WHOLE.test(said) && (said.match(/[a-z]+/g) ?? []).length <= MOST_WORDS
}
