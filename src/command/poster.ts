import type { ChannelName } from '../messages/incoming.ts'
import type { Outgoing } from '../messages/outgoing.ts'
import type { Db } from '../store/schema.ts'

/** Puts messages for group chats into the outbox; the courier is one. */
export interface Poster {
  /**
   * Posts in a chat as a notice: it is never repeated while it is not known whether it arrived. `key` names it for good.
   *
   * @param sendAt from when on it may leave; at once where it is left out.
   * @returns in how many messages; none where the channel is not running.
   */
  post(
    db: Db,
    to: { channel: ChannelName; chatId: string },
    key: string,
    message: Outgoing,
    now: Date,
    sendAt?: Date,
  ): Promise<number>
  /** In how many messages a channel carries it; none where it is not running. */
  partsOn(channel: ChannelName, message: Outgoing): number
}
