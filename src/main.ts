/** `npm start`: the bot on every channel that has a token; with none, as a chat in the terminal. */
import { setInterval } from 'node:timers'
import { schedule, setLogger } from 'node-cron'
import { backUpNightly } from './backup/nightly.ts'
import { createTelegramChannel } from './channels/telegram/channel.ts'
import { telegramPace } from './channels/telegram/pace.ts'
import { createZaloChannel } from './channels/zalo/channel.ts'
import { zaloPace } from './channels/zalo/pace.ts'
import { machineClock } from './clock.ts'
import { loadEnvironment, portOf, readConfig, secretsOf, type Config } from './config.ts'
import { openHouse } from './house.ts'
import { createLog } from './log.ts'
import type { Channel } from './messages/channel.ts'
import type { Log } from './messages/log.ts'
import { orStop } from './operator/or-stop.ts'
import { linkAddress } from './server/links.ts'
import { lookReady } from './server/readiness.ts'
import { startServer } from './server/server.ts'
import { createVitals, type Vitals } from './server/vitals.ts'
import { addLink, findLink } from './store/links.ts'
import type { Db } from './store/schema.ts'
import { MIGRATION_NAMES } from './store/store.ts'
import { openTerminal } from './terminal.ts'
import type { Say } from './wording/say.ts'

/** How often inbox and outbox are looked through for what is to be tried again. */
const RETRY_LOOK_MS = 500
/** How long stopping after an error may take: what went wrong may hold it up for good. */
const MOST_TO_STOP_MS = 30_000

await orStop(async () => {
  const config = readConfig(loadEnvironment())
  const log = createLog(config.LOG_LEVEL, secretsOf(config))
  const isAnyChannel = config.ZALO_BOT_TOKEN !== undefined || config.TELEGRAM_BOT_TOKEN !== undefined
  await (isAnyChannel ? runChannels(config, log) : openTerminal(config))
})

function channelsOf(config: Config, log: Log, vitals: Vitals, db: Db, say: Say): Channel[] {
  const { ZALO_BOT_TOKEN, TELEGRAM_BOT_TOKEN, PUBLIC_URL: publicUrl } = config
  const common = { publicUrl, webhookSecret: config.WEBHOOK_SECRET, log, watch: vitals }
  const channels: Channel[] = []
  if (ZALO_BOT_TOKEN)
    channels.push(
      createZaloChannel({
        ...common,
        token: ZALO_BOT_TOKEN,
        apiRoot: config.ZALO_API_ROOT,
        botName: config.ZALO_BOT_NAME,
        pace: zaloPace({
          aSecond: config.ZALO_MESSAGES_A_SECOND,
          aSecondToChat: config.ZALO_MESSAGES_A_SECOND_TO_CHAT,
        }),
        pictureDomains: config.ZALO_PICTURE_DOMAINS?.split(','),
        publish: async (file) => publicUrl && linkAddress(publicUrl, await addLink(db, file, machineClock.now())),
        words: {
          link: (name, url) => say('file-link', { name, url }),
          elsewhere: (name) => say('file-elsewhere', { name }),
        },
      }),
    )
  if (TELEGRAM_BOT_TOKEN)
    channels.push(
      createTelegramChannel({
        ...common,
        token: TELEGRAM_BOT_TOKEN,
        apiRoot: config.TELEGRAM_API_ROOT,
        pace: config.TELEGRAM_PACE === 'off' ? 'off' : telegramPace(config.TELEGRAM_PACE),
      }),
    )
  return channels.map((channel) => vitals.watch(channel))
}

async function runChannels(config: Config, log: Log): Promise<void> {
  const { DATABASE_URL: databaseUrl, LOCALE: locale } = config
  let db: Db | undefined
  const vitals = createVitals(() => db, machineClock.now)
  const house = await openHouse({
    databaseUrl,
    locale,
    dataDir: config.DATA_DIR,
    clock: machineClock,
    log,
    channels: (parts) => channelsOf(config, log, vitals, parts.db, parts.say),
    watch: vitals,
    floodLimit: config.FLOOD_LIMIT,
    logTexts: config.LOG_TEXTS === 'yes',
    zaloMonthlyMessages: config.ZALO_MONTHLY_MESSAGES,
    publicQuestions: config.PUBLIC_QUESTIONS === 'yes',
    retentionDays: config.RETENTION_DAYS,
  })
  const { store, say, channels, commands, assistant, delivery } = house
  db = store.db
  // What an earlier run stored but did not finish comes first.
  assistant.resume()
  delivery.wake()
  // A minute that was missed, say: it too is a line of the log, of its kind.
  setLogger({
    info: (text) => log.info({}, text),
    warn: (text) => log.warn({}, text),
    error: (error, more) => log.error({ err: more ?? error }, 'node-cron'),
    debug: () => {},
  })
  const due = schedule('* * * * *', () => house.due())
  const { BACKUP_DIR: backups } = config
  const nightly =
    backups === undefined
      ? undefined
      : schedule('*/10 * * * *', () => backUpNightly(backups, log, machineClock.now()), { noOverlap: true })
  const retries = setInterval(() => {
    assistant.resume()
    delivery.wake()
  }, RETRY_LOOK_MS)

  const menu = commands
    .filter(({ hidden }) => !hidden)
    .map(({ slash, summary }) => ({ command: slash[0] ?? '', description: say(summary) }))
  const findFile = (secret: string) => findLink(store.db, secret, machineClock.now())
  let server: Awaited<ReturnType<typeof startServer>> | undefined

  const stop = async () => {
    await due.stop()
    await nightly?.stop()
    clearInterval(retries)
    await Promise.all([server?.close(), ...channels.map((channel) => channel.stop())])
    await house.close()
  }
  /** What nobody expected may have left anything in disorder: what is in hand ends, and whoever started this starts it anew. */
  const stopAfter = async (error: unknown) => {
    log.error({ err: error }, 'stopping after an error that nothing caught')
    setTimeout(() => process.exit(1), MOST_TO_STOP_MS).unref()
    try {
      await stop()
    } finally {
      process.exit(1)
    }
  }
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const)
    process.once(kind, (error: unknown) => void stopAfter(error))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      void stop()
    })
  try {
    const port = portOf(config)
    if (port !== undefined)
      server = await startServer({
        port,
        host: config.HOST,
        channels,
        findFile,
        log,
        monitoring: {
          token: config.METRICS_TOKEN,
          registry: vitals.registry,
          look: () =>
            lookReady({
              db: store.db,
              migrations: MIGRATION_NAMES,
              channels: channels.map(({ name }) => name),
              byWebhook: config.PUBLIC_URL !== undefined,
              lastHeard: vitals.lastHeard,
              now: machineClock.now,
            }),
        },
      })
    for (const channel of channels) {
      await channel.start((updates) => assistant.receive(updates))
      await channel.publishMenu?.(menu)
    }
  } catch (error) {
    // A port that is taken, or a channel that cannot work as it is configured, ends the program with its reason.
    await stop()
    throw error
  }
}
