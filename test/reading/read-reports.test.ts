import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/language/fold.ts'
import { createReader } from '../../src/reading/read-reports.ts'
import { reportJson } from '../../src/reading/report.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { readParagraphs } from './paragraphs.ts'

const read = createReader(loadCatalogs().all())
const article = readFileSync(join(import.meta.dirname, 'article.txt'), 'utf8')
const paragraphs = [
  'paragraphs',
  'second-batch',
  'third-batch',
  'fourth-batch',
  'fifth-batch',
  'sixth-batch',
  'seventh-batch',
  'eighth-batch',
  'ninth-batch',
  'tenth-batch',
  'eleventh-batch',
  'twelfth-batch',
  'sentences',
].flatMap((name) => readParagraphs(`${name}.txt`))

test('the article gives the sample', () => {
  const nothing = { unmet: null, unmet_criteria: null, met_criteria: null, disagreements: [] }
  const rows = readFileSync(join(import.meta.dirname, '../../samples/trung-luong/statuses.csv'), 'utf8').split('\n')
  const unmet = rows.slice(1, -1).map((row) => row.split(',')[2])
  expect(read(article).reports.map(reportJson)).toEqual([
    {
      ...nothing,
      unit: 'Xã Trung Lương',
      date: '2023-04',
      set: 'ntm-2021-2025',
      criteria_met: 15,
      indicators_met: 52,
    },
    {
      unit: 'Xã Trung Lương',
      date: '2023-04',
      set: 'ntm-nang-cao-2021-2025',
      criteria_met: 14,
      indicators_met: 60,
      unmet,
      unmet_criteria: [2, 11, 13, 14, 17],
      met_criteria: null,
      disagreements: [{ kind: 'indicators', reported: 60, listed: 61 }],
    },
  ])
})

test('each figure comes with the words it was read from', () => {
  const { text, reports } = read(article)
  const [basic, advanced] = reports
  expect(basic?.from.criteria_met?.words).toBe('15/19 tiêu chí')
  expect(advanced?.from.indicators_met?.words).toBe('60/75 chỉ tiêu')
  expect(advanced?.from.date?.words).toBe('tháng 4/2023')
  expect(advanced?.from.unmet?.words).toMatch(/^Các tiêu chí, chỉ tiêu NTM nâng cao chưa đạt, gồm: .* 17\.9\)$/)
  for (const { from } of reports)
    for (const { start, end, words } of Object.values(from))
      expect(text.slice(start, end).replace(/\s+/g, ' ')).toBe(words)
})

describe('made-up paragraphs', () => {
  test.each(paragraphs.map((each) => [each.title, each] as const))('%s', (_, { text, reports }) => {
    expect(read(text).reports.map(reportJson)).toEqual(reports)
  })

  test.each(paragraphs.map((each) => [each.title, each] as const))('%s, without marks', (_, { text, reports }) => {
    const plain = (list: readonly object[]) => list.map((report) => ({ ...report, unit: null }))
    expect(plain(read(fold2(text)).reports.map(reportJson))).toEqual(plain(reports))
  })

  test.each(paragraphs.map((each) => [each.title, each] as const))('%s, decomposed', (_, { text, reports }) => {
    expect(read(text.normalize('NFD')).reports.map(reportJson)).toEqual(reports)
  })
})

