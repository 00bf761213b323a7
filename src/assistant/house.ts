import type { Command } from '../command/command.ts'
import type { Picture } from '../command/picture.ts'
import type { Catalogs } from '../criteria/catalogs.ts'
import type { Language } from '../language/meaning.ts'
import type { Log } from '../messages/log.ts'
import type { OutgoingFile } from '../messages/outgoing.ts'
import type { Db } from '../store/schema.ts'
import type { Say } from '../wording/say.ts'
import type { FirstNotice } from './first-notice.ts'

/** What every turn works with; made once at start. */
export interface House {
  catalogs: Catalogs
  commands: readonly Command[]
  language: () => Language
  say: Say
  /** Where the files that people sent are kept. */
  evidenceFolder?: string
  /** Draws pictures; where it is left out, answers go without. */
  draw?: (picture: Picture, now: Date) => Promise<OutgoingFile | undefined>
  /** Where files lie: what people sent, what was made for them, the office's own templates; `data` by default. */
  dataDir?: string
  /** Where what only the operator can mend is said. */
  log?: Log
  /** Tells every account once what is kept of it. */
  firstNotice?: FirstNotice
  /** False where strangers may not ask for figures. */
  publicQuestions?: boolean
  /** How many messages a month Zalo's plan allows. */
  zaloMonthlyMessages?: number
  /** Notes, in its transaction, that a turn changes names … */
  namesChanged?: (trx: Db) => Promise<void>
  /** … and reads them anew where some turn did, in whichever process; called between transactions. */
  renewNames?: () => Promise<void>
  /** An address that opens a private chat with the bot and says a word there. */
  startLink?: (word: string) => string | undefined
}
