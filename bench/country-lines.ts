import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Client } from 'pg'
import { rankCommunes, standingsOf } from '../src/store/figures.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { loadCatalogs } from '../src/world/load-catalogs.ts'
import { loadWorld } from '../src/world/load-world.ts'
import { writeCountry, type CountrySize } from './country.ts'
import { onEach, type Databases, type DatabaseName } from './databases.ts'
import { median } from './median.ts'
import { startAnswering } from './program.ts'
import { figures, inBoth, type Line } from './table.ts'

export interface CountryMeasures {
  size: CountrySize
  /** Rounds of reads; of each kind, the middle one counts. */
  rounds: number
  /** Communes that are read in a round. */
  reads: number
  /** How often the bot is started. */
  starts: number
  /** Questions that the bot answers before its memory is read. */
  questions: number
}

interface Measured {
  importSeconds: number
  /** Microseconds a read. */
  ours: number
  byHand: number
  ratio: number
  communesRanked: number
  rankMs: number
  firstAnswerSeconds: number
  memoryAtStart: number
  memory: number
  withFigures: number
}

/** A whole country through the real import, then read, ranked and asked about. */
export async function countryLines(databases: Databases, measures: CountryMeasures): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-country-'))
  try {
    const sets = loadCatalogs()
      .all()
      .filter(({ complete }) => complete)
    writeCountry(folder, sets, measures.size)
    return linesOf(await onEach(databases, (create, name) => measure(create, name, folder, measures)), measures)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(
  create: () => Promise<string>,
  name: DatabaseName,
  folder: string,
  { size, rounds, reads, starts, questions }: CountryMeasures,
): Promise<Measured> {
  const databaseUrl = await create()
  const store = await openStore(databaseUrl)
  const start = performance.now()
  await loadWorld(store.db, folder, loadCatalogs(), new Date())
  const importSeconds = (performance.now() - start) / 1000
  const read = await readCounts(store, await readerByHand(name, databaseUrl), { rounds, reads, seed: size.seed })
  const ranked = await rank(store, rounds)
  const asked = (await communeNames(store)).slice(0, questions)
  await store.close()

  return { importSeconds, ...read, ...ranked, ...(await askAbout(databaseUrl, asked, starts, questions)) }
}

/** The bot on that database: how soon it answers, and what memory it takes to answer about many communes. */
async function askAbout(
  databaseUrl: string,
  communes: readonly string[],
  starts: number,
  questions: number,
): Promise<Pick<Measured, 'firstAnswerSeconds' | 'memoryAtStart' | 'memory' | 'withFigures'>> {
  const first = question(communes[0]!)
  const times: number[] = []
  for (let start = 1; start < starts; start += 1) {
    const { bot, seconds } = await startAnswering(databaseUrl, first)
    times.push(seconds)
    await bot.end()
  }
  const { bot, seconds } = await startAnswering(databaseUrl, first)
  times.push(seconds)
  try {
    const memoryAtStart = bot.memory()
    for (let at = 1; at < questions; at += 1) bot.ask(question(communes[at % communes.length]!))
    await bot.answered(questions)
    const withFigures = bot.answers().filter((text) => /\d+\/19 tiêu chí/.test(text)).length
    return { firstAnswerSeconds: median(times), memoryAtStart, memory: bot.memory(), withFigures }
  } finally {
    await bot.end()
  }
}

function question(commune: string): string {
  return `${commune} đạt bao nhiêu tiêu chí`
}

/** The yardstick: one commune's counts, as one would write it without a house around it. */
interface ByHand {
  read(unitId: string): unknown
  close(): unknown
}

const BY_HAND = 'select * from standings where unit_id = $1 order by set_id'

async function readerByHand(name: DatabaseName, databaseUrl: string): Promise<ByHand> {
  if (name === 'SQLite') {
    const database = new SqliteDatabase(databaseUrl, { readonly: true })
    const statement = database.prepare(BY_HAND.replace('$1', '?'))
    return { read: (unitId) => statement.all(unitId), close: () => database.close() }
  }
  const client = new Client(databaseUrl)
  await client.connect()
  return { read: (unitId) => client.query(BY_HAND, [unitId]), close: () => client.end() }
}

/** The same communes both ways, in turns; the ratio is taken round by round, so that a disturbance meets both. */
async function readCounts(
  { db }: Store,
  byHand: ByHand,
  { rounds, reads, seed }: { rounds: number; reads: number; seed: number },
): Promise<Pick<Measured, 'ours' | 'byHand' | 'ratio'>> {
  const communes = await db.selectFrom('units').select('id').where('level', '=', 'xa').orderBy('id').execute()
  const ids = Array.from({ length: reads }, (_, at) => communes[(at * seed) % communes.length]!.id)
  const times: { ours: number; byHand: number }[] = []
  // The first tenth, at least one, only warms up.
  const warmUp = Math.ceil(rounds / 10)
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const start = performance.now()
    for (const id of ids) await standingsOf(db, id)
    const between = performance.now()
    // Without a wait where there is none: SQLite answers at once.
    for (const id of ids) {
      const rows = byHand.read(id)
      if (rows instanceof Promise) await rows
    }
    const end = performance.now()
    if (round >= warmUp) times.push({ ours: between - start, byHand: end - between })
  }
  await byHand.close()
  const micros = (ms: number) => (ms * 1000) / reads
  return {
    ours: micros(median(times.map(({ ours }) => ours))),
    byHand: micros(median(times.map(({ byHand }) => byHand))),
    ratio: median(times.map(({ ours, byHand }) => ours / byHand)),
  }
}

