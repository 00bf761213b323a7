import type { Reply } from '../command/command.ts'
import type { Poster } from '../command/poster.ts'
import type { ChannelLimits } from '../messages/channel.ts'
import { composeFor, type ListWords } from '../messages/compose.ts'
import type { ChannelName } from '../messages/incoming.ts'
import type { Outgoing } from '../messages/outgoing.ts'
import { queue, type Queued } from '../store/outbox.ts'
import { hasOpenDialog } from '../store/dialogs.ts'
import { lastInChat } from '../store/sent.ts'
import { accountsOf } from '../store/people.ts'
import type { Db } from '../store/schema.ts'
import { readEmphasis } from '../wording/emphasis.ts'
import type { Say } from '../wording/say.ts'
import { buttonsFor } from './press.ts'

/** An account that something was told on, and whether its choices can be typed there from now on. */
export interface Told {
  channel: ChannelName
  accountId: string
  choices: boolean
}

/** Puts what the bot says into the outbox, in the form that each channel can carry. */
export interface Courier extends Poster {
  /** What a channel can carry; undefined where it is not running. */
  limitsOf(channel: ChannelName): ChannelLimits | undefined
  /** Answers in a chat. `key` names the answer for good. */
  answer(
    db: Db,
    to: { channel: ChannelName; chatId: string },
    key: string,
    said: readonly Outgoing[],
    now: Date,
  ): Promise<void>
  /**
   * Tells a person something in private, on every account there is. Told under one key, it is told once. Where choices
   * can only be numbered and a dialog is open or it has to wait, they are left out: a number that is typed belongs to what
   * was said before.
   *
   * @param sendAt from when on it may leave; at once where it is left out.
   */
  tell(db: Db, personId: string, key: string, message: Outgoing, now: Date, sendAt?: Date): Promise<Told[]>
  /**
   * Takes up what a person was told, on each account that it went to: in its place where the channel can change a message
   * that was sent, which makes no sound and so is done at any hour; else as a message of its own, from `sendAt` on, which
   * `here`, where something is answered anyway, does not get.
   */
  amend(
    db: Db,
    earlier: { personId: string; told: string },
    key: string,
    message: Outgoing,
    here: { channel: ChannelName; chatId: string },
    now: Date,
    sendAt?: Date,
  ): Promise<void>
}

export function createCourier(limits: ReadonlyMap<ChannelName, ChannelLimits>, say: Say): Courier {
  const words: ListWords = {
    line: (number, label) => say('choices-number', { number, label }),
    hint: say('choices-hint'),
    part: (number, count) => say('part-number', { number, count }),
  }

  function compose(channel: ChannelName, chatId: string, kind: Queued['kind'], key: string, said: readonly Outgoing[]) {
    const limit = limits.get(channel)
    if (!limit) return []
    return said
      .flatMap((message) => composeFor(limit, message, words))
      .map((message, part): Queued => ({ key: `${key}:${part}`, channel, chatId, kind, message }))
  }

  return {
    limitsOf: (channel) => limits.get(channel),
    async answer(db, { channel, chatId }, key, said, now) {
      await queue(db, compose(channel, chatId, 'reply', key, said), now)
    },
    async post(db, { channel, chatId }, key, message, now, sendAt) {
      const parts = compose(channel, chatId, 'notice', key, [message])
      await queue(db, parts, now, sendAt)
      return parts.length
    },
    partsOn(channel, message) {
      const limit = limits.get(channel)
      return limit ? composeFor(limit, message, words).length : 0
    },
    async tell(db, personId, key, message, now, sendAt = now) {
      const accounts = await accountsOf(db, personId)
      const waits = sendAt > now
      // A private chat has the id of the account on every channel.
      const told = await Promise.all(
        accounts.map(async ({ channel, external_id: accountId }) => {
          const buttons = limits.get(channel)?.buttons ?? false
          const shown = buttons || (!waits && !(await hasOpenDialog(db, channel, accountId)))
          return { channel, accountId, shown }
        }),
      )
      const queued = told.flatMap(({ channel, accountId, shown }) => {
        const said = shown ? message : { ...message, buttons: undefined }
        return compose(channel, accountId, 'notice', `${key}:${channel}:${accountId}`, [said])
      })
      await queue(db, queued, now, sendAt)
      return told.map(({ shown, ...account }) => ({ ...account, choices: shown && !waits }))
    },
    async amend(db, { personId, told }, key, message, here, now, sendAt = now) {
      for (const { channel, external_id: accountId } of await accountsOf(db, personId)) {
        const last = await lastInChat(db, channel, accountId, `${told}:${channel}:${accountId}:`)
        if (!last) continue
        const edits = limits.get(channel)?.edit ? (last.external_id ?? undefined) : undefined
        if (edits === undefined && channel === here.channel && accountId === here.chatId) continue
        const keyHere = `${key}:${channel}:${accountId}`
        const parts = compose(channel, accountId, 'notice', keyHere, [{ ...message, edits }])
        await queue(db, parts, now, edits === undefined ? sendAt : now)
      }
    },
  }
}

/** A reply as a message: marks become emphasis, choices become buttons. */
export function toOutgoing(reply: Reply, spokenBy: string, answers?: string): Outgoing {
  const { text, choices, buttons, file, command = spokenBy } = reply
  const keys = buttons ?? (choices?.length ? buttonsFor(choices) : undefined)
  return { command, ...readEmphasis(text), buttons: keys, file, answers }
}
