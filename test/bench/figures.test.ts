import { expect, test, vi } from 'vitest'
import { broadcastLines } from '../../bench/broadcast.ts'
import { countryLines } from '../../bench/country-lines.ts'
import type { CountrySize } from '../../bench/country.ts'
import { withDatabases } from '../../bench/databases.ts'
import { dialogLines } from '../../bench/dialogs.ts'
import { documentLines } from '../../bench/document-lines.ts'
import { machine } from '../../bench/machine.ts'
import { pictureLines } from '../../bench/pictures.ts'
import { table } from '../../bench/table.ts'
import { startLines, telegramLines } from '../../bench/telegram-rate.ts'

// Whole processes are started here, also on machines that are busy.
vi.setConfig({ testTimeout: 60_000 })

const TINY: CountrySize = { provinces: 2, communes: 6, villages: 12, days: ['2025-06-30'], seed: 7 }

test('each part of the bench gives its figures, here of a tiny country', async () => {
  const lines = await withDatabases(false, async (databases) => {
    const parts = await Promise.all([
      startLines(databases, { rounds: 1 }),
      telegramLines(databases, { updates: 5, rounds: 1 }),
      broadcastLines(databases, { groups: 40, times: 10 }),
      dialogLines(databases, { times: 1, rounds: 1, yardstick: false }),
      documentLines(databases, { communes: 3, rounds: 1 }),
      countryLines(databases, { size: TINY, rounds: 1, reads: 10, starts: 1, questions: 8 }),
    ])
    return parts.flat()
  })
  expect(lines.map(({ figure }) => figure).slice(0, 6)).toEqual([
    'start to first answer, the sample',
    'answers a second',
    'a notice to 40 groups, limits × 10: of the allowed rate',
    'of the answers, 429',
    'the most memory meanwhile',
    'dialog steps a second',
  ])
  for (const { sqlite } of lines) expect(sqlite).toMatch(/^\d/)
  expect(lines.map(({ postgres }) => postgres)).toEqual(lines.map(() => '–'))
  expect(lines.at(-1)?.sqlite).toBe('8')
})

test('pictures give theirs', async () => {
  const lines = await pictureLines({ rounds: 1, inARow: 4 })
  expect(lines.map(({ figure }) => figure)).toContain('memory after 4 different cards in a row')
  for (const { sqlite } of lines) expect(sqlite).toMatch(/^[+-]?\d.* (ms|MB)$/)
})

test('the table gives each figure a row, in columns of one width', () => {
  const line = { figure: 'a', sqlite: '1', postgres: '–', aim: '≤ 2', beside: 'by hand' }
  const rows = table([line, { ...line, figure: 'something longer' }]).split('\n')
  expect(rows).toHaveLength(4)
  expect(new Set(rows.map((row) => row.length)).size).toBe(1)
})

test('the machine is told by what it is, not by its name', () => {
  expect(machine()).toMatch(/^\d+ cores .* GB of memory .* Node \d+\.\d+\.\d+ · SQLite \d+\.\d+\.\d+/)
})
