import { newMessageId } from './chats.ts'
import type { Switches } from './switches.ts'

/** A message as a person writes it. */
export interface Written {
  text?: string
  /** The address of a picture, with `text` as its caption. */
  photo?: string
  sticker?: string
  voice?: string
  /** A file, a video, a place, a contact card; `bare` when it is from somebody whom Zalo protects. */
  unsupported?: true | 'bare'
  from?: { id: string; display_name: string }
  /** The group's id; in private when left out. */
  group?: string
  /** When; now when left out. */
  at?: Date
  /** In a group: an answer to a message of the bot. */
  reply?: boolean
}

/** Who writes when nobody is named. */
export const MAU = { id: '6ede9afa66b88fe6d6a9', display_name: 'Nguyễn Văn Mẫu' }

/** The update that Zalo makes of a message. */
export function toUpdate(written: Written, switches: Switches): object {
  const { text, photo, sticker, voice, unsupported, from = MAU, group, at = new Date() } = written
  const message = {
    date: at.getTime(),
    chat: group === undefined ? { chat_type: 'PRIVATE', id: from.id } : { chat_type: 'GROUP', id: group },
    message_id: newMessageId(),
    from: { ...from, is_bot: false },
  }
  const update = (event: string, content: object) => ({
    event_name: `message.${event}.received`,
    message: { ...message, ...content },
  })
  if (unsupported === 'bare') return { event_name: 'message.unsupported.received' }
  if (unsupported) return update('unsupported', {})
  if (sticker) return update('sticker', { sticker, url: `https://stickers.example.vn/${sticker}.png` })
  if (voice) return update('voice', { voice_url: voice })
  if (photo) return update('image', { caption: text ?? '', message_type: 'CHAT_PHOTO', [switches.photoField]: photo })
  return update('text', { text: text ?? '' })
}

/** Whether Zalo delivers it: in a group only what mentions the bot, through the picker, or replies to it. */
export function isDelivered(update: unknown, botName: string, reply = false): boolean {
  const { message } = (update ?? {}) as { message?: { chat?: { chat_type?: string }; text?: string; caption?: string } }
  if (message?.chat?.chat_type !== 'GROUP' || reply) return true
  return `${message.text ?? ''} ${message.caption ?? ''}`.includes(`@${botName}`)
}
