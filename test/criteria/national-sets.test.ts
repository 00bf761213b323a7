import { describe, expect, it } from 'vitest'
import { catalogsOf, nationalFiles } from './national-files.ts'

const catalogs = catalogsOf(nationalFiles)
const targets = catalogs
  .all()
  .flatMap(({ id, criteria }) =>
    criteria.flatMap((criterion) => [
      { id, code: `tiêu chí ${criterion.no}`, aliases: criterion.aliases },
      ...criterion.indicators.map(({ code, aliases }) => ({ id, code, aliases })),
    ]),
  )

describe('the national sets', () => {
  it.each([
    ['ntm-2021-2025', 19, 57, true],
    ['ntm-nang-cao-2021-2025', 19, 75, true],
    ['ntm-2026-2030', 10, 47, false],
  ])('%s: %i criteria, %i indicators, list loaded: %s', (id, criteria, indicators, complete) => {
    expect(catalogs.get(id)).toMatchObject({ complete, official_counts: { criteria, indicators } })
  })

  it('know at least three everyday words for each criterion and indicator', () => {
    expect(targets.filter(({ aliases }) => aliases.length < 3)).toEqual([])
  })

  it.each([
    ['ntm-2021-2025', 'phân loại rác', '17.11'],
    ['ntm-nang-cao-2021-2025', 'phân loại rác', '17.5'],
    ['ntm-nang-cao-2021-2025', 'rác', '17.3'],
    ['ntm-nang-cao-2021-2025', 'wifi', '8.5'],
    ['ntm-nang-cao-2021-2025', 'nước máy', '18.1'],
    ['ntm-2021-2025', 'thẻ bảo hiểm', '15.1'],
    ['ntm-2021-2025', 'loa xã', '8.3'],
    ['ntm-2021-2025', 'hộ nghèo', '11'],
    ['ntm-2021-2025', 'trường lớp', 'tiêu chí 5'],
    ['ntm-2021-2025', 'đường sá', 'tiêu chí 2'],
    ['ntm-2021-2025', 'vệ sinh môi trường', 'tiêu chí 17'],
    ['ntm-nang-cao-2021-2025', 'TCSX', 'tiêu chí 13'],
    ['ntm-2026-2030', 'môi trường', 'tiêu chí 8'],
  ])('in %s "%s" stands for %s', (id, word, code) => {
    const named = targets.filter((target) => target.id === id && target.aliases.includes(word))
    expect(named.map((target) => target.code)).toEqual([code])
  })

  it('are found by number and code', () => {
    expect(catalogs.criterion('ntm-2021-2025', 17)?.name).toBe('Môi trường và an toàn thực phẩm')
    expect(catalogs.indicator('ntm-nang-cao-2021-2025', '17.10')?.name).toMatch(/hỏa táng/)
    expect(catalogs.criterionOf('ntm-nang-cao-2021-2025', '17.10')?.no).toBe(17)
    expect(catalogs.criterionOf('ntm-2026-2030', '8')?.no).toBe(8)
    expect(catalogs.criterionOf('ntm-2026-2030', '8.1')).toBeUndefined()
    expect(catalogs.indicator('bo-la', '1.1')).toBeUndefined()
    expect(catalogs.criterion('ntm-2026-2030', 11)).toBeUndefined()
  })
})
