import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readUnitSets } from '../../src/replies/unit-set.ts'
import { planImport } from '../../src/documents/workbooks/plan-import.ts'
import { readUnitWorkbook } from '../../src/documents/workbooks/read-unit-workbook.ts'
import { hasList, templateWorkbook, unitWorkbook } from '../../src/documents/workbooks/unit-workbook.ts'
import type { Turn } from '../../src/command/command.ts'
import { recordStatuses, type StatusRecord } from '../../src/store/statuses.ts'
import { recordSummaries } from '../../src/store/summaries.ts'
import { findUnits } from '../../src/store/units.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'

const catalogs = loadCatalogs()
const say = loadWording('vi')
const NOW = new Date('2026-11-23T01:00:00Z')
const sets = catalogs.all().filter((set) => set.level === 'xa' && hasList(set))

const day = fc.integer({ min: 0, max: 2000 }).map((n) => new Date(Date.UTC(2021, 5, 1 + n)).toISOString().slice(0, 10))
const source = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).map((text) => `x${text}`),
  fc.constantFrom(
    '=1+1',
    "'=1+1",
    '-5',
    '@a',
    '+84',
    '\tx',
    '  a  b ',
    'a\r\nb',
    '_x0041_',
    '<b>&amp;</b>',
    '17.10',
    '2026-01-01',
    'Biên bản số 5/BB-UBND',
  ),
)
const status = (setIndex: number) => {
  const set = sets[setIndex]!
  return fc.record({
    set_id: fc.constant(set.id),
    indicator: fc.constantFrom(...set.criteria.flatMap(({ indicators }) => indicators.map(({ code }) => code))),
    state: fc.constantFrom('met' as const, 'unmet' as const, 'not_applicable' as const, 'unassessed' as const),
    value: fc.oneof(
      fc.constant(null),
      fc.integer({ min: -1000, max: 100_000 }),
      fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true }),
    ),
    as_of: day,
    source: source.filter((text) => text.trim() !== ''),
  })
}
const summary = fc.record({
  set_id: fc.constantFrom(...sets.map(({ id }) => id)),
  as_of: day,
  criteria_met: fc.integer({ min: 0, max: 19 }),
  indicators_met: fc.integer({ min: 0, max: 57 }),
  source: fc.constant('Báo cáo mẫu'),
})
const world = fc.record({
  statuses: fc.array(fc.integer({ min: 0, max: sets.length - 1 }).chain(status), { maxLength: 60 }),
  summaries: fc.array(summary, { maxLength: 3 }),
})

onEachDatabase((createDatabase) => {
  test('whatever a commune’s figures are: exported and given back, they change nothing', async () => {
    const { db } = await openNew(createDatabase)
    const grants = [
      { role: 'admin' as const, unitId: 'tinh', unitName: 'Mẫu', unitLevel: 'tinh' as const, unitPath: '/tinh/' },
    ]
    const turn = {
      db,
      say,
      catalogs,
      now: NOW,
      today: '2026-11-23',
      sets: [],
      mentions: { dates: [] },
      speaker: { accountId: 'a', personId: 'a', name: 'a', grants },
    } as unknown as Turn<never>
    let communes = 0
    await fc.assert(
      fc.asyncProperty(world, async ({ statuses, summaries }) => {
        communes += 1
        const unit_id = `xa-${communes}`
        const place = {
          level: 'xa' as const,
          name: 'Mẫu',
          parent_id: null,
          region: 'dong-bang-song-hong',
          commune_group: 2,
        }
        const rest = { households: null, aliases: '[]', ended_on: null, successor_id: null }
        await db
          .insertInto('units')
          .values({ id: unit_id, path: `/tinh/${unit_id}/`, ...place, ...rest })
          .execute()
        const once = new Map(statuses.map((row) => [`${row.set_id}/${row.indicator}/${row.as_of}`, row]))
        // What a database cannot hold is not what this is about.
        const rows = [...once.values()].map((row): StatusRecord => ({ unit_id, ...row, source: held(row.source) }))
        await recordStatuses(db, rows, catalogs, NOW.toISOString())
        const totals = new Map(summaries.map((row) => [`${row.set_id}/${row.as_of}`, { unit_id, ...row }]))
        await recordSummaries(db, [...totals.values()], catalogs, NOW.toISOString())

        const [unit] = await findUnits(db, [unit_id])
        const unitSets = await readUnitSets(turn, unit!)
        for (const bytes of [
          await unitWorkbook(turn, unit!, unitSets, true),
          await templateWorkbook(turn, unit!, sets, unitSets),
        ]) {
          const read = await readUnitWorkbook(bytes, say)
          if (unitSets.length === 0 && read.kind === 'unreadable') continue
          if (read.kind !== 'rows') throw new Error(read.why)
          const { changes, bad } = await planImport(turn, read.rows)
          expect({ changes, bad }).toEqual({ changes: [], bad: [] })
        }
      }),
      { numRuns: 15 },
    )
  })
})

function held(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}
