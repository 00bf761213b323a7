import type { Reply, Turn } from '../command/command.ts'
import { may } from '../people/permissions.ts'
import type { Assignment } from '../store/assignments.ts'
import { rolesOf, withAccounts } from '../store/roster.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'speaker' | 'tell'>

/** Names what is told about something that happened to a task, so that it is told once. */
export function toldKey(taskId: number, event: number, personId: string): string {
  return `task:${taskId}:${event}:${personId}`
}

/**
 * Tells the owner of a task what happened to it; whoever does it to a task of one's own knows.
 *
 * @returns what to say about it: that the owner was told, or cannot be told yet and how that changes.
 */
export async function tellOwner(
  { db, say, speaker, tell }: Needed,
  { id, person_id, owner }: Assignment,
  event: number,
  reply: Reply,
): Promise<string[]> {
  if (person_id === speaker.personId) return []
  if (!(await isReachable(db, person_id))) return [await cannotTell({ db, say, speaker }, person_id, owner)]
  await tell(person_id, toldKey(id, event, person_id), reply)
  return [say('task-told', { person: owner })]
}

/** Whether the bot can write to a person at all. */
export async function isReachable(db: Turn['db'], personId: string): Promise<boolean> {
  return (await withAccounts(db, [personId])).has(personId)
}

/** That somebody has no account yet, and how to change that: by the speaker, or by whoever may. */
export async function cannotTell(
  { db, say, speaker }: Pick<Turn, 'db' | 'say' | 'speaker'>,
  personId: string,
  name: string,
): Promise<string> {
  const roles = await rolesOf(db, personId)
  const mayInvite = roles.every(({ role, unitPath }) => may(speaker, `grant-${role}`, { path: unitPath }))
  return say(mayInvite ? 'task-cannot-tell' : 'task-cannot-tell-yet', { person: name })
}
