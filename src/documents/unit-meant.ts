import type { Turn } from '../command/command.ts'
import { rolesThatMay, type Action } from '../people/permissions.ts'
import { unitOfChat } from '../store/chats.ts'
import { ancestorsOf, findUnits, type Unit } from '../store/units.ts'

/**
 * The unit that a document is asked for: the one that was named, the group's, or the speaker's own, of the first role that
 * has the right; "toàn tỉnh" is what lies above it.
 */
export async function unitMeant(turn: Turn<'units'>, action: Action): Promise<Unit | undefined> {
  const { db, slots, chat, channel, speaker, mentions } = turn
  const [named] = slots.units
  if (named) return named
  const groupUnit = chat.kind === 'group' ? await unitOfChat(db, channel, chat.id) : undefined
  const roles = rolesThatMay(action)
  const own = speaker.grants.find(({ role }) => roles.includes(role))
  const [home] = await findUnits(
    db,
    [groupUnit ?? own?.unitId].filter((id) => id !== undefined),
  )
  const level = mentions.ownUnit?.level
  if (!home || !level || level === home.level) return home
  return (await ancestorsOf(db, home)).find((unit) => unit.level === level) ?? home
}
