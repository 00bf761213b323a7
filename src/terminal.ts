import { fileURLToPath } from 'node:url'
import { createConsoleChannel } from './channels/console/channel.ts'
import { printed, runTerminal } from './channels/console/terminal.ts'
import { machineClock } from './clock.ts'
import type { Config } from './config.ts'
import { openHouse } from './house.ts'
import { createLog } from './log.ts'
import { anyUnit } from './store/units.ts'
import { loadWorld } from './world/load-world.ts'

const SAMPLE = fileURLToPath(new URL('../samples/trung-luong', import.meta.url))
/** A commune officer of the sample. */
const HANDLE = 'ha'

/** The bot as a chat in the terminal; an empty database is filled with the sample first. */
export async function openTerminal(config: Config): Promise<void> {
  const { DATABASE_URL: databaseUrl, LOCALE: locale } = config
  const channel = createConsoleChannel(false, (to, message) => process.stdout.write(printed(to, message, HANDLE)))
  const house = await openHouse({
    databaseUrl,
    locale,
    dataDir: config.DATA_DIR,
    clock: machineClock,
    channels: [channel],
    log: createLog(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL),
    async furnish({ db }, catalogs) {
      if (await anyUnit(db)) return
      await loadWorld(db, SAMPLE, catalogs, new Date())
    },
  })
  const { say } = house
  await runTerminal({
    input: process.stdin,
    output: process.stdout,
    handle: HANDLE,
    words: {
      welcome: say('terminal-welcome', { handle: HANDLE }),
      asNow: (handle) => say('terminal-as', { handle }),
      inNow: (group) => say('terminal-in', { group }),
      inPrivate: say('terminal-private'),
    },
    async play(incoming) {
      await house.assistant.receive([incoming])
      await house.settled()
    },
  })
  await house.close()
}
