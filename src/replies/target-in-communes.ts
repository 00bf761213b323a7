import type { Reply, Target, Turn } from '../command/command.ts'
import { criterionState } from '../criteria/count.ts'
import type { IndicatorState } from '../criteria/criteria-set.ts'
import { communeStandings, statusesWithin } from '../store/figures.ts'
import type { Unit } from '../store/units.ts'
import { quantity } from '../wording/figures.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { sourcesLine } from './ranking.ts'
import { daysShort } from './source-line.ts'
import { shortIndicator } from './standing.ts'
import { toldOf } from './unit-set.ts'

/** Where only totals are reported, no verdict is known. */
type Verdict = IndicatorState | 'unknown'

const VERDICTS = {
  unmet: 'state-unmet',
  met: 'state-met',
  unassessed: 'state-unassessed',
  not_applicable: 'state-not_applicable',
  unknown: 'state-unknown-totals',
} as const satisfies Record<Verdict, string>

/** As many of one verdict as a reader takes in. */
const MOST_COMMUNES = 20

/** Databases differ in where they put đ. */
const BY_NAME = new Intl.Collator('vi')

interface Judged {
  verdict: Verdict
  /** The commune with its figure and its day. */
  line: string
  source: string | null
  other_sources: number
}

/** Which communes of a region have met a criterion or an indicator and which have not; of `only`, where some are named. */
export async function targetInCommunes(
  turn: Turn<never>,
  region: Unit | undefined,
  targets: readonly Target[],
  only: readonly Unit[] = [],
): Promise<Reply> {
  const { say } = turn
  const path = region?.path ?? '/'
  const everywhere = only.length > 0 ? say('ranking-compared') : say('ranking-all')
  const blocks = await Promise.all(
    targets.map(async (target) => {
      const judged = await judge(turn, path, target, only)
      const place = region ? capitalised(unitName(say, region)) : everywhere
      return judged.length > 0 ? [blockOf(turn, place, target, judged).join('\n')] : []
    }),
  )
  const text = blocks.flat().join('\n\n')
  return { text: text || say('ranking-none', { place: region ? unitName(say, region) : say('ranking-all') }) }
}

async function judge({ db, say }: Turn<never>, path: string, target: Target, only: readonly Unit[]): Promise<Judged[]> {
  const { set, code } = target
  const criterion = set.criteria.find(({ no }) => no === Number(code.split('.')[0]))
  if (!criterion || criterion.indicators.length === 0) return []
  const single = criterion.indicators.find((indicator) => indicator.code === code)
  const codes = single ? [code] : criterion.indicators.map((indicator) => indicator.code)
  const communes = (await communeStandings(db, path, set.id))
    .filter(({ unit_id }) => only.length === 0 || only.some(({ id }) => id === unit_id))
    .toSorted((a, b) => BY_NAME.compare(a.name, b.name))
  const statuses = Map.groupBy(await statusesWithin(db, path, set.id, codes), ({ unit_id }) => unit_id)
  return communes.map((commune) => {
    const known = new Map((statuses.get(commune.unit_id) ?? []).map((status) => [status.indicator, status]))
    const states = new Map([...known].map(([indicator, { state }]) => [indicator, state]))
    const presumed = commune.presumed === 1
    const status = single && known.get(code)
    const state = single
      ? (status?.state ?? (presumed ? 'met' : 'unassessed'))
      : criterionState(criterion, states, presumed)
    const value = status && status.value !== null && single ? ` ${quantity(status.value, single.unit)}` : ''
    const told = toldOf({ statuses: known, standing: commune }, codes)
    const days = told ? ` (${daysShort(told)})` : ''
    const line = `${unitName(say, commune)}${value}${days}`
    return {
      verdict: commune.as_of === null ? 'unknown' : state,
      line,
      source: told?.source ?? null,
      other_sources: told?.others ?? 0,
    }
  })
}

function blockOf({ say }: Turn<never>, place: string, { set, code }: Target, judged: readonly Judged[]): string[] {
  const criterion = set.criteria.find(({ no }) => String(no) === code)
  const name = criterion ? say('target-criterion', { no: criterion.no, name: criterion.name }) : undefined
  const target = name ?? say('target-indicator', { name: shortIndicator(set, code) })
  const byVerdict = Object.entries(VERDICTS).flatMap(([verdict, key]) => {
    const lines = judged.filter((each) => each.verdict === verdict).map(({ line }) => line)
    if (lines.length === 0) return []
    const rest = lines.length - MOST_COMMUNES
    const communes = [...lines.slice(0, MOST_COMMUNES), ...(rest > 0 ? [say('ranking-more', { count: rest })] : [])]
    return [say('target-communes', { verdict: say(key), count: lines.length, communes: communes.join('; ') })]
  })
  return [
    say('target-in-title', { place, target, set: set.short_name, count: judged.length }),
    ...byVerdict,
    sourcesLine(say, judged),
  ]
}
