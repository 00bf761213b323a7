import * as fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { CriteriaSet, IndicatorState } from '../../src/criteria/criteria-set.ts'
import { standingOn } from '../../src/replies/standing-on.ts'
import type { Standing, Status, Summary } from '../../src/store/figures.ts'
import type { Db } from '../../src/store/schema.ts'
import { refreshStandings } from '../../src/store/standings.ts'
import { recordStatuses, type StatusRecord } from '../../src/store/statuses.ts'
import { recordSummaries, type SummaryRecord } from '../../src/store/summaries.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { onEachDatabase, openNew } from './databases.ts'

const catalogs = loadCatalogs()
const SET = 'ntm-nang-cao-2021-2025'
const BASIC = 'ntm-2021-2025'
const NOW = '2026-11-23T01:00:00.000Z'

async function addUnits(db: Db, ...ids: string[]): Promise<void> {
  for (const id of ids)
    await sql`insert into units (id, level, name, path, aliases) values (${id}, 'xa', ${id}, ${`/${id}/`}, '[]')`.execute(
      db,
    )
}

/** `17.5 unmet` as of a day. */
function status(words: string, as_of: string, unit_id = 'x'): StatusRecord {
  const [indicator, state] = words.split(' ') as [string, IndicatorState]
  return { unit_id, set_id: SET, indicator, state, value: null, as_of, source: 'Báo cáo mẫu' }
}

function report(criteria_met: number | null, indicators_met: number | null, as_of: string): SummaryRecord {
  return { unit_id: 'x', set_id: SET, as_of, criteria_met, indicators_met, source: 'Báo cáo tổng hợp mẫu' }
}

const FOURTEEN = '2.1 2.2 11 13.2 13.3 13.5 13.6 13.8 14.2 14.3 14.4 17.5 17.7 17.9'.split(' ')
const unmetOn = (day: string) => FOURTEEN.map((code) => status(`${code} unmet`, day))

