import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { onEachDatabase } from '../store/databases.ts'
import { openOffice } from './office.ts'

onEachDatabase((createDatabase) => {
  test('a schedule whose rule was broken at the database is shown as broken, and can be mended or ended; the others are as they were', async () => {
    const { db, clock, together, got } = await openOffice((await createDatabase()).url)
    const says = async (text: string) => {
      const before = got('canbo').length
      await together(['canbo', text])
      return got('canbo').slice(before).join('\n')
    }
    for (const text of [
      'đặt lịch bản tin 7h30 thứ hai hằng tuần cho nhóm',
      'đặt lịch bản tin 17h thứ sáu hằng tuần cho nhóm',
    ]) {
      await says(text)
      expect(await says('xác nhận')).toContain('Đã đặt lịch')
    }
    await sql`update schedules set rule = '{"times":[]}' where id = 1`.execute(db)

    const listed = await says('lịch thông báo')
    expect(listed).toMatch(
      /1\. Bản tin tiến độ của xã .*: bị hỏng, không gửi \(không đọc được giờ gửi\)\. Đặt lại giờ: “sửa lịch 1”/,
    )
    expect(listed).toMatch(/2\. .*5 giờ chiều thứ Sáu hằng tuần\. Lần tới: thứ Sáu 27\/11\/2026/)
    expect(await says('tắt lịch')).toContain('muốn tắt lịch nào')
    await says('hủy')
    // Another is set beside it.
    await says('đặt lịch bản tin 17h thứ sáu hằng tuần cho nhóm')
    expect(await says('xác nhận')).toContain('Đã đặt lịch')

    clock.moveTo(new Date('2026-11-30T08:00:00+07:00'))
    await together()
    expect(got('canbo', 'giờ gửi đã lưu bị hỏng')).toHaveLength(1)
    expect(await says('sửa lịch 1')).toContain('Gửi vào những ngày nào?')
    expect(await says('8h thứ ba hằng tuần')).toMatch(/Trước đây: giờ gửi bị hỏng.*8 giờ sáng thứ Ba hằng tuần/s)
    expect(await says('xác nhận')).toContain('Đã sửa lịch')
    expect(await says('lịch thông báo')).toMatch(/1\. .*8 giờ sáng thứ Ba hằng tuần\. Lần tới: thứ Ba 01\/12\/2026/)

    // Put right by hand, it still has no next time; it is set again as it was.
    await sql`update schedules set next_at = null where id = 3`.execute(db)
    expect(await says('lịch thông báo')).toMatch(/3\. .*bị hỏng, không gửi/)
    await says('sửa lịch 3')
    expect(await says('xác nhận')).toContain('Đã sửa lịch')
    expect(await says('lịch thông báo')).toMatch(/3\. .*Lần tới: thứ Sáu 04\/12\/2026/)

    await sql`update schedules set rule = '' where id = 2`.execute(db)
    await says('tắt lịch 2')
    expect(await says('xác nhận')).toContain('Đã tắt lịch')
    expect(await says('bật lại lịch')).toContain('Anh/chị chọn')
  })
})
