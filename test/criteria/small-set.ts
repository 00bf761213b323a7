import type { CriteriaSet, Indicator } from '../../src/criteria/criteria-set.ts'

/** A made-up indicator that is right as it stands. */
export function indicator(code: string, change: Partial<Indicator> = {}): Indicator {
  return {
    code,
    name: `Chỉ tiêu ví dụ ${code}`,
    unit: '%',
    kind: 'quantity',
    op: '>=',
    thresholds: { chung: 80 },
    name_status: 'document',
    threshold_status: 'document',
    aliases: [],
    ...change,
  }
}

/** A made-up set with as many indicators under its criteria as `sizes` says: `[2, 1]` has 1.1, 1.2 and 2. */
export function smallSet(sizes: readonly number[] = [2, 1], change: Partial<CriteriaSet> = {}): CriteriaSet {
  return {
    id: 'bo-vi-du',
    name: 'Bộ tiêu chí ví dụ (không có thật)',
    short_name: 'Bộ ví dụ',
    aliases: ['bộ ví dụ'],
    decision: 'Quyết định 0000/QĐ-UBND (ví dụ)',
    annex: 'Phụ lục',
    issued: '2023-01-01',
    in_force_from: '2023-02-01',
    in_force_to: '2025-12-31',
    level: 'xa',
    official_counts: { criteria: sizes.length, indicators: sizes.reduce((sum, size) => sum + size, 0) },
    complete: true,
    threshold_keys: { chung: 'Chung', 'dong-bang-song-hong': 'Đồng bằng sông Hồng', 'nhom-2': 'Nhóm 2' },
    notes: [],
    sources: ['https://example.org/vi-du'],
    criteria: sizes.map((size, i) => ({
      no: i + 1,
      name: `Tiêu chí ví dụ ${i + 1}`,
      aliases: [],
      indicators: Array.from({ length: size }, (_, j) => indicator(size === 1 ? `${i + 1}` : `${i + 1}.${j + 1}`)),
    })),
    ...change,
  }
}
