import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fillTemplate } from '../src/documents/letters/fill-template.ts'
import { findTemplate } from '../src/documents/letters/find-template.ts'
import { LETTER_FIELDS, LETTERS } from '../src/documents/letters/letter-fields.ts'
import { unitLetter } from '../src/documents/letters/unit-letter.ts'
import { planImport } from '../src/documents/workbooks/plan-import.ts'
import { readUnitWorkbook } from '../src/documents/workbooks/read-unit-workbook.ts'
import { regionWorkbook } from '../src/documents/workbooks/region-workbook.ts'
import { unitWorkbook } from '../src/documents/workbooks/unit-workbook.ts'
import { unitSetToday } from '../src/replies/unit-set.ts'
import { standingsOf } from '../src/store/figures.ts'
import { openStore } from '../src/store/store.ts'
import { findUnits, unitsWithin } from '../src/store/units.ts'
import { loadWording } from '../src/wording/load-wording.ts'
import { loadCatalogs } from '../src/world/load-catalogs.ts'
import { loadWorld } from '../src/world/load-world.ts'
import { writeCountry } from './country.ts'
import { onEach, type Databases, type DatabaseName } from './databases.ts'
import { median } from './median.ts'
import { figures, inBoth, type Line } from './table.ts'

export interface DocumentMeasures {
  /** Of one made-up province. */
  communes: number
  /** Of each document; the middle one counts. */
  rounds: number
}

interface Measured {
  regionSeconds: number
  regionMegabytes: number
  regionFile: number
  unitMs: number
  importMs: number
  letterMs: number
}

const NOW = new Date('2026-11-23T01:00:00Z')

/** Workbooks and letters of a made-up province, every indicator of two sets assessed. */
export async function documentLines(databases: Databases, measures: DocumentMeasures): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-documents-'))
  try {
    const sets = loadCatalogs()
      .all()
      .filter(({ complete }) => complete)
    const { communes } = measures
    writeCountry(folder, sets, { provinces: 1, communes, villages: 0, days: ['2025-06-30'], seed: 20_250_701 })
    return linesOf(await onEach(databases, (create) => measure(create, folder, measures)), measures)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The made-up province. */
const REGION = 'mau-01'

async function measure(create: () => Promise<string>, folder: string, measures: DocumentMeasures): Promise<Measured> {
  const databaseUrl = await create()
  const times = await measureTimes(databaseUrl, folder, measures)
  // The file belongs to one process, and is free again now.
  return { ...times, regionMegabytes: memoryOfWorkbook(databaseUrl, REGION) }
}

async function measureTimes(
  databaseUrl: string,
  folder: string,
  { rounds }: DocumentMeasures,
): Promise<Omit<Measured, 'regionMegabytes'>> {
  const store = await openStore(databaseUrl)
  try {
    await loadWorld(store.db, folder, loadCatalogs(), NOW)
    const catalogs = loadCatalogs()
    const turn = { db: store.db, say: loadWording('vi'), catalogs, now: NOW, today: '2026-11-23' }
    const sets = catalogs.all().filter(({ complete }) => complete)
    const [region] = await findUnits(store.db, [REGION])
    const [commune] = await unitsWithin(store.db, `/${REGION}/`, 'xa', 1)
    if (!region || !commune) throw new Error('the made-up province is not there')

    const readUnit = async () => {
      const standings = await standingsOf(store.db, commune.id)
      return Promise.all(standings.map((each) => unitSetToday(store.db, catalogs.get(each.set_id)!, each)))
    }

    const whole = await timed(rounds, async () => regionWorkbook(turn, region, sets))
    const unit = await timed(rounds, async () => unitWorkbook(turn, commune, await readUnit(), true))
    const speaker = { accountId: 'a', grants: [] }
    const back = await timed(rounds, async () => {
      const read = await readUnitWorkbook(unit.made, turn.say)
      if (read.kind !== 'rows') throw new Error(read.why)
      const { changes, bad } = await planImport({ ...turn, speaker }, read.rows)
      if (changes.length + bad.length > 0) throw new Error('a workbook that was given back changes something')
    })
    const letter = await timed(rounds, async () => {
      const [unitSet] = await readUnit()
      const template = await findTemplate('none', LETTERS.report.template)
      const filled = await fillTemplate(template, LETTER_FIELDS.report, await unitLetter(turn, commune, unitSet!))
      if (!filled.ok) throw new Error(filled.problem.why)
    })
    return {
      regionSeconds: whole.ms / 1000,
      regionFile: whole.made.length / 2 ** 20,
      unitMs: unit.ms,
      importMs: back.ms,
      letterMs: letter.ms,
    }
  } finally {
    await store.close()
  }
}

/** In megabytes, in a process of its own: what was imported here before has had more. */
function memoryOfWorkbook(databaseUrl: string, regionId: string): number {
  const script = fileURLToPath(new URL('workbook-memory.ts', import.meta.url))
  return Number(execFileSync(process.execPath, [script, databaseUrl, regionId], { encoding: 'utf8' }))
}

/** The middle time of so many rounds, after one that only warms up. */
async function timed<T>(rounds: number, make: () => Promise<T>): Promise<{ ms: number; made: T }> {
  let made = await make()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    made = await make()
    times.push(performance.now() - start)
  }
  return { ms: median(times), made }
}

function linesOf(measured: Partial<Record<DatabaseName, Measured>>, { communes }: DocumentMeasures): Line[] {
  const line = (figure: string, aim: string, words: (each: Measured) => string, beside = ''): Line => ({
    figure,
    aim,
    beside,
    ...inBoth(measured, words),
  })
  const { SQLite, Postgres } = measured
  const file = (SQLite ?? Postgres)?.regionFile ?? 0
  return [
    line(
      `a workbook of ${figures(communes)} communes, two sets`,
      '≤ 2 s',
      ({ regionSeconds }) => `${figures(regionSeconds, 2)} s`,
      `a file of ${figures(file, 1)} MB`,
    ),
    line('memory that it takes at the most', '', ({ regionMegabytes }) => `${figures(regionMegabytes)} MB`),
    line("a commune's workbook, 132 indicators", '', ({ unitMs }) => `${figures(unitMs)} ms`),
    line('the same read and held against what stands', '', ({ importMs }) => `${figures(importMs)} ms`),
    line('a report in Word with its appendix', '', ({ letterMs }) => `${figures(letterMs)} ms`),
  ]
}
