/** `npm start`: the bot on every channel that has a token; with none, as a chat in the terminal. */
import { setInterval } from 'node:timers'
import { createTelegramChannel } from './channels/telegram/channel.ts'
import { machineClock } from './clock.ts'
import { loadEnvironment, readConfig, type Config } from './config.ts'
import { openHouse } from './house.ts'
import { createLog } from './log.ts'
import type { Channel } from './messages/channel.ts'
import type { Log } from './messages/log.ts'
import { orStop } from './operator/or-stop.ts'
import { startServer } from './server/server.ts'
import { openTerminal } from './terminal.ts'

/** How often the outbox is looked through for what is to be tried again. */
const RETRY_LOOK_MS = 500

await orStop(async () => {
  const config = readConfig(loadEnvironment())
  const log = createLog(config.LOG_LEVEL)
  const channels = channelsOf(config, log)
  await (channels.length === 0 ? openTerminal(config) : runChannels(config, channels, log))
})

function channelsOf(config: Config, log: Log): Channel[] {
  const channels: Channel[] = []
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, PUBLIC_URL: publicUrl } = config
  if (token)
    channels.push(createTelegramChannel({ token, apiRoot, publicUrl, webhookSecret: config.WEBHOOK_SECRET, log }))
  return channels
}

async function runChannels(config: Config, channels: Channel[], log: Log): Promise<void> {
  const { DATABASE_URL: databaseUrl, LOCALE: locale } = config
  const house = await openHouse({ databaseUrl, locale, clock: machineClock, log, channels })
  const { say, commands, assistant, delivery } = house
  // What an earlier run stored but did not finish comes first.
  assistant.resume()
  delivery.wake()
  const retries = setInterval(() => delivery.wake(), RETRY_LOOK_MS)

  const menu = commands
    .filter(({ hidden }) => !hidden)
    .map(({ slash, summary }) => ({ command: slash[0] ?? '', description: say(summary) }))
  const server = config.PUBLIC_URL ? await startServer({ port: config.PORT, channels, log }) : undefined
  for (const channel of channels) {
    await channel.start((updates) => assistant.receive(updates))
    await channel.publishMenu?.(menu)
  }

  const stop = async (signal: string) => {
    log.info({ signal }, 'stopping')
    clearInterval(retries)
    await Promise.all(channels.map((channel) => channel.stop()))
    await server?.close()
    await house.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal))
}
