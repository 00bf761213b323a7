import type { Reply, Turn } from '../command/command.ts'
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { rankCommunes, setsTracked, type Ranked } from '../store/figures.ts'
import type { Unit } from '../store/units.ts'
import { day } from '../wording/figures.ts'
import { capitalised, unitName } from '../wording/names.ts'

/** As many as one message holds on every channel. */
const MOST_LINES = 15

/** The communes of a district or province, or of all there is, ranked on each set that was asked for or is tracked. */
export async function regionReply(turn: Turn<never>, region: Unit | undefined): Promise<Reply> {
  const { db, say, catalogs } = turn
  const path = region?.path ?? '/'
  const place = region ? capitalised(unitName(say, region)) : say('ranking-all')
  const tracked = (await setsTracked(db, path)).flatMap(({ set_id }) => catalogs.get(set_id) ?? [])
  const sets = turn.sets.length > 0 ? turn.sets : tracked
  const blocks = await Promise.all(
    sets.map(async (set) => rankingLines(turn, set, place, await rankCommunes(db, path, set.id))),
  )
  const text = blocks.flat().join('\n')
  return { text: text || say('ranking-none', { place: region ? unitName(say, region) : say('ranking-all') }) }
}

function rankingLines({ say }: Turn<never>, set: CriteriaSet, place: string, ranked: Ranked[]): string[] {
  if (ranked.length === 0) return []
  const shown = ranked.slice(0, MOST_LINES)
  const lines = shown.map(({ name, level, criteria, indicators, as_of }) =>
    say('ranking-line', {
      rank: 1 + ranked.findIndex((other) => other.criteria === criteria && other.indicators === indicators),
      unit: capitalised(
        unitName(say, {
          name,
          level,
        }),
      ),
      criteriaMet: criteria,
      criteria: set.official_counts.criteria,
      indicatorsMet: indicators,
      indicators: set.official_counts.indicators,
      day: as_of ? day(as_of) : '',
    }),
  )
  const title = say('ranking-title', { place, set: set.short_name, count: ranked.length })
  const rest = ranked.length - shown.length
  return [title, ...lines, ...(rest > 0 ? [say('ranking-more', { count: rest })] : [])]
}
