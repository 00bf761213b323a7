import type { z } from 'zod'
import type { Chat, Content, Incoming, IncomingFile, Sender } from '../../messages/incoming.ts'
import { readAddress, type BotIdentity } from './addressing.ts'
import { CallbackQuery, Message, MyChatMember, UNREADABLE, Update, type UnreadableField } from './update.ts'
import type * as wire from './update.ts'

/** An update that is not for this bot, with the reason for the log. */
export interface Ignored {
  ignored: string
  /** Whether the update was not what Telegram documents. */
  malformed?: true
}

/**
 * Turns a raw update into an {@link Incoming}. Any JSON value gives a result; it never throws.
 *
 * @param now when the update came, for a press of a button, which Telegram gives no time for
 */
export function toIncoming(raw: unknown, bot: BotIdentity, now: Date): Incoming | Ignored {
  const update = Update.safeParse(raw)
  if (!update.success) return malformed('update', update.error)
  const id = String(update.data.update_id)
  if (update.data.message !== undefined) {
    const message = Message.safeParse(update.data.message)
    return message.success ? fromMessage(id, message.data, bot) : malformed('message', message.error)
  }
  if (update.data.callback_query !== undefined) {
    const query = CallbackQuery.safeParse(update.data.callback_query)
    return query.success ? fromPress(id, query.data, now) : malformed('callback_query', query.error)
  }
  if (update.data.my_chat_member !== undefined) {
    const change = MyChatMember.safeParse(update.data.my_chat_member)
    return change.success ? fromMembership(id, change.data) : malformed('my_chat_member', change.error)
  }
  const kinds = Object.keys(raw as object).filter((key) => key !== 'update_id')
  return { ignored: `a kind of update that is not read: ${kinds.join(', ').slice(0, 100) || 'none'}` }
}

function malformed(what: string, error: z.ZodError): Ignored {
  const [issue] = error.issues
  return { ignored: `malformed ${what}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`, malformed: true }
}

function fromMessage(id: string, message: Message, bot: BotIdentity): Incoming | Ignored {
  const { chat, from } = message
  if (chat.type === 'channel') return { ignored: 'a post in a channel' }
  if (!from) return { ignored: 'a message without a sender' }
  // The group becoming a supergroup is told by whoever made it one, an anonymous administrator too.
  if (message.migrate_to_chat_id !== undefined)
    return incoming(id, chat, from, message.date, false, { kind: 'migrated', to: String(message.migrate_to_chat_id) })
  if (from.is_bot) return { ignored: 'a message from a bot' }
  // Nobody can be known behind an anonymous administrator or a channel's forwarded post.
  if (message.sender_chat) return { ignored: 'a message in the name of a chat' }

  const { named, text } = readAddress(
    message.text ?? message.caption ?? '',
    message.entities ?? message.caption_entities ?? [],
    bot,
  )
  const content = readContent(message, text)
  if (!content) return { ignored: 'a service message' }
  const addressed = chat.type === 'private' || named || message.reply_to_message?.from.id === bot.id
  return incoming(id, chat, from, message.date, addressed, content)
}

function readContent(message: Message, text: string): Content | undefined {
  if (message.text !== undefined) return { kind: 'text', text }
  const unreadable = (Object.keys(UNREADABLE) as UnreadableField[]).find((field) => message[field] !== undefined)
  if (unreadable) return { kind: 'unsupported', what: UNREADABLE[unreadable] }
  const file = readFile(message)
  return file && { kind: 'file', files: [file], ...(text !== '' && { caption: text }) }
}

function readFile({ photo, document }: Message): IncomingFile | undefined {
  if (photo) {
    const largest = photo.reduce((best, size) => (size.width * size.height > best.width * best.height ? size : best))
    return { kind: 'photo', handle: largest.file_id, mime: 'image/jpeg', ...bytes(largest.file_size) }
  }
  if (!document) return undefined
  return {
    kind: 'document',
    handle: document.file_id,
    ...(document.file_name && { name: document.file_name }),
    ...(document.mime_type && { mime: document.mime_type }),
    ...bytes(document.file_size),
  }
}

function bytes(size: number | undefined): { size?: number } {
  return size === undefined ? {} : { size }
}

function fromPress(id: string, query: CallbackQuery, now: Date): Incoming | Ignored {
  const { message, data } = query
  if (!message || data === undefined) return { ignored: 'a press that is not on a button of ours' }
  if (message.chat.type === 'channel') return { ignored: 'a press in a channel' }
  const pressed = message.reply_markup?.inline_keyboard.flat().find((button) => button.callback_data === data)
  return incoming(id, message.chat, query.from, now.getTime() / 1000, true, {
    kind: 'press',
    data,
    ...(pressed && { label: pressed.text }),
    messageId: String(message.message_id),
    callbackId: query.id,
  })
}

function fromMembership(id: string, change: MyChatMember): Incoming | Ignored {
  if (change.chat.type === 'channel') return { ignored: 'the bot in a channel' }
  const before = isIn(change.old_chat_member)
  const after = isIn(change.new_chat_member)
  if (before === after) return { ignored: "a change of the bot's rights" }
  const content: Content = { kind: 'membership', change: after ? 'joined' : 'removed' }
  return incoming(id, change.chat, change.from, change.date, false, content)
}

function isIn({ status, is_member }: MyChatMember['new_chat_member']): boolean {
  return status === 'restricted' ? is_member === true : ['creator', 'administrator', 'member'].includes(status)
}

function incoming(
  id: string,
  chat: wire.Chat,
  from: wire.User,
  seconds: number,
  addressed: boolean,
  content: Content,
): Incoming {
  const at = new Date(seconds * 1000).toISOString()
  return { channel: 'telegram', id, chat: readChat(chat), sender: readSender(from), addressed, at, content }
}

function readChat(chat: wire.Chat): Chat {
  const kind = chat.type === 'private' ? 'private' : 'group'
  return { id: String(chat.id), kind, ...(kind === 'group' && chat.title !== undefined && { title: chat.title }) }
}

function readSender(user: wire.User): Sender {
  const name = [user.first_name, user.last_name].filter(Boolean).join(' ')
  return { id: String(user.id), ...(name && { name }) }
}
