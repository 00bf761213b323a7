import type { Catalogs } from '../criteria/catalogs.ts'
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import type { Language, Mentions } from '../language/meaning.ts'
import type { Chat, ChannelName } from '../messages/incoming.ts'
import type { Log } from '../messages/log.ts'
import type { Button, OutgoingFile } from '../messages/outgoing.ts'
import type { Speaker } from '../people/speaker.ts'
import type { Db, RoleName } from '../store/schema.ts'
import type { Unit } from '../store/units.ts'
import type { ChatRef } from '../store/work-tables.ts'
import type { PlainKey, Say } from '../wording/say.ts'
import type { Form, Values } from './form.ts'
import type { Poster } from './poster.ts'
import type { Picture } from './picture.ts'

/** A question put into few words: what a choice stands for, so that a press needs no text to be understood. */
export interface Ask {
  command: string
  unit?: string
  set?: string
  /** An indicator's code or a criterion's number. */
  target?: string
  /** The id of what is acted on, such as a report. It is only a name: state and right are looked up. */
  subject?: string
  /** Files that came without a word, for what is said next. */
  held?: TakenFile[]
}

export interface Choice {
  label: string
  ask: Ask
}

/** What a command says: content. `[b]…[/b]` marks what is to stand out. */
export interface Reply {
  text: string
  /** Shown as buttons, and always answerable by number or in words. */
  choices?: Choice[]
  /** The buttons of a dialog, which are looked up in it; they stand in the place of choices. */
  buttons?: Button[][]
  file?: OutgoingFile
  /** Who says it, where one command let another answer. */
  command?: string
  /** What was talked about, where that is more than what was asked: what comes next may leave it out. */
  about?: Ask
}

/** A criterion (`code` without a dot, `kind: criterion`) or an indicator of a set. */
export interface Target {
  kind: 'criterion' | 'indicator'
  set: CriteriaSet
  code: string
}

/** What a command can be given besides the words; what it declares in `needs` is there when it runs. */
export interface Slots {
  /** The unit that is asked about: named, last talked about, the group's, or the speaker's own. */
  unit: Unit
  /** The units that were named; empty where none was. */
  units: Unit[]
  /** The criteria or indicators that were named; several where a name stands in several sets. */
  targets: Target[]
}

export type SlotName = keyof Slots

/** All that a command may use in one turn; everything it writes goes through `db`, which is the turn's transaction. */
export interface Turn<Needs extends SlotName = SlotName> {
  db: Db
  catalogs: Catalogs
  language: Language
  commands: readonly Command[]
  say: Say
  now: Date
  /** The ISO day at the speaker's place. */
  today: string
  channel: ChannelName
  chat: Chat
  speaker: Speaker
  text: string
  mentions: Mentions
  /** The files that came with the message, as they were kept or why they were not. */
  files: readonly TakenFile[]
  /** Whether documents that people send reach the bot here. */
  takesDocuments: boolean
  /** The folder of the installation's files. */
  dataDir: string
  /** For what only the operator can mend; never a name or what people wrote. */
  log: Log
  /** What a button or a choice acts on; words name it in `text`. */
  subject?: string
  /** What was last talked about, for a question that names nothing itself ("ai phụ trách?"). */
  before?: Ask
  /** The sets that were named or last talked about; empty means all that the unit has figures for. */
  sets: CriteriaSet[]
  slots: Pick<Slots, Needs>
  /** To be called where a person's name was added, changed or taken away, so that it is understood (or not) from now on. */
  namesChanged?(): Promise<void>
  /** An address that opens a private chat with the bot and says a word there at once; undefined where no channel has one. */
  startLink?(word: string): string | undefined
  /**
   * Tells another person something in private, on all accounts. Told under one key, it is told once. At night it waits for
   * the morning at that person's place, and the answer of this turn says so.
   */
  tell(personId: string, key: string, reply: Reply): Promise<void>
  /**
   * Takes up what a person was told under `told`, on each account it went to: in the place of that message where the
   * channel can change it, else as a message of its own, though not in the chat of this turn, which gets its answer.
   */
  amend(personId: string, told: string, key: string, reply: Reply): Promise<void>
  /** Says something in a group chat, as a notice. Said under one key, it is said once. */
  postIn(chat: ChatRef, key: string, reply: Reply): Promise<void>
  /** For notices to many groups. */
  poster: Poster
  /** How many messages a month Zalo's plan allows, where that is known. */
  zaloMonthlyMessages?: number
  /** Keeps a text or document that somebody gave, under the hash of its bytes, as files that are sent are kept. */
  keep(bytes: Uint8Array, mime: string): Promise<{ sha256: string; mime: string }>
  /** The bytes of a kept file. Rejects where it is not there any more. */
  fetch(file: { sha256: string; mime: string }): Promise<Uint8Array>
  /** A kept file as it can be sent on. */
  attach(file: { sha256: string; mime: string }, name: string): OutgoingFile
  /** Draws a picture, or finds it drawn; undefined where that fails: the answer goes out without it, and the log says why. */
  draw(picture: Picture): Promise<OutgoingFile | undefined>
  /** Opens the command's form, filled with what the message says and with these values; the reply is its first question. */
  begin(values?: Values): Promise<Reply[]>
  /** Has another command without needs answer the same message: one that the words fit as well, for this speaker. */
  instead(command: string): Promise<Reply[]>
}

