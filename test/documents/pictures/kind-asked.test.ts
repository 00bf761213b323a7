import { expect, it } from 'vitest'
import { kindAsked, type PictureKind } from '../../../src/documents/pictures/kind-asked.ts'

it.each<[string, PictureKind]>([
  ['cho xem ảnh', 'status'],
  ['ảnh tiến độ xã Trung Lương', 'status'],
  ['cho xem bảng tiêu chí bằng ảnh', 'status'],
  ['cho xem ảnh bản tổng hợp', 'status'],
  ['vẽ biểu đồ tiến độ', 'progress'],
  ['ve bieu do tien do nang cao', 'progress'],
  ['do thi so tieu chi dat qua tung nam', 'progress'],
  ['biểu đồ theo năm', 'progress'],
  ['ảnh diễn biến', 'progress'],
  ['so sánh các xã bằng ảnh', 'comparison'],
  ['bieu do cac xa trong huyen', 'comparison'],
  ['ảnh toàn tỉnh', 'comparison'],
  ['biểu đồ tiến độ các xã', 'comparison'],
  ['ảnh kế hoạch', 'plan'],
  ['anh bang phan cong cua xa', 'plan'],
  ['biểu đồ các thôn', 'villages'],
  ['so sánh các thôn bằng ảnh', 'villages'],
  ['hinh cong don 17.5', 'villages'],
  ['ảnh các bản', 'villages'],
])('%s: %s', (text, kind) => {
  expect(kindAsked(text)).toBe(kind)
  expect(kindAsked(text.normalize('NFD').toUpperCase())).toBe(kind)
})