onEachDatabase((createDatabase) => {
  const cases: [what: string, reports: SummaryRecord[], statuses: StatusRecord[], expected: Partial<Standing>][] = [
    [
      'a list of what is unmet in a report of totals: the rest is presumed met',
      [report(14, 60, '2023-04-30')],
      unmetOn('2023-04-30'),
      {
        presumed: 1,
        criteria_met: 14,
        criteria_unmet: 5,
        indicators_met: 61,
        indicators_unmet: 14,
        indicators_unassessed: 0,
      },
    ],
    [
      'the list may be older than the report',
      [report(14, 60, '2023-06-30')],
      unmetOn('2023-04-30'),
      { presumed: 1, indicators_met: 61, as_of: '2023-04-30', reported_as_of: '2023-06-30' },
    ],
    [
      'but not newer: nothing is presumed of what was told after the report',
      [report(14, 60, '2023-03-31')],
      unmetOn('2023-04-30'),
      {
        presumed: 0,
        criteria_met: 0,
        criteria_unmet: 5,
        indicators_met: 0,
        indicators_unmet: 14,
        indicators_unassessed: 61,
      },
    ],
    [
      'a later update counts on top of what is presumed',
      [report(14, 60, '2023-04-30')],
      [
        ...unmetOn('2023-04-30'),
        status('17.5 met', '2024-01-15'),
        status('11 met', '2024-01-16'),
        status('4 unmet', '2024-01-17'),
      ],
      {
        presumed: 1,
        criteria_met: 14,
        criteria_unmet: 5,
        indicators_met: 62,
        indicators_unmet: 13,
        as_of: '2024-01-17',
      },
    ],
    [
      'a list that names something met is a list: nothing is presumed',
      [report(14, 60, '2023-04-30')],
      [...unmetOn('2023-04-30'), status('17.6 met', '2023-04-30')],
      { presumed: 0, indicators_met: 1, indicators_unmet: 14, indicators_unassessed: 60 },
    ],
    [
      'what was told wrong and put right on the day does not count',
      [report(14, 60, '2023-04-30')],
      [status('17.5 met', '2023-04-30'), status('17.5 unmet', '2023-04-30')],
      { presumed: 1, indicators_met: 74, indicators_unmet: 1, criteria_met: 18, criteria_unmet: 1 },
    ],
    [
      'no report, nothing presumed',
      [],
      unmetOn('2023-04-30'),
      {
        presumed: 0,
        indicators_unmet: 14,
        indicators_unassessed: 61,
        reported_as_of: null,
        reported_criteria_met: null,
      },
    ],
    [
      'a report without a list: nothing is listed',
      [report(14, null, '2023-04-30')],
      [],
      {
        presumed: 0,
        criteria_met: 0,
        criteria_unmet: 0,
        indicators_unassessed: 0,
        as_of: null,
        reported_criteria_met: 14,
        reported_indicators_met: null,
      },
    ],
    [
      'the newest report stands, whenever it was told',
      [report(15, 62, '2024-04-30'), report(14, 60, '2023-04-30')],
      [status('17.5 unmet', '2023-04-30')],
      { presumed: 1, reported_indicators_met: 62, reported_as_of: '2024-04-30' },
    ],
    [
      'what does not apply is neither met nor unmet, and its criterion can be met',
      [],
      [
        status('2.1 not_applicable', '2023-04-30'),
        status('9 not_applicable', '2023-04-30'),
        status('10 met', '2023-04-30'),
      ],
      {
        criteria_met: 2,
        criteria_unmet: 0,
        indicators_met: 1,
        indicators_not_applicable: 2,
        indicators_unassessed: 72,
      },
    ],
    [
      'an older day does not change what stands',
      [],
      [status('10 met', '2024-04-30'), status('10 unmet', '2023-04-30')],
      { criteria_met: 1, indicators_met: 1, indicators_unmet: 0, as_of: '2024-04-30' },
    ],
  ]
  test.each(cases)('%s', async (_, reports, statuses, expected) => {
    const { db } = await openNew(createDatabase)
    await addUnits(db, 'x')
    for (const each of reports) await recordSummaries(db, [each], catalogs, NOW)
    for (const each of statuses) await recordStatuses(db, [each], catalogs, NOW)
    expect(await db.selectFrom('standings').selectAll().execute()).toMatchObject([
      { unit_id: 'x', set_id: SET, ...expected },
    ])
  })

  test('who recorded it and when is kept, and what repeats the newest word is passed over', async () => {
    const { db } = await openNew(createDatabase)
    await addUnits(db, 'x')
    const told = { ...status('10 met', '2024-04-30'), recorded_by: 'p' }
    expect(await recordStatuses(db, [told], catalogs, NOW)).toEqual({ added: 1, changed: 0, unchanged: 0 })
    const later = '2026-11-24T01:00:00.000Z'
    expect(await recordStatuses(db, [told], catalogs, later)).toEqual({ added: 0, changed: 0, unchanged: 1 })
    expect(await db.selectFrom('statuses').selectAll().execute()).toMatchObject([
      { recorded_by: 'p', recorded_at: NOW },
    ])
  })

  test('told side by side, nothing is counted without the others', async () => {
    const { db } = await openNew(createDatabase)
    await addUnits(db, 'x')
    const tellings = FOURTEEN.map((code) =>
      db.transaction().execute((trx) => recordStatuses(trx, [status(`${code} met`, '2024-04-30')], catalogs, NOW)),
    )
    await Promise.all(tellings)
    expect(await db.selectFrom('standings').selectAll().execute()).toMatchObject([{ indicators_met: FOURTEEN.length }])
  })

  test('a set that no catalog holds is refused, and the transaction with it', async () => {
    const { db } = await openNew(createDatabase)
    await addUnits(db, 'x')
    const lost = { ...status('10 met', '2024-04-30'), set_id: 'ntm-1999' }
    const told = db.transaction().execute((trx) => recordStatuses(trx, [lost], catalogs, NOW))
    await expect(told).rejects.toThrow(/ntm-1999/)
    expect(await db.selectFrom('statuses').selectAll().execute()).toEqual([])
  })

  describe('whatever is told in whatever order', () => {
    test('current states and standings are those that the history gives', async () => {
      const { db } = await openNew(createDatabase)
      let run = 0
      await fc.assert(
        fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 5 }), async (batches) => {
          run += 1
          await addUnits(db, `a${run}`, `b${run}`)
          const own = <Row extends { unit_id: string }>(rows: Row[]) =>
            rows.map((row) => ({ ...row, unit_id: row.unit_id + run }))
          for (const { statuses, summaries } of batches) {
            await recordStatuses(db, own(statuses), catalogs, NOW)
            await recordSummaries(db, own(summaries), catalogs, NOW)
            await expectHistoryToAgree(db, [`a${run}`, `b${run}`])
            // Told once more, it is all known.
            const again = await recordStatuses(db, own(statuses), catalogs, NOW)
            expect(again).toEqual({ added: 0, changed: 0, unchanged: statuses.length })
          }
          const before = await standingsOf(db, [`a${run}`, `b${run}`])
          await refreshStandings(db, before, catalogs)
          expect(await standingsOf(db, [`a${run}`, `b${run}`])).toEqual(before)
        }),
        { numRuns: 25 },
      )
    })
  })
})

const subject = {
  unit_id: fc.constantFrom('a', 'b'),
  set_id: fc.constantFrom(SET, BASIC),
  as_of: fc.constantFrom('2022-12-31', '2023-04-30', '2024-04-30'),
  source: fc.constantFrom('Nguồn A', 'Nguồn B'),
}

