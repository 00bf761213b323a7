import { may } from '../people/permissions.ts'
import type { Speaker } from '../people/speaker.ts'
import type { Assignment } from '../store/assignments.ts'
import { officersOver, rolesOf, withAccounts } from '../store/roster.ts'
import type { Db } from '../store/schema.ts'

const MOST = 5

/** Whether the speaker may direct a task: give it, put off its day, agree that it is done, take it back. */
export function mayDirect(speaker: Pick<Speaker, 'grants'>, { unit_path }: Pick<Assignment, 'unit_path'>): boolean {
  return may(speaker, 'assign', { path: unit_path })
}

/**
 * Who decides on a task besides its owner: the one who gave it, while that person has the right and can be reached; else
 * the nearest officers over its unit.
 */
export async function overseersOf(db: Db, task: Assignment): Promise<string[]> {
  const { given_by, person_id, unit_path } = task
  if (given_by !== null && given_by !== person_id) {
    const grants = await rolesOf(db, given_by)
    if (mayDirect({ grants }, task) && (await withAccounts(db, [given_by])).size > 0) return [given_by]
  }
  const officers = await officersOver(db, unit_path, ['commune_officer', 'district_officer', 'admin'], MOST)
  const others = officers.filter(({ personId }) => personId !== person_id)
  const [nearest] = others
  return others.filter(({ unitPath }) => unitPath === nearest?.unitPath).map(({ personId }) => personId)
}
