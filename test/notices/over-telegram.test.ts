import { describe, expect, it } from 'vitest'
import { CANBO, CANBO2, DOAI, DONG, XA, openOnTelegram } from './telegram-kit.ts'

const KICKED = 'Forbidden: bot was kicked from the supergroup chat'

async function announced(text = 'thông báo: mai họp') {
  const telegram = await openOnTelegram()
  await telegram.write(CANBO, text)
  return telegram
}

describe('a notice on Telegram', () => {
  it('reaches every group once, and its author hears so', async () => {
    const telegram = await announced()
    await telegram.press(CANBO, 'Xác nhận')
    for (const chat of [XA, DOAI, DONG]) expect(telegram.shown(chat)).toBe('<b>Thông báo của xã Nhóm Mẫu</b>\nmai họp')
    expect(telegram.shown(CANBO)).toContain('Thông báo số 1 đã tới 3/3 nhóm')
  })

  it('kicked out of one group: why and what to do without a code, the officer of the group told, sent again when back', async () => {
    const telegram = await announced()
    telegram.refuseSends(DOAI, 403, KICKED)
    await telegram.press(CANBO, 'Xác nhận')
    const report = telegram.shown(CANBO)
    expect(report).toContain('đã tới 2/3 nhóm')
    expect(report).toContain('• Bà con thôn Đoài (thôn Đoài): tôi không còn ở trong nhóm. Xin thêm tôi vào nhóm lại')
    expect(report).not.toMatch(/403|Forbidden|kicked/)
    expect(report).toContain('Tôi không gửi được tin vào “<b>Bà con thôn Đoài</b>”')

    // Still out: nothing is tried in vain.
    await telegram.press(CANBO, 'Gửi lại')
    expect(telegram.newest(CANBO)).toContain('Không có nhóm nào cần gửi lại')
    expect(telegram.newest(CANBO)).toContain('tôi không còn ở trong nhóm')

    await telegram.member(DOAI, 'member')
    expect(telegram.newest(CANBO)).toContain('Tôi lại gửi được tin vào “<b>Bà con thôn Đoài</b>”')
    expect(telegram.newest(DOAI)).toContain('Tôi đã trở lại nhóm. Nhóm vẫn theo dõi <b>thôn Đoài</b>')
    await telegram.press(CANBO, 'Gửi lại')
    expect(telegram.count(DOAI, 'mai họp')).toBe(1)
    expect(telegram.count(XA, 'mai họp')).toBe(1)
    expect(telegram.newest(CANBO)).toContain('Gửi lại thông báo số 1: đến nay đã tới 3/3 nhóm')
    // Pressed again, there is nothing left to send.
    await telegram.press(CANBO, 'Gửi lại')
    expect(telegram.count(DOAI, 'mai họp')).toBe(1)
  })

  it('put out of a group while nothing is sent: its officers hear once; shown as stopped before a notice, and not tried', async () => {
    const telegram = await openOnTelegram()
    await telegram.member(DONG, 'kicked')
    await telegram.moveTo('2026-11-23T08:10:00+07:00')
    for (const officer of [CANBO, CANBO2]) expect(telegram.count(officer, 'Tôi không gửi được tin vào')).toBe(1)
    await telegram.write(CANBO, 'thông báo: mai họp')
    expect(telegram.newest(CANBO)).toContain('Gửi tới 2 nhóm')
    expect(telegram.newest(CANBO)).toContain(
      'Không gửi được lúc này: Bà con thôn Đông (thôn Đông) – tôi không còn ở trong nhóm từ 08:00 23/11/2026',
    )
    await telegram.press(CANBO, 'Xác nhận')
    expect(telegram.shown(CANBO)).toContain('đã tới 2/2 nhóm')
    expect(telegram.shown(DONG)).toBe('')
    await telegram.write(CANBO, 'các nhóm')
    expect(telegram.newest(CANBO)).toContain('Đang dừng: tôi không còn ở trong nhóm từ 08:00 23/11/2026')
  })

  it('put out at night: told in the morning', async () => {
    const telegram = await openOnTelegram()
    await telegram.moveTo('2026-11-23T23:00:00+07:00')
    await telegram.member(DONG, 'kicked')
    expect(telegram.shown(CANBO)).toBe('')
    await telegram.moveTo('2026-11-24T06:30:00+07:00')
    expect(telegram.count(CANBO, 'Tôi không gửi được tin vào')).toBe(1)
    expect(telegram.shown(CANBO)).toContain('từ 23:00 23/11/2026')
  })

  it('a group from which somebody writes again is alive again', async () => {
    const telegram = await openOnTelegram()
    await telegram.member(DONG, 'kicked')
    await telegram.moveTo('2026-11-23T08:30:00+07:00')
    await telegram.write(9999, '/tiendo', { id: DONG, title: 'Bà con thôn Đông' })
    expect(telegram.shown(CANBO)).toContain('Tôi lại gửi được tin vào “<b>Bà con thôn Đông</b>”')
  })

  it('becomes a supergroup on the way: it arrives there once, and the link goes along', async () => {
    const telegram = await announced()
    const now = -100_2002
    telegram.refuseSends(DOAI, 400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: now,
    })
    await telegram.press(CANBO, 'Xác nhận')
    expect(telegram.count(now, 'mai họp')).toBe(1)
    expect(telegram.shown(DOAI)).toBe('')
    expect(telegram.shown(CANBO)).toContain('đã tới 3/3 nhóm')
    await telegram.write(CANBO, 'các nhóm')
    expect(telegram.newest(CANBO)).toContain(
      'Bà con thôn Đoài</b> – thôn Đoài. Nhận: bản tin tiến độ, chỉ tiêu mới đạt',
    )
  })

  it('dropped after it was accepted: not repeated, and the officer is asked; left alone when told so', async () => {
    const telegram = await announced()
    telegram.dropSend(DOAI, 'after')
    await telegram.press(CANBO, 'Xác nhận')
    expect(telegram.count(DOAI, 'mai họp')).toBe(1)
    const report = telegram.newest(CANBO)
    expect(report).toContain('đã tới 2/3 nhóm')
    expect(report).toContain('Không rõ đã tới chưa')
    expect(report).toContain(
      '• Bà con thôn Đoài (thôn Đoài): mất kết nối với kênh chat. Anh/chị hỏi một người trong nhóm',
    )
    await telegram.press(CANBO, 'Bỏ qua')
    expect(telegram.newest(CANBO)).toContain('không gửi lại thông báo số 1')
    expect(telegram.count(DOAI, 'mai họp')).toBe(1)
  })

  it('dropped after it was accepted: sent again when the officer says so', async () => {
    const telegram = await announced()
    telegram.dropSend(DOAI, 'after')
    await telegram.press(CANBO, 'Xác nhận')
    await telegram.press(CANBO, 'Gửi lại')
    expect(telegram.count(DOAI, 'mai họp')).toBe(2)
    expect(telegram.count(XA, 'mai họp')).toBe(1)
    expect(telegram.newest(CANBO)).toContain('đến nay đã tới 3/3 nhóm')
  })

  it('failed and unknown side by side: each is sent again by itself; in words, what is meant is shown first', async () => {
    const telegram = await announced()
    telegram.refuseSends(XA, 400, 'Bad Request: not enough rights to send text messages to the chat')
    telegram.dropSend(DOAI, 'after')
    await telegram.press(CANBO, 'Xác nhận')
    expect(telegram.newest(CANBO)).toContain(
      'tôi không được phép nhắn trong nhóm. Xin trưởng nhóm cho phép tôi gửi tin',
    )
    await telegram.write(CANBO, 'gửi lại thông báo 1')
    expect(telegram.newest(CANBO)).toContain('tới 2 nhóm')
    await telegram.write(CANBO, 'hủy')
    expect(telegram.count(XA, 'mai họp')).toBe(0)
    await telegram.press(CANBO, 'Gửi lại')
    expect(telegram.count(XA, 'mai họp')).toBe(1)
    expect(telegram.count(DOAI, 'mai họp')).toBe(1)
  })

  it('a restart in the middle: what was on its way is unknown, what waited is sent, and the author hears of both', async () => {
    const telegram = await announced()
    await telegram.press(CANBO, 'Xác nhận')
    // As a crash leaves it: one had left and was not written down, one had not left.
    const { db } = telegram.house().store
    const set = (chat: number, state: 'sending' | 'waiting') =>
      db.updateTable('outbox').set({ state, sent_at: null }).where('key', '=', `notice:1:telegram:${chat}:0`).execute()
    await set(DOAI, 'sending')
    await set(DONG, 'waiting')
    await db.updateTable('notices').set({ reported_at: null }).execute()
    await db.deleteFrom('outbox').where('key', 'like', 'notice-report:%').execute()
    await telegram.restart()
    expect(telegram.newest(CANBO)).toContain('đã tới 2/3 nhóm')
    expect(telegram.newest(CANBO)).toContain('chương trình bị ngắt khi đang gửi')
    expect(telegram.count(DOAI, 'mai họp')).toBe(1)
    expect(telegram.count(DONG, 'mai họp')).toBe(2)
  })

  it('still waiting after a quarter of an hour: said once, and told at the end', async () => {
    const telegram = await announced()
    telegram.refuseSends(DOAI, 429, 'Too Many Requests: retry after 3600', { retry_after: 3600 })
    await telegram.press(CANBO, 'Xác nhận')
    expect(telegram.newest(CANBO)).toContain('Đang gửi thông báo số 1')
    await telegram.moveTo('2026-11-23T08:15:00+07:00')
    expect(telegram.newest(CANBO)).toContain('đã tới 2/3 nhóm, còn 1 nhóm đang chờ')
    await telegram.moveTo('2026-11-23T08:40:00+07:00')
    expect(telegram.count(CANBO, 'còn 1 nhóm đang chờ')).toBe(1)
    await telegram.moveTo('2026-11-23T09:00:01+07:00')
    expect(telegram.newest(CANBO)).toContain('Thông báo số 1 đã tới 3/3 nhóm')
  })
})

