import { z } from 'zod'
import type { Indicator } from '../criteria/criteria-set.ts'
import { fold } from '../language/fold.ts'
import type { Mentions, NumberMention } from '../language/meaning.ts'

/** What a village reports of an indicator. */
export const figureShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), part: z.number(), whole: z.number() }),
  z.strictObject({ kind: z.literal('percent'), value: z.number() }),
  z.strictObject({ kind: z.literal('amount'), value: z.number() }),
  z.strictObject({ kind: z.literal('verdict'), verdict: z.enum(['met', 'unmet']) }),
])
export type Figure = z.infer<typeof figureShape>

/** A share (`x/y hộ` or a percentage), an amount in the indicator's unit, or a verdict. */
export type FigureKind = 'share' | 'amount' | 'verdict'

export function kindOf({ unit }: Indicator): FigureKind {
  if (unit === '%') return 'share'
  return /đạt/i.test(unit) ? 'verdict' : 'amount'
}

/** Whether a figure is one of a kind. */
export function isOfKind(wanted: FigureKind, { kind }: Figure): boolean {
  return wanted === 'share' ? kind === 'count' || kind === 'percent' : kind === wanted
}

/** Whether the share is one of households, so that the village's number of households is the whole. */
export function countsHouseholds({ name }: Indicator): boolean {
  return /(^|\s)hộ(\s|$)/i.test(name)
}

/** The share in percent, or the amount; undefined for a verdict. */
export function valueOf(figure: Figure): number | undefined {
  if (figure.kind === 'verdict') return undefined
  return figure.kind === 'count' ? (figure.part / figure.whole) * 100 : figure.value
}

/** Why a figure cannot be taken. */
export type FigureProblem =
  | { why: 'part-over-whole'; part: number; whole: number }
  | { why: 'over-100' | 'negative' | 'whole-zero' | 'not-whole' | 'wants-share' | 'wants-verdict' }
  | { why: 'wants-amount'; unit: string }
  | { why: 'wants-whole'; part: number }

export type HeardFigure = { figure: Figure } | { problem: FigureProblem } | undefined

/** What is known beside the words: the figure so far, which a correction changes in part, and the village's households. */
export interface FigureContext {
  before?: Figure
  households?: number
  /** Whether the figure is what was asked for, so that a bare number or word is one. */
  asked: boolean
}

/** Reads a figure of the right kind out of what was said; undefined where nothing of the sort was said. */
export function readFigure(
  indicator: Indicator,
  text: string,
  { numbers, verdict }: Mentions,
  context: FigureContext,
): HeardFigure {
  const kind = kindOf(indicator)
  const said = kind === 'verdict' ? readVerdict(text, verdict, context.asked) : undefined
  if (said) return { figure: { kind: 'verdict', verdict: said } }
  const [number] = numbers
  if (!number) return kind !== 'verdict' && context.asked && verdict ? { problem: wanted(kind, indicator) } : undefined
  if (/(^|[\s(])[-–−]\s?\d/.test(text)) return { problem: { why: 'negative' } }
  if (kind === 'verdict') {
    // A number alone may be that of a report: "sửa báo cáo 1".
    const bare = !context.asked && number.kind === 'amount' && number.unit === undefined
    return bare ? undefined : { problem: { why: 'wants-verdict' } }
  }
  if (kind === 'amount') return readAmount(indicator, number)
  return readWhole(text, numbers, context) ?? readShare(indicator, numbers, context)
}

function wanted(kind: FigureKind, { unit }: Indicator): FigureProblem {
  if (kind === 'amount') return { why: 'wants-amount', unit }
  return { why: kind === 'share' ? 'wants-share' : 'wants-verdict' }
}

const UNMET = /\b(chua|khong|ko|k)\s+(dat|co|xong|lam|hoan thanh|du)\b/
const MET = /\b(da dat|dat roi|dat chuan|da co|da xong|da hoan thanh|hoan thanh|dat)\b(?!\s*chua)/

function readVerdict(text: string, said: 'met' | 'unmet' | undefined, asked: boolean): 'met' | 'unmet' | undefined {
  if (said) return said
  const words = fold(text).trim()
  if (UNMET.test(words)) return 'unmet'
  if (MET.test(words)) return 'met'
  if (!asked) return undefined
  if (/^(da |dạ )?(chua|khong|ko|chua a|khong a)$/.test(words)) return 'unmet'
  return /^(da )?(co|roi|co roi|xong|xong roi|duoc roi)( a)?$/.test(words) ? 'met' : undefined
}

/** "Trên 150", "tổng số 150 hộ": the whole alone, of the part that was said before. */
function readWhole(text: string, numbers: readonly NumberMention[], { before }: FigureContext): HeardFigure {
  const [whole, second] = numbers
  if (before?.kind !== 'count' || whole?.kind !== 'amount' || second) return undefined
  return WHOLE.test(fold(text).trim()) ? checkCount(before.part, whole.value) : undefined
}

const WHOLE = /^(?:a |da |u )?(?:tren(?: tong(?: so)?)?|tong(?: so| cong)?(?: ho)?(?: la)?|trong(?: tong)? so) /

function readShare(indicator: Indicator, numbers: readonly NumberMention[], context: FigureContext): HeardFigure {
  const fraction = numbers.find((each) => each.kind === 'fraction')
  if (fraction) return checkCount(fraction.part, fraction.whole)
  const percent = numbers.find((each) => each.kind === 'percent')
  if (percent) return checkPercent(percent.value)
  const amounts = numbers.filter((each) => each.kind === 'amount')
  const [amount, second] = amounts
  if (!amount) return undefined
  if (/trieu|dong|met|m2|lit/.test(amount.unit ?? '')) return { problem: { why: 'wants-share' } }
  if (second) return checkCount(Math.min(amount.value, second.value), Math.max(amount.value, second.value))
  const { before, households, asked } = context
  const whole = before?.kind === 'count' ? before.whole : countsHouseholds(indicator) ? households : undefined
  if (before?.kind === 'percent' && amount.unit === undefined) return checkPercent(amount.value)
  // A number alone may be anything: that of a report, of a house.
  if (!asked && !before && amount.unit === undefined) return undefined
  if (whole === undefined)
    return asked || amount.unit !== undefined ? { problem: { why: 'wants-whole', part: amount.value } } : undefined
  return checkCount(amount.value, whole)
}

function checkCount(part: number, whole: number): HeardFigure {
  if (whole <= 0) return { problem: { why: 'whole-zero' } }
  if (!Number.isInteger(part) || !Number.isInteger(whole)) return { problem: { why: 'not-whole' } }
  if (part > whole) return { problem: { why: 'part-over-whole', part, whole } }
  return { figure: { kind: 'count', part, whole } }
}

function checkPercent(value: number): HeardFigure {
  return value > 100 ? { problem: { why: 'over-100' } } : { figure: { kind: 'percent', value } }
}

function readAmount({ unit }: Indicator, number: NumberMention): HeardFigure {
  if (number.kind !== 'amount') return { problem: { why: 'wants-amount', unit } }
  const said = number.unit ?? ''
  const money = /dong/.test(fold(unit))
  if (said === 'ho' || said === 'nguoi' || (!money && /trieu|dong/.test(said)))
    return { problem: { why: 'wants-amount', unit } }
  return { figure: { kind: 'amount', value: number.value } }
}
