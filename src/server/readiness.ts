import type { ChannelName } from '../messages/incoming.ts'
import { migrationState } from '../store/migration-state.ts'
import type { Db } from '../store/schema.ts'
import { openMessages } from '../store/vital-signs.ts'
import { lagOf } from './vitals.ts'

/** Whether the program can do its work, and what it looked at. */
export interface Readiness {
  /** False when it can do none of it: no database, another's migrations, not one channel that works. */
  ready: boolean
  database: { ok: boolean; ms?: number }
  migrations: { ok: boolean; missing?: string[]; unknown?: string[] }
  channels: { name: ChannelName; ok: boolean; by: 'webhook' | 'polling'; lastHeard?: string }[]
  outbox: { ok: boolean; lagSeconds?: number; waiting?: number }
}

export interface ReadinessOptions {
  db: Db
  /** The names of the migrations of this program. */
  migrations: readonly string[]
  channels: readonly ChannelName[]
  /** Whether updates come by webhook: then nothing need have come for a while, as at night. */
  byWebhook: boolean
  lastHeard: (channel: ChannelName) => Date | undefined
  now: () => Date
}

/** A poll ends after half a minute, and the wait after a failure is a minute at most. */
const LONGEST_SILENCE_MS = 2 * 60_000
/** Longer than a platform asks to be left alone for. */
const LONGEST_LAG_S = 5 * 60
/** A database that answers later than this is of no use. */
const LONGEST_ANSWER_MS = 3000

/**
 * Looks at the database, the migrations, the channels and what waits to be sent. Where one channel of two is cut off, as
 * Telegram may be in Vietnam, the program is ready all the same: whoever heeds this must not cut off the other one too.
 */
export async function lookReady(options: ReadinessOptions): Promise<Readiness> {
  const { db, byWebhook, lastHeard, now } = options
  const channels = options.channels.map((name) => {
    const at = lastHeard(name)
    const ok = at !== undefined && (byWebhook || now().getTime() - at.getTime() < LONGEST_SILENCE_MS)
    return { name, ok, by: byWebhook ? ('webhook' as const) : ('polling' as const), lastHeard: at?.toISOString() }
  })
  const start = performance.now()
  try {
    const [{ missing, unknown }, open] = await inTime(
      Promise.all([migrationState(db, options.migrations), openMessages(db)]),
    )
    const ms = Math.round(performance.now() - start)
    const migrations = { ok: missing.length + unknown.length === 0, missing, unknown }
    const lagSeconds = Math.round(lagOf(open, now()))
    const waiting = open.reduce((sum, { count }) => sum + count, 0)
    return {
      ready: migrations.ok && channels.some(({ ok }) => ok),
      database: { ok: true, ms },
      migrations,
      channels,
      outbox: { ok: lagSeconds <= LONGEST_LAG_S, lagSeconds, waiting },
    }
  } catch {
    // The error may name the database and its user; the log has it where the database was needed for a turn.
    return { ready: false, database: { ok: false }, migrations: { ok: false }, channels, outbox: { ok: false } }
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('no answer in time')), LONGEST_ANSWER_MS)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
