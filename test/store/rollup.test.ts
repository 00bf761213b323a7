import * as fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { completenessOf } from '../../src/criteria/completeness.ts'
import { rollUp } from '../../src/criteria/rollup.ts'
import { startOfNextDay } from '../../src/replies/period.ts'
import { villageReporting } from '../../src/store/completeness.ts'
import { addReport, moveReport } from '../../src/store/reports.ts'
import { approvedReports, latestApproved, rolledUpIndicators } from '../../src/store/rollup.ts'
import type { Db, ReportState } from '../../src/store/schema.ts'
import { onEachDatabase, openNew } from './databases.ts'

const SET = 'ntm-nang-cao-2021-2025'
const OFFICER = 'can-bo'
const NOW = new Date('2026-11-23T01:00:00Z')
const VILLAGES = ['a', 'b', 'c']

/** A commune `x` of three villages; `d` lies in another commune, `cu` is no more. */
async function furnish(db: Db): Promise<void> {
  const unit = (id: string, level: string, path: string, households: number | null, ended: string | null = null) =>
    sql`insert into units (id, level, name, path, households, ended_on, aliases)
      values (${id}, ${level}, ${id}, ${path}, ${households}, ${ended}, '[]')`.execute(db)
  await unit('x', 'xa', '/x/', null)
  await unit('xy', 'xa', '/xy/', null)
  for (const id of VILLAGES) await unit(id, 'thon', `/x/${id}/`, id === 'c' ? null : 100)
  await unit('d', 'thon', '/xy/d/', 100)
  await unit('cu', 'thon', '/x/cu/', 100, '2026-01-01')
  await sql`insert into people (id, name) values (${OFFICER}, 'Phạm Thị Cán Mẫu')`.execute(db)
}

interface Sent {
  unit: string
  part?: number
  percent?: number
  on?: string
  at?: string
  indicator?: string
  state?: ReportState
}

async function send(db: Db, { unit, part, percent, on, at, indicator, state }: Sent): Promise<number> {
  const id = await addReport(
    db,
    {
      unit_id: unit,
      set_id: SET,
      indicator: indicator ?? '17.5',
      part: part ?? null,
      whole: part === undefined ? null : 100,
      value: percent ?? null,
      verdict: null,
      as_of: on ?? '2026-11-20',
      note: null,
      corrects: null,
      submitted_by: OFFICER,
      submitted_at: at ?? NOW.toISOString(),
      channel: 'console',
    },
    [],
  )
  if (state !== 'waiting') await moveReport(db, id, 'waiting', state ?? 'approved', { by: OFFICER, at: NOW })
  return id
}

async function rolledUp(db: Db) {
  const rows = await latestApproved(db, '/x/', SET, '17.5')
  return rollUp(
    rows.map(({ unit_id, households, report_id, ...figure }) => ({
      id: unit_id,
      households,
      report: report_id === null ? undefined : figure,
    })),
  )
}

