import type { Reply, Turn } from '../command/command.ts'
import { placeOf } from '../people/permissions.ts'
import { unitOfChat } from '../store/chats.ts'
import { findUnits, type Unit } from '../store/units.ts'

/** Why a group does not hear who does what in a unit: it follows none, or one that has nothing to do with it. */
export async function notInThisGroup(turn: Turn<never>, unit: Unit): Promise<Reply | undefined> {
  const { db, say, chat, channel } = turn
  if (chat.kind !== 'group') return undefined
  const ofGroup = await unitOfChat(db, channel, chat.id)
  if (ofGroup === undefined) return { text: say('tasks-group-unlinked') }
  const [group] = await findUnits(db, [ofGroup])
  return group && placeOf(group.path, unit.path) === 'beside' ? { text: say('tasks-group-other') } : undefined
}
