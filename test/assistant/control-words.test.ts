import { expect, test } from 'vitest'
import { readControl, readCorrection } from '../../src/assistant/control-words.ts'

test.each([
  ['hủy', 'cancel'],
  ['Huỷ', 'cancel'],
  ['HUY', 'cancel'],
  ['thôi ạ', 'cancel'],
  ['dạ hủy giúp em ạ', 'cancel'],
  ['không làm nữa', 'cancel'],
  ['dừng lại', 'cancel'],
  ['quay lại', 'back'],
  ['quay lai', 'back'],
  ['bỏ qua', 'skip'],
  ['bo qua nhe', 'skip'],
  ['không có', 'skip'],
  ['trợ giúp', 'help'],
  ['giúp tôi với', 'help'],
  ['sửa', 'edit'],
  ['sai rồi', 'edit'],
  ['xác nhận', 'confirm'],
  ['xac nhan', 'confirm'],
  ['Đồng ý.', 'confirm'],
  ['OK!', 'confirm'],
  ['đúng rồi ạ', 'confirm'],
  ['dung', 'confirm'],
  ['vâng', 'confirm'],
  ['dừng', 'cancel'],
  ['không', 'refuse'],
  ['nhắc lại', 'repeat'],
  ['bắt đầu lại', 'restart'],
  ['làm lại từ đầu', 'restart'],
  ['tiếp tục', 'resume'],
  ['xem thêm', 'more'],
  ['gặp cán bộ', 'person'],
  ['150/210', undefined],
  ['thôn Đoài', undefined],
  ['chưa đạt', undefined],
  ['đạt', undefined],
  ['hủy hoại môi trường', undefined],
  ['', undefined],
])('%s → %s', (text, control) => {
  expect(readControl(text)).toBe(control)
})

test.each([
  ['không, 160 hộ', '160 hộ'],
  ['à quên, thôn Đông', 'thôn Đông'],
  ['nhầm, 150', '150'],
  ['sửa thành 160/210', '160/210'],
  ['sua lai la 160', '160'],
  ['không phải 150 mà là 160', '160'],
  ['sửa số liệu', 'số liệu'],
  ['xin lỗi, thôn Nội', 'thôn Nội'],
  ['không đạt', undefined],
  ['chưa đạt', undefined],
  ['160 hộ', undefined],
])('%s corrects to %s', (text, rest) => {
  expect(readCorrection(text)).toBe(rest)
})