onEachDatabase((createDatabase) => {
  test('each living village of the commune has its latest approved report, or none', async () => {
    const { db } = await openNew(createDatabase)
    await furnish(db)
    await send(db, { unit: 'a', part: 10, on: '2026-11-01' })
    const newest = await send(db, { unit: 'a', part: 30, on: '2026-11-10' })
    await send(db, { unit: 'a', part: 20, on: '2026-11-05' })
    for (const state of ['waiting', 'returned', 'withdrawn'] as const) await send(db, { unit: 'a', part: 99, state })
    await send(db, { unit: 'b', part: 50, indicator: '17.3' })
    await send(db, { unit: 'd', part: 99 })
    await send(db, { unit: 'cu', part: 99 })
    const rows = await latestApproved(db, '/x/', SET, '17.5')
    expect(rows.map(({ unit_id, report_id, part }) => [unit_id, report_id, part])).toEqual([
      ['a', newest, 30],
      ['b', null, null],
      ['c', null, null],
    ])
  })

  test('of two reports of one day the later one holds', async () => {
    const { db } = await openNew(createDatabase)
    await furnish(db)
    await send(db, { unit: 'a', part: 10 })
    await send(db, { unit: 'a', part: 40 })
    expect((await rolledUp(db)).value).toBe(40)
  })

  test('the trend has every approved report, oldest first, of living villages alone', async () => {
    const { db } = await openNew(createDatabase)
    await furnish(db)
    await send(db, { unit: 'b', part: 40, on: '2026-11-10' })
    await send(db, { unit: 'a', part: 10, on: '2026-10-01' })
    await send(db, { unit: 'a', part: 60, on: '2026-11-01', state: 'waiting' })
    await send(db, { unit: 'cu', part: 1, on: '2025-11-01' })
    const reports = await approvedReports(db, '/x/', SET, '17.5')
    expect(reports.map(({ unit_id, as_of, part }) => [unit_id, as_of, part])).toEqual([
      ['a', '2026-10-01', 10],
      ['b', '2026-11-10', 40],
    ])
  })

  test('the indicators that villages report on, the most villages first', async () => {
    const { db } = await openNew(createDatabase)
    await furnish(db)
    await send(db, { unit: 'a', part: 1, indicator: '17.3' })
    await send(db, { unit: 'a', part: 1 })
    await send(db, { unit: 'a', part: 2 })
    await send(db, { unit: 'b', part: 1 })
    await send(db, { unit: 'b', part: 1, indicator: '14.1', state: 'waiting' })
    const listed = await rolledUpIndicators(db, '/x/')
    expect(listed.map(({ indicator, villages }) => [indicator, villages])).toEqual([
      ['17.5', 2],
      ['17.3', 1],
    ])
  })

  test('who reported for a period: by the day it is true for; on time by when it came', async () => {
    const { db } = await openNew(createDatabase)
    await furnish(db)
    // The last second of October in Vietnam, and the first of November.
    await send(db, { unit: 'a', part: 1, on: '2026-10-31', at: '2026-10-31T16:59:59.000Z' })
    await send(db, { unit: 'b', part: 1, on: '2026-10-31', at: '2026-10-31T17:00:00.000Z', state: 'waiting' })
    await send(db, { unit: 'c', part: 1, on: '2026-10-31', state: 'returned' })
    await send(db, { unit: 'c', part: 1, on: '2026-11-01' })
    await send(db, { unit: 'c', part: 1, on: '2026-10-15', state: 'withdrawn' })
    const october = { from: '2026-10-01', to: '2026-10-31' }
    const rows = await villageReporting(db, '/x/', october)
    expect(rows.map(({ unit_id, waiting, approved, returned }) => [unit_id, waiting, approved, returned])).toEqual([
      ['a', 0, 1, 0],
      ['b', 1, 0, 0],
      ['c', 0, 0, 1],
    ])
    const sent = rows.map(({ unit_id, waiting, approved, returned, first_at }) => ({
      id: unit_id,
      standing: waiting + approved,
      returned,
      firstAt: first_at,
    }))
    expect(completenessOf(sent, startOfNextDay(october.to))).toEqual({
      total: 3,
      reported: ['a', 'b'],
      onTime: ['a'],
      late: ['b'],
      returned: ['c'],
      missing: [],
    })
    const onlyOther = await villageReporting(db, '/x/', { ...october, subjects: [`${SET}/17.3`] })
    expect(onlyOther.every(({ waiting, approved, first_at }) => waiting + approved === 0 && first_at === null)).toBe(
      true,
    )
  })

  describe('whatever is sent and decided, in whatever order', () => {
    const step = fc.record({
      unit: fc.constantFrom(...VILLAGES),
      figure: fc.oneof(
        fc.record({ part: fc.integer({ min: 0, max: 100 }) }),
        fc.record({ percent: fc.integer({ min: 0, max: 100 }) }),
      ),
      on: fc.integer({ min: 1, max: 20 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`),
      state: fc.constantFrom<ReportState>('waiting', 'approved', 'returned', 'withdrawn'),
      /** Taken back after it was approved. */
      reopened: fc.boolean(),
    })

    test('the roll-up is the sum over the approved reports', { timeout: 60_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          const { db, close } = await openNew(createDatabase)
          await furnish(db)
          const latest = new Map<string, (typeof steps)[number]>()
          for (const each of steps) {
            const id = await send(db, { unit: each.unit, ...each.figure, on: each.on, state: each.state })
            if (each.state !== 'approved') continue
            if (each.reopened) await moveReport(db, id, 'approved', 'waiting', { by: OFFICER, at: NOW })
            else if (each.on >= (latest.get(each.unit)?.on ?? '')) latest.set(each.unit, each)
          }
          let [numerator, weight] = [0, 0]
          for (const [unit, { figure }] of latest) {
            // Counts are of 100; a percentage weighs the village's 100 households, which nobody knows of `c`.
            if (!('part' in figure) && unit === 'c') continue
            numerator += 'part' in figure ? figure.part : figure.percent
            weight += 1
          }
          const { value, covered, missing } = await rolledUp(db)
          expect(covered).toBe(weight)
          expect(missing).toEqual(VILLAGES.filter((unit) => !latest.has(unit)))
          if (weight === 0) expect(value).toBeUndefined()
          else expect(value).toBeCloseTo(numerator / weight, 9)
          await close()
        }),
        { numRuns: 15 },
      )
    })
  })
})
