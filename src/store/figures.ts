import { sql, type Selectable } from 'kysely'
import type { CurrentStatusTable, Db, StandingTable, StatusTable, SummaryTable } from './schema.ts'
import { chunksOf } from './bulk.ts'
import { once } from './once.ts'
import { endOfSubtree } from './units.ts'

export type Standing = Selectable<StandingTable>
export type CurrentStatus = Selectable<CurrentStatusTable>
export type Status = Selectable<StatusTable>
export type Summary = Selectable<SummaryTable>

/** Where a unit stands on every set it has figures for: one indexed read. */
export async function standingsOf(db: Db, unitId: string): Promise<Standing[]> {
  return selectStandings(db, { unitId })
}

const selectStandings = once((db, { unitId }: { unitId: string }) =>
  db.selectFrom('standings').selectAll().where('unit_id', '=', unitId).orderBy('set_id'),
)

/** The newest status of each indicator that was ever assessed. */
export async function currentStatuses(db: Db, unitId: string, setId: string): Promise<CurrentStatus[]> {
  return db
    .selectFrom('current_statuses')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('set_id', '=', setId)
    .execute()
}

/** Rows of the history by their ids. */
export async function statusesById(db: Db, ids: readonly number[]): Promise<Status[]> {
  const found: Status[] = []
  for (const some of chunksOf([...new Set(ids)], 500))
    found.push(...(await db.selectFrom('statuses').selectAll().where('id', 'in', some).execute()))
  return found
}

/** All that was ever said of a unit on a set up to a day (included), oldest first. */
export async function statusesUntil(db: Db, unitId: string, setId: string, day: string): Promise<Status[]> {
  return db
    .selectFrom('statuses')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('set_id', '=', setId)
    .where('as_of', '<=', day)
    .orderBy('as_of')
    .orderBy('id')
    .execute()
}

/** The newest reported totals that were true on a day. */
export async function summaryOn(db: Db, unitId: string, setId: string, day: string): Promise<Summary | undefined> {
  return db
    .selectFrom('summaries')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('set_id', '=', setId)
    .where('as_of', '<=', day)
    .orderBy('as_of', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The day of the first figure there is of a unit, for saying since when figures are missing. */
export async function firstDay(db: Db, unitId: string, setId?: string): Promise<string | undefined> {
  const ofSet = setId === undefined ? { unit_id: unitId } : { unit_id: unitId, set_id: setId }
  const first = await db
    .selectFrom('statuses')
    .select('as_of')
    .where((eb) => eb.and(ofSet))
    .unionAll(
      db
        .selectFrom('summaries')
        .select('as_of')
        .where((eb) => eb.and(ofSet)),
    )
    .orderBy('as_of')
    .limit(1)
    .executeTakeFirst()
  return first?.as_of
}

export interface Ranked {
  unit_id: string
  name: string
  level: 'tinh' | 'huyen' | 'xa' | 'thon'
  /** Null where a report gave only the other count. */
  criteria: number | null
  indicators: number | null
  unassessed: number
  as_of: string | null
  source: string | null
  /** The oldest day of a list's figures; and how many sources it has besides the newest. */
  since: string | null
  other_sources: number
}

/** Whether the reported totals are the ones to say first: at least as new as the list, or the list leaves some open. */
const REPORTED_LEADS = sql<boolean>`reported_as_of is not null
  and (as_of is null or reported_as_of >= as_of or (presumed = 0 and indicators_unassessed > 0))`

const CRITERIA = sql<number | null>`case when ${REPORTED_LEADS} then reported_criteria_met else criteria_met end`
const INDICATORS = sql<number | null>`case when ${REPORTED_LEADS} then reported_indicators_met else indicators_met end`

/** The communes of a subtree with their standings on a set. */
function standingsWithin(db: Db, path: string, setId: string) {
  return db
    .selectFrom('units')
    .innerJoin('standings', 'standings.unit_id', 'units.id')
    .where('units.level', '=', 'xa')
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .where('standings.set_id', '=', setId)
}

/** The communes of a subtree with figures on a set, best first. */
export async function rankCommunes(db: Db, path: string, setId: string): Promise<Ranked[]> {
  return standingsWithin(db, path, setId)
    .select(['units.id as unit_id', 'units.name', 'units.level'])
    .select([
      CRITERIA.as('criteria'),
      INDICATORS.as('indicators'),
      sql<number>`case when ${REPORTED_LEADS} then 0 else indicators_unassessed end`.as('unassessed'),
      sql<string | null>`case when ${REPORTED_LEADS} then reported_as_of else as_of end`.as('as_of'),
      sql<string | null>`case when ${REPORTED_LEADS} then reported_source else source end`.as('source'),
      sql<string | null>`case when ${REPORTED_LEADS} then reported_as_of else since end`.as('since'),
      sql<number>`case when ${REPORTED_LEADS} then 0 else other_sources end`.as('other_sources'),
    ])
    .orderBy(sql`coalesce(${CRITERIA}, -1)`, 'desc')
    .orderBy(sql`coalesce(${INDICATORS}, -1)`, 'desc')
    .orderBy('units.name')
    .execute()
}

export type CommuneStanding = Standing & Pick<Ranked, 'name' | 'level'>

/** The communes of a subtree with figures on a set, and where each stands. */
export async function communeStandings(db: Db, path: string, setId: string): Promise<CommuneStanding[]> {
  return standingsWithin(db, path, setId).selectAll('standings').select(['units.name', 'units.level']).execute()
}

/** The newest status of some indicators in every commune of a subtree. */
export async function statusesWithin(
  db: Db,
  path: string,
  setId: string,
  codes: readonly string[],
): Promise<CurrentStatus[]> {
  return db
    .selectFrom('units')
    .innerJoin('current_statuses', 'current_statuses.unit_id', 'units.id')
    .where('units.level', '=', 'xa')
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .where('current_statuses.set_id', '=', setId)
    .where('current_statuses.indicator', 'in', codes)
    .selectAll('current_statuses')
    .execute()
}

/** What the communes of a subtree have not met of a set, by its newest status. */
export async function unmetWithin(
  db: Db,
  path: string,
  setId: string,
): Promise<Pick<CurrentStatus, 'unit_id' | 'indicator'>[]> {
  return db
    .selectFrom('units')
    .innerJoin('current_statuses', 'current_statuses.unit_id', 'units.id')
    .where('units.level', '=', 'xa')
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .where('current_statuses.set_id', '=', setId)
    .where('current_statuses.state', '=', 'unmet')
    .select(['current_statuses.unit_id', 'current_statuses.indicator'])
    .execute()
}

/** Which sets the communes of a subtree have figures on, and how many of them. */
export async function setsTracked(db: Db, path: string): Promise<{ set_id: string; communes: number }[]> {
  return db
    .selectFrom('units')
    .innerJoin('standings', 'standings.unit_id', 'units.id')
    .where('units.level', '=', 'xa')
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .select(['standings.set_id', (eb) => eb.fn.countAll<number>().as('communes')])
    .groupBy('standings.set_id')
    .orderBy('standings.set_id')
    .execute()
}