/** The communes of the largest province, best first. */
async function rank({ db }: Store, rounds: number): Promise<Pick<Measured, 'communesRanked' | 'rankMs'>> {
  const province = await db
    .selectFrom('units')
    .select('path')
    .where('level', '=', 'tinh')
    .orderBy('id')
    .executeTakeFirst()
  const { set_id } = await db.selectFrom('standings').select('set_id').orderBy('set_id').executeTakeFirstOrThrow()
  const times: number[] = []
  let communesRanked = 0
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    communesRanked = (await rankCommunes(db, province!.path, set_id)).length
    times.push(performance.now() - start)
  }
  return { communesRanked, rankMs: median(times) }
}

/** As people would write them, in an order that goes across the country. */
async function communeNames({ db }: Store): Promise<string[]> {
  const communes = await db
    .selectFrom('units')
    .innerJoin('units as province', 'province.id', 'units.parent_id')
    .select(['units.id', 'units.name', 'province.name as province'])
    .where('units.level', '=', 'xa')
    .execute()
  return communes
    .sort((a, b) => (a.id.slice(-3) < b.id.slice(-3) || (a.id.slice(-3) === b.id.slice(-3) && a.id < b.id) ? -1 : 1))
    .map(({ name, province }) => `xã ${name} tỉnh ${province}`)
}

function linesOf(
  measured: Partial<Record<DatabaseName, Measured>>,
  { size: { communes, villages }, questions }: CountryMeasures,
): Line[] {
  const line = (figure: string, aim: string, beside: string, words: (each: Measured) => string): Line => ({
    figure,
    aim,
    beside,
    ...inBoth(measured, words),
  })
  const { SQLite, Postgres } = measured
  const byHand = [
    SQLite && `better-sqlite3 ${figures(SQLite.byHand, 1)} µs`,
    Postgres && `pg ${figures(Postgres.byHand)} µs`,
  ]
  return [
    line(
      `import of ${figures(communes)} communes, ${figures(villages)} villages`,
      '≤ 60 s',
      '',
      ({ importSeconds }) => `${figures(importSeconds, 1)} s`,
    ),
    line("a commune's counts", '', '', ({ ours }) => `${figures(ours, 1)} µs`),
    line(
      'the same beside a read by hand',
      '≤ 2 ×, SQLite',
      byHand.filter((each) => each !== undefined).join(', '),
      ({ ratio }) => `${figures(ratio, 2)} ×`,
    ),
    line(
      `ranking a province of ${(SQLite ?? Postgres)?.communesRanked ?? 0} communes`,
      '≤ 20 ms',
      '',
      ({ rankMs }) => `${figures(rankMs, 2)} ms`,
    ),
    line(
      'start to first answer, the country',
      '',
      '≤ 1.5 s on the sample',
      (each) => `${figures(each.firstAnswerSeconds, 2)} s`,
    ),
    line('memory after the first answer', '', '', ({ memoryAtStart }) => `${figures(memoryAtStart)} MB`),
    line(`memory after ${figures(questions)} questions`, '≤ 150 MB', '', ({ memory }) => `${figures(memory)} MB`),
    line('of the answers, with counts', '', 'the rest asks which one is meant', (each) => figures(each.withFigures)),
  ]
}
