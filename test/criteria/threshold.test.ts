import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Certainty, Indicator } from '../../src/criteria/criteria-set.ts'
import { judge, thresholdFor, type Place } from '../../src/criteria/threshold.ts'
import { catalogsOf, nationalFiles, provinceFile } from './national-files.ts'
import { indicator } from './small-set.ts'

const catalogs = catalogsOf([...nationalFiles, provinceFile])
const of = (set: string, code: string) => catalogs.indicator(set, code) ?? indicator(code, { thresholds: {} })
const BASIC = 'ntm-2021-2025'
const PROVINCE = 'nang-cao-tinh-mau-2023-2025'
const delta = { region: 'dong-bang-song-hong' }

describe('the threshold that holds', () => {
  const placed = indicator('1.1', { thresholds: { chung: 80, 'dong-bang-song-hong': 90, 'nhom-2': 85 } })

  it.each<[indicator: Indicator, place: Place, year: number, found: [key: string, value: number | string] | undefined]>(
    [
      [placed, {}, 2023, ['chung', 80]],
      [placed, { region: 'tay-nguyen' }, 2023, ['chung', 80]],
      [placed, { region: 'tay-nguyen', commune_group: 2 }, 2023, ['nhom-2', 85]],
      [placed, { commune_group: 1 }, 2023, ['chung', 80]],
      [placed, { region: 'dong-bang-song-hong', commune_group: 2 }, 2023, ['dong-bang-song-hong', 90]],
      [placed, { region: 'toString' }, 2023, ['chung', 80]],
      [of(BASIC, '10'), delta, 2021, undefined],
      [of(BASIC, '10'), delta, 2022, ['dong-bang-song-hong', 48]],
      [of(BASIC, '10'), delta, 2024, ['dong-bang-song-hong', 56]],
      [of(BASIC, '10'), delta, 2026, ['dong-bang-song-hong', 60]],
      [of(BASIC, '10'), { region: 'tay-nguyen' }, 2024, undefined],
      [of(BASIC, '9.2'), delta, 2023, ['dong-bang-song-hong', 90]],
      [of(BASIC, '11'), delta, 2023, undefined],
      [of(BASIC, '5'), delta, 2023, ['dong-bang-song-hong', '100% đạt tiêu chuẩn CSVC mức độ 1']],
      [of(PROVINCE, '10'), delta, 2024, ['chung', 61]],
      [of(PROVINCE, '10'), delta, 2025, ['chung', 72.5]],
      [of(PROVINCE, '2.1'), { region: 'dong-bang-song-hong', commune_group: 1 }, 2025, ['nhom-1', 100]],
    ],
  )('of %# at %j in %i', (indicator, place, year, found) => {
    const threshold = thresholdFor(indicator, place, year)
    expect(threshold && [threshold.key, threshold.value]).toEqual(found)
  })

  it('of a region is not replaced by the common one in the years before it begins', () => {
    const late = indicator('1.1', { thresholds: { chung: 80, 'dong-bang-song-hong': { 2024: 90 } } })
    expect(thresholdFor(late, delta, 2023)).toBeUndefined()
    expect(thresholdFor(late, delta, 2024)?.value).toBe(90)
  })

  it('is the last that began, in whatever order the years are written', () => {
    const years = fc.dictionary(fc.integer({ min: 2000, max: 2099 }).map(String), fc.nat(100), { minKeys: 1 })
    fc.assert(
      fc.property(years, fc.integer({ min: 1990, max: 2110 }), (byYear, year) => {
        const found = thresholdFor(indicator('1', { thresholds: { chung: byYear } }), {}, year)
        const begun = Object.keys(byYear)
          .filter((each) => Number(each) <= year)
          .sort()
        expect(found?.value).toBe(byYear[begun.at(-1) ?? ''])
      }),
    )
  })
})

/** 1 where a value meets the indicator, else 0. */
const met = (of: Indicator, value: number) => Number(judge(of, value, {}, 2023) === 'met')

describe('judging a value', () => {
  const atMost = indicator('1.1', { op: '<=', thresholds: { chung: 5 } })
  const exactly = indicator('1.1', { op: '=', thresholds: { chung: 100 } })

  it.each<[indicator: Indicator, value: number, verdict: string]>([
    [indicator('1.1'), 80, 'met'],
    [indicator('1.1'), 79.99, 'unmet'],
    [atMost, 5, 'met'],
    [atMost, 5.1, 'unmet'],
    [exactly, 100, 'met'],
    [exactly, 99.9, 'unmet'],
    [indicator('1.1'), Number.NaN, 'undecided'],
    [of(PROVINCE, '17.5'), 60, 'met'],
    [of(PROVINCE, '17.5'), 59.9, 'unmet'],
    [of('ntm-nang-cao-2021-2025', '17.5'), 100, 'undecided'],
    [of(BASIC, '15.1'), 90, 'met'],
    [of(BASIC, '17.11'), 100, 'undecided'],
    [of(BASIC, '2.1'), 100, 'undecided'],
    [of(BASIC, '5'), 100, 'undecided'],
    [of(BASIC, '6.1'), 1, 'undecided'],
    [indicator('1.1', { kind: 'boolean' }), 100, 'undecided'],
    [indicator('1.1', { kind: 'assessed_by_province' }), 100, 'undecided'],
  ])('%# against %d: %s', (indicator, value, verdict) => {
    expect(judge(indicator, value, delta, 2023)).toBe(verdict)
  })

  it('is left open by every threshold that was not read in the decision', () => {
    const certainty = fc.constantFrom<Certainty>('unconfirmed', 'unknown')
    fc.assert(
      fc.property(certainty, fc.double(), (threshold_status, value) => {
        expect(judge(indicator('1.1', { threshold_status }), value, {}, 2023)).toBe('undecided')
      }),
    )
  })

  it('never gets worse as a value rises towards "at least" or falls towards "at most"', () => {
    const value = fc.double({ min: 0, max: 100, noNaN: true })
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [low, high] = a <= b ? [a, b] : [b, a]
        expect(met(indicator('1.1'), high)).toBeGreaterThanOrEqual(met(indicator('1.1'), low))
        expect(met(atMost, low)).toBeGreaterThanOrEqual(met(atMost, high))
      }),
    )
  })
})