/** The same text as other programs and people write it: what is read of it is the same. */
const WAYS: [string, (text: string) => string][] = [
  ['with the line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['with two spaces for one', (text) => text.replaceAll(' ', '  ')],
  ['with long dashes', (text) => text.replaceAll('-', '–')],
  ['with spaces in their fractions', (text) => text.replace(/(\d)\/(\d)/g, '$1 / $2')],
  ['broken at sixty letters', (text) => text.split('\n').map(broken).join('\n')],
]

function broken(line: string): string {
  return /[|\t]/.test(line) ? line : line.replace(/(.{1,60})(?: |$)/g, '$1\n').trimEnd()
}

test.each(WAYS)('all of them %s', (_, write) => {
  const changed = paragraphs.filter(
    ({ text, reports }) => !isDeepStrictEqual(read(write(text)).reports.map(reportJson), reports),
  )
  expect(changed.map(({ title }) => title)).toEqual([])
})

/** Without marks, but with the capitals. */
function fold2(text: string): string {
  return Array.from(text, (letter) => {
    const folded = fold(letter)
    return letter === letter.toLowerCase() ? folded : folded.toUpperCase()
  }).join('')
}

describe('any text', () => {
  const words = fc.constantFrom(
    ...`xã|Xã Hải Mẫu|đạt|chưa đạt|còn|tiêu chí|chỉ tiêu|15/19|52/57|60/75|7/10|17.5|2.1-2.4|số 2|giao thông|môi trường|NTM|nông thôn mới nâng cao|,|;|:|.|(|)|\n|\n\n||- |1. |năm 2024|30/6/2024|đến nay|phấn đấu|các xã|huyện|gồm|là|và|x|Đạt|100%`.split(
      '|',
    ),
    '|',
  )

  test('gives a defined result, made of what it says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
          fc.string({ unit: 'binary', maxLength: 400 }),
        ),
        (text) => {
          const reading = read(text)
          for (const report of reading.reports) {
            const { criteria_met, indicators_met, unmet_criteria, from, date } = report
            for (const count of [criteria_met, indicators_met])
              if (count !== null) expect(count).toBeGreaterThanOrEqual(0)
            expect([...(unmet_criteria ?? [])].sort((a, b) => a - b)).toEqual(unmet_criteria ?? [])
            if (date !== null) expect(date).toMatch(/^\d{4}-\d{2}(?:-\d{2})?$/)
            for (const { start, end } of Object.values(from)) expect(end).toBeGreaterThan(start)
            for (const { start, end, words: said } of Object.values(from))
              expect(reading.text.slice(start, end).replace(/\s+/g, ' ')).toBe(said)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  test.each([
    ['the article over and over', article.repeat(20)],
    ['lists without an end', 'chưa đạt: giao thông, môi trường (17.5); '.repeat(1000)],
    ['many communes', 'xã Hải Mẫu đạt 15/19 tiêu chí, '.repeat(1000)],
    ['communes one after the other', 'Xã An, '.repeat(2800)],
    ['communes in threes', 'Xã An, xã Bình và xã Cầu, '.repeat(770)],
    ['rests', 'còn 2 tiêu chí '.repeat(2000)],
    ['brackets', '('.repeat(30_000)],
    ['one word', 'Xã'.repeat(20_000)],
    ['spaces', `xã ${' '.repeat(30_000)}đạt`],
    ['tabs and lines', '\t\n'.repeat(15_000)],
    ['numbers', '15/19 '.repeat(5000)],
    ['a table', '1 | Quy hoạch | Đạt\n'.repeat(1200)],
    ['a table of communes', `Tên xã | Số tiêu chí đạt | Tiêu chí chưa đạt\n${'Mẫu An | 17 | 2, 5\n'.repeat(1000)}`],
    ['headers and sums', 'Tiêu chí | Đạt | Chưa đạt\nTổng cộng | 19 | 15 | 4\n'.repeat(500)],
    ['times in columns', 'Nội dung | Năm 2023 | Năm 2024\nSố tiêu chí | 15/19 | 17/19\n'.repeat(500)],
    ['a long number', '7'.repeat(20_000)],
    ['digits', '7 '.repeat(10_000)],
    ['digits and commas', `tiêu chí đạt: ${'2, '.repeat(7000)}`],
    ['commas', ','.repeat(20_000)],
    ['bars', '|'.repeat(20_000)],
    ['one noun', 'tiêu chí '.repeat(2500)],
    ['one verdict', 'chưa đạt '.repeat(2500)],
    ['names of criteria that open brackets', `chưa đạt: ${'giao thông ('.repeat(1800)}`],
    ['brackets that close', `chưa đạt ${')'.repeat(19_000)}`],
    ['bullets with reasons', `chưa đạt:\n${'- Giao thông: có 2/3 đường đạt chuẩn.\n'.repeat(600)}`],
    ['names of communes', 'xã Mẫu, '.repeat(2500)],
    ['days', '30/6/2024, tháng '.repeat(1200)],
  ])('20 KB take no longer than 50 ms: %s', (_, text) => {
    const page = text.slice(0, 20_000)
    let best = Infinity
    for (let run = 0; run < 12 && best > 50; run++) {
      // Of the processor, so that what else runs on the machine does not count.
      const begun = process.cpuUsage()
      read(page)
      const { user, system } = process.cpuUsage(begun)
      best = Math.min(best, (user + system) / 1000)
    }
    expect(best).toBeLessThan(50)
  })
})
