import { localAt } from '../calendar/zone.ts'
import type { Reply, TakenFile } from '../command/command.ts'
import type { Incoming } from '../messages/incoming.ts'
import type { Outgoing } from '../messages/outgoing.ts'
import type { Db } from '../store/schema.ts'
import { findSpeaker } from '../store/speakers.ts'
import { day } from '../wording/figures.ts'
import { answer } from './answer.ts'
import { toOutgoing, type Courier } from './courier.ts'
import { inDialog } from './dialog.ts'
import { hear } from './hear.ts'
import { heldFiles } from './held-files.ts'
import type { House } from './house.ts'
import type { TurnParts } from './make-turn.ts'
import { keepTopic, NOTHING_ASKED, recallTopic } from './topic.ts'

/**
 * One turn of conversation: who speaks, whether a dialog of theirs is open, what is meant, the command's answer.
 * Everything it writes goes through `db`, so that the caller's transaction holds all of it.
 *
 * @param key names the answer in the outbox for good.
 * @param files those that came with the message, fetched before the transaction.
 */
export async function takeTurn(
  house: House,
  courier: Courier,
  db: Db,
  incoming: Incoming,
  now: Date,
  key: string,
  files: readonly TakenFile[] = [],
): Promise<Outgoing[]> {
  const speaker = await findSpeaker(db, incoming.channel, incoming.sender.id)
  let heardAt: Date | undefined
  const parts: TurnParts = {
    house,
    courier,
    db,
    incoming,
    key,
    files,
    speaker,
    now,
    today: localAt(now).day,
    heardLater: (when) => (heardAt = when),
  }
  const said = tellsOfNight(house, await inDialog(parts, takeQuestion), heardAt)
  const account = { channel: incoming.channel, accountId: incoming.sender.id }
  return (await house.firstNotice?.(db, account, said, now)) ?? said
}

/** That others were told is true only from the morning on, where they are not disturbed at night. */
function tellsOfNight({ say }: House, said: Outgoing[], heardAt: Date | undefined): Outgoing[] {
  const [first, ...more] = said
  if (!first || !heardAt) return said
  const { day: date, time } = localAt(heardAt)
  return [{ ...first, text: [first.text, say('told-in-the-morning', { time, day: day(date) })].join('\n') }, ...more]
}

async function takeQuestion(parts: TurnParts): Promise<Outgoing[]> {
  const { db, incoming, now } = parts
  const { channel, chat, sender } = incoming
  const key = { channel, chatId: chat.id, senderId: sender.id }
  const topic = await recallTopic(db, key, now)
  const heard = hear(parts, topic)
  if (!heard) return []
  const held = heldFiles(parts, topic, heard)

  let { ask = topic.ask ?? NOTHING_ASKED } = heard
  let replies: Reply[]
  let spokenBy: string
  if ('reply' in heard) {
    replies = [heard.reply]
    spokenBy = heard.spokenBy
  } else {
    const answered = await answer(held.taken ? { ...parts, files: held.files } : parts, topic, heard)
    replies = answered.replies
    // What changes something is never repeated by a follow-up.
    const about = replies.find((reply) => reply.about)?.about
    if (!heard.command.acts) ask = about ?? answered.ask
    else ask = topic.ask ?? NOTHING_ASKED
    spokenBy = heard.command.name
  }
  const offered = replies.flatMap((reply) => reply.choices ?? [])
  // "Vâng", and what is not understood, takes nothing back that was offered before.
  const talk = 'reply' in heard || heard.command.hidden === true
  const choices = offered.length === 0 && talk ? topic.choices : offered
  if ('reply' in heard && held.reply) replies = [held.reply]
  const left = held.taken ? undefined : held.files
  await keepTopic(db, key, { ...ask, held: left && left.length > 0 ? left : undefined }, choices, now)
  const answers = incoming.content.kind === 'press' ? incoming.content.callbackId : undefined
  return replies.map((reply, index) => toOutgoing(reply, spokenBy, index === 0 ? answers : undefined))
}
