import type { Readable, Writable } from 'node:stream'
import { createConsoleChannel } from './channels/console/channel.ts'
import { outputLine, playScript } from './channels/console/script.ts'
import { runDueUntil } from './assistant/due.ts'
import { SetClock } from './clock.ts'
import { openHouse } from './house.ts'
import type { Language } from './language/meaning.ts'
import type { Log } from './messages/log.ts'
import { newestButtons } from './store/outbox.ts'
import type { Locale } from './wording/say.ts'

export interface ScriptSession {
  databaseUrl: string
  /** Where the clock stands at first; it moves only when the script moves it. */
  start: Date
  locale: Locale
  /** Where evidence is kept. */
  dataDir?: string
  log: Log
  /** One that has learnt the commands already. */
  language?: Language
  input: Readable
  output: Writable
}

/** The bot as a console for scripts: JSON Lines in, JSON Lines out; ends when its input ends. */
export async function runScript({
  databaseUrl,
  start,
  locale,
  dataDir,
  log,
  language,
  input,
  output,
}: ScriptSession): Promise<void> {
  const clock = new SetClock(start)
  const channel = createConsoleChannel(true, (to, message) => output.write(`${outputLine(to, message)}\n`))
  const house = await openHouse({ databaseUrl, locale, dataDir, clock, log, language, channels: [channel] })
  const sent = async () => {
    await house.assistant.settled()
    await house.delivery.settled()
  }
  const step = async (to: Date) => {
    clock.moveTo(to)
    house.delivery.wake()
    await sent()
    return clock.now()
  }
  // What an earlier run stored but did not finish comes first.
  house.assistant.resume()
  await house.settled()
  await playScript({
    input,
    output,
    clock,
    async play(incoming) {
      await house.assistant.receive([incoming])
      await house.settled()
    },
    async runUntil(instant) {
      await runDueUntil(house.store, house.dueTasks, instant, step, log)
      await house.settled()
    },
    buttonsIn: (chatId) => newestButtons(house.store.db, 'console', chatId),
  })
  await house.close()
}
