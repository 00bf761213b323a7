import type { Poster } from '../command/poster.ts'
import type { Outgoing } from '../messages/outgoing.ts'
import type { Db } from '../store/schema.ts'
import { addNotice, type NewNotice } from '../store/notices.ts'
import type { ChatRef } from '../store/work-tables.ts'

/** What groups are to be told, and which. */
export interface Told extends Omit<NewNotice, 'sendAt'> {
  /** As the groups see it. */
  message: Outgoing
  chats: readonly ChatRef[]
  /** When it is to leave, where that is not at once. */
  sendAt?: Date
}

/**
 * Queues a notice: its row, and in the outbox one row for each chat and part under `notice:<id>:<channel>:<chat>:<part>`.
 * How it was delivered is told by itself (`notice-reports.ts`) when the last of them has ended.
 *
 * @returns the notice's id.
 */
export async function queueNotice(
  { db, now, poster }: { db: Db; now: Date; poster: Poster },
  { message, chats, sendAt = now, ...notice }: Told,
): Promise<number> {
  const id = await addNotice(db, { ...notice, sendAt }, now)
  for (const [channel, chatId] of chats)
    await poster.post(db, { channel, chatId }, `notice:${id}:${channel}:${chatId}`, message, now, sendAt)
  return id
}
