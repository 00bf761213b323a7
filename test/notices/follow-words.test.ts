import { expect, test } from 'vitest'
import { readFollows } from '../../src/notices/follow-words.ts'
import { FOLLOW_KINDS, type FollowKind } from '../../src/store/groups.ts'

const of = (letters: string): FollowKind[] =>
  FOLLOW_KINDS.filter((kind) => letters.includes({ digest: 'd', met: 'm', overdue: 'o', announcements: 'a' }[kind]))

/** What people say, and what a group that follows all is to follow then: Digest, Met, Overdue, Announcements. */
const SAID: [string, string][] = [
  ['nhóm này chỉ nhận thông báo thôi', 'a'],
  ['nhom nay chi nhan thong bao thoi', 'a'],
  ['nhóm này chỉ nhận thông báo thôi nhé', 'a'],
  ['chỉ thông báo thôi ạ', 'a'],
  ['chỉ nhận thông báo', 'a'],
  ['chỉ nhận thông báo thôi được không?', 'a'],
  ['thôi, chỉ nhận bản tin', 'd'],
  ['nhận mỗi thông báo thôi', 'a'],
  ['nhận bản tin thôi', 'd'],
  ['bản tin và việc quá hạn thôi', 'do'],
  ['chỉ bản tin tiến độ và thông báo', 'da'],
  ['chỉ chỉ tiêu mới đạt', 'm'],
  ['chi nhan chi tieu moi dat thoi', 'm'],
  ['chỉ nhận thông báo, không nhận bản tin', 'a'],
  ['chỉ nhận thông báo chứ không nhận bản tin', 'a'],
  ['không nhận việc quá hạn', 'dma'],
  ['bỏ bản tin', 'moa'],
  ['chỉ bỏ bản tin thôi', 'moa'],
  ['bỏ bản tin thôi', 'moa'],
  ['thôi nhận bản tin', 'moa'],
  ['thôi không nhận thông báo nữa', 'dmo'],
  ['đừng gửi bản tin nữa', 'moa'],
  ['bản tin thì thôi', 'moa'],
  ['bản tin không cần', 'moa'],
  ['tất cả trừ bản tin', 'moa'],
  ['mọi thứ trừ việc quá hạn', 'dma'],
  ['nhận hết trừ việc quá hạn và bản tin', 'ma'],
  ['thông báo thì nhận, còn bản tin thì không', 'moa'],
  ['thông báo thì có, còn lại thì không', 'a'],
  ['nhận thông báo, bỏ các loại khác', 'a'],
  ['ngoài thông báo ra không nhận gì nữa', 'a'],
  ['tắt bản tin', 'moa'],
  ['nhóm cán bộ chỉ nhận thông báo', 'a'],
  ['chị ơi nhóm này không nhận bản tin', 'moa'],
  ['chỉ nhận thông báo việc quá hạn', 'o'],
  ['chỉ 4 thôi', 'a'],
  ['chỉ 1 và 3', 'do'],
]

test.each(SAID)('%s', (text, follows) => {
  expect(readFollows(text, FOLLOW_KINDS, true)).toEqual(of(follows))
  expect(readFollows(text, FOLLOW_KINDS, false), 'said without being asked').toEqual(of(follows))
})

/** Heard only as an answer, or on top of what a group follows so far. */
const ASKED: [string, string, string][] = [
  ['thông báo', 'dmoa', 'a'],
  ['bản tin, việc quá hạn', 'a', 'do'],
  ['tất cả thông báo', 'dmoa', 'a'],
  ['tất cả', 'a', 'dmoa'],
  ['mọi thứ', 'a', 'dmoa'],
  ['cả bốn loại', 'a', 'dmoa'],
  ['thêm bản tin', 'a', 'da'],
  ['vẫn nhận thông báo, bỏ bản tin', 'do', 'oa'],
  ['không nhận gì', 'dmoa', ''],
]

test.each(ASKED)('%s, of a group that follows %s', (text, before, follows) => {
  expect(readFollows(text, of(before), true)).toEqual(of(follows))
})

test.each(['liên kết nhóm này với thôn Đoài', 'để nhóm nhận thông báo', 'tên nhóm là Thôn Đoài'])(
  '%s chooses nothing',
  (text) => {
    expect(readFollows(text, FOLLOW_KINDS, false)).toBeUndefined()
  },
)
