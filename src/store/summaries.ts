import { sql, type Insertable } from 'kysely'
import type { Catalogs } from '../criteria/catalogs.ts'
import { chunksOf, inputRows } from './bulk.ts'
import { oneWriter } from './one-writer.ts'
import type { Db, SummaryTable } from './schema.ts'
import { refreshStandings, type Pair } from './standings.ts'
import type { Told } from './statuses.ts'

/** Totals as a report gave them; `recorded_by` is the person's id, or nobody for an import. */
export type SummaryRecord = Pick<SummaryTable, 'unit_id' | 'set_id' | 'as_of' | 'source'> &
  Pick<Insertable<SummaryTable>, 'criteria_met' | 'indicators_met'> & { recorded_by?: string }

const COLUMNS = {
  unit_id: 'text',
  set_id: 'text',
  as_of: 'text',
  criteria_met: 'integer',
  indicators_met: 'integer',
  source: 'text',
  recorded_by: 'text',
} as const

/** Tells reported totals, as `recordStatuses` tells statuses. */
export async function recordSummaries(
  db: Db,
  rows: readonly SummaryRecord[],
  catalogs: Catalogs,
  now: string,
): Promise<Told> {
  await oneWriter(db)
  const { told, touched } = await appendSummaries(db, rows, now)
  await refreshStandings(db, touched, catalogs)
  return told
}

/** The history without the standings; the caller holds {@link oneWriter} and refreshes those. */
export async function appendSummaries(
  db: Db,
  rows: readonly SummaryRecord[],
  now: string,
): Promise<{ told: Told; touched: Pair[] }> {
  const told: Told = { added: 0, changed: 0, unchanged: 0 }
  const touched: Pair[] = []
  const columns = sql.join(Object.keys(COLUMNS).map((name) => sql.ref(name)))
  for (const chunk of chunksOf(rows, 5_000)) {
    const newest = await newestOf(db, chunk)
    const fresh = chunk.filter((row) => {
      const last = newest.get(keyOf(row))
      const outcome = last === undefined ? 'added' : isSame(last, row) ? 'unchanged' : 'changed'
      told[outcome] += 1
      return outcome !== 'unchanged'
    })
    if (fresh.length === 0) continue
    touched.push(...fresh)
    await sql`insert into summaries (${columns}, recorded_at)
      select ${columns}, ${now} from ${inputRows(db, fresh, COLUMNS)}`.execute(db)
  }
  return { told, touched }
}

/** What was last told of the same unit, set and day. */
async function newestOf(db: Db, rows: readonly SummaryRecord[]): Promise<Map<string, SummaryRecord>> {
  const { rows: found } = await sql<SummaryRecord>`select told.* from ${inputRows(db, rows, COLUMNS)}
    join summaries as told on told.unit_id = input.unit_id and told.set_id = input.set_id and told.as_of = input.as_of
    order by told.id`.execute(db)
  return new Map(found.map((row) => [keyOf(row), row]))
}

function keyOf({ unit_id, set_id, as_of }: SummaryRecord): string {
  return `${unit_id}/${set_id}/${as_of}`
}

function isSame(a: SummaryRecord, b: SummaryRecord): boolean {
  return a.criteria_met === b.criteria_met && a.indicators_met === b.indicators_met && a.source === b.source
}
