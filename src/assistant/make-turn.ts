import type { Ask, Command, Slots, TakenFile, Turn } from '../command/command.ts'
import { keepBytes, outgoingFile, readKept } from '../evidence/evidence-store.ts'
import type { Mentions } from '../language/meaning.ts'
import type { Incoming } from '../messages/incoming.ts'
import type { Log } from '../messages/log.ts'
import type { Speaker } from '../people/speaker.ts'
import type { Db } from '../store/schema.ts'
import { toOutgoing, type Courier } from './courier.ts'
import { openForm } from './open-form.ts'
import { heardAt, tellPerson } from './tell.ts'
import type { House } from './house.ts'

/** What one turn works with, whether a question or a step of a dialog. */
export interface TurnParts {
  house: House
  courier: Courier
  db: Db
  incoming: Incoming
  /** Names the answer in the outbox for good. */
  key: string
  /** The files that came with the message. */
  files: readonly TakenFile[]
  speaker: Speaker
  now: Date
  today: string
  /** Takes down that somebody who was told something in this turn hears it only then. */
  heardLater?(when: Date): void
}

export const NOTHING_NAMED: Mentions = {
  units: [],
  sets: [],
  targets: [],
  dates: [],
  times: [],
  numbers: [],
  people: [],
}

const NO_LOG: Log = { info() {}, warn() {}, error() {} }

/** What was written, in a message or under a file. */
export function textOf({ content }: Incoming): string {
  if (content.kind === 'text') return content.text
  return content.kind === 'file' ? (content.caption ?? '') : ''
}

/** The turn as a command gets it. */
export function makeTurn(
  parts: TurnParts,
  command: Command,
  said: { text: string; mentions: Mentions; sets: Turn['sets']; slots: Partial<Slots>; subject?: string; before?: Ask },
): Turn {
  const { house, courier, db, incoming, files, speaker, now, today } = parts
  const { catalogs, commands, say, dataDir = 'data' } = house
  const { channel, chat } = incoming
  const { text, mentions, sets, slots, subject, before } = said
  const turn: Turn = {
    db,
    catalogs,
    language: house.language(),
    commands,
    say,
    now,
    today,
    channel,
    chat,
    speaker,
    text,
    mentions,
    files,
    takesDocuments: courier.limitsOf(channel)?.takesDocuments ?? true,
    dataDir,
    log: house.log ?? NO_LOG,
    subject,
    before,
    sets,
    slots: slots as Slots,
    async tell(personId, key, reply) {
      const at = await heardAt(db, personId, now)
      await tellPerson(courier, db, personId, key, reply, command.name, now, at)
      if (at > now) parts.heardLater?.(at)
    },
    async amend(personId, told, key, reply) {
      const message = toOutgoing(reply, command.name)
      const here = { channel, chatId: chat.id }
      await courier.amend(db, { personId, told }, key, message, here, now, await heardAt(db, personId, now))
    },
    async postIn([on, chatId], key, reply) {
      await courier.post(db, { channel: on, chatId }, key, toOutgoing(reply, command.name), now)
    },
    poster: courier,
    zaloMonthlyMessages: house.zaloMonthlyMessages,
    namesChanged: async () => house.namesChanged?.(db),
    startLink: (word) => house.startLink?.(word),
    keep: (bytes, mime) => keepBytes(house.evidenceFolder ?? 'data/evidence', bytes, mime),
    fetch: (file) => readKept(house.evidenceFolder ?? 'data/evidence', file),
    attach: (file, name) => outgoingFile(house.evidenceFolder ?? 'data/evidence', file, name),
    draw: async (picture) => house.draw?.(picture, now),
    begin: (values) => openForm(parts, command, turn, values),
    async instead(name) {
      const other = commands.find((each) => each.name === name)
      if (!other) throw new Error(`commands/${command.name}: there is no command ${name}`)
      const replies = [await other.run(makeTurn(parts, other, said))].flat()
      return replies.map((reply) => ({ command: name, ...reply }))
    },
  }
  return turn
}
