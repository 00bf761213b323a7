import { readFile } from 'node:fs/promises'
import { type Api, InputFile } from 'grammy'
import type { SendOutcome } from '../../messages/channel.ts'
import type { Outgoing, OutgoingFile } from '../../messages/outgoing.ts'
import { isNotEditable, isNotModified, toOutcome } from './to-outcome.ts'
import { toCaption, toText } from './to-request.ts'

export interface Clients {
  /** For texts. */
  text: Api
  /** For files, which may take longer. */
  upload: Api
}

/** Sends one message: as an edit where it takes another's place, as a file where it has one, else as a text. */
export async function send({ text, upload }: Clients, chatId: string, message: Outgoing): Promise<SendOutcome> {
  try {
    if (message.file) return await sendFile(upload, chatId, message, message.file)
    if (message.edits && /^\d+$/.test(message.edits)) return await edit(text, chatId, message, message.edits)
    return await sendText(text, chatId, message)
  } catch (error) {
    return toOutcome(error)
  }
}

async function edit(api: Api, chatId: string, message: Outgoing, messageId: string): Promise<SendOutcome> {
  const { text, ...rest } = toText(message)
  try {
    await api.editMessageText(chatId, Number(messageId), text, rest)
  } catch (error) {
    if (isNotEditable(error)) return await sendText(api, chatId, message)
    // Already so: a repeated press, or a repeat after a lost answer.
    if (!isNotModified(error)) throw error
  }
  return { kind: 'sent', messageId }
}

async function sendFile(api: Api, chatId: string, message: Outgoing, file: OutgoingFile): Promise<SendOutcome> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file.path)
  } catch (error) {
    return { kind: 'failed', reason: `cannot read the file: ${(error as NodeJS.ErrnoException).code}` }
  }
  // The name goes into a header of the upload.
  const input = new InputFile(bytes, file.name.replaceAll(/[\r\n;"]/g, '_'))
  const caption = toCaption(message)
  return sent(
    file.kind === 'photo'
      ? await api.sendPhoto(chatId, input, caption)
      : await api.sendDocument(chatId, input, caption),
  )
}

async function sendText(api: Api, chatId: string, message: Outgoing): Promise<SendOutcome> {
  const { text, ...rest } = toText(message)
  return sent(await api.sendMessage(chatId, text, rest))
}

function sent({ message_id }: { message_id: number }): SendOutcome {
  return { kind: 'sent', messageId: String(message_id) }
}
