import { rolesThatMay, may } from '../people/permissions.ts'
import type { Poster } from '../command/poster.ts'
import { groupsToTellOf, markStopTold, type Group } from '../store/groups.ts'
import { officersOver, rolesOf } from '../store/roster.ts'
import type { Db } from '../store/schema.ts'
import { instant } from '../wording/instant.ts'
import type { Say } from '../wording/say.ts'
import { readEmphasis } from '../wording/emphasis.ts'
import { followsSaid } from './follow-words.ts'
import { groupName, unitOf } from './group-words.ts'
import { reasonSaid } from './reasons.ts'
import type { Tell } from '../tasks/task-reminders.ts'

const MOST_OFFICERS = 20

/**
 * A group that can no longer be reached, whatever noticed it: its officer is told once, and again when it can be reached;
 * its link has stayed all the while.
 */
export function groupStops({ say, tell, poster }: { say: Say; tell: Tell; poster: Poster }) {
  async function tellOfAll(db: Db, now: Date): Promise<void> {
    for (const group of await groupsToTellOf(db)) {
      const { channel, chatId, stoppedAt } = group
      await markStopTold(db, [channel, chatId], stoppedAt === null ? null : now)
      const name = groupName(say, group)
      const unit = unitOf(say, group)
      const what = followsSaid(say, group.follows)
      const text =
        stoppedAt === null
          ? say('group-back-told', { name, unit, what })
          : say('group-stop-told', { name, unit, since: instant(stoppedAt), ...reasonSaid(say, group.stoppedReason) })
      const key = `group-${stoppedAt === null ? 'back' : 'stop'}:${channel}:${chatId}:${now.toISOString()}`
      for (const personId of await officersOf(db, group)) await tell(db, personId, key, { text }, now)
      if (stoppedAt !== null) continue
      const message = { command: 'groups', ...readEmphasis(say('group-back-here', { unit, what })) }
      await poster.post(db, { channel, chatId }, `${key}:here`, message, now)
    }
  }

  return {
    name: 'group stops',
    disturbs: true,
    async nextAt(db: Db): Promise<Date | undefined> {
      const waiting = await groupsToTellOf(db)
      // Noted already, so due already: any instant before now says so.
      return waiting.length > 0 ? new Date(0) : undefined
    },
    run: tellOfAll,
  }
}

/** Who looks after a group: who linked it, while they may; else the officers of its unit, the nearest that there are. */
export async function officersOf(
  db: Db,
  { linkedBy, unitPath }: Pick<Group, 'linkedBy' | 'unitPath'>,
): Promise<string[]> {
  if (linkedBy !== null) {
    const grants = await rolesOf(db, linkedBy)
    if (may({ grants }, 'link-group', { path: unitPath })) return [linkedBy]
  }
  const roles = rolesThatMay('send-notice')
  const officers = await officersOver(db, unitPath, roles, MOST_OFFICERS)
  const [nearest] = officers
  return officers.filter(({ unitPath: path }) => path === nearest?.unitPath).map(({ personId }) => personId)
}
