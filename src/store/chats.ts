import { sql } from 'kysely'
import type { Chat, ChannelName, Incoming } from '../messages/incoming.ts'
import type { Db } from './schema.ts'

/** The unit that a group follows, where it follows one. */
export async function unitOfChat(db: Db, channel: ChannelName, chatId: string): Promise<string | undefined> {
  const chat = await db
    .selectFrom('chats')
    .select('unit_id')
    .where('channel', '=', channel)
    .where('external_id', '=', chatId)
    .executeTakeFirst()
  return chat?.unit_id ?? undefined
}

/** Notes that a chat can no longer be reached, why and since when; what was noted first stands. */
export async function stopChat(db: Db, channel: ChannelName, chat: Chat, reason: string, now: Date): Promise<void> {
  const stopped = { stopped_reason: reason, stopped_at: now.toISOString() }
  await db
    .insertInto('chats')
    .values({ channel, external_id: chat.id, kind: chat.kind, title: chat.title ?? null, unit_id: null, ...stopped })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'external_id']).doUpdateSet(stopped).where('chats.stopped_at', 'is', null),
    )
    .execute()
}

/** A group from which somebody wrote after it was noted as stopped can be reached again. */
export async function reopenHeard(db: Db, { channel, chat, at }: Pick<Incoming, 'channel' | 'chat' | 'at'>) {
  await db
    .updateTable('chats')
    .set({ stopped_reason: null, stopped_at: null })
    .where('channel', '=', channel)
    .where('external_id', '=', chat.id)
    .where('stopped_at', '<', at)
    .execute()
}

/** Notes that a chat can be reached (again). */
export async function openChat(db: Db, channel: ChannelName, chat: Chat): Promise<void> {
  const open = { stopped_reason: null, stopped_at: null }
  await db
    .insertInto('chats')
    .values({ channel, external_id: chat.id, kind: chat.kind, title: chat.title ?? null, unit_id: null, ...open })
    .onConflict((conflict) => conflict.columns(['channel', 'external_id']).doUpdateSet(open))
    .execute()
}

/** A group became a supergroup: all that belongs to the chat goes on under its new id. */
export async function migrateChat(db: Db, channel: ChannelName, from: string, to: string): Promise<void> {
  const old = await db
    .deleteFrom('chats')
    .where('channel', '=', channel)
    .where('external_id', '=', from)
    .returningAll()
    .executeTakeFirst()
  if (old) {
    const open = { former_id: from, stopped_reason: null, stopped_at: null }
    const moved = { ...old, ...open, external_id: to }
    // A link that was already made under the new id is the newer one.
    const linkedAlready = (await unitOfChat(db, channel, to)) !== undefined
    await db
      .insertInto('chats')
      .values(moved)
      .onConflict((conflict) => conflict.columns(['channel', 'external_id']).doUpdateSet(linkedAlready ? open : moved))
      .execute()
  }
  for (const table of ['topics', 'dialogs'] as const) await moveToChat(db, table, channel, from, to)
  await db
    .updateTable('outbox')
    .set({ chat_id: to })
    .where('channel', '=', channel)
    .where('chat_id', '=', from)
    // Notices that have ended go along, so that their group is found by its id.
    .where((eb) => eb.or([eb('state', 'in', ['waiting', 'retrying']), eb('kind', '=', 'notice')]))
    .execute()
  const ref = (chat: string) => JSON.stringify([channel, chat])
  await db
    .updateTable('schedules')
    .set({ chats: sql`replace(chats, ${ref(from)}, ${ref(to)})` })
    .where('chats', 'is not', null)
    .execute()
}

/** What somebody has in the old chat goes on in the new one, and takes the place of what they have there. */
async function moveToChat(db: Db, table: 'topics' | 'dialogs', channel: ChannelName, from: string, to: string) {
  await db
    .deleteFrom(table)
    .where('channel', '=', channel)
    .where('chat_id', '=', to)
    .where('sender_id', 'in', (eb) =>
      eb.selectFrom(table).select('sender_id').where('channel', '=', channel).where('chat_id', '=', from),
    )
    .execute()
  await db.updateTable(table).set({ chat_id: to }).where('channel', '=', channel).where('chat_id', '=', from).execute()
}
