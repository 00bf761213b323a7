import { sql } from 'kysely'
import type { ChannelName } from '../messages/incoming.ts'
import { dialectOf } from './dialect.ts'
import type { Db, OutboxState } from './schema.ts'

/** Ended messages are counted among so many of the newest: the table holds a year of them. */
const NEWEST = 10_000

export interface OutboxSign {
  channel: ChannelName
  state: OutboxState
  count: number
  /** When the oldest of them was due, ISO 8601 in UTC. */
  oldestDue: string
}

const OPEN = sql<boolean>`state in ('waiting', 'retrying')`

/** What waits to be sent: all of it, by channel and state. */
export async function openMessages(db: Db): Promise<OutboxSign[]> {
  return db
    .selectFrom('outbox')
    .select(({ fn }) => ['channel', 'state', fn.countAll<number>().as('count'), fn.min('due_at').as('oldestDue')])
    .where(OPEN)
    .groupBy(['channel', 'state'])
    .execute()
}

/** What became of the newest messages that no longer wait, by channel and state. */
export async function endedMessages(db: Db): Promise<OutboxSign[]> {
  return db
    .selectFrom('outbox')
    .select(({ fn }) => ['channel', 'state', fn.countAll<number>().as('count'), fn.min('due_at').as('oldestDue')])
    .where(sql<boolean>`not (${OPEN})`)
    .where('id', '>', (eb) =>
      eb.selectFrom('outbox').select(sql<number>`coalesce(max(id), 0) - ${sql.lit(NEWEST)}`.as('from')),
    )
    .groupBy(['channel', 'state'])
    .execute()
}

/** How many updates wait for their turn. */
export async function waitingUpdates(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from inbox where state = 'waiting'`.execute(db)
  return rows[0]!.count
}

/** How many runs of schedules there have been, by what came of them. */
export async function scheduleRuns(db: Db): Promise<{ outcome: string; count: number }[]> {
  return db
    .selectFrom('schedule_runs')
    .select(({ fn }) => ['outcome', fn.countAll<number>().as('count')])
    .groupBy('outcome')
    .execute()
}

/** How large the database is, in bytes. */
export async function databaseBytes(db: Db): Promise<number> {
  const query =
    dialectOf(db) === 'postgres'
      ? sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`
      : sql<{ bytes: number }>`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`
  const { rows } = await query.execute(db)
  return rows[0]!.bytes
}
