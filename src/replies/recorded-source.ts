import type { Turn } from '../command/command.ts'
import type { CurrentStatus } from '../store/figures.ts'
import { recorderOf } from '../store/recorders.ts'
import { day } from '../wording/figures.ts'
import { dayOf } from '../wording/moment.ts'

/**
 * Where a status comes from: its day, its source and, where a person set it, who and when. The name is looked up when it
 * is said, so that a person who was erased appears by the pseudonym.
 */
export async function recordedSource(
  { db, say }: Pick<Turn, 'db' | 'say'>,
  { as_of, source, status_id }: Pick<CurrentStatus, 'as_of' | 'source' | 'status_id'>,
): Promise<string> {
  const recorder = await recorderOf(db, status_id)
  if (!recorder) return say('source-line', { day: day(as_of), source })
  const recorded = { person: recorder.name, recorded: day(dayOf(recorder.recorded_at)) }
  return say('source-line-person', { day: day(as_of), source, ...recorded })
}
