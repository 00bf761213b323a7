import { sql, type Kysely } from 'kysely'

/**
 * Since which day a list's figures are, and how many sources it has besides the newest: a list of many days is not said to be of
 * its last one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('standings').addColumn('since', 'text').execute()
  await db.schema
    .alterTable('standings')
    .addColumn('other_sources', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  const rows = sql`select as_of, source from current_statuses as listed
    where listed.unit_id = standings.unit_id and listed.set_id = standings.set_id
    union all select reported_as_of, reported_source where presumed = 1 and reported_as_of is not null`
  await sql`update standings set
    since = (select min(as_of) from (${rows}) as told),
    other_sources = (select count(distinct source) - 1 from (${rows}) as told)
    where as_of is not null`.execute(db)
}
