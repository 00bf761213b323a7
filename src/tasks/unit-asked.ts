import type { Reply, Turn } from '../command/command.ts'
import { may } from '../people/permissions.ts'
import { notInThisGroup } from '../replies/not-in-this-group.ts'
import { refuse, refuseRole } from '../replies/refusal.ts'
import { rolesThatMay } from '../people/permissions.ts'
import { unitOfChat } from '../store/chats.ts'
import { ancestorsOf, findUnits, type Unit } from '../store/units.ts'

type Needed = Turn<'units'>

/**
 * The unit whose tasks are asked for: named, last talked about, the group's, or the speaker's own (of a village head the
 * commune's). In a group only what belongs to the group's unit, or lies above it, is said.
 */
export async function unitAsked(turn: Needed): Promise<{ unit: Unit } | { reply: Reply }> {
  const { db, say, speaker, chat, channel, slots, before, mentions } = turn
  const ofGroup = chat.kind === 'group' ? await unitOfChat(db, channel, chat.id) : undefined
  if (chat.kind === 'group' && ofGroup === undefined) return { reply: { text: say('tasks-group-unlinked') } }
  const talkedAbout = mentions.ownUnit === undefined ? before?.unit : undefined
  const ids = [talkedAbout, ofGroup, ...speaker.grants.map(({ unitId }) => unitId)].filter((id) => id !== undefined)
  const found = new Map((await findUnits(db, [...new Set(ids)])).map((unit) => [unit.id, unit]))
  const home = ids.flatMap((id) => found.get(id) ?? [])[0]
  const unit = slots.units[0] ?? (home && (await ofLevel(turn, home)))
  if (!unit) return { reply: await refuseRole(turn, say('action-see-assignments'), rolesThatMay('see-assignments')) }
  if (!may(speaker, 'see-assignments', unit)) return { reply: await refuse(turn, 'see-assignments', unit) }
  const unfit = await notInThisGroup(turn, unit)
  return unfit ? { reply: unfit } : { unit }
}

/** The village itself where it is said ("thôn tôi"), else its commune: that is where tasks are seen together. */
async function ofLevel({ db, mentions }: Needed, home: Unit): Promise<Unit> {
  if (home.level !== 'thon' || mentions.ownUnit?.level === 'thon') return home
  return (await communeOver({ db }, home)) ?? home
}

/** The commune that a unit is or lies in; undefined for what lies above communes. */
export async function communeOver({ db }: Pick<Turn, 'db'>, unit: Unit): Promise<Unit | undefined> {
  return [unit, ...(await ancestorsOf(db, unit))].find(({ level }) => level === 'xa')
}
