import type { Turn } from '../command/command.ts'
import type { IndicatorState } from '../criteria/criteria-set.ts'
import { audit } from '../store/audit.ts'
import { currentStatuses } from '../store/figures.ts'
import { countedAsMet, noteNewlyMet } from '../store/newly-met.ts'
import { recordStatuses } from '../store/statuses.ts'
import { closeAfterFigure } from '../tasks/closing.ts'

/** What an officer makes of an indicator of the commune. */
export interface Result {
  /** As it stands in the audit. */
  action: 'rollup.fix' | 'status.set'
  unit: string
  set: string
  code: string
  state: IndicatorState
  value: number | null
  asOf: string
  source: string
  /** The reports that it was added up from, by number. */
  reports?: readonly number[]
}

/**
 * Appends a commune's status as the speaker's, with its line in the audit; the counts follow in the same transaction, and
 * so do the tasks that it closes.
 *
 * @returns lines to say about it; undefined where the same was told already of that day: then nothing is appended.
 */
export async function recordResult(turn: Turn<never>, result: Result): Promise<string[] | undefined> {
  const { db, catalogs, now, speaker, channel } = turn
  const { action, unit, set, code, state, value, asOf, source, reports } = result
  const before = (await currentStatuses(db, unit, set)).find(({ indicator }) => indicator === code)
  const row = {
    unit_id: unit,
    set_id: set,
    indicator: code,
    state,
    value,
    as_of: asOf,
    source,
    recorded_by: speaker.personId,
  }
  const wasMet = await countedAsMet(db, unit, set, before)
  const { unchanged } = await recordStatuses(db, [row], catalogs, now.toISOString())
  if (unchanged > 0) return undefined
  const isNewest = before === undefined || asOf >= before.as_of
  if (state === 'met' && !wasMet && isNewest) await noteNewlyMet(db, { unit, set, code, asOf }, now)
  await audit(db, {
    at: now,
    person_id: speaker.personId ?? null,
    channel,
    action,
    unit_id: unit,
    subject: `${set}/${code}`,
    before: before ? JSON.stringify({ state: before.state, value: before.value, as_of: before.as_of }) : null,
    after: JSON.stringify({ state, value, as_of: asOf, ...(reports ? { reports } : {}) }),
  })
  return (await closeAfterFigure(turn, unit, set)).here
}
