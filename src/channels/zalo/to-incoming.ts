import type { z } from 'zod'
import type { Chat, Content, Incoming, Sender } from '../../messages/incoming.ts'
import { withoutMention } from './addressing.ts'
import { Message, Update, unwrap } from './update.ts'

/** An update that is not for this bot, with the reason for the log. */
export interface Ignored {
  ignored: string
  /** Whether the update was not what Zalo documents or is known to send. */
  malformed?: true
}

/**
 * Turns a raw update, bare or wrapped, into an {@link Incoming}. Any JSON value gives a result; it never throws.
 *
 * @param names what the bot is called, to leave its mention out of a text
 * @param now when the update came, for one that does not say when it was sent
 */
export function toIncoming(raw: unknown, names: readonly string[], now: Date): Incoming | Ignored {
  const update = Update.safeParse(unwrap(raw))
  if (!update.success) return malformed('update', update.error)
  const { event_name: event, message } = update.data
  if (event === 'webhook.test') return { ignored: "Zalo's test of the webhook" }
  const read = READERS[event]
  if (!read) return { ignored: `an event that is not read: ${event.slice(0, 100)}` }
  // Zalo hides who wrote when it protects them (children, for example): there is nobody to answer.
  if (message === undefined || message === null) return { ignored: `${event} without a message` }
  const parsed = Message.safeParse(message)
  return parsed.success ? fromMessage(event, parsed.data, read, names, now) : malformed('message', parsed.error)
}

function malformed(what: string, error: z.ZodError): Ignored {
  const [issue] = error.issues
  return { ignored: `malformed ${what}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`, malformed: true }
}

type Read = (message: Message, names: readonly string[]) => Content | undefined

/** Each event that is read, and how. */
const READERS: Partial<Record<string, Read>> = {
  'message.text.received': readText,
  'message.image.received': readPhoto,
  'message.sticker.received': () => ({ kind: 'unsupported', what: 'sticker' }),
  'message.voice.received': () => ({ kind: 'unsupported', what: 'voice' }),
  // A link that somebody shared. Only its text can be read, where it has one.
  'message.link.received': (message, names) => readText(message, names) ?? { kind: 'unsupported', what: 'other' },
  // Files, videos, places and contact cards: Zalo does not say which.
  'message.unsupported.received': () => ({ kind: 'unsupported', what: 'other' }),
}

function fromMessage(
  event: string,
  message: Message,
  read: Read,
  names: readonly string[],
  now: Date,
): Incoming | Ignored {
  if (message.from.is_bot) return { ignored: 'a message from a bot' }
  const content = read(message, names)
  if (!content) return { ignored: `malformed message: ${event} has nothing in it`, malformed: true }
  return {
    channel: 'zalo',
    // The message id alone is unique today; the event in front keeps apart what may be told twice of one message.
    id: `${event}:${message.message_id}`,
    chat: readChat(message),
    sender: readSender(message),
    // In groups Zalo delivers only what mentions the bot or replies to it.
    addressed: true,
    at: readTime(message.date, now).toISOString(),
    content,
  }
}

function readText({ text }: Message, names: readonly string[]): Content | undefined {
  return text === undefined ? undefined : { kind: 'text', text: withoutMention(text, names) }
}

function readPhoto({ photo_url, photo, caption }: Message, names: readonly string[]): Content | undefined {
  const handle = photo_url ?? photo
  if (handle === undefined) return undefined
  const words = caption === undefined ? '' : withoutMention(caption, names)
  return { kind: 'file', files: [{ kind: 'photo', handle }], ...(words !== '' && { caption: words }) }
}

function readChat({ chat, from }: Message): Chat {
  const told = chat.chat_type?.toUpperCase()
  const isPrivate = told === 'PRIVATE' || (told !== 'GROUP' && chat.id === from.id)
  return { id: chat.id, kind: isPrivate ? 'private' : 'group' }
}

function readSender({ from }: Message): Sender {
  const name = from.display_name ?? from.name
  return { id: from.id, ...(name && { name }) }
}

/** Seconds stay below this until the year 5138; milliseconds have been above it since 1973. */
const LEAST_MS = 1e11
/** The year 9999. */
const LAST_MS = 253_402_300_799_999

function readTime(date: number | undefined, now: Date): Date {
  if (date === undefined || !Number.isFinite(date)) return now
  const ms = date > LEAST_MS ? date : date * 1000
  return ms > 0 && ms <= LAST_MS ? new Date(ms) : now
}
