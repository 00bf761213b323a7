import type { IndicatorState } from '../../../src/criteria/criteria-set.ts'
import type { StatusCard } from '../../../src/documents/pictures/status-card.ts'

export const STATES = ['met', 'unmet', 'unassessed', 'not_applicable'] as const satisfies IndicatorState[]

/** Longer than any name in the catalogs, with letters that carry two marks. */
export const LONG_NAME =
  'Tổ chức sản xuất, phát triển kinh tế nông thôn và chuyển đổi số ở những vùng đặc biệt khó khăn'

const NAMES = ['Quy hoạch', 'Giao thông', 'Thủy lợi và phòng, chống thiên tai', 'Điện', 'Y tế', LONG_NAME]

/** A made-up card of so many criteria. */
export function cardOf(tiles: number, stateOf: (index: number) => IndicatorState, place = 'Xã Mẫu Thử'): StatusCard {
  return {
    place,
    within: 'huyện Ví Dụ, tỉnh Giả Định',
    set: 'NTM mẫu 2026–2030',
    criteria: { met: 7, of: tiles },
    indicators: { met: 38, of: 5 * tiles },
    tiles: Array.from({ length: tiles }, (_, index) => {
      const state = stateOf(index)
      const unmet = state === 'unmet' ? [1, 2, 4, 5].map((part) => `${index + 1}.${part}`) : []
      return {
        no: index + 1,
        name: NAMES[index % NAMES.length]!,
        state,
        met: state === 'met' ? 5 : state === 'unmet' ? 0 : 2,
        of: 5,
        unassessed: state === 'unassessed' ? 3 : state === 'unmet' ? 1 : 0,
        notApplicable: state === 'not_applicable' ? 5 : 0,
        unmet,
      }
    }),
    notes: [
      'Lưu ý: danh sách nêu 14 chỉ tiêu chưa đạt, tức là đạt 61/75 chỉ tiêu, lệch 1 so với tổng số trong báo cáo.',
    ],
    foot: ['Tính đến 30/09/2026. Nguồn: Số liệu bịa để thử.'],
  }
}
