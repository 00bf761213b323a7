import type { Turn } from '../command/command.ts'
import type { CriteriaSet, IndicatorState } from '../criteria/criteria-set.ts'
import { criterionState } from '../criteria/count.ts'
import { leadingFigures, type Leading } from '../replies/standing.ts'
import { latestOf, standingFrom } from '../replies/standing-on.ts'
import { summariesOf, type Seen } from '../store/changes.ts'
import { statusesUntil, type Status } from '../store/figures.ts'

/** What came to be known of a unit on a set since it was last told about. */
export interface Changes {
  set: CriteriaSet
  /** Indicators that became met, with the status that says so … */
  met: Status[]
  /** … and that are met no more. */
  lost: Status[]
  /** Indicators that are known to be unmet now, and were neither met nor known to be unmet. */
  unmet: Status[]
  /** Figures of others that are new: the value before and the status. */
  figures: { before: number | null; status: Status }[]
  /** Criteria that became met. */
  criteria: number[]
  /** The totals that were said first then, and those that are now; the former undefined where nothing was known. */
  before?: Leading
  after?: Leading
}

const FOREVER = '9999-12-31'

/**
 * Compares what was on record when the history was seen so far with what is now: an older day that was told late is news too. Where nothing
 * was on record then, or only totals, single indicators are not compared.
 */
export async function changesSince(
  { db }: Pick<Turn, 'db'>,
  unitId: string,
  set: CriteriaSet,
  seen: Seen,
): Promise<Changes> {
  const rows = await statusesUntil(db, unitId, set.id, FOREVER)
  const summaries = await summariesOf(db, unitId, set.id)
  const known = rows.filter(({ id }) => id <= seen.status)
  const was = standingFrom(
    unitId,
    set,
    known,
    summaries.findLast(({ id }) => id <= seen.summary),
  )
  const is = standingFrom(unitId, set, rows, summaries.at(-1))
  const totals = { before: was && leadingFigures(was), after: is && leadingFigures(is) }
  const nothing = { set, met: [], lost: [], unmet: [], figures: [], criteria: [], ...totals }
  if (!was || was.as_of === null || !is) return nothing
  const [before, after] = [latestOf(known), latestOf(rows)]
  const stateIn =
    (latest: ReadonlyMap<string, Status>, presumed: number) =>
    (code: string): IndicatorState =>
      latest.get(code)?.state ?? (presumed === 1 ? 'met' : 'unassessed')
  const [stateBefore, stateAfter] = [stateIn(before, was.presumed), stateIn(after, is.presumed)]
  const changed = [...after.values()].filter(({ id, indicator }) => before.get(indicator)?.id !== id)
  const isMet = ({ indicator }: Status) => stateAfter(indicator) === 'met'
  const wasMet = ({ indicator }: Status) => stateBefore(indicator) === 'met'
  const metCriteria = (latest: ReadonlyMap<string, Status>, presumed: number) => {
    const states = new Map([...latest].map(([code, { state }]) => [code, state]))
    const met = set.criteria.filter((criterion) => criterionState(criterion, states, presumed === 1) === 'met')
    return set.complete ? met.map(({ no }) => no) : []
  }
  const criteriaBefore = metCriteria(before, was.presumed)
  return {
    set,
    met: changed.filter((status) => isMet(status) && !wasMet(status)),
    lost: changed.filter((status) => !isMet(status) && wasMet(status)),
    unmet: changed.filter(
      (status) => stateAfter(status.indicator) === 'unmet' && !['met', 'unmet'].includes(stateBefore(status.indicator)),
    ),
    figures: changed.flatMap((status) => {
      const old = before.get(status.indicator)?.value ?? null
      const turned = isMet(status) !== wasMet(status)
      return turned || status.value === null || status.value === old ? [] : [{ before: old, status }]
    }),
    criteria: metCriteria(after, is.presumed).filter((no) => !criteriaBefore.includes(no)),
    ...totals,
  }
}

/** Whether anything changed that people are told of. */
export function isChange({ met, lost, unmet, figures, before, after }: Changes): boolean {
  return met.length + lost.length + unmet.length + figures.length > 0 || !sameCounts(before, after)
}

export function sameCounts(before: Leading | undefined, after: Leading | undefined): boolean {
  return before?.criteria === after?.criteria && before?.indicators === after?.indicators
}
