import type { Poster } from '../command/poster.ts'
import type { Catalogs } from '../criteria/catalogs.ts'
import type { Outgoing } from '../messages/outgoing.ts'
import { currentStatuses, type CurrentStatus } from '../store/figures.ts'
import { groupsWithin } from '../store/groups.ts'
import { dueNewlyMet, markNewlyMet, nextNewlyMet, type NewlyMet } from '../store/newly-met.ts'
import type { Db } from '../store/schema.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { readEmphasis } from '../wording/emphasis.ts'
import { day } from '../wording/figures.ts'
import { capitalised, unitName } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'
import { queueNotice } from './notify.ts'

interface Parts {
  say: Say
  catalogs: Catalogs
  poster: Poster
}

/**
 * Tells the groups of a commune and its villages that follow it which indicators became met: one message for all that became
 * so since, and only what still is.
 */
export function newlyMetNotices({ say, catalogs, poster }: Parts) {
  async function tell(db: Db, unit: Unit, rows: readonly NewlyMet[], now: Date): Promise<number | null> {
    const message = await newlyMetMessage({ db, say, catalogs }, unit, rows)
    const groups = await groupsWithin(db, unit.path, 'met')
    const reached = groups.filter(
      ({ channel, stoppedAt }) => message && stoppedAt === null && poster.partsOn(channel, message) > 0,
    )
    if (!message || reached.length === 0) return null
    return queueNotice(
      { db, now, poster },
      {
        kind: 'met',
        unitId: unit.id,
        text: message.text,
        message,
        chats: reached.map(({ channel, chatId }) => [channel, chatId]),
      },
    )
  }

  return {
    name: 'newly met',
    disturbs: true,
    async nextAt(db: Db): Promise<Date | undefined> {
      const next = await nextNewlyMet(db)
      return next === undefined ? undefined : new Date(next)
    },
    async run(db: Db, now: Date): Promise<void> {
      for (const [unitId, rows] of Map.groupBy(await dueNewlyMet(db, now), ({ unit_id }) => unit_id)) {
        const [unit] = await findUnits(db, [unitId])
        const notice = unit ? await tell(db, unit, rows, now) : null
        await markNewlyMet(
          db,
          rows.map(({ id }) => id),
          notice,
          now,
        )
      }
    },
  }
}

/** Undefined where nothing of it is met any more. */
async function newlyMetMessage(
  { db, say, catalogs }: Pick<Parts, 'say' | 'catalogs'> & { db: Db },
  unit: Unit,
  rows: readonly NewlyMet[],
): Promise<Outgoing | undefined> {
  const lines: string[] = []
  const sources = new Set<string>()
  for (const [setId, ofSet] of Map.groupBy(rows, ({ set_id }) => set_id)) {
    const states = new Map((await currentStatuses(db, unit.id, setId)).map((status) => [status.indicator, status]))
    for (const code of new Set(ofSet.map(({ indicator }) => indicator))) {
      const status = states.get(code)
      const line = status?.state === 'met' ? metLine({ say, catalogs }, status) : undefined
      if (line === undefined || !status) continue
      lines.push(line)
      sources.add(say('newly-met-source', { day: day(status.as_of), source: status.source }))
    }
  }
  if (lines.length === 0) return undefined
  const title = say('newly-met-title', { unit: capitalised(unitName(say, unit)), count: lines.length })
  return { command: 'newly-met', ...readEmphasis([title, ...lines, ...sources].join('\n')) }
}

function metLine({ say, catalogs }: Pick<Parts, 'say' | 'catalogs'>, { set_id, indicator: code }: CurrentStatus) {
  const indicator = catalogs.indicator(set_id, code)
  const set = catalogs.get(set_id)
  return indicator && set && say('newly-met-line', { code, set: set.short_name, name: indicator.name })
}
