import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { digestPicture } from '../src/documents/pictures/digest-picture.ts'
import { digestOf } from '../src/notices/digest.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { refuse, refuseRole } from '../src/replies/refusal.ts'
import { unitOfChat } from '../src/store/chats.ts'
import { findUnits, type Unit } from '../src/store/units.ts'
import sentences from './sentences/digest.ts'

export default defineCommand({
  name: 'digest',
  slash: ['bantin'],
  summary: 'summary-digest',
  examples: ['bản tin tiến độ', 'xem trước bản tin'],
  sentences,
  needs: ['units'],
  async run(turn): Promise<Reply> {
    const unit = await unitMeant(turn)
    if (!unit) return refuseRole(turn, turn.say('action-see-reporting'), rolesThatMay('see-reporting'))
    if (!may(turn.speaker, 'see-reporting', unit)) return refuse(turn, 'see-reporting', unit)
    // What the groups get, picture and all.
    return { text: await digestOf(turn, unit), file: await digestPicture(turn, unit) }
  },
})

/** What was named; in a group, what that follows; else the speaker's own, of several the one that holds the others. */
async function unitMeant({ db, speaker, slots, chat, channel }: Turn<'units'>): Promise<Unit | undefined> {
  if (slots.units[0]) return slots.units[0]
  const followed = chat.kind === 'group' ? await unitOfChat(db, channel, chat.id) : undefined
  const own = await findUnits(db, followed ? [followed] : speaker.grants.map(({ unitId }) => unitId))
  return own.sort((a, b) => a.path.length - b.path.length)[0]
}
