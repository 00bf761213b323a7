import type { ChannelName } from '../messages/incoming.ts'
import type { Db } from './schema.ts'

/** One person in one chat: what a topic belongs to, so that it never leaks to another. */
export interface TopicKey {
  channel: ChannelName
  chatId: string
  senderId: string
}

export async function readTopic(db: Db, key: TopicKey, since: Date) {
  return db
    .selectFrom('topics')
    .select(['topic', 'choices'])
    .where('channel', '=', key.channel)
    .where('chat_id', '=', key.chatId)
    .where('sender_id', '=', key.senderId)
    .where('updated_at', '>=', since.toISOString())
    .executeTakeFirst()
}

export async function writeTopic(db: Db, key: TopicKey, topic: string, choices: string | null, now: Date) {
  const updated_at = now.toISOString()
  await db
    .insertInto('topics')
    .values({ channel: key.channel, chat_id: key.chatId, sender_id: key.senderId, topic, choices, updated_at })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'chat_id', 'sender_id']).doUpdateSet({ topic, choices, updated_at }),
    )
    .execute()
}
