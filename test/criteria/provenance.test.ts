import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listColumns, provenanceOf } from '../../src/criteria/provenance.ts'

const DAYS = ['2023-04-30', '2023-06-30', '2026-09-30', '2026-12-01'] as const

const rows = fc.uniqueArray(
  fc.record({
    as_of: fc.constantFrom(...DAYS),
    source: fc.constantFrom('Báo cáo 12', 'Báo cáo 20', 'Biên bản mẫu'),
    status_id: fc.nat(1000),
  }),
  { selector: ({ status_id }) => status_id, maxLength: 8 },
)

test('what is said of one figure is its own day and source, whatever else there is', () => {
  fc.assert(
    fc.property(rows, (all) => {
      for (const row of all)
        expect(provenanceOf([row])).toEqual({ from: row.as_of, to: row.as_of, source: row.source, others: 0 })
    }),
  )
})

test('what is said of several holds each of them: no day outside, no source that is not counted', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const told = provenanceOf(all)
      if (!told) {
        expect(all).toEqual([])
        return
      }
      const days = all.map(({ as_of }) => as_of).sort()
      expect([told.from, told.to]).toEqual([days[0], days.at(-1)])
      const newest = all.filter(({ as_of }) => as_of === told.to).sort((a, b) => a.status_id - b.status_id)
      expect(told.source).toBe(newest.at(-1)?.source)
      expect(told.others).toBe(new Set(all.map(({ source }) => source)).size - 1)
    }),
  )
})

test('a list that leans on a report is also of its day and source, and no newer for it', () => {
  const list = [{ as_of: '2026-12-01', source: 'Báo cáo 20', status_id: 2 }]
  const report = { as_of: '2023-04-30', source: 'Báo cáo 12' }
  const common = { as_of: '2026-12-01', source: 'Báo cáo 20' }
  expect(listColumns(list, report)).toEqual({ ...common, since: '2023-04-30', other_sources: 1 })
  expect(listColumns(list, undefined)).toEqual({ ...common, since: '2026-12-01', other_sources: 0 })
  expect(listColumns(list, { as_of: '2027-01-31', source: 'Báo cáo 20' })).toEqual({
    ...common,
    since: '2026-12-01',
    other_sources: 0,
  })
  expect(listColumns([], report)).toEqual({ as_of: null, source: null, since: null, other_sources: 0 })
})
