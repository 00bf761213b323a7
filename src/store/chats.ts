import type { Chat, ChannelName } from '../messages/incoming.ts'
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

/** Notes that a chat can no longer be reached, why and since when. */
export async function stopChat(db: Db, channel: ChannelName, chat: Chat, reason: string, now: Date): Promise<void> {
  const stopped = { stopped_reason: reason, stopped_at: now.toISOString() }
  await db
    .insertInto('chats')
    .values({ channel, external_id: chat.id, kind: chat.kind, title: chat.title ?? null, unit_id: null, ...stopped })
    .onConflict((conflict) => conflict.columns(['channel', 'external_id']).doUpdateSet(stopped))
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
    const kept = { title: old.title, unit_id: old.unit_id, stopped_reason: null, stopped_at: null }
    await db
      .insertInto('chats')
      .values({ ...old, ...kept, external_id: to })
      .onConflict((conflict) => conflict.columns(['channel', 'external_id']).doUpdateSet(kept))
      .execute()
  }
  for (const table of ['topics', 'dialogs'] as const) await moveToChat(db, table, channel, from, to)
  await db
    .updateTable('outbox')
    .set({ chat_id: to })
    .where('channel', '=', channel)
    .where('chat_id', '=', from)
    .where('state', 'in', ['waiting', 'retrying'])
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
