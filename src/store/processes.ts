import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from './schema.ts'

/** The first half of the processes' locks: any number that no other program of the database uses. */
const PROCESSES = 20_210_725
/** The wait before a lost lock is taken again. */
const AGAIN_MS = 500

/** A process among those that share a Postgres. */
export interface Membership {
  /** What it is known by; never given to another. */
  number(): number
  leave(): void
}

/**
 * Makes this process known to the others by a number of its own, which it holds locked for as long as its connection
 * lives: so that of what it has in hand everybody can tell whether it still has. A connection that breaks is made anew,
 * under a new number, for the others may have taken the old one for dead.
 */
export async function join(pool: pg.Pool): Promise<Membership> {
  let left = false
  let held = await hold(pool)
  watch()

  function watch(): void {
    held.client.once('end', () => {
      if (!left) void again()
    })
  }

  async function again(): Promise<void> {
    held.client.release(true)
    while (!left) {
      try {
        held = await hold(pool)
        if (left) held.client.release(true)
        else watch()
        return
      } catch {
        // The database is away; what asks it meanwhile says so.
        await wait(AGAIN_MS)
      }
    }
  }

  return {
    number: () => held.number,
    leave() {
      left = true
      // The lock falls with its connection.
      held.client.release(true)
    },
  }
}

async function hold(pool: pg.Pool): Promise<{ client: pg.PoolClient; number: number }> {
  const client = await pool.connect()
  try {
    for (;;) {
      // By chance, so that a number that still stands in a row, also of a database that was restored, is nobody's again.
      const number = randomInt(1, 2 ** 31)
      const query = 'select pg_try_advisory_lock($1, $2) as taken'
      const { rows } = await client.query<{ taken: boolean }>(query, [PROCESSES, number])
      if (rows[0]?.taken) return { client, number }
    }
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** How many processes share the database, at least one. */
export async function countProcesses(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_locks
    where locktype = 'advisory' and classid = ${PROCESSES} and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())`.execute(db)
  return Math.max(1, rows[0]?.count ?? 1)
}

/** Whether a process has gone; if so, its number is this transaction's, so that one alone settles what it left. */
export async function hasGone(trx: Db, number: number): Promise<boolean> {
  const query = sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${PROCESSES}, ${number}) as free`
  const { rows } = await query.execute(trx)
  return rows[0]?.free ?? false
}
