import { badRequest, type Payload } from './answers.ts'

interface Sent {
  message_id: number
  date: number
  chat: { id: number; type: string }
  text: string
  markup: string
}

/** The messages that people see, with the checks that Telegram makes on them. */
export class Chats {
  readonly #messages = new Map<string, Sent>()
  #lastId = 0

  send({ chat_id, text, parse_mode, reply_markup }: Payload) {
    if (typeof text !== 'string' || text.trim() === '') throw badRequest('message text is empty')
    if (shown(text, parse_mode).length > 4096) throw badRequest('message is too long')
    return this.#put(chat_id, text, reply_markup)
  }

  sendFile({ chat_id, caption = '', parse_mode, reply_markup, photo, document }: Payload) {
    if (typeof (photo ?? document) !== 'object') throw badRequest('there is no file in the request')
    if (shown(String(caption), parse_mode).length > 1024) throw badRequest('message caption is too long')
    return this.#put(chat_id, '', reply_markup)
  }

  edit({ chat_id, message_id, text, parse_mode, reply_markup }: Payload) {
    const message = this.#messages.get(`${chat_id}/${message_id}`)
    if (!message) throw badRequest('message to edit not found')
    if (message.text === '') throw badRequest('there is no text in the message to edit')
    if (typeof text !== 'string' || text.trim() === '') throw badRequest('message text is empty')
    if (shown(text, parse_mode).length > 4096) throw badRequest('message is too long')
    const markup = readMarkup(reply_markup)
    if (message.text === text && message.markup === markup)
      throw badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      )
    Object.assign(message, { text, markup })
    return reply(message)
  }

  /** How many messages were sent in all. */
  get sent(): number {
    return this.#lastId
  }

  /** What stands in a chat now, oldest first, as HTML. */
  texts(chat: string): string[] {
    return [...this.#messages].filter(([key]) => key.startsWith(`${chat}/`)).map(([, { text }]) => text)
  }

  #put(chat: string | number | undefined, text: string, reply_markup: unknown) {
    if (chat === undefined || chat === '') throw badRequest('chat_id is empty')
    this.#lastId += 1
    const id = Number(chat)
    const message: Sent = {
      message_id: this.#lastId,
      date: Math.floor(Date.now() / 1000),
      chat: { id, type: id < 0 ? 'supergroup' : 'private' },
      text,
      markup: readMarkup(reply_markup),
    }
    this.#messages.set(`${String(chat)}/${this.#lastId}`, message)
    return reply(message)
  }
}

function reply({ message_id, date, chat, text }: Sent) {
  return { message_id, date, chat, text }
}

function readMarkup(markup: unknown): string {
  if (markup === undefined) return ''
  const rows = (markup as { inline_keyboard?: { text: string; callback_data?: string }[][] }).inline_keyboard ?? []
  for (const { text, callback_data = '' } of rows.flat()) {
    if (text === '') throw badRequest('text buttons are unallowed in the inline keyboard')
    const bytes = Buffer.byteLength(callback_data)
    if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID')
  }
  return JSON.stringify(rows)
}

/** The text as people see it. Only what this bot writes is known of HTML: `<b>` and three escapes. */
function shown(text: string, parseMode: unknown): string {
  if (parseMode !== 'HTML') return text
  const plain = text.replaceAll(/<b>([^<>]*)<\/b>/g, '$1')
  if (/[<>]/.test(plain)) throw badRequest("can't parse entities: unsupported or unclosed tag")
  if (/&(?!(amp|lt|gt);)/.test(plain)) throw badRequest("can't parse entities: unescaped &")
  return plain.replaceAll(/&(amp|lt|gt);/g, '?')
}
