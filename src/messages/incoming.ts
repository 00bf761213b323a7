/**
 * What people send, in one form for every channel. A channel turns its platform's update into an {@link Incoming};
 * it is stored as JSON in the inbox before anything is done with it, so everything here is plain data.
 */

export const CHANNELS = ['telegram', 'zalo', 'console'] as const
export type ChannelName = (typeof CHANNELS)[number]

export interface Chat {
  /** The platform's id, always a string. */
  id: string
  kind: 'private' | 'group'
  title?: string
}

export interface Sender {
  /** The platform's id of the person, always a string. */
  id: string
  name?: string
}

export interface IncomingFile {
  kind: 'photo' | 'document'
  /** What the channel needs to fetch the bytes again: a file id, a URL or a path. */
  handle: string
  name?: string
  mime?: string
  /** Bytes, where the platform says so. */
  size?: number
}

export type Content =
  | { kind: 'text'; text: string }
  /** A pressed button: its data, and the message it stands under. */
  | { kind: 'press'; data: string; label?: string; messageId?: string; callbackId?: string }
  | { kind: 'file'; files: IncomingFile[]; caption?: string }
  /** Something the bot cannot read, so that it can say what to send instead. */
  | { kind: 'unsupported'; what: 'voice' | 'video' | 'location' | 'contact' | 'sticker' | 'other' }
  /** The bot itself was let in or put out, or the chat got another id. */
  | { kind: 'membership'; change: 'joined' | 'removed' }
  | { kind: 'migrated'; to: string }

export interface Incoming {
  channel: ChannelName
  /** Unique within the channel and the same at a redelivery: what the inbox recognises an update by. */
  id: string
  chat: Chat
  sender: Sender
  /** Whether the bot is meant: always in private; in a group by a command, a mention or a reply to the bot. */
  addressed: boolean
  /** When it was sent, ISO 8601 in UTC. */
  at: string
  content: Content
}