/** A file that somebody sent: kept under the hash of its bytes, or the reason why not. */
export type TakenFile =
  | { kind: 'kept'; sha256: string; mime: string; size: number }
  | { kind: 'refused'; why: 'too-large' | 'unknown-type' | 'too-many-pixels' | 'damaged' | 'unreachable' }

/**
 * What people can ask or do, as data: one in each file of `commands/`.
 * The sentences teach the understanding and are tested: each must reach its own command.
 */
export interface Command<Needs extends SlotName = SlotName> {
  /** Unique, in lower case. */
  name: string
  /** The slash commands without the slash: ASCII letters, as Telegram's menu wants them; the first stands in menus. */
  slash: string[]
  /** What it does, in one line of the locale. */
  summary: PlainKey
  /** Two or three sentences to show people. */
  examples: string[]
  /** All the sentences that teach it. */
  sentences: string[]
  /** Who may use it; everyone where it is left out. */
  roles?: RoleName[]
  /** What has to be known before it runs; what is missing is asked. */
  needs?: readonly Needs[]
  /** Whether the words ask of all communes: of a speaker above them, the unit is then their own and no commune is asked for. */
  ofRegion?(text: string): boolean
  /** True where a criteria set that is named alone is enough: `targets` is empty then. */
  setAlone?: boolean
  /** True where it stands in no menu and no help. */
  hidden?: boolean
  /** True where it changes something: a follow-up ("còn thôn Đông?") never repeats it. */
  acts?: boolean
  /** Of one that acts: the command that answers a question about the act; its own name where questions are for it too. */
  asked?: string
  /** Of one that acts: the command that a denial of the act is for; its own name where it is what is denied. */
  denied?: string
  /** True where strangers may use it even where public questions are switched off. */
  always?: boolean
  /** Words that are plainly for it, whatever stands behind them: a text to be passed on may speak of anything. */
  claims?(text: string): boolean
  /** A command that the same words may mean from another speaker: each of the two lets the other answer then. */
  twin?: string
  /** What it asks for in a guided dialog, which `run` opens with `turn.begin()`. */
  form?: Form
  run(turn: Turn<Needs>): Promise<Reply | Reply[]>
}

/**
 * Declares a command, with `slots` typed by what it needs.
 *
 * @example
 * export default defineCommand({ name: 'met', slash: ['dat'], needs: ['unit'], …, run: async ({ slots }) => … })
 */
export function defineCommand<const Needs extends SlotName = never>(command: Command<Needs>): Command<Needs> {
  return command
}
