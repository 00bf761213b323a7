import type { Reply, Turn } from '../command/command.ts'
import type { Outgoing } from '../messages/outgoing.ts'
import { may } from '../people/permissions.ts'
import { refuse } from '../replies/refusal.ts'
import { audit } from '../store/audit.ts'
import { findGroup, type FollowKind } from '../store/groups.ts'
import { addNotice, type Notice, type Sent } from '../store/notices.ts'
import { oneWriter } from '../store/one-writer.ts'
import { queue } from '../store/outbox.ts'
import { findUnits } from '../store/units.ts'
import { counted, deliveredTo, deliveriesOf, type GroupDelivery } from './deliveries.ts'
import { reasonSaid } from './reasons.ts'

/** What of a notice is meant: what failed, what nobody knows of, or both. */
export type Again = 'failed' | 'unknown' | 'both'

const FOLLOWED: Record<Notice['kind'], FollowKind> = {
  announcement: 'announcements',
  digest: 'digest',
  met: 'met',
  overdue: 'overdue',
}

/** The groups of a notice for which it can be sent again. */
export async function toSendAgain(db: Turn['db'], first: number, what: Again): Promise<GroupDelivery[]> {
  const { failed, unknown } = counted(await deliveriesOf(db, first))
  return [...(what === 'unknown' ? [] : failed), ...(what === 'failed' ? [] : unknown)]
}

/** Whether the speaker may decide on a notice; else what to say. */
export async function refusedNotice(turn: Turn<never>, notice: Notice): Promise<Reply | undefined> {
  const [unit] = await findUnits(turn.db, [notice.unit_id])
  if (!unit) throw new Error(`no unit ${notice.unit_id}`)
  return may(turn.speaker, 'send-notice', unit) ? undefined : refuse(turn, 'send-notice', unit)
}

/**
 * Sends again what did not arrive, and only that: a notice of its own that repeats the parts which failed, under keys of its
 * own. How it stands is looked at again here, so that pressed twice it leaves once.
 */
export async function resend(turn: Turn<never>, notice: Notice, what: Again): Promise<Reply> {
  const { db, say, speaker, now, channel } = turn
  await oneWriter(db)
  const refused = await refusedNotice(turn, notice)
  if (refused) return refused
  const [unit] = await findUnits(db, [notice.unit_id])
  const again: GroupDelivery[] = []
  const cannot: string[] = []
  for (const delivery of await toSendAgain(db, notice.id, what)) {
    const reason = await reasonNotTo(turn, notice, unit?.path, delivery)
    if (reason === undefined) again.push(delivery)
    else cannot.push(say('resend-cannot', { group: await deliveredTo(db, say, delivery), ...reason }))
  }
  if (again.length === 0) return { text: [say('resend-nothing'), ...cannot].join('\n') }
  const { kind, unit_id: unitId, text, photo } = notice
  const id = await addNotice(
    db,
    {
      kind,
      unitId,
      authorId: speaker.personId,
      text,
      photo: photo === null ? undefined : (JSON.parse(photo) as { sha256: string; mime: string }),
      resends: notice.id,
      sendAt: now,
    },
    now,
  )
  await queue(
    db,
    again.flatMap(({ parts }) => parts.filter(isMissing).map((part) => repeated(id, part))),
    now,
  )
  await audit(db, {
    at: now,
    person_id: speaker.personId,
    channel,
    action: 'notice.resend',
    unit_id: unitId,
    subject: `notice/${notice.id}`,
    after: JSON.stringify({ as: id, groups: again.length, what }),
  })
  return { text: [say('resend-done', { id: notice.id, count: again.length }), ...cannot].join('\n') }
}

function isMissing({ state }: Sent): boolean {
  return state !== 'sent'
}

function repeated(id: number, { channel, chatId, part, message }: Sent) {
  const key = `notice:${id}:${channel}:${chatId}:${part}`
  return { key, channel, chatId, kind: 'notice' as const, message: JSON.parse(message) as Outgoing }
}

/** Why a group cannot get it now: it cannot be reached, or does not follow it any more, being perhaps another unit's. */
async function reasonNotTo(
  { db, say }: Turn<never>,
  { kind }: Notice,
  path: string | undefined,
  { channel, chatId }: GroupDelivery,
) {
  const group = await findGroup(db, [channel, chatId])
  const isOurs = path !== undefined && group?.unitPath.startsWith(path) === true
  if (!group || !isOurs || !group.follows.includes(FOLLOWED[kind])) return { why: say('resend-not-followed'), todo: '' }
  return group.stoppedAt === null ? undefined : reasonSaid(say, group.stoppedReason)
}
