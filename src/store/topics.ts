import type { ChannelName } from '../messages/incoming.ts'
import { once } from './once.ts'
import type { Db } from './schema.ts'

/** One person in one chat: what a topic belongs to, so that it never leaks to another. */
export interface TopicKey {
  channel: ChannelName
  chatId: string
  senderId: string
}

const select = once((db, { channel, chatId, senderId, since }: TopicKey & { since: string }) =>
  db
    .selectFrom('topics')
    .select(['topic', 'choices'])
    .where('channel', '=', channel)
    .where('chat_id', '=', chatId)
    .where('sender_id', '=', senderId)
    .where('updated_at', '>=', since),
)

const upsert = once((db, row: TopicKey & { topic: string; choices: string | null; at: string }) => {
  const { channel, chatId: chat_id, senderId: sender_id, topic, choices, at: updated_at } = row
  return db
    .insertInto('topics')
    .values({ channel, chat_id, sender_id, topic, choices, updated_at })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'chat_id', 'sender_id']).doUpdateSet({ topic, choices, updated_at }),
    )
})

export async function readTopic(db: Db, key: TopicKey, since: Date) {
  const [row] = await select(db, { ...key, since: since.toISOString() })
  return row
}

export async function writeTopic(db: Db, key: TopicKey, topic: string, choices: string | null, now: Date) {
  await upsert(db, { ...key, topic, choices, at: now.toISOString() })
}
