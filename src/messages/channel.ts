import type { ChannelName, Incoming } from './incoming.ts'
import type { Outgoing } from './outgoing.ts'

/** At most so many in any such span of time. */
export interface Rate {
  most: number
  inMs: number
}

/** How fast a platform may be sent to, so that its limits are held before they are hit. */
export interface Pace {
  /** To all chats together. */
  overall: Rate
  /** To one chat. */
  perChat: Rate
  /**
   * So many times what `perChat` allows may answers to people use up at once in a chat that was quiet; they then wait, so
   * that the average holds. Notices never do.
   */
  replyBurst: number
  /** To one group, besides. */
  perGroup?: Rate
  isGroup(chatId: string): boolean
}

export interface ChannelLimits {
  /** The longest text of one message, in UTF-16 units. */
  text: number
  /** The longest text under a file, where that is shorter. */
  caption?: number
  /** Whether choices can be pressed; where not, they are written as a numbered list. */
  buttons: boolean
  /** Whether a sent message can be changed. */
  edit: boolean
  /** False where a group's messages reach the bot only when it is named, so that a dialog goes on in private. */
  groupDialogs?: boolean
  /** Whether a document can be sent as such; where not, it goes as a link. */
  files: boolean
  /** False where documents that people send do not reach the bot. */
  takesDocuments?: boolean
  /** Whether the parts of a long text say which they are, where they might be taken for messages of their own. */
  numberedParts?: boolean
  /** Where it is left out, messages go as fast as they can. */
  pace?: Pace
}

/**
 * How a send ended. `unknown` is a request that left this machine and got no answer: it may have arrived, so a notice
 * is not blindly repeated.
 */
export type SendOutcome =
  | { kind: 'sent'; messageId: string }
  | { kind: 'retry'; reason: string; afterMs?: number }
  | { kind: 'failed'; reason: string }
  /** The chat can no longer be reached: blocked, kicked, deleted. */
  | { kind: 'stopped'; reason: string }
  /** The chat has another id now: the same message is to be sent there. */
  | { kind: 'migrated'; to: string }
  | { kind: 'unknown'; reason: string }

export interface MenuEntry {
  command: string
  description: string
}

/** Takes updates for keeping; resolves once they are stored, so that the channel may acknowledge them. */
export type Receive = (updates: Incoming[]) => Promise<void>

/** Told how the way to a platform is doing, and nothing of what came by it. */
export interface ChannelWatch {
  /** The platform answered: the channel is registered, or a poll ended well. */
  heard(channel: ChannelName): void
  /** It refused or could not be reached, when updates were to be taken. */
  failed(channel: ChannelName): void
}

/**
 * A way to people. It knows its platform's wire format and nothing of commands.
 * `send` never throws: every end is a {@link SendOutcome}.
 */
export interface Channel {
  readonly name: ChannelName
  readonly limits: ChannelLimits
  /** Begins to take updates, by polling or by registering its webhook. Resolves when it is ready to. */
  start(receive: Receive): Promise<void>
  /** Stops taking updates; resolves when none is in hand any more. */
  stop(): Promise<void>
  send(chatId: string, message: Outgoing): Promise<SendOutcome>
  /**
   * Fetches a file that somebody sent, by its handle.
   *
   * @throws when it cannot be had or is larger than allowed; the message holds no token.
   */
  fetchFile?(handle: string, mostBytes: number): Promise<Uint8Array>
  /** The platform's webhook, to be mounted at `/webhooks/<name>`. */
  webhook?(request: Request): Promise<Response>
  /** An address that opens a private chat with the bot and says a word there; undefined until the bot's name is known. */
  startLink?(word: string): string | undefined
  /** Fills the platform's menu of commands, where it has one. */
  publishMenu?(entries: MenuEntry[]): Promise<void>
}
