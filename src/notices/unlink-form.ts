import type { Reply, Turn } from '../command/command.ts'
import { defineForm } from '../command/form.ts'
import { may } from '../people/permissions.ts'
import { refuse } from '../replies/refusal.ts'
import { audit } from '../store/audit.ts'
import { findGroup, unlinkGroup } from '../store/groups.ts'
import { oneWriter } from '../store/one-writer.ts'
import { withdrawNotices } from '../store/outbox.ts'
import { groupName, unitOf } from './group-words.ts'
import { groupStep } from './link-form.ts'
import { refOf } from './own-groups.ts'
import { UNLINKED } from './reasons.ts'

/** Has a group follow nothing any more; confirmed in private. */
export const unlinkForm = defineForm<{ group: string }>({
  version: 1,
  inPrivate: true,
  steps: [groupStep],
  leaving: { button: 'dialog-leave', said: ({ say }) => say('unlink-left') },
  async confirm({ db, say }, { group: key }) {
    const group = await findGroup(db, refOf(key))
    if (!group) return say('group-gone')
    return say('group-unlink-confirm', { name: groupName(say, group), unit: unitOf(say, group) })
  },
  submit: unlink,
})

async function unlink(turn: Turn<never>, { group: key }: { group: string }): Promise<Reply> {
  const { db, say, speaker, now, channel } = turn
  await oneWriter(db)
  const group = await findGroup(db, refOf(key))
  if (!group) return { text: say('group-gone') }
  const { chatId, unitPath: path, unitName: name, unitLevel: level } = group
  if (!may(speaker, 'link-group', { path })) return refuse(turn, 'link-group', { path, name, level })
  await unlinkGroup(db, [group.channel, chatId])
  await withdrawNotices(db, group.channel, chatId, UNLINKED)
  await audit(db, {
    at: now,
    person_id: speaker.personId,
    channel,
    action: 'group.unlink',
    unit_id: group.unitId,
    subject: `group/${group.channel}/${chatId}`,
    before: JSON.stringify({ unit: group.unitId, follows: group.follows }),
  })
  const unit = unitOf(say, group)
  if (!group.stoppedAt)
    await turn.postIn([group.channel, chatId], `group-unlinked:${group.channel}:${chatId}:${now.toISOString()}`, {
      text: say('group-unlinked-told', { unit }),
    })
  return { text: say('group-unlinked', { name: groupName(say, group), unit }) }
}
