import { describe, expect, it } from 'vitest'
import { commandOf } from './measure.ts'
import { taught } from './taught.ts'
import { worldLanguage } from './world.ts'

const language = worldLanguage()
const understand = (text: string) => language.understand(text, '2026-11-23')
const acting = new Set(taught.flatMap(({ name, acts }) => (acts ? [name] : [])))

describe('a question', () => {
  it.each([
    'xong việc 17.5 chưa',
    'việc 13.5 đã xong chưa',
    'anh Mẫu đã nhận việc chưa',
    'đã giao 17.5 cho anh Mẫu chưa',
    '13.2 có gia hạn không',
    'việc 2.1 có bị hủy không',
    'đã duyệt báo cáo chưa',
    'đã thông báo chưa',
    'lịch 1 tắt chưa',
    '17.5 thôn Đoài 150/210 chưa',
    'ai giao việc 13.2',
    'bình an được 15/19 hay 16/19 tiêu chí rồi',
    'mất thẻ bhyt làm lại chỗ nào',
    'tổng số 17.5 của các thôn',
    'binh an moi cap nhat gi',
    'chi tieu 17.5 dat chau',
    'tại sao nước máy đắt thế',
    'đánh nhau ở chợ',
  ])('changes nothing: %s', (text) => {
    expect(acting.has(commandOf(understand(text)))).toBe(false)
  })

  it('that is a polite request is one', () => {
    expect(commandOf(understand('duyệt báo cáo 12 giúp em được không'))).toBe('approve')
    expect(commandOf(understand('gia hạn 13.5 giúp em được không'))).toBe('extend-task')
  })
})

describe('the opposite', () => {
  it.each([
    ['đồng ý gia hạn 2.1', 'grant-extension'],
    ['không đồng ý gia hạn 2.1', 'refuse-extension'],
    ['bác đề nghị lùi hạn 2.1', 'refuse-extension'],
    ['xác nhận việc 13.5 xong', 'confirm-task'],
    ['chưa xác nhận việc 13.5', 'reopen-task'],
    ['đồng ý là việc 13.5 xong', 'confirm-task'],
    ['đặt lịch bản tin tiến độ thứ hai đầu tháng 8h', 'schedule'],
    ['thôi không gửi tiến độ hằng tuần nữa', 'stop-schedule'],
    ['cắt liên kết nhóm này', 'unlink-group'],
    ['đọc cho anh danh sách các tiêu chí mà xã chưa hoàn thành', 'unmet'],
    ['chuyển 2.1 sang cho chị Dụ', 'assign'],
    ['trả lại 99: sai', 'return'],
  ])('is told apart: %s', (text, command) => {
    expect(commandOf(understand(text))).toBe(command)
  })
})

describe('what is named', () => {
  const mentioned = (text: string) => understand(text).mentions

  it('is the thing rather than the place that it is in', () => {
    const { targets } = mentioned('nhà văn hóa có wifi chưa')
    expect(targets.map(({ readings }) => readings[0]?.code)).toEqual(['8.5'])
  })

  it('ends where a unit begins', () => {
    const { targets, units } = mentioned('thu nhap binh quan binh an bao nhieu mot nam')
    expect(targets[0]?.readings[0]?.code).toBe('10')
    expect(units.map(({ ids }) => ids)).toEqual([['ba']])
  })

  it('begins with what is counted', () => {
    const { targets } = mentioned('Thống Nhất còn 3 hộ nghèo')
    expect(targets[0]?.kind).toBe('indicator')
    expect(targets[0]?.readings[0]?.code).toBe('11')
  })

  it.each(['thôn tôi mất điện rồi', 'bảo hiểm xe máy hết hạn', 'viết tờ trình cho xã'])('is no name: %s', (text) => {
    expect(mentioned(text).targets).toEqual([])
  })

  it.each([
    'mấy năm nay',
    'các năm trước',
    'việc của tôi quá hạn',
    'thôn báo cáo mấy tháng một lần',
    'hằng ngày 6h sáng gửi tiến độ',
  ])('is no day: %s', (text) => {
    expect(mentioned(text).dates).toEqual([])
  })
})

describe('initials', () => {
  const unitsOf = (text: string) => understand(text).mentions.units.map(({ ids }) => ids)

  it.each([
    ['TL còn thiếu gì', [['tl']]],
    ['tl còn thiếu gì', [['tl']]],
    ['xã TL đạt mấy tiêu chí', [['tl']]],
    ['xã tl đạt mấy tiêu chí', [['tl']]],
    ['xã GV đạt mấy tiêu chí', [['gv']]],
    ['so sánh TL với xã BA', [['tl'], ['ba']]],
  ])('are a unit: %s', (text, units) => {
    expect(unitsOf(text)).toEqual(units)
  })

  it.each(['TC 17 thế nào', 'HTX làm ăn sao', 'ba đạt mấy tiêu chí', 'làm TL ở đâu', 'tl sau nhé'])(
    'are none where the letters are a word, are short for one, or nothing says so: %s',
    (text) => {
      expect(unitsOf(text)).toEqual([])
    },
  )
})

describe('what has no figures', () => {
  it.each(['cả nước đạt bao nhiêu tiêu chí', 'toàn quốc có mấy xã đạt chuẩn', 'tỷ lệ đạt chuẩn cả nước'])(
    'is the whole country: %s',
    (text) => {
      expect(commandOf(understand(text))).toBe('unknown')
    },
  )

  it('is not taken for a commune called "nâng cao" or "17"', () => {
    expect(understand('xã nâng cao còn thiếu gì').mentions.unknownUnit).toBeUndefined()
    expect(understand('từng thôn 17.5 được bao nhiêu').mentions.unknownUnit).toBeUndefined()
    expect(understand('xã mềnh đạt mấy tiêu chí').mentions.ownUnit).toEqual({ level: 'xa' })
  })
})

describe('what is taught', () => {
  it('is understood as taught, but for names that this world has not', () => {
    const sentences = taught.flatMap(({ name, sentences }) => sentences.map((text) => ({ name, text })))
    const wrong = sentences.filter(({ name, text }) => commandOf(understand(text)) !== name)
    expect(wrong.length, wrong.map(({ name, text }) => `${name}: ${text}`).join('\n')).toBeLessThanOrEqual(
      sentences.length * 0.01,
    )
  })
})
