import { sql } from 'kysely'
import type { Catalogs } from '../criteria/catalogs.ts'
import { countSet } from '../criteria/count.ts'
import { listColumns } from '../criteria/provenance.ts'
import { chunksOf, inputRows, upsert } from './bulk.ts'
import type { CurrentStatus, Standing, Summary } from './figures.ts'
import type { Db } from './schema.ts'

export interface Pair {
  unit_id: string
  set_id: string
}

const COLUMNS = {
  unit_id: 'text',
  set_id: 'text',
  criteria_met: 'integer',
  criteria_unmet: 'integer',
  indicators_met: 'integer',
  indicators_unmet: 'integer',
  indicators_not_applicable: 'integer',
  indicators_unassessed: 'integer',
  presumed: 'integer',
  as_of: 'text',
  source: 'text',
  since: 'text',
  other_sources: 'integer',
  reported_criteria_met: 'integer',
  reported_indicators_met: 'integer',
  reported_as_of: 'text',
  reported_source: 'text',
} as const satisfies Record<keyof Standing, 'text' | 'integer'>

/** What is counted where nobody has told of a single indicator. */
const NO_LIST = {
  criteria: { met: 0, unmet: 0 },
  indicators: { met: 0, unmet: 0, not_applicable: 0, unassessed: 0 },
}

/**
 * Counts again where units stand on sets, in the transaction that changed their history.
 *
 * The listed counts come from the current states. A report of totals often lists only what is unmet: where there is a
 * report, and the list as it stood on the report's day names something unmet and nothing met, the rest is presumed met.
 * The reported totals stand beside the count, never in its place, so that a difference can be said. A unit that has only
 * reported totals has listed counts of 0 and no `as_of`.
 *
 * @throws when a set is in no catalog.
 */
export async function refreshStandings(db: Db, pairs: readonly Pair[], catalogs: Catalogs): Promise<void> {
  const distinct = new Map(pairs.map(({ unit_id, set_id }) => [`${unit_id}/${set_id}`, { unit_id, set_id }]))
  for (const chunk of chunksOf([...distinct.values()], 500)) {
    const lists = Map.groupBy(await currentOf(db, chunk), keyOf)
    const reports = new Map((await newestSummaries(db, chunk)).map((summary) => [keyOf(summary), summary]))
    const onlyUnmet = await listingOnlyUnmet(db, [...reports.values()])
    const standings = chunk.map((pair): Standing => {
      const key = keyOf(pair)
      return stand(pair, lists.get(key) ?? [], reports.get(key), onlyUnmet.has(key), catalogs)
    })
    await upsert(db, 'standings', standings, COLUMNS, ['unit_id', 'set_id'])
  }
}

function stand(
  { unit_id, set_id }: Pair,
  list: readonly CurrentStatus[],
  report: Summary | undefined,
  presumed: boolean,
  catalogs: Catalogs,
): Standing {
  const set = catalogs.get(set_id)
  if (!set) throw new Error(`no catalog holds the criteria set ${set_id}`)
  const states = new Map(list.map(({ indicator, state }) => [indicator, state]))
  const { criteria, indicators } = list.length > 0 ? countSet(set, states, presumed) : NO_LIST
  return {
    unit_id,
    set_id,
    criteria_met: criteria.met,
    criteria_unmet: criteria.unmet,
    indicators_met: indicators.met,
    indicators_unmet: indicators.unmet,
    indicators_not_applicable: indicators.not_applicable,
    indicators_unassessed: indicators.unassessed,
    presumed: presumed ? 1 : 0,
    ...listColumns(list, presumed ? report : undefined),
    reported_criteria_met: report?.criteria_met ?? null,
    reported_indicators_met: report?.indicators_met ?? null,
    reported_as_of: report?.as_of ?? null,
    reported_source: report?.source ?? null,
  }
}

function keyOf({ unit_id, set_id }: Pair): string {
  return `${unit_id}/${set_id}`
}

const PAIR = { unit_id: 'text', set_id: 'text' } as const

async function currentOf(db: Db, pairs: readonly Pair[]): Promise<CurrentStatus[]> {
  const { rows } = await sql<CurrentStatus>`select listed.* from ${inputRows(db, pairs, PAIR)}
    join current_statuses as listed on listed.unit_id = input.unit_id and listed.set_id = input.set_id`.execute(db)
  return rows
}

async function newestSummaries(db: Db, pairs: readonly Pair[]): Promise<Summary[]> {
  const { rows } = await sql<Summary>`select report.* from ${inputRows(db, pairs, PAIR)}
    join summaries as report on report.id = (
      select id from summaries
      where unit_id = input.unit_id and set_id = input.set_id
      order by as_of desc, id desc limit 1
    )`.execute(db)
  return rows
}

/** Of which reports the list, as it stood on the report's day, names something unmet and nothing met. */
async function listingOnlyUnmet(db: Db, reports: readonly Summary[]): Promise<Set<string>> {
  if (reports.length === 0) return new Set()
  const { rows } = await sql<Pair>`select unit_id, set_id from (
      select told.unit_id, told.set_id, told.state,
        row_number() over (
          partition by told.unit_id, told.set_id, told.indicator order by told.as_of desc, told.id desc
        ) as place
      from ${inputRows(db, reports, { ...PAIR, as_of: 'text' })}
      join statuses as told
        on told.unit_id = input.unit_id and told.set_id = input.set_id and told.as_of <= input.as_of
    ) as list
    where place = 1
    group by unit_id, set_id
    having sum(case when state = 'unmet' then 1 else 0 end) > 0
      and sum(case when state = 'met' then 1 else 0 end) = 0`.execute(db)
  return new Set(rows.map(keyOf))
}
