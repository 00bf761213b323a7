import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCatalogs } from '../../src/criteria/catalogs.ts'
import type { CriteriaSet } from '../../src/criteria/criteria-set.ts'
import { nationalFiles, problemsOf, provinceFile } from './national-files.ts'
import { indicator, smallSet } from './small-set.ts'

const inFile = (content: unknown, file = 'tinh.json') => ({ file, text: JSON.stringify(content) })
/** The made-up set with indicator 1.2 changed. */
const with12 = (change: object) => {
  const set = smallSet()
  Object.assign(set.criteria[0]?.indicators[1] ?? {}, change)
  return set
}
const without = (field: keyof CriteriaSet) => {
  const { [field]: _, ...rest } = smallSet()
  return rest
}
const AT_12 = 'criteria[0].indicators[1]'

describe('a catalog file', () => {
  it('that is right is read as it is, also with a byte order mark', () => {
    const file = inFile(smallSet())
    expect(problemsOf([file])).toEqual([])
    const read = readCatalogs([{ ...file, text: `\uFEFF${file.text}` }])
    expect(read.ok && read.catalogs.all()).toEqual([smallSet()])
  })

  it.each<[what: string, content: unknown, path: string, reason: RegExp]>([
    ['a list', [], '', /expected object/],
    ['a missing field', without('decision'), 'decision', /expected string/],
    ['a field nobody knows', { ...smallSet(), decison: 'QĐ' }, 'decison', /no known field/],
    ['an unknown field deep inside', with12({ treshold: 5 }), `${AT_12}.treshold`, /no known field/],
    ['an empty name', with12({ name: ' ' }), `${AT_12}.name`, />=1 characters/],
    ['a day that is none', smallSet([1], { issued: '2023-02-30' }), 'issued', /ISO date/],
    [
      'an end before its beginning',
      smallSet([1], { in_force_to: '2022-12-31' }),
      'in_force_to',
      /before in_force_from/,
    ],
    ['an id with marks', smallSet([1], { id: 'Bộ tỉnh' }), 'id', /without marks/],
    ['no source', smallSet([1], { sources: [] }), 'sources', /no source/],
    ['an unknown kind', with12({ kind: 'percent' }), `${AT_12}.kind`, /"quantity"/],
    ['an unknown certainty', with12({ name_status: 'sure' }), `${AT_12}.name_status`, /"unconfirmed"/],
    ['a code that is none', with12({ code: '1.02' }), `${AT_12}.code`, /such as "17.5"/],
    ['a code twice', with12({ code: '1.1' }), `${AT_12}.code`, /1\.1 stands here twice/],
    ['a code of another criterion', with12({ code: '2.2' }), `${AT_12}.code`, /does not belong to criterion 1/],
    ['codes out of order', smallSet([2], { criteria: reversed() }), `${AT_12}.code`, /1\.9 stands after 1\.10/],
    ['a criterion twice', twice(1), 'criteria[1].no', /criterion 1 stands here twice/],
    ['criteria out of order', swapped(), 'criteria[1].no', /criterion 1 stands after 2/],
    ['a bare code among several', smallSet([2], { criteria: bareCode() }), 'criteria', /several indicators/],
    [
      'fewer indicators than the decision names',
      smallSet([2, 1], { official_counts: { criteria: 2, indicators: 4 } }),
      'official_counts.indicators',
      /is 4, but the list, which is called complete, has 3/,
    ],
    [
      'more criteria than the decision names',
      smallSet([2, 1], { official_counts: { criteria: 1, indicators: 3 }, complete: false }),
      'official_counts.criteria',
      /is 1, but the list has 2/,
    ],
    ['a complete set with an empty criterion', smallSet([2, 0]), 'complete', /criterion 2 has no indicators/],
    [
      'an unknown threshold key',
      with12({ thresholds: { 'tay-nguyen': 5 } }),
      `${AT_12}.thresholds.tay-nguyen`,
      /none of the set's threshold_keys: chung, /,
    ],
    [
      'a threshold key with marks',
      with12({ thresholds: { 'Tây Nguyên': 5 } }),
      `${AT_12}.thresholds.Tây Nguyên`,
      /without marks/,
    ],
    [
      'a threshold that is no value',
      with12({ thresholds: { chung: true } }),
      `${AT_12}.thresholds.chung`,
      /number, words, or/,
    ],
    [
      'thresholds by something else than years',
      with12({ thresholds: { chung: { q1: 5 } } }),
      `${AT_12}.thresholds.chung`,
      /for each year/,
    ],
    [
      'a table of no years',
      with12({ thresholds: { chung: {} } }),
      `${AT_12}.thresholds.chung`,
      /names no year|for each year/,
    ],
    ['a share above 100 %', with12({ thresholds: { chung: 120 } }), `${AT_12}.thresholds.chung`, /between 0 and 100/],
    ['a share below 0 %', with12({ thresholds: { chung: -1 } }), `${AT_12}.thresholds.chung`, /between 0 and 100/],
    [
      'such a share in one year',
      with12({ thresholds: { chung: { 2023: 50, 2024: 500 } } }),
      `${AT_12}.thresholds.chung.2024`,
      /between 0 and 100/,
    ],
    [
      'a threshold of which nothing is known',
      with12({ threshold_status: 'unknown' }),
      `${AT_12}.thresholds`,
      /empty where threshold_status is unknown/,
    ],
    [
      'a read threshold that is not there',
      with12({ thresholds: {} }),
      `${AT_12}.threshold_status`,
      /cannot be document/,
    ],
    [
      'a yes-or-no with a measure',
      with12({ kind: 'boolean', op: '=', thresholds: { chung: 'Đạt' } }),
      `${AT_12}.unit`,
      /"Đạt\/Không đạt"/,
    ],
    [
      'a yes-or-no with a number',
      with12({ kind: 'boolean', unit: 'Đạt/Không đạt', op: '=' }),
      `${AT_12}.thresholds.chung`,
      /kind has to be quantity/,
    ],
    [
      'a yes-or-no of at least',
      with12({ kind: 'boolean', unit: 'Đạt/Không đạt', thresholds: { chung: 'Đạt' } }),
      `${AT_12}.op`,
      /has to be "="/,
    ],
    [
      'a quantity without a measure',
      with12({ unit: 'Đạt/Không đạt', op: '=', thresholds: { chung: 'Đạt' } }),
      `${AT_12}.unit`,
      /where kind is quantity/,
    ],
    [
      'a number that the province has yet to set',
      with12({ kind: 'assessed_by_province' }),
      `${AT_12}.thresholds.chung`,
      /has to be quantity, not assessed_by_province/,
    ],
    ['an alias of signs', with12({ aliases: ['?!'] }), `${AT_12}.aliases[0]`, /no letters/],
    ['the name of another criterion', with12({ aliases: ['Tiêu chí ví dụ 2'] }), `${AT_12}.aliases[0]`, /criterion 2/],
  ])('with %s is refused with the place and the reason', (_, content, path, reason) => {
    expect(problemsOf([inFile(content)])).toEqual([{ file: 'tinh.json', path, reason: expect.stringMatching(reason) }])
  })

  it('that is not JSON is refused', () => {
    expect(problemsOf([{ file: 'hong.json', text: '{"id": ' }])).toEqual([
      { file: 'hong.json', path: '', reason: expect.stringMatching(/^is not JSON/) },
    ])
  })

  it('is told all that is wrong at once', () => {
    const set = { ...smallSet([1], { issued: 'today', id: '' }), colour: 'green' }
    const paths = problemsOf([inFile(set), inFile({}, 'trong.json')]).map(({ file, path }) => `${file} ${path}`)
    expect(paths).toEqual(
      expect.arrayContaining(['tinh.json issued', 'tinh.json id', 'tinh.json colour', 'trong.json id']),
    )
  })

  it('may call its indicator by its criterion’s name, not by the words for another, with marks or without', () => {
    const set = smallSet([2, 1])
    set.criteria[0]!.aliases = ['đường chợ']
    set.criteria[0]!.indicators[0]!.aliases = ['Tiêu chí ví dụ 1']
    expect(problemsOf([inFile(set)])).toEqual([])
    set.criteria[1]!.indicators[0]!.aliases = ['duong cho']
    expect(problemsOf([inFile(set)])).toEqual([
      { file: 'tinh.json', path: 'criteria[0].aliases[0]', reason: '"đường chợ" also stands for indicator 2' },
      {
        file: 'tinh.json',
        path: 'criteria[1].indicators[0].aliases[0]',
        reason: '"duong cho" also stands for criterion 1',
      },
    ])
  })
})

