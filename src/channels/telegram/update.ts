import { z } from 'zod'

/**
 * The fields of Telegram's updates that this bot reads (core.telegram.org/bots/api#update). What an update cannot be
 * understood without is required; anything else of a wrong type counts as missing, so that one odd field loses no
 * message.
 */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

const User = z.object({
  id: z.int(),
  is_bot: z.boolean().catch(false),
  first_name: lenient(z.string()),
  last_name: lenient(z.string()),
})

const Chat = z.object({
  id: z.int(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: lenient(z.string()),
})

const Entity = z.object({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  user: lenient(z.object({ id: z.int() })),
})

const PhotoSize = z.object({
  file_id: z.string(),
  width: z.number().catch(0),
  height: z.number().catch(0),
  file_size: lenient(z.number()),
})

const Document = z.object({
  file_id: z.string(),
  file_name: lenient(z.string()),
  mime_type: lenient(z.string()),
  file_size: lenient(z.number()),
})

/** What the bot cannot read, by the field that it comes in. */
export const UNREADABLE = {
  voice: 'voice',
  audio: 'voice',
  video: 'video',
  video_note: 'video',
  // A GIF also has the field `document`, and is looked for first.
  animation: 'video',
  location: 'location',
  venue: 'location',
  contact: 'contact',
  sticker: 'sticker',
  poll: 'other',
  dice: 'other',
  story: 'other',
  game: 'other',
  checklist: 'other',
  paid_media: 'other',
  invoice: 'other',
} as const
export type UnreadableField = keyof typeof UNREADABLE

const presence = Object.fromEntries(Object.keys(UNREADABLE).map((field) => [field, z.unknown().optional()])) as Record<
  UnreadableField,
  z.ZodOptional<z.ZodUnknown>
>

/** Seconds since 1970, until the year 9999. */
const UnixTime = z.int().min(0).max(253_402_300_799)

export const Message = z.object({
  message_id: z.int(),
  date: UnixTime,
  chat: Chat,
  from: lenient(User),
  sender_chat: lenient(z.object({ id: z.int() })),
  reply_to_message: lenient(z.object({ from: z.object({ id: z.int() }) })),
  text: lenient(z.string()),
  entities: lenient(z.array(Entity)),
  caption: lenient(z.string()),
  caption_entities: lenient(z.array(Entity)),
  photo: lenient(z.array(PhotoSize).min(1)),
  document: lenient(Document),
  migrate_to_chat_id: lenient(z.int()),
  ...presence,
})
export type Message = z.infer<typeof Message>

const PressedMessage = z.object({
  message_id: z.int(),
  chat: Chat,
  reply_markup: lenient(
    z.object({
      inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: lenient(z.string()) }))),
    }),
  ),
})

export const CallbackQuery = z.object({
  id: z.string(),
  from: User,
  message: lenient(PressedMessage),
  data: lenient(z.string()),
})
export type CallbackQuery = z.infer<typeof CallbackQuery>

const Membership = z.object({ status: z.string(), is_member: lenient(z.boolean()) })

export const MyChatMember = z.object({
  chat: Chat,
  from: User,
  date: UnixTime,
  old_chat_member: Membership,
  new_chat_member: Membership,
})
export type MyChatMember = z.infer<typeof MyChatMember>

export const Update = z.object({
  update_id: z.int().min(0),
  message: z.unknown().optional(),
  callback_query: z.unknown().optional(),
  my_chat_member: z.unknown().optional(),
})

/** The kinds of update that Telegram is asked for; it sends no others. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const

export type { Chat, Entity, User }
type Chat = z.infer<typeof Chat>
type Entity = z.infer<typeof Entity>
type User = z.infer<typeof User>
