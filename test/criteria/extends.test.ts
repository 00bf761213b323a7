import { describe, expect, it } from 'vitest'
import { catalogsOf, nationalFiles, problemsOf, provinceFile } from './national-files.ts'
import { indicator, smallSet } from './small-set.ts'

const BASE = 'ntm-nang-cao-2021-2025'
const PROVINCE = 'nang-cao-tinh-mau-2023-2025'

describe('a province’s set', () => {
  const catalogs = catalogsOf([provinceFile, ...nationalFiles])
  const base = catalogs.get(BASE)!
  const set = catalogs.get(PROVINCE)!

  it('is whole: what it does not change is the base’s', () => {
    expect(set.criteria).toHaveLength(19)
    expect(set.official_counts).toEqual({ criteria: 19, indicators: 76 })
    expect(set.criteria[4]).toEqual(base.criteria[4])
    expect(set).toMatchObject({
      extends: BASE,
      level: 'xa',
      in_force_to: base.in_force_to,
      in_force_from: '2023-02-01',
    })
    expect(set.decision).toMatch(/UBND tỉnh Mẫu/)
    expect(set.aliases).toEqual(['nâng cao tỉnh Mẫu', 'bộ của tỉnh Mẫu'])
  })

  it('adds its own keys, notes, sources and words to the base’s', () => {
    expect(set.threshold_keys).toEqual({ ...base.threshold_keys, 'nhom-1': 'Xã ven thành phố Mẫu (ví dụ)' })
    expect(set.notes).toEqual(['Mọi mức trong tệp này là bịa ra để làm ví dụ.', ...base.notes])
    expect(set.sources).toEqual(['https://example.org/quyet-dinh-vi-du', ...base.sources])
    const [before, after] = [base, set].map(({ criteria }) => criteria[1]!.aliases)
    expect(after).toEqual([...before!, 'đường tỉnh Mẫu'])
  })

  it('changes a threshold with its status and keeps the indicator’s name and words', () => {
    const before = catalogs.indicator(BASE, '17.5')!
    expect(before).toMatchObject({ thresholds: {}, threshold_status: 'unknown' })
    expect(catalogs.indicator(PROVINCE, '17.5')).toEqual({
      ...before,
      thresholds: { chung: 60 },
      threshold_status: 'document',
      aliases: [...before.aliases, 'hai thùng rác'],
      sources: ['https://example.org/quyet-dinh-vi-du#17.5'],
    })
  })

  it('turns what the decision leaves to the province into a quantity', () => {
    expect(catalogs.indicator(BASE, '2.1')?.kind).toBe('assessed_by_province')
    expect(catalogs.indicator(PROVINCE, '2.1')).toMatchObject({
      kind: 'quantity',
      thresholds: { chung: 90, 'nhom-1': 100 },
    })
  })

  it('adds an indicator in its place', () => {
    expect(catalogs.indicator(BASE, '17.13')).toBeUndefined()
    expect(catalogs.criterionOf(PROVINCE, '17.13')?.indicators.at(-1)?.code).toBe('17.13')
  })

  it('leaves the base as it was', () => {
    expect(catalogs.get(BASE)).toEqual(catalogsOf(nationalFiles).get(BASE))
  })
})

const AT_11 = 'criteria[0].indicators[0]'
const changing11 = (change: object) => ({ criteria: [{ no: 1, indicators: [{ code: '1.1', ...change }] }] })

