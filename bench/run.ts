/**
 * `npm run bench`: every figure beside its aim. `npm run bench -- telegram country` measures only these parts;
 * `npm run bench -- soak --minutes 20` lets the bot be talked to for so long while everything fails that can;
 * `-- broadcast --times 20 --groups 2000` makes a broadcast with all limits twenty times Telegram's, to fewer groups.
 */
import { parseArgs } from 'node:util'
import { broadcastLines } from './broadcast.ts'
import { countryLines } from './country-lines.ts'
import { COUNTRY } from './country.ts'
import { withDatabases, type Databases } from './databases.ts'
import { dialogLines } from './dialogs.ts'
import { documentLines } from './document-lines.ts'
import { machine } from './machine.ts'
import { soak, soakReport } from './soak.ts'
import { pictureLines } from './pictures.ts'
import { table, type Line } from './table.ts'
import { startLines, telegramLines } from './telegram-rate.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string' },
    times: { type: 'string', default: '1' },
    groups: { type: 'string', default: '10000' },
  },
})

const PARTS: Record<string, (databases: Databases) => Promise<Line[]>> = {
  start: (databases) => startLines(databases, { rounds: 5 }),
  telegram: (databases) => telegramLines(databases, { updates: 4000, rounds: 3 }),
  dialogs: (databases) => dialogLines(databases, { times: 2, rounds: 3, yardstick: true }),

  broadcast: (databases) => broadcastLines(databases, { groups: Number(values.groups), times: Number(values.times) }),
  documents: async (databases) => [
    ...(await pictureLines({ rounds: 31, inARow: 200 })),
    ...(await documentLines(databases, { communes: 3_500, rounds: 3 })),
  ],
  country: (databases) =>
    countryLines(databases, { size: COUNTRY, rounds: 101, reads: 500, starts: 5, questions: 2000 }),
}

if (positionals[0] === 'soak') {
  const { text, isGood } = soakReport(
    await withDatabases(false, async ({ SQLite }) => soak(await SQLite!(), Number(values.minutes ?? 20))),
  )
  console.log(`${machine()}\n\n${text}`)
  process.exit(isGood ? 0 : 1)
}
const wanted = positionals.length > 0 ? positionals : Object.keys(PARTS)
const unknown = wanted.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: choose of ${Object.keys(PARTS).join(', ')}.`)
  process.exit(1)
}
const lines = await withDatabases(true, async (databases) => {
  const measured: Line[] = []
  for (const name of wanted) {
    process.stderr.write(`${name} …\n`)
    measured.push(...(await PARTS[name]!(databases)))
  }
  return measured
})
console.log(`${machine()}\n\n${table(lines)}`)
