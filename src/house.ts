import { join } from 'node:path'
import { createAssistant, type Assistant, type AssistantWatch } from './assistant/assistant.ts'
import { createCourier } from './assistant/courier.ts'
import { createFirstNotice } from './assistant/first-notice.ts'
import { nextDue, runDue, type DueTask } from './assistant/due.ts'
import { dataRequestReminders } from './assistant/data-request-reminders.ts'
import { claimFiles } from './assistant/files-owner.ts'
import { dialogEndings } from './assistant/dialog-endings.ts'
import { FloodGate } from './assistant/flood.ts'
import { loadCommands } from './assistant/load-commands.ts'
import { retentionSweep } from './assistant/retention.ts'
import { tellPerson } from './assistant/tell.ts'
import type { Clock } from './clock.ts'
import { coalesce } from './coalesce.ts'
import type { Command } from './command/command.ts'
import type { Catalogs } from './criteria/catalogs.ts'
import { digestPicture } from './documents/pictures/digest-picture.ts'
import { createDraw } from './documents/pictures/draw.ts'
import { createTakeFiles } from './evidence/take-files.ts'
import type { Language } from './language/meaning.ts'
import type { Channel } from './messages/channel.ts'
import type { Log } from './messages/log.ts'
import { keepNames } from './names.ts'
import { documentsSweep } from './documents/sweep.ts'
import { createDelivery, type Delivery } from './notices/delivery.ts'
import { deliveryReports } from './notices/delivery-reports.ts'
import { groupStops } from './notices/group-stops.ts'
import { newlyMetNotices } from './notices/newly-met.ts'
import { overdueLists } from './notices/overdue-lists.ts'
import { createQuotaWatch } from './notices/quota.ts'
import { scheduleRuns } from './notices/run-schedules.ts'
import { reviewReminders } from './reports/reminders.ts'
import { REPORTING_REMINDERS, reportingReminders } from './reports/reporting-reminders.ts'
import { settleInterrupted } from './store/interrupted.ts'
import { beginRoutines } from './store/routines.ts'
import type { Db } from './store/schema.ts'
import { openStore, type Store } from './store/store.ts'
import { escalations } from './tasks/escalations.ts'
import { OVERDUE_DIGEST, overdueDigest } from './tasks/overdue-digest.ts'
import { taskNews } from './tasks/task-news.ts'
import { taskReminders, type Tell } from './tasks/task-reminders.ts'
import { teachLanguage } from './taught-language.ts'
import { loadWording } from './wording/load-wording.ts'
import type { Locale, Say } from './wording/say.ts'
import { loadCatalogs } from './world/load-catalogs.ts'

export interface HouseOptions {
  databaseUrl: string
  locale: Locale
  clock: Clock
  log: Log
  /** The channels, or how to make them, for one that keeps something in the database or says words of the locale. */
  channels: readonly Channel[] | ((parts: { db: Db; say: Say }) => readonly Channel[])
  /** After how many days messages are deleted; never where it is left out. */
  retentionDays?: number
  /** False where strangers may not ask for figures. */
  publicQuestions?: boolean
  /** How many messages a month Zalo's plan allows; notices on Zalo wait when they run out. */
  zaloMonthlyMessages?: number
  /** How many messages of one sender in one chat are taken within ten seconds; any number where it is left out. */
  floodLimit?: number
  /** Whether the log says what people wrote. */
  logTexts?: boolean
  /** Told of every turn. */
  watch?: AssistantWatch
  /** Where evidence and drawn pictures are kept, each in a folder of its own; `data` by default. */
  dataDir?: string
  /** A language that has learnt the commands already; it is given the names of this database. */
  language?: Language
  /** Fills an empty database before names are read from it. */
  furnish?: (store: Store, catalogs: Catalogs) => Promise<void>
}

/** So often what falls due may bring about what is due at once: a notice, its report. */
const MOST_ROUNDS = 50

/** The parts put together: what comes in goes through the assistant, and delivery carries the answers out. */
export interface RunningHouse {
  store: Store
  say: Say
  channels: readonly Channel[]
  commands: readonly Command[]
  assistant: Assistant
  delivery: Delivery
  /** What falls due by itself: reminders, endings. */
  dueTasks: readonly DueTask[]
  /** Does what is due by now. */
  due(): void
  /** Resolves when all that came in is answered, nothing is on its way and nothing is due any more. */
  settled(): Promise<void>
  /** Lets what is in hand end, and closes the database. Channels are to be stopped before. */
  close(): Promise<void>
}

