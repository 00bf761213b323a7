import { access } from 'node:fs/promises'
import type { Outgoing, OutgoingFile } from '../../messages/outgoing.ts'
import { NoAnswer } from './answer.ts'
import { isRefusal, type ZaloApi } from './api.ts'
import { toStyledText } from './to-request.ts'

/** What a file needs that Zalo cannot take as such. */
export interface FileSharing {
  /**
   * Puts a file under an address that everybody who knows it can fetch, several times; undefined where the program has
   * no public address.
   */
  publish?: (file: OutgoingFile) => Promise<string | undefined>
  words: {
    /** Where a file can be fetched. */
    link: (name: string, url: string) => string
    /** That there is a file, which cannot be shown here. */
    elsewhere: (name: string) => string
  }
}

/** The file of a message is not there. */
export class Unreadable extends Error {}

/**
 * Sends one message: a photo as such, any other file as a link under the text. Returns the id that Zalo gave it.
 * Throws what the API throws, or {@link Unreadable}.
 */
export async function send(api: ZaloApi, sharing: FileSharing, chatId: string, message: Outgoing): Promise<string> {
  const { file } = message
  if (!file) return sendText(api, chatId, message)
  const url = await publish(sharing, file)
  if (url !== undefined && file.kind === 'photo') {
    try {
      return await api.sendPhoto({ chat_id: chatId, photo: url, ...(message.text && { caption: caption(message) }) })
    } catch (error) {
      // A picture that Zalo does not take can still be looked at, and its text must not be lost.
      if (!isRefusal(error, 400)) throw error
    }
  }
  const { link, elsewhere } = sharing.words
  const line = url === undefined ? elsewhere(file.name) : link(file.name, url)
  return sendText(api, chatId, { ...message, text: [message.text, line].filter(Boolean).join('\n\n') })
}

async function publish(sharing: FileSharing, file: OutgoingFile): Promise<string | undefined> {
  try {
    await access(file.path)
  } catch (error) {
    throw new Unreadable(`cannot read the file: ${(error as NodeJS.ErrnoException).code}`, { cause: error })
  }
  try {
    return await sharing.publish?.(file)
  } catch (error) {
    throw new NoAnswer(`no address for the file: ${error instanceof Error ? error.message : String(error)}`, false)
  }
}

async function sendText(api: ZaloApi, chatId: string, { text, emphasis }: Outgoing): Promise<string> {
  const { text_styles, ...plain } = toStyledText(text, emphasis)
  const message = { chat_id: chatId, ...plain }
  if (!text_styles) return api.sendMessage(message)
  try {
    return await api.sendMessage({ ...message, text_styles })
  } catch (error) {
    // Should it be the styles that Zalo does not like, the words go without them.
    if (isRefusal(error, 400)) return api.sendMessage(message)
    throw error
  }
}

function caption({ text }: Outgoing): string {
  return text.normalize('NFC')
}
