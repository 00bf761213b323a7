import type { Turn } from '../command/command.ts'
import { fold } from '../language/fold.ts'
import { may, type Action } from '../people/permissions.ts'
import { groupsWithin, type FollowKind, type Group } from '../store/groups.ts'
import type { ChatRef } from '../store/work-tables.ts'

/** The groups of one's units and below over which the speaker has a right, in the order in which they are numbered. */
export async function ownGroups(
  { db, speaker }: Pick<Turn, 'db' | 'speaker'>,
  action: Action,
  kind?: FollowKind,
): Promise<Group[]> {
  const found = new Map<string, Group>()
  for (const { unitPath } of speaker.grants)
    for (const group of await groupsWithin(db, unitPath, kind))
      if (may(speaker, action, { path: group.unitPath })) found.set(keyOf(group), group)
  return [...found.values()]
}

/** A chat's name for good, as it stands in forms and in buttons. */
export function keyOf({ channel, chatId }: Pick<Group, 'channel' | 'chatId'>): string {
  return `${channel}/${chatId}`
}

export function refOf(key: string): ChatRef {
  const at = key.indexOf('/')
  return [key.slice(0, at) as ChatRef[0], key.slice(at + 1)]
}

/** The group that a text names: by its number in the list, or by its name. */
export function groupMeant(text: string, groups: readonly Group[]): Group | undefined {
  const said = fold(text).trim()
  const [, number] = /\bnhom(?: so| thu)? (\d{1,3})\b/.exec(said) ?? /^(\d{1,3})[.)]?$/.exec(said) ?? []
  if (number !== undefined) return groups[Number(number) - 1]
  const named = groups.filter(({ title }) => title !== null && said.includes(fold(title)))
  // "Ban chỉ đạo xã Ví Dụ" also names the "Ban chỉ đạo xã".
  const [longest, next] = named.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  return longest && next && lengthOf(next) === lengthOf(longest) ? undefined : longest
}

function lengthOf({ title }: Group): number {
  return title?.length ?? 0
}
