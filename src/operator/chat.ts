/** `npm run chat`: the console, for a person or, with `--json`, as JSON Lines for a script. */
import { parseArgs } from 'node:util'
import { createConsoleChannel } from '../channels/console/channel.ts'
import { outputLine, playScript } from '../channels/console/script.ts'
import { SetClock } from '../clock.ts'
import { loadEnvironment, readConfig } from '../config.ts'
import { openHouse } from '../house.ts'
import { createLog } from '../log.ts'
import { newestButtons } from '../store/outbox.ts'
import { openTerminal } from '../terminal.ts'
import { orStop } from './or-stop.ts'

await orStop(async () => {
  const config = readConfig(loadEnvironment())
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, db: { type: 'string' }, now: { type: 'string' } },
  })
  const databaseUrl = values.db ?? config.DATABASE_URL
  if (values.json) await playJson(databaseUrl, values.now, config)
  else await openTerminal({ ...config, DATABASE_URL: databaseUrl })
})

async function playJson(databaseUrl: string, start: string | undefined, config: ReturnType<typeof readConfig>) {
  const clock = new SetClock(start ? new Date(start) : new Date())
  if (Number.isNaN(clock.now().getTime()))
    throw new Error(`--now ${start} is not a time like 2026-11-23T08:00:00+07:00`)
  const channel = createConsoleChannel(true, (to, message) => process.stdout.write(`${outputLine(to, message)}\n`))
  const { LOCALE: locale, LOG_LEVEL: level } = config
  const log = createLog(level === 'info' ? 'warn' : level)
  const house = await openHouse({ databaseUrl, locale, clock, log, channels: [channel] })
  const settle = async () => {
    await house.assistant.settled()
    await house.delivery.settled()
  }
  house.assistant.resume()
  await settle()
  await playScript({
    ...{ input: process.stdin, output: process.stdout, clock },
    async play(incoming) {
      await house.assistant.receive([incoming])
      await settle()
    },
    async runUntil(instant) {
      clock.moveTo(instant)
      await settle()
    },
    buttonsIn: (chatId) => newestButtons(house.store.db, 'console', chatId),
  })
  await house.close()
}