describe('linking on Telegram', () => {
  it('who never wrote in private gets the link to do so, and the question is there', async () => {
    const telegram = await openOnTelegram()
    await telegram.write(CANBO, '/nhom', { id: -2001, title: 'Nhóm thôn Nội mới' })
    expect(telegram.newest(-2001)).toContain(`https://t.me/${telegram.fake.bot.username}?start=`)
    expect(telegram.shown(CANBO)).toBe('')
    await telegram.write(CANBO, '/start tieptuc')
    expect(telegram.newest(CANBO)).toContain('Liên kết “<b>Nhóm thôn Nội mới</b>” với <b>thôn Nội</b>')
    await telegram.press(CANBO, 'Xác nhận')
    expect(telegram.shown(-2001)).toContain('Từ nay nhóm này theo dõi <b>thôn Nội</b>')
  })

  it('a group that became a supergroup while its linking was being confirmed is linked under its new id', async () => {
    const telegram = await openOnTelegram()
    await telegram.write(CANBO, 'xin chào')
    await telegram.write(CANBO, '/nhom', { id: DOAI, title: 'Bà con thôn Đoài' })
    await telegram.house().assistant.receive([
      {
        channel: 'telegram',
        id: 'm1',
        chat: { id: String(DOAI), kind: 'group' },
        sender: { id: '1' },
        addressed: false,
        at: telegram.clock.now().toISOString(),
        content: { kind: 'migrated', to: '-1009' },
      },
    ])
    await telegram.house().settled()
    await telegram.write(CANBO, 'chỉ nhận thông báo')
    await telegram.press(CANBO, 'Xác nhận')
    const chats = await telegram
      .house()
      .store.db.selectFrom('chats')
      .select(['external_id', 'unit_id', 'follows_digest', 'former_id'])
      .where('unit_id', '=', 'doai')
      .execute()
    expect(chats).toEqual([{ external_id: '-1009', unit_id: 'doai', follows_digest: 0, former_id: String(DOAI) }])
  })
})
