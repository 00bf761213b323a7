/** What the bot says, as content: a channel turns it into its platform's form. */

export interface Button {
  label: string
  /** What comes back when it is pressed. At most 64 bytes (Telegram's limit). */
  data: string
}

/** A stretch of the text that is to stand out, in UTF-16 units. */
export interface Emphasis {
  start: number
  length: number
}

export interface OutgoingFile {
  kind: 'photo' | 'document'
  path: string
  name: string
}

/** One message. */
export interface Outgoing {
  /** The command, dialog or notice that speaks; `fallback` where the bot did not understand. */
  command: string
  /** Plain text in NFC. */
  text: string
  emphasis?: Emphasis[]
  buttons?: Button[][]
  file?: OutgoingFile
  /** The platform's id of an earlier message that this one takes the place of, where the channel can edit. */
  edits?: string
  /** The callback that this message answers, where the channel wants one answered. */
  answers?: string
}
