import { describe, expect, it } from 'vitest'
import { announcementMessage, readAnnouncement } from '../../src/notices/announcement.ts'
import { literal, readEmphasis } from '../../src/wording/emphasis.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import notify from '../../commands/sentences/notify.ts'

const TEXTS: [written: string, text: string, address?: string][] = [
  ['thông báo: ngày mai họp thôn lúc 19h30', 'ngày mai họp thôn lúc 19h30', 'thông báo'],
  ['Thông báo:\nDòng một\n  dòng hai 🎉\n\ndòng ba', 'Dòng một\n  dòng hai 🎉\n\ndòng ba'],
  ['📢 THÔNG BÁO: Mai cắt điện', 'Mai cắt điện'],
  ['thong bao: mai hop', 'mai hop'],
  ['tb cho các nhóm: mai nghỉ', 'mai nghỉ', 'tb cho các nhóm'],
  ['thông báo cho thôn Đoài: tối nay họp', 'tối nay họp', 'thông báo cho thôn Đoài'],
  ['thông báo thôn Nội: sáng mai dọn đường', 'sáng mai dọn đường', 'thông báo thôn Nội'],
  ['gửi tin nhắn cho các nhóm: chiều nay 14h họp giao ban', 'chiều nay 14h họp giao ban'],
  ['báo cho bà con: mai cắt nước', 'mai cắt nước', 'báo cho bà con'],
  ['gửi vào nhóm xã: 8h sáng mai họp', '8h sáng mai họp'],
  ['/thongbao mai họp lúc 8h', 'mai họp lúc 8h'],
  ['/thongbao@ntm_bot: mai họp', 'mai họp'],
  ['thông báo cho bà con mai họp nghe', 'mai họp nghe'],
  ['thông báo cho cả xã mai tổng vệ sinh', 'mai tổng vệ sinh'],
  ['thông báo mai họp lúc 7:30 tại nhà văn hóa', 'mai họp lúc 7:30 tại nhà văn hóa'],
  ['nhắc nhóm 15h chiều nay họp', '15h chiều nay họp'],
  ['nhac nhom mai hop luc 8h', 'mai hop luc 8h'],
  ['báo nhóm xã là tối nay nghỉ họp', 'tối nay nghỉ họp'],
  // A colon in the middle of what is told is no end of the address.
  ['thông báo mai họp lúc 7h30, nội dung: bàn về rác', 'mai họp lúc 7h30, nội dung: bàn về rác'],
  ['thông báo: xem tại https://vi-du.vn/a: hạn 31/12', 'xem tại https://vi-du.vn/a: hạn 31/12'],
  ['thông báo\nMai họp', 'Mai họp'],
]

describe('an announcement is taken apart', () => {
  it.each(TEXTS)('%s', (written, text, address) => {
    const read = readAnnouncement(written)
    expect(read?.text).toBe(text)
    expect(read?.address.trim()).toBe(address ?? read?.address.trim())
  })

  it.each(['thông báo', 'gửi thông báo', 'gửi thông báo cho các nhóm', 'thông báo cho nhóm thôn Đoài', 'ra thông báo'])(
    '%s: the text is still to be asked for',
    (written) => expect(readAnnouncement(written)?.text).toBe(''),
  )

  // It is not known where the unit's name ends.
  it('thông báo cho thôn Đoài tối nay họp: asks', () =>
    expect(readAnnouncement('thông báo cho thôn Đoài tối nay họp')?.text).toBe(''))

  it.each(['chỉ nhóm 1, 3', 'xã đạt bao nhiêu tiêu chí', 'hủy', 'sáng mai họp', ''])('%s: none', (written) =>
    expect(readAnnouncement(written)).toBeUndefined(),
  )

  it('whatever teaches the command and has a colon gives what stands behind it', () => {
    const withColon = notify.filter((sentence) => sentence.includes(': '))
    const wrong = withColon.filter(
      (sentence) => readAnnouncement(sentence)?.text !== sentence.slice(sentence.indexOf(': ') + 2),
    )
    expect(wrong).toEqual([])
  })
})

describe('what was typed is content', () => {
  const unit = { level: 'xa', name: 'Mẫu Sơn' } as const

  it('stands in the message character by character, with only the title emphasised', () => {
    const typed = '[b]không[/b] <b>đậm</b> & { $unit } *x* 🎉'
    const { text, emphasis } = announcementMessage(loadWording('vi'), unit, typed)
    expect(text).toBe(`Thông báo của xã Mẫu Sơn\n${typed}`)
    expect(emphasis).toEqual([{ start: 0, length: 'Thông báo của xã Mẫu Sơn'.length }])
  })

  it('is no mark where a reply quotes it', () => {
    const { text, emphasis } = readEmphasis(`[b]Đây[/b]: ${literal('[b]x[/b] [/b]')}`)
    expect(text).toBe('Đây: [b]x[/b] [/b]')
    expect(emphasis).toEqual([{ start: 0, length: 3 }])
  })
})
