import { z } from 'zod'
import type { Turn } from '../command/command.ts'
import { judge } from '../criteria/threshold.ts'
import type { IndicatorState } from '../criteria/criteria-set.ts'
import { currentStatuses, type CurrentStatus } from '../store/figures.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { figureShape, kindOf, valueOf, type Figure } from './figure.ts'
import { indicatorOf } from './values.ts'

/** The indicator that an officer sets, and what was known of it when it was named. */
export const subjectShape = z.strictObject({
  set: z.string(),
  code: z.string(),
  /** Whether it is measured, so that a figure is asked for. */
  measured: z.boolean(),
  /** Whether a confirmed threshold decides on a figure, so that no verdict is asked for. */
  decides: z.boolean(),
  /** The status that stood then: where another stands at the confirmation, somebody was faster. */
  seen: z.number().nullable(),
})
export type Subject = z.infer<typeof subjectShape>

/** What the form of setting an indicator collects. */
export type SetValues = {
  unit: string
  indicator: Subject
  /** Null where there is no figure. */
  figure: Figure | null
  /** Left out where a confirmed threshold decides. */
  verdict?: 'met' | 'unmet' | 'not_applicable'
  source: string
  /** The ISO day that it is true for. */
  asOf: string
}

export const setShapes = {
  unit: z.string(),
  indicator: subjectShape,
  figure: figureShape.nullable(),
  verdict: z.enum(['met', 'unmet', 'not_applicable']),
  source: z.string(),
  asOf: z.iso.date(),
}

type Needed = Pick<Turn, 'db' | 'catalogs'>

export async function findUnit({ db }: Pick<Turn, 'db'>, id: string | undefined): Promise<Unit | undefined> {
  return id === undefined ? undefined : (await findUnits(db, [id]))[0]
}

/** An indicator as the form keeps it; undefined where no catalog has it. */
export async function subjectFor(
  { db, catalogs }: Needed,
  unit: Unit | undefined,
  set: string,
  code: string,
  year: number,
): Promise<Subject | undefined> {
  const indicator = catalogs.indicator(set, code)
  if (!indicator) return undefined
  const current = unit ? await currentStatus({ db }, unit.id, set, code) : undefined
  return {
    set,
    code,
    measured: kindOf(indicator) !== 'verdict',
    decides: judge(indicator, 0, placeOf(unit), year) !== 'undecided',
    seen: current?.status_id ?? null,
  }
}

export async function currentStatus(
  { db }: Pick<Turn, 'db'>,
  unitId: string,
  set: string,
  code: string,
): Promise<CurrentStatus | undefined> {
  return (await currentStatuses(db, unitId, set)).find(({ indicator }) => indicator === code)
}

/** What the values make of the indicator: a confirmed threshold decides on a figure, else the officer's word. */
export function stateFor(
  turn: Pick<Turn, 'catalogs'>,
  unit: Unit,
  { indicator: subject, figure, verdict, asOf }: SetValues,
): { state: IndicatorState; by: 'threshold' | 'officer' } {
  if (verdict === 'not_applicable') return { state: verdict, by: 'officer' }
  const { indicator } = indicatorOf(turn, subject)
  const value = figure ? valueOf(figure) : undefined
  const judged = value === undefined ? 'undecided' : judge(indicator, value, placeOf(unit), Number(asOf.slice(0, 4)))
  if (judged !== 'undecided') return { state: judged, by: 'threshold' }
  return { state: verdict ?? 'unassessed', by: 'officer' }
}

function placeOf(unit: Unit | undefined) {
  return { region: unit?.region ?? undefined, commune_group: unit?.commune_group ?? undefined }
}
