/** `npm run chat`: the console, for a person or, with `--json`, as JSON Lines for a script. */
import { parseArgs } from 'node:util'
import { ConfigError, loadEnvironment, readConfig } from '../config.ts'
import { createLog } from '../log.ts'
import { runScript } from '../script.ts'
import { openTerminal } from '../terminal.ts'
import { orStop } from './or-stop.ts'

await orStop(async () => {
  const config = readConfig(loadEnvironment())
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, db: { type: 'string' }, now: { type: 'string' } },
  })
  const databaseUrl = values.db ?? config.DATABASE_URL
  if (!values.json) return openTerminal({ ...config, DATABASE_URL: databaseUrl })
  const start = values.now === undefined ? new Date() : new Date(values.now)
  if (Number.isNaN(start.getTime())) throw new ConfigError('--now: must be a time like 2026-11-23T08:00:00+07:00')
  return runScript({
    databaseUrl,
    start,
    locale: config.LOCALE,
    dataDir: config.DATA_DIR,
    input: process.stdin,
    output: process.stdout,
    log: createLog(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL),
  })
})