/** What is told at once: at most one word on each thing and day, as an import makes sure of. */
const batch = fc.record({
  statuses: fc.uniqueArray(
    fc.record({
      ...subject,
      indicator: fc.constantFrom('10', '11', '17.1', '17.10', '2.1'),
      // More often unmet, so that there are lists of what is unmet alone.
      state: fc.constantFrom<IndicatorState>('unmet', 'unmet', 'unmet', 'met', 'not_applicable'),
      value: fc.constantFrom(null, 0, 86.4),
    }),
    {
      maxLength: 8,
      selector: ({ unit_id, set_id, indicator, as_of }) => [unit_id, set_id, indicator, as_of].join(' '),
    },
  ),
  summaries: fc.uniqueArray(
    fc.record({ ...subject, criteria_met: fc.nat(19), indicators_met: fc.option(fc.nat(57)) }),
    { maxLength: 3, selector: ({ unit_id, set_id, as_of }) => [unit_id, set_id, as_of].join(' ') },
  ),
})

function standingsOf(db: Db, units: string[]): Promise<Standing[]> {
  return db
    .selectFrom('standings')
    .selectAll()
    .where('unit_id', 'in', units)
    .orderBy('unit_id')
    .orderBy('set_id')
    .execute()
}

/** Counts everything again from the history alone, one row after the other, and compares. */
async function expectHistoryToAgree(db: Db, units: string[]): Promise<void> {
  const history = await db.selectFrom('statuses').selectAll().where('unit_id', 'in', units).execute()
  const reports = await db.selectFrom('summaries').selectAll().where('unit_id', 'in', units).execute()
  const current = await db.selectFrom('current_statuses').selectAll().where('unit_id', 'in', units).execute()
  const expected = [...newestByIndicator(history).values()]
  expect(current.map(({ status_id: id, ...row }) => line({ id, ...row })).sort()).toEqual(
    expected.map(({ recorded_at: _at, recorded_by: _by, ...row }) => line(row)).sort(),
  )

  const pairs = new Set([...history, ...reports].map(({ unit_id, set_id }) => `${unit_id} ${set_id}`))
  const standings = [...pairs].sort().map((pair) => {
    const ofPair = ({ unit_id, set_id }: { unit_id: string; set_id: string }) => `${unit_id} ${set_id}` === pair
    return standingFrom(pair, history.filter(ofPair), reports.filter(ofPair))
  })
  expect(await standingsOf(db, units)).toEqual(standings)
  // Asked as of a day after all of them, the history itself answers alike.
  for (const standing of standings)
    expect(await standingOn(db, standing.unit_id, catalogs.get(standing.set_id)!, '2026-11-23')).toEqual(standing)
}

/** A row as text, whatever the order of its columns. */
function line(row: object): string {
  return JSON.stringify(row, Object.keys(row).sort())
}

function newestByIndicator(history: Status[]): Map<string, Status> {
  const newest = new Map<string, Status>()
  for (const status of history.toSorted(byDay))
    newest.set(`${status.unit_id} ${status.set_id} ${status.indicator}`, status)
  return newest
}

function byDay(a: { as_of: string; id: number }, b: { as_of: string; id: number }): number {
  return a.as_of < b.as_of ? -1 : a.as_of > b.as_of ? 1 : a.id - b.id
}

function standingFrom(pair: string, history: Status[], reports: Summary[]): Standing {
  const [unit_id, set_id] = pair.split(' ') as [string, string]
  const last = history.toSorted(byDay).at(-1)
  const reported = reports.toSorted(byDay).at(-1)
  const then = [...newestByIndicator(history.filter(({ as_of }) => reported && as_of <= reported.as_of)).values()]
  const presumed = then.some(({ state }) => state === 'unmet') && !then.some(({ state }) => state === 'met')
  const set = catalogs.get(set_id) as CriteriaSet
  const states = new Map([...newestByIndicator(history).values()].map(({ indicator, state }) => [indicator, state]))
  const stateOf = (code: string): IndicatorState => states.get(code) ?? (presumed ? 'met' : 'unassessed')
  const all = last ? set.criteria.map((criterion) => criterion.indicators.map(({ code }) => stateOf(code))) : []
  const list = [...newestByIndicator(history).values()]
  const behind = list.length > 0 && presumed && reported ? [...list, reported] : list
  const count = (wanted: IndicatorState) => all.flat().filter((state) => state === wanted).length
  return {
    unit_id,
    set_id,
    criteria_met: all.filter((of) => of.every((state) => state === 'met' || state === 'not_applicable')).length,
    criteria_unmet: all.filter((of) => of.includes('unmet')).length,
    indicators_met: count('met'),
    indicators_unmet: count('unmet'),
    indicators_not_applicable: count('not_applicable'),
    indicators_unassessed: count('unassessed'),
    presumed: presumed ? 1 : 0,
    as_of: last?.as_of ?? null,
    source: last?.source ?? null,
    since: behind.map(({ as_of }) => as_of).sort()[0] ?? null,
    other_sources: Math.max(0, new Set(behind.map(({ source }) => source)).size - 1),
    reported_criteria_met: reported?.criteria_met ?? null,
    reported_indicators_met: reported?.indicators_met ?? null,
    reported_as_of: reported?.as_of ?? null,
    reported_source: reported?.source ?? null,
  }
}