describe('several files', () => {
  it('may not hold one set twice, nor call two sets by one word', () => {
    const other = smallSet([1], { id: 'bo-khac', aliases: ['bộ khác', 'Bo vi du'] })
    expect(problemsOf([inFile(smallSet()), inFile(smallSet(), 'chep.json'), inFile(other, 'khac.json')])).toEqual([
      { file: 'chep.json', path: 'id', reason: 'bo-vi-du is already the set of tinh.json' },
      { file: 'khac.json', path: 'aliases[1]', reason: '"Bo vi du" also stands for bo-vi-du' },
    ])
  })
})

describe('whatever a file holds', () => {
  const texts = [...nationalFiles, provinceFile].map(({ text }) => text)

  it('reading it never throws, and a refusal says where and why', () => {
    const spoilt = fc
      .record({ text: fc.constantFrom(...texts), at: fc.nat(), value: fc.jsonValue({ maxDepth: 2 }) })
      .map(({ text, at, value }) => JSON.stringify(replaced(JSON.parse(text), at, value)))
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), spoilt), (text) => {
        const read = readCatalogs([{ file: 'tinh.json', text }])
        if (read.ok) return
        expect(read.problems.length).toBeGreaterThan(0)
        for (const { file, reason } of read.problems)
          expect([file, reason]).toEqual(['tinh.json', expect.stringMatching(/\S/)])
      }),
      { numRuns: 150 },
    )
  })
})

function reversed() {
  return [{ no: 1, name: 'Tiêu chí ví dụ 1', aliases: [], indicators: [indicator('1.10'), indicator('1.9')] }]
}

function bareCode() {
  return [{ no: 1, name: 'Tiêu chí ví dụ 1', aliases: [], indicators: [indicator('1'), indicator('1.1')] }]
}

function twice(no: number) {
  const [criterion] = smallSet([1]).criteria
  return smallSet([1, 1], { criteria: [criterion!, { ...criterion!, no, name: 'Tiêu chí ví dụ khác' }] })
}

function swapped() {
  return smallSet([1, 1], { criteria: smallSet([1, 1]).criteria.toReversed() })
}

/** The data with its `at`-th value, counted all through it, replaced. */
function replaced(data: unknown, at: number, value: unknown): unknown {
  let size = 0
  JSON.stringify(data, (_, each: unknown) => {
    size += 1
    return each
  })
  let i = 0
  return JSON.parse(JSON.stringify(data), (_, each: unknown) => (i++ === at % size ? value : each))
}
