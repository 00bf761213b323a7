/** `npm run bench`: every figure beside its aim. `npm run bench -- telegram country` measures only these parts. */
import { countryLines } from './country-lines.ts'
import { COUNTRY } from './country.ts'
import { withDatabases, type Databases } from './databases.ts'
import { dialogLines } from './dialogs.ts'
import { machine } from './machine.ts'
import { table, type Line } from './table.ts'
import { startLines, telegramLines } from './telegram-rate.ts'

const PARTS: Record<string, (databases: Databases) => Promise<Line[]>> = {
  start: (databases) => startLines(databases, { rounds: 5 }),
  telegram: (databases) => telegramLines(databases, { updates: 4000, rounds: 3 }),
  dialogs: (databases) => dialogLines(databases, { times: 2, rounds: 3, yardstick: true }),
  country: (databases) =>
    countryLines(databases, { size: COUNTRY, rounds: 101, reads: 500, starts: 5, questions: 2000 }),
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PARTS)
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
