import type { Group } from '../store/groups.ts'
import { instant } from '../wording/instant.ts'
import { unitName } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'
import { reasonSaid } from './reasons.ts'

/** A group by its name and unit: `Nhóm thôn Đoài (thôn Đoài)`. */
export function groupSaid(say: Say, group: Group): string {
  return say('group-named', { name: groupName(say, group), unit: unitOf(say, group) })
}

/** What a group is called; one without a name is called after its unit. */
export function groupName(say: Say, group: Group): string {
  return group.title ?? say('group-unnamed', { unit: unitOf(say, group) })
}

export function unitOf(say: Say, { unitName: name, unitLevel: level }: Group): string {
  return unitName(say, { name, level })
}

/** Why and since when a group cannot be reached. */
export function stopSaid(say: Say, { stoppedReason, stoppedAt }: Group): string {
  return say('group-stopped', { why: reasonSaid(say, stoppedReason).why, since: stoppedAt ? instant(stoppedAt) : '' })
}
