import type { Reply, Turn } from '../command/command.ts'
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { rankCommunes, setsTracked, type Ranked } from '../store/figures.ts'
import type { Unit } from '../store/units.ts'
import { capitalised, unitName } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'
import { countsOf } from './counts.ts'
import { daysWords, sourceWords } from './source-line.ts'

/** As many as one message holds on every channel. */
const MOST_LINES = 15
/** More would bury the ranking. */
const MOST_SOURCES = 3

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
  const text = blocks.flatMap((lines) => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')
  if (text) return { text }
  const where = region ? unitName(say, region) : say('ranking-all')
  const set = turn.sets.map(({ short_name }) => short_name).join(', ')
  return { text: set ? say('ranking-none-set', { place: where, set }) : say('ranking-none', { place: where }) }
}

/** Communes in their order on a set, with counts, days and sources; nothing where there is none. */
export function rankingLines(
  { say }: Pick<Turn, 'say'>,
  set: CriteriaSet,
  place: string,
  ranked: readonly Ranked[],
): string[] {
  if (ranked.length === 0) return []
  const shown = ranked.slice(0, MOST_LINES)
  const lines = shown.map((each) => {
    const { criteria, indicators, unassessed, as_of, since } = each
    const about = [
      ...(as_of ? [daysWords(say, { from: since ?? as_of, to: as_of })] : []),
      ...(unassessed > 0 ? [say('open-unassessed', { count: unassessed })] : []),
    ]
    return say('ranking-line', {
      rank: 1 + ranked.findIndex((other) => other.criteria === criteria && other.indicators === indicators),
      unit: capitalised(unitName(say, each)),
      counts: countsOf(say, set, each),
      about: about.join('; '),
    })
  })
  const title = say('ranking-title', { place, set: set.short_name, count: ranked.length })
  const rest = ranked.length - shown.length
  const days = new Set(ranked.flatMap(({ as_of }) => as_of ?? []))
  return [
    title,
    ...lines,
    ...(rest > 0 ? [say('ranking-more', { count: rest })] : []),
    sourcesLine(say, shown),
    ...(days.size > 1 ? [say('compare-days-differ')] : []),
  ]
}

/** Where the figures come from; communes that each have a report of their own are asked about one by one. */
export function sourcesLine(say: Say, ranked: readonly { source: string | null; other_sources: number }[]): string {
  const sources = [
    ...new Set(
      ranked.flatMap(({ source, other_sources: others }) =>
        source === null ? [] : sourceWords(say, { source, others }),
      ),
    ),
  ]
  if (sources.length > MOST_SOURCES) return say('ranking-sources-many')
  return say('ranking-source', { sources: sources.join('; ') })
}
