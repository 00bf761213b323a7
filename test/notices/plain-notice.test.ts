import { expect, test } from 'vitest'
import { isForLater, readPlainNotice } from '../../src/notices/plain-notice.ts'

test.each([
  ['7h sáng mai nhắc các thôn nộp báo cáo', '7h sáng mai nhắc các thôn ', 'nộp báo cáo'],
  ['30 phút nữa gửi thông báo họp khẩn ở nhà văn hóa', '30 phút nữa gửi thông báo ', 'họp khẩn ở nhà văn hóa'],
  ['30 phut nua gui thong bao cho cac nhom hop khan o nha van hoa', undefined, 'hop khan o nha van hoa'],
  ['tối nay 19h nhắc bà con là mang theo sổ', undefined, 'mang theo sổ'],
  ['hẹn 7h sáng mai gửi thông báo cho nhóm họp giao ban lúc 8h', undefined, 'họp giao ban lúc 8h'],
])('%s', (written, head, content) => {
  const read = readPlainNotice(written)
  expect(read?.content).toBe(content)
  if (head !== undefined) expect(read?.head).toBe(head)
})

test.each([
  '7h sáng mai gửi thông báo cho các nhóm',
  'sáng mai 7h gửi thông báo cho nhóm giúp em nhé',
  'nhắc các thôn nộp báo cáo',
  'mỗi sáng 7h gửi tiến độ lên nhóm',
  'sáng mai nhắc lại',
  '',
])('“%s” says no text behind a time', (written) => {
  expect(readPlainNotice(written)).toBeUndefined()
})

test.each([
  ['7h sáng mai nhắc các thôn nộp báo cáo', true],
  ['mai nhắc nhóm 15h họp giao ban', true],
  ['30 phút nữa báo cho các nhóm họp khẩn ở nhà văn hóa', true],
  ['xã Thanh Mai tỉnh Mẫu đạt bao nhiêu tiêu chí', false],
  ['xa Thanh Mai con thieu bao nhieu chi tieu', false],
  ['sáng nay xã đạt bao nhiêu tiêu chí rồi', false],
  ['xã Thanh Mai nhắc các thôn nộp báo cáo', false],
])('%s: to be sent later %s', (written, later) => {
  expect(isForLater(written)).toBe(later)
})
