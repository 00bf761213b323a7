import { sql, type Insertable } from 'kysely'
import type { Catalogs } from '../criteria/catalogs.ts'
import { chunksOf, inputRows } from './bulk.ts'
import { oneWriter } from './one-writer.ts'
import type { Db, StatusTable } from './schema.ts'
import { refreshStandings, type Pair } from './standings.ts'

/** A status as it is told; `recorded_by` is the person's id, or nobody for an import. */
export type StatusRecord = Omit<Insertable<StatusTable>, 'id' | 'recorded_at' | 'recorded_by'> & {
  recorded_by?: string
}

/** What became of told rows: `changed` tells otherwise what was told before of the same day, `unchanged` repeats it. */
export interface Told {
  added: number
  changed: number
  unchanged: number
}

const COLUMNS = {
  unit_id: 'text',
  set_id: 'text',
  indicator: 'text',
  state: 'text',
  value: 'double precision',
  as_of: 'text',
  source: 'text',
  recorded_by: 'text',
} as const

/**
 * Tells the states of indicators: appends to the history what is new, and keeps the current states and the standings.
 * What repeats the newest word on the same unit, set, indicator and day is passed over.
 *
 * @param db the transaction that all of it happens in.
 * @param rows at most one for each unit, set, indicator and day.
 * @param now the instant of recording, ISO 8601 in UTC.
 */
export async function recordStatuses(
  db: Db,
  rows: readonly StatusRecord[],
  catalogs: Catalogs,
  now: string,
): Promise<Told> {
  await oneWriter(db)
  const { told, touched } = await appendStatuses(db, rows, now)
  await refreshStandings(db, touched, catalogs)
  return told
}

/** The history and the current states without the standings; the caller holds {@link oneWriter} and refreshes those. */
export async function appendStatuses(
  db: Db,
  rows: readonly StatusRecord[],
  now: string,
): Promise<{ told: Told; touched: Pair[] }> {
  const before = await lastId(db)
  for (const chunk of chunksOf(rows, 5_000)) await appendNew(db, chunk, now)
  const added = await sql<{ count: number }>`select count(*) as count from statuses where id > ${before}`.execute(db)
  const appended = added.rows[0]!.count
  if (appended === 0) return { told: { added: 0, changed: 0, unchanged: rows.length }, touched: [] }

  await keepCurrent(db, before)
  const touched = await sql<Pair>`select distinct unit_id, set_id from statuses where id > ${before}`.execute(db)
  const changed = before === 0 ? 0 : await countCorrections(db, before)
  return {
    told: { added: appended - changed, changed, unchanged: rows.length - appended },
    touched: touched.rows,
  }
}

async function lastId(db: Db): Promise<number> {
  const { id } = await db
    .selectFrom('statuses')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  return id ?? 0
}

async function appendNew(db: Db, rows: readonly StatusRecord[], now: string): Promise<void> {
  const columns = sql.join(Object.keys(COLUMNS).map((name) => sql.ref(name)))
  await sql`insert into statuses (${columns}, recorded_at)
    select ${columns}, ${now} from ${inputRows(db, rows, COLUMNS)}
    where not exists (
      select 1 from statuses as same
      where same.id = (
        select id from statuses as told
        where told.unit_id = input.unit_id and told.set_id = input.set_id
          and told.indicator = input.indicator and told.as_of = input.as_of
        order by id desc limit 1
      )
      and same.state = input.state and same.source = input.source and same.value is not distinct from input.value
    )`.execute(db)
}

/** The newest by day, and of one day the last told, of each indicator that has a status after `before`. */
async function keepCurrent(db: Db, before: number): Promise<void> {
  await sql`insert into current_statuses (unit_id, set_id, indicator, state, value, as_of, source, status_id)
    select unit_id, set_id, indicator, state, value, as_of, source, id from (
      select *, row_number() over (partition by unit_id, set_id, indicator order by as_of desc, id desc) as place
      from statuses where id > ${before}
    ) as appended
    where place = 1
    on conflict (unit_id, set_id, indicator) do update set
      state = excluded.state, value = excluded.value, as_of = excluded.as_of, source = excluded.source,
      status_id = excluded.status_id
    where (excluded.as_of, excluded.status_id) > (current_statuses.as_of, current_statuses.status_id)`.execute(db)
}

async function countCorrections(db: Db, before: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from statuses as appended
    where appended.id > ${before} and exists (
      select 1 from statuses as told
      where told.unit_id = appended.unit_id and told.set_id = appended.set_id
        and told.indicator = appended.indicator and told.as_of = appended.as_of and told.id <= ${before}
    )`.execute(db)
  return rows[0]!.count
}