describe('an extending file', () => {
  const base = { file: 'goc.json', text: JSON.stringify(smallSet([2, 1])) }
  const own = {
    id: 'bo-tinh',
    extends: 'bo-vi-du',
    name: 'Bộ của tỉnh (ví dụ)',
    short_name: 'Bộ tỉnh',
    aliases: ['bộ tỉnh'],
    decision: 'Quyết định 0001/QĐ-UBND (ví dụ)',
    annex: 'Phụ lục',
    issued: '2023-05-01',
    sources: ['https://example.org/vi-du-tinh'],
  }
  const extending = (change: object, file = 'tinh.json') => ({ file, text: JSON.stringify({ ...own, ...change }) })

  it('that changes nothing is the base under its own name', () => {
    const set = catalogsOf([base, extending({})]).get('bo-tinh')
    expect(set?.criteria).toEqual(smallSet([2, 1]).criteria)
    expect(set?.official_counts).toEqual({ criteria: 2, indicators: 3 })
  })

  it.each<[what: string, change: object, path: string, reason: RegExp]>([
    ['extends what is not there', { extends: 'bo-la' }, 'extends', /no readable set bo-la/],
    ['extends itself', { extends: 'bo-tinh' }, 'extends', /circle: bo-tinh → bo-tinh/],
    ['has no decision of its own', { decision: undefined }, 'decision', /expected string/],
    ['has a field nobody knows', changing11({ threshold: 5 }), `${AT_11}.threshold`, /no known field/],
    ['gives thresholds without their status', changing11({ thresholds: { chung: 5 } }), AT_11, /given together/],
    ['gives a status without its thresholds', changing11({ threshold_status: 'document' }), AT_11, /given together/],
    ['gives a name without its status', changing11({ name: 'Tên khác' }), AT_11, /given together/],
    [
      'gives a threshold under an unknown key',
      changing11({ thresholds: { 'nhom-9': 5 }, threshold_status: 'document' }),
      `${AT_11}.thresholds.nhom-9`,
      /threshold_keys/,
    ],
    [
      'gives a share above 100 %',
      changing11({ thresholds: { chung: 101 }, threshold_status: 'document' }),
      `${AT_11}.thresholds.chung`,
      /between 0 and 100/,
    ],
    ['changes the kind alone', changing11({ kind: 'boolean' }), `${AT_11}.unit`, /where kind is boolean/],
    [
      'adds an indicator with half of what it needs',
      {
        criteria: [
          {
            no: 2,
            indicators: [
              {
                code: '2.2',
                name: 'Tên',
                name_status: 'document',
                unit: '%',
                kind: 'quantity',
                thresholds: {},
                threshold_status: 'unknown',
              },
            ],
          },
        ],
      },
      'criteria[0].indicators[0].op',
      /Invalid option/,
    ],
    [
      'makes a single indicator one of two',
      { criteria: [{ no: 2, indicators: [indicator('2.2')] }] },
      'criteria',
      /criterion 2 has several indicators/,
    ],
    [
      'adds a criterion without a name',
      { criteria: [{ no: 3, indicators: [indicator('3')] }] },
      'criteria[0]',
      /needs a name/,
    ],
    [
      'names a code twice',
      { criteria: [{ no: 1, indicators: [{ code: '1.1' }, { code: '1.1' }] }] },
      'criteria[0].indicators[1].code',
      /twice/,
    ],
    [
      'calls an indicator by another’s word',
      {
        criteria: [
          { no: 1, aliases: ['ví dụ'] },
          { no: 2, indicators: [{ code: '2', aliases: ['vi du'] }] },
        ],
      },
      'criteria[0].aliases[0]',
      /indicator 2/,
    ],
    ['calls itself by the base’s word', { aliases: ['bộ ví dụ'] }, 'aliases[0]', /bo-vi-du/],
    [
      'says a count that the list does not have',
      { official_counts: { criteria: 2, indicators: 4 } },
      'official_counts.indicators',
      /is 4, but the list/,
    ],
  ])('that %s is refused with the place and the reason', (_, change, path, reason) => {
    expect(problemsOf([base, extending(change)])).toContainEqual({
      file: 'tinh.json',
      path,
      reason: expect.stringMatching(reason),
    })
  })

  it('adds a criterion with a name, and the totals grow', () => {
    const added = {
      criteria: [{ no: 3, name: 'Tiêu chí của tỉnh (ví dụ)', indicators: [indicator('3.1'), indicator('3.2')] }],
    }
    const set = catalogsOf([base, extending(added)]).get('bo-tinh')
    expect(set?.official_counts).toEqual({ criteria: 3, indicators: 5 })
    expect(set?.criteria.map(({ no }) => no)).toEqual([1, 2, 3])
  })

  it('adds criteria and indicators between those of the base', () => {
    const gaps = smallSet([1, 1])
    gaps.criteria[0]!.indicators = [indicator('1.2'), indicator('1.10')]
    gaps.criteria[1]!.no = 3
    gaps.criteria[1]!.indicators = [indicator('3')]
    gaps.official_counts.indicators = 3
    const added = {
      criteria: [
        { no: 1, indicators: [indicator('1.3')] },
        { no: 2, name: 'Tiêu chí của tỉnh (ví dụ)', indicators: [indicator('2')] },
      ],
    }
    const set = catalogsOf([{ file: 'goc.json', text: JSON.stringify(gaps) }, extending(added)]).get('bo-tinh')
    const codes = set?.criteria.flatMap(({ indicators }) => indicators.map(({ code }) => code))
    expect(codes).toEqual(['1.2', '1.3', '1.10', '2', '3'])
  })

  it('drops the base’s note on thresholds that it replaces', () => {
    const noted = smallSet([2, 1])
    Object.assign(noted.criteria[0]!.indicators[0]!, { note: 'Mức này cần đối chiếu.' })
    const file = { file: 'goc.json', text: JSON.stringify(noted) }
    const noteAfter = (change: object) =>
      catalogsOf([file, extending(changing11(change))]).indicator('bo-tinh', '1.1')?.note
    expect(noteAfter({ aliases: ['ví dụ'] })).toBe('Mức này cần đối chiếu.')
    expect(noteAfter({ thresholds: { chung: 85 }, threshold_status: 'document' })).toBeUndefined()
  })

  it('may extend a set that extends another, in any order of the files', () => {
    const first = extending(changing11({ thresholds: { chung: 85 }, threshold_status: 'document' }))
    const second = extending(
      { id: 'bo-xa', extends: 'bo-tinh', aliases: ['bộ xã'], ...changing11({ aliases: ['ví dụ'] }) },
      'xa.json',
    )
    const catalogs = catalogsOf([second, first, base])
    expect(catalogs.indicator('bo-xa', '1.1')).toMatchObject({ thresholds: { chung: 85 }, aliases: ['ví dụ'] })
    expect(catalogs.all().map(({ id }) => id)).toEqual(['bo-xa', 'bo-tinh', 'bo-vi-du'])
  })

  it('that runs in a circle with others is refused once', () => {
    const files = ['a', 'b', 'c'].map((id, i) => extending({ id, extends: 'bca'[i], aliases: [] }, `${id}.json`))
    const hanging = extending({ id: 'd', extends: 'a', aliases: [] }, 'd.json')
    expect(problemsOf([...files, hanging])).toEqual([
      { file: 'c.json', path: 'extends', reason: 'runs in a circle: a → b → c → a' },
    ])
  })

  it('completes a set whose list was still to be loaded', () => {
    const open = smallSet([2, 0], { complete: false, official_counts: { criteria: 2, indicators: 3 } })
    const file = { file: 'goc.json', text: JSON.stringify(open) }
    const list = { complete: true, criteria: [{ no: 2, indicators: [indicator('2')] }] }
    expect(catalogsOf([file, extending(list)]).get('bo-tinh')).toMatchObject({ complete: true })
    expect(problemsOf([file, extending({ complete: true })]).map(({ path }) => path)).toEqual([
      'official_counts.indicators',
      'complete',
    ])
  })
})
