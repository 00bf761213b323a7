import type { Reply, Turn } from '../command/command.ts'
import { may } from '../people/permissions.ts'
import { refuse } from '../replies/refusal.ts'
import { audit } from '../store/audit.ts'
import { findGroup, type Group } from '../store/groups.ts'
import { oneWriter } from '../store/one-writer.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { instant } from '../wording/instant.ts'
import { photoFile, sendAtFor, type Announce } from './announce-values.ts'
import { announcementMessage } from './announcement.ts'
import { groupSaid } from './group-words.ts'
import { queueNotice } from './notify.ts'
import { refOf } from './own-groups.ts'
import { sameAnnouncement } from './same-announcement.ts'

type FormTurn = Turn<never>

/**
 * Queues a confirmed announcement. Days may have passed since it was shown: the right, each group, and whether somebody sent
 * the same meanwhile are looked at again.
 */
export async function send(turn: FormTurn, values: Announce): Promise<Reply> {
  const { db, say, speaker, now, channel, poster } = turn
  await oneWriter(db)
  const [unit] = await findUnits(db, [values.unit])
  const { personId } = speaker
  if (!unit || !personId || !may(speaker, 'send-notice', unit))
    return refuse(turn, 'send-notice', unit ?? { level: 'xa', name: values.unit, path: '' })
  const { text, photo = null } = values
  const same = await sameAnnouncement(db, { unitId: unit.id, authorId: personId }, { text, photo }, now)
  if (same && same.at > values.begun)
    return {
      text: say('announcement-just-sent', { at: instant(same.at), count: same.groups }),
      choices: [{ label: say('announcement-send-anyway'), ask: { command: 'notify', subject: String(same.id) } }],
    }
  const message = announcementMessage(say, unit, text, photoFile(turn, photo))
  const { reached, dropped } = await stillThere(turn, unit, values)
  const chats = reached.filter((group) => poster.partsOn(group.channel, message) > 0)
  if (chats.length === 0) return { text: say('announcement-none-left') }
  const sendAt = await sendAtFor(turn, unit, values.when)
  const id = await queueNotice(
    { db, now, poster },
    {
      kind: 'announcement',
      unitId: unit.id,
      authorId: personId,
      text,
      photo: photo ?? undefined,
      message,
      chats: chats.map((group) => [group.channel, group.chatId]),
      sendAt,
    },
  )
  await audit(db, {
    at: now,
    person_id: personId,
    channel,
    action: 'notice.send',
    unit_id: unit.id,
    subject: `notice/${id}`,
    after: JSON.stringify({ groups: chats.length, send_at: sendAt.toISOString() }),
  })
  const count = chats.length
  const lost = [...dropped, ...reached.filter((group) => !chats.includes(group))]
  return {
    text: [
      values.when === 'now'
        ? say('announcement-sending', { id, count })
        : say('announcement-sending-at', { id, count, at: instant(sendAt) }),
      ...lost.map((group) => say('announcement-dropped', { group: groupSaid(say, group) })),
    ].join('\n'),
  }
}

/** Of the chosen groups, those that can still be told, and those that cannot any more. */
async function stillThere({ db, speaker }: FormTurn, unit: Unit, { groups }: Announce) {
  const reached: Group[] = []
  const dropped: Group[] = []
  for (const number of groups.chosen) {
    const key = groups.all[number - 1]
    const group = key === undefined ? undefined : await findGroup(db, refOf(key))
    if (!group) continue
    const { unitPath: path, follows, stoppedAt } = group
    const isOpen = path.startsWith(unit.path) && may(speaker, 'send-notice', { path })
    if (isOpen && follows.includes('announcements') && stoppedAt === null) reached.push(group)
    else dropped.push(group)
  }
  return { reached, dropped }
}
