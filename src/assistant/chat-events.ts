import type { Incoming } from '../messages/incoming.ts'
import { migrateChat, openChat, stopChat } from '../store/chats.ts'
import type { Db } from '../store/schema.ts'

/** What happened to a chat rather than in it: the bot was let in or put out, or a group got a new id. */
export async function noteChatEvent(db: Db, { channel, chat, content }: Incoming, now: Date): Promise<boolean> {
  switch (content.kind) {
    case 'membership':
      if (content.change === 'joined') await openChat(db, channel, chat)
      else await stopChat(db, channel, chat, 'removed', now)
      return true
    case 'migrated':
      await migrateChat(db, channel, chat.id, content.to)
      return true
    default:
      return false
  }
}
