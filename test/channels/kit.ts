import type { Channel } from '../../src/messages/channel.ts'
import type { Log } from '../../src/messages/log.ts'
import type { Answer } from '../fakes/script.ts'

/** How updates come to a channel. */
export type Way = 'webhook' | 'polling' | 'lines'

/** What the tables need to try a channel against a fake of its platform. */
export interface ChannelKit {
  name: string
  startPlatform(): Promise<Platform>
  createChannel(options: ChannelSettings): Channel
  /** A group chat's and a private chat's id. */
  chats: { private: string; group: string }
}

interface ChannelSettings {
  token: string
  apiRoot: string
  publicUrl?: string
  webhookSecret?: string
  log: Log
  /** How long a send may take. */
  timeoutMs: number
  now: () => Date
}

export interface Request {
  method: string
  payload: object
}

/** A fake platform: a real HTTP server on this machine. */
export interface Platform {
  token: string
  apiRoot: string
  /** What the channel asked of it since {@link Platform.forget}, without polls. */
  requests(): Request[]
  forget(): void
  /** Answers the next requests of these methods so; in the order given. */
  answer(answers: Reply[]): void
  /** Answers laid down and not asked for. */
  unused(): Answer[]
  /** An update on its way to the bot, by webhook or poll, whichever the bot chose. */
  push(update: unknown): void
  /** What people see in a chat, oldest first, as plain text. */
  texts(chat: string): string[]
  /** Updates that the bot has not acknowledged yet. */
  pending(): number
  /** Calls the webhook once and returns the status; with the right secret, unless headers say otherwise. */
  callWebhook(body: string, headers?: Record<string, string>): Promise<number>
  close(): Promise<void>
}

export type Reply = Answer & { to?: string }