async function joinOrClose(store: Store): Promise<void> {
  try {
    await store.joinBots()
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Opens the database and puts the parts together. Throws when the database, a catalog or a command is not right. */
export async function openHouse(options: HouseOptions): Promise<RunningHouse> {
  const { clock, log, zaloMonthlyMessages } = options
  const dataDir = options.dataDir ?? 'data'
  const evidenceFolder = join(dataDir, 'evidence')
  const catalogs = loadCatalogs()
  const commands = await loadCommands()
  const say = loadWording(options.locale)
  const store = await openStore(options.databaseUrl)
  const { db } = store
  await joinOrClose(store)
  const channels = typeof options.channels === 'function' ? options.channels({ db, say }) : options.channels
  await options.furnish?.(store, catalogs)
  await settleInterrupted(db, clock.now())
  if (options.retentionDays) await claimFiles(db, evidenceFolder, clock.now())
  await beginRoutines(store.db, [OVERDUE_DIGEST, REPORTING_REMINDERS], clock.now())

  const language = options.language ?? teachLanguage(catalogs, commands)
  const names = keepNames(language, db)
  await names.renewNames()
  const quota = zaloMonthlyMessages && createQuotaWatch({ db, clock, log, monthlyMessages: zaloMonthlyMessages })
  const delivery = createDelivery({
    db,
    channels,
    clock,
    log,
    processNumber: store.botNumber,
    ...quota,
    onEnded: () => due(),
  })
  const courier = createCourier(new Map(channels.map(({ name, limits }) => [name, limits])), say)
  const tellAs =
    (command: string): Tell =>
    (trx, personId, key, reply, now) =>
      tellPerson(courier, trx, personId, key, reply, command, now)
  const draw = createDraw({ folder: join(dataDir, 'pictures'), log })
  const dueTasks: DueTask[] = [
    dialogEndings(courier, commands, say),
    dataRequestReminders(courier, say),
    ...(options.retentionDays ? [retentionSweep(options.retentionDays, evidenceFolder, log)] : []),
    documentsSweep(dataDir),
    reviewReminders({ say, catalogs, tell: tellAs('pending') }),
    taskNews({ say, catalogs, tell: tellAs('my-tasks') }),
    taskReminders({ say, catalogs, log, tell: tellAs('my-tasks') }),
    escalations({ say, catalogs, tell: tellAs('tasks') }),
    overdueDigest({ say, catalogs, log, tell: tellAs('tasks') }),
    reportingReminders({ say, log, tell: tellAs('completeness') }),
    scheduleRuns({
      say,
      catalogs,
      log,
      poster: courier,
      tell: tellAs('schedules'),
      picture: (trx, unit, now) =>
        digestPicture({ db: trx, say, catalogs, draw: (picture) => draw(picture, now) }, unit),
    }),
    overdueLists({ say, catalogs, poster: courier }),
    newlyMetNotices({ say, catalogs, poster: courier }),
    groupStops({ say, tell: tellAs('groups'), poster: courier }),
    deliveryReports({ say, tell: tellAs('notices') }),
  ]
  /** Does what is due by now, until nothing is. */
  const due = coalesce(
    async () => {
      await runDue(store, dueTasks, clock.now(), log)
      delivery.wake()
    },
    (error) => log.error({ err: error }, 'what was due could not be done'),
  )
  const assistant = createAssistant({
    store,
    clock,
    log,
    house: {
      catalogs,
      commands,
      language: () => language,
      say,
      publicQuestions: options.publicQuestions,
      zaloMonthlyMessages,
      evidenceFolder,
      dataDir,
      log,
      draw,
      firstNotice: createFirstNotice(say),
      ...names,
      startLink: (word) => channels.map((channel) => channel.startLink?.(word)).find((link) => link !== undefined),
    },
    courier,
    takeFiles: createTakeFiles({ channels, folder: evidenceFolder, log }),
    onQueued: () => delivery.wake(),
    flood: options.floodLimit ? new FloodGate({ messages: options.floodLimit }) : undefined,
    logTexts: options.logTexts,
    watch: options.watch,
  })

  async function settled(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      await assistant.settled()
      await due.settled()
      await delivery.settled()
      if (due.busy()) continue
      const next = await nextDue(db, dueTasks, clock.now())
      if (!next || next > clock.now()) return
      due()
    }
    log.error({}, 'something that fell due stays due')
  }

  return {
    store,
    say,
    channels,
    commands,
    assistant,
    delivery,
    dueTasks,
    due,
    settled,
    async close() {
      await assistant.close()
      await delivery.finish()
      await due.settled()
      await store.close()
    },
  }
}
