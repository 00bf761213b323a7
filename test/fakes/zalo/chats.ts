import { randomBytes } from 'node:crypto'
import { badRequest, Refused } from './answers.ts'
import type { Parameters } from './parameters.ts'
import type { Switches } from './switches.ts'

interface Shown {
  chat: string
  kind: 'text' | 'photo' | 'sticker' | 'voice'
  /** The text or the caption. */
  text: string
  styles?: TextStyle[]
  /** What Zalo got at each fetch of a picture: its type, or the status where it is not 200. */
  fetched?: (string | number)[]
}

interface TextStyle {
  start: number
  len: number
  st: string[]
}

const STYLES = /^([bius]|f_1[358]|f_20|c_(050a19|15a85f|f7b503|f27806|db342e)|lst_[12]|ind_[1-5])$/
const MOST_TEXT = 2000

/** The messages that people see, with the checks that Zalo makes on them. */
export class Chats {
  readonly #switches: Switches
  /** What stands in the chats, oldest first. */
  readonly shown: Shown[] = []
  #counted = 0

  constructor(switches: Switches) {
    this.#switches = switches
  }

  sendMessage({ chat_id, text, text_styles, parse_mode }: Parameters) {
    const chat = readChat(chat_id)
    checkText('text', text)
    if (parse_mode !== undefined && parse_mode !== 'markdown' && parse_mode !== 'html')
      throw badRequest('parse_mode must be markdown or html')
    // Ignored beside a parse_mode.
    const styles = parse_mode === undefined ? readStyles(text_styles, text.length) : undefined
    return this.#show({ chat, kind: 'text', text, ...(styles && { styles }) })
  }

  async sendPhoto({ chat_id, photo, caption }: Parameters) {
    const chat = readChat(chat_id)
    if (typeof photo !== 'string' || !/^https?:\/\//.test(photo)) throw badRequest('photo must be a URL')
    if (caption !== undefined) checkText('caption', caption)
    const fetched: (string | number)[] = []
    for (let times = 0; times < this.#switches.photoFetches; times += 1) fetched.push(await look(photo))
    return this.#show({ chat, kind: 'photo', text: caption ?? '', fetched })
  }

  sendSticker({ chat_id, sticker }: Parameters) {
    if (typeof sticker !== 'string' || sticker === '') throw badRequest('sticker is empty')
    return this.#show({ chat: readChat(chat_id), kind: 'sticker', text: '' })
  }

  sendVoice({ chat_id, voice_url }: Parameters) {
    const chat = readChat(chat_id)
    if (typeof voice_url !== 'string' || !/^https?:\/\/.*\.aac$/.test(voice_url))
      throw badRequest('voice_url must end with .aac')
    // A group never gets it, but the answer is as if it did.
    if (chat.startsWith('zgr-')) return this.#receipt()
    return this.#show({ chat, kind: 'voice', text: '' })
  }

  sendChatAction({ chat_id, action }: Parameters): undefined {
    readChat(chat_id)
    if (action !== 'typing') throw badRequest('action must be typing')
  }

  /** The words in a chat, oldest first. */
  texts(chat: string): string[] {
    return this.shown.filter((message) => message.chat === chat).map(({ text }) => text)
  }

  #show(message: Shown) {
    const receipt = this.#receipt()
    this.shown.push(message)
    return receipt
  }

  #receipt() {
    if (this.#counted >= this.#switches.monthlyMessages) throw new Refused(429, 'Quota exceeded')
    this.#counted += 1
    return { message_id: newMessageId(), date: Date.now() }
  }
}

/** 20 hexadecimal digits. */
export function newMessageId(): string {
  return randomBytes(10).toString('hex')
}

function readChat(chat: unknown): string {
  if (typeof chat !== 'string' || chat === '') throw badRequest('chat_id is empty')
  return chat
}

function checkText(field: string, text: unknown): asserts text is string {
  if (typeof text !== 'string' || text.length === 0 || text.length > MOST_TEXT)
    throw badRequest(`${field} must have 1 to ${MOST_TEXT} characters`)
}

function readStyles(styles: unknown, length: number): TextStyle[] | undefined {
  if (styles === undefined) return undefined
  if (!Array.isArray(styles)) throw badRequest('text_styles must be a list')
  for (const { start, len, st } of styles as TextStyle[]) {
    const isWithin = Number.isInteger(start) && Number.isInteger(len) && start >= 0 && len > 0 && start + len <= length
    if (!isWithin || !Array.isArray(st) || !st.every((code) => STYLES.test(code)))
      throw badRequest('text_styles are wrong')
  }
  return styles as TextStyle[]
}

/** What a fetch of a picture brings. */
async function look(url: string): Promise<string | number> {
  try {
    const response = await fetch(url)
    const bytes = await response.arrayBuffer()
    const type = response.headers.get('content-type') ?? ''
    return response.status === 200 && bytes.byteLength > 0 ? type : response.status
  } catch {
    return 0
  }
}
