import { z } from 'zod'
import type { Turn } from '../command/command.ts'
import type { CriteriaSet, Indicator } from '../criteria/criteria-set.ts'
import { filesShape, type KeptFiles } from '../replies/hear-files.ts'
import { figureShape, kindOf, type Figure } from './figure.ts'

/** An indicator of a set, and what it is measured in. */
export const targetShape = z.strictObject({
  set: z.string(),
  code: z.string(),
  kind: z.enum(['share', 'amount', 'verdict']),
})
export type IndicatorRef = z.infer<typeof targetShape>

/** What the form of a village's report collects. */
export type ReportValues = {
  unit: string
  indicator: IndicatorRef
  figure: Figure
  /** The ISO day that the figure is true for. */
  asOf: string
  evidence: KeptFiles | null
  note: string | null
  /** The report that this one takes the place of. */
  corrects?: number
  /** What the message reported besides, to be sent after this one. */
  also?: string
}

export const reportShapes = {
  unit: z.string(),
  indicator: targetShape,
  figure: figureShape,
  asOf: z.iso.date(),
  evidence: filesShape,
  note: z.string(),
  corrects: z.number(),
  also: z.string(),
}

/** The indicator with its set; throws where a catalog was taken away under it. */
export function indicatorOf(
  { catalogs }: Pick<Turn, 'catalogs'>,
  { set, code }: Pick<IndicatorRef, 'set' | 'code'>,
): { set: CriteriaSet; indicator: Indicator } {
  const inSet = catalogs.get(set)
  const indicator = catalogs.indicator(set, code)
  if (!inSet || !indicator) throw new Error(`no indicator ${code} in ${set}`)
  return { set: inSet, indicator }
}

/** An indicator as the form keeps it; undefined where no catalog has it. */
export function refTo({ catalogs }: Pick<Turn, 'catalogs'>, set: string, code: string): IndicatorRef | undefined {
  const indicator = catalogs.indicator(set, code)
  return indicator && { set, code, kind: kindOf(indicator) }
}
