import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedFrom, nextAfter, type Days } from '../../src/calendar/recurrence.ts'
import { instantAt, localAt } from '../../src/calendar/zone.ts'
import { taughtLanguage } from '../taught-language.ts'

/** A Monday, at eight in the morning. */
const TODAY = '2026-11-23'
const NOW = instantAt(TODAY, '08:00')
const ZONE = 'Asia/Ho_Chi_Minh'
const USUAL = 'no time was said'
const language = await taughtLanguage()

/** The next three times, as `30/11 07:30`, with the year where it is another. */
function nextThree(on: Days, times: readonly string[]): string {
  const rule = countedFrom({ on, times: [...times] }, NOW, ZONE)
  const found: string[] = []
  for (let at: Date | undefined = NOW; found.length < 3;) {
    at = nextAfter(rule, at, ZONE)
    if (!at) break
    const { day, time } = localAt(at)
    const [year = '', month = '', date = ''] = day.split('-')
    found.push(`${date}/${month}${year === '2026' ? '' : `/${year}`} ${time}`)
  }
  return found.join(', ')
}

const PHRASES: [phrase: string, next: string, usual?: typeof USUAL][] = [
  ['7h30 thứ hai hằng tuần', '30/11 07:30, 07/12 07:30, 14/12 07:30'],
  ['7h30 thu hai hang tuan', '30/11 07:30, 07/12 07:30, 14/12 07:30'],
  ['mỗi sáng', '24/11 07:30, 25/11 07:30, 26/11 07:30', USUAL],
  ['moi sang', '24/11 07:30, 25/11 07:30, 26/11 07:30', USUAL],
  ['hàng ngày lúc 7 giờ rưỡi', '24/11 07:30, 25/11 07:30, 26/11 07:30'],
  ['hằng ngày', '24/11 07:30, 25/11 07:30, 26/11 07:30', USUAL],
  ['mỗi ngày lúc 7h', '24/11 07:00, 25/11 07:00, 26/11 07:00'],
  ['ngày nào cũng gửi lúc 7 giờ', '24/11 07:00, 25/11 07:00, 26/11 07:00'],
  ['sáng nào cũng gửi', '24/11 07:30, 25/11 07:30, 26/11 07:30', USUAL],
  ['mỗi tối 7h', '23/11 19:00, 24/11 19:00, 25/11 19:00'],
  ['moi toi luc 8h', '23/11 20:00, 24/11 20:00, 25/11 20:00'],
  ['mỗi chiều 5h', '23/11 17:00, 24/11 17:00, 25/11 17:00'],
  ['hằng ngày 7h và 16h', '23/11 16:00, 24/11 07:00, 24/11 16:00'],
  ['7h, 11h30 và 17h mỗi ngày', '23/11 11:30, 23/11 17:00, 24/11 07:00'],
  ['8h các ngày trong tuần', '24/11 08:00, 25/11 08:00, 26/11 08:00'],
  ['8h cac ngay trong tuan', '24/11 08:00, 25/11 08:00, 26/11 08:00'],
  ['ngày làm việc nào cũng gửi lúc 7h', '24/11 07:00, 25/11 07:00, 26/11 07:00'],
  ['7h các ngày làm việc', '24/11 07:00, 25/11 07:00, 26/11 07:00'],
  ['ngày thường 6h45', '24/11 06:45, 25/11 06:45, 26/11 06:45'],
  ['thứ hai đến thứ sáu 7h', '24/11 07:00, 25/11 07:00, 26/11 07:00'],
  ['từ thứ 2 đến thứ 6 lúc 7h30', '24/11 07:30, 25/11 07:30, 26/11 07:30'],
  ['t2-t6 7h', '24/11 07:00, 25/11 07:00, 26/11 07:00'],
  ['hằng ngày trừ chủ nhật 7h', '24/11 07:00, 25/11 07:00, 26/11 07:00'],
  ['mỗi ngày trừ thứ bảy, chủ nhật lúc 8h', '24/11 08:00, 25/11 08:00, 26/11 08:00'],
  ['thứ 2 thứ 4 thứ 6', '25/11 07:30, 27/11 07:30, 30/11 07:30', USUAL],
  ['thu 2 thu 4 thu 6', '25/11 07:30, 27/11 07:30, 30/11 07:30', USUAL],
  ['thứ 2, 4, 6 lúc 7h', '25/11 07:00, 27/11 07:00, 30/11 07:00'],
  ['thứ hai, thứ tư và thứ sáu hằng tuần 7h30', '25/11 07:30, 27/11 07:30, 30/11 07:30'],
  ['t2, t4', '25/11 07:30, 30/11 07:30, 02/12 07:30', USUAL],
  ['t3 t5 t7 8h', '24/11 08:00, 26/11 08:00, 28/11 08:00'],
  ['cn hàng tuần', '29/11 07:30, 06/12 07:30, 13/12 07:30', USUAL],
  ['chủ nhật hằng tuần 19h30', '29/11 19:30, 06/12 19:30, 13/12 19:30'],
  ['tối chủ nhật hằng tuần 7h', '29/11 19:00, 06/12 19:00, 13/12 19:00'],
  ['mỗi thứ hai 7h30', '30/11 07:30, 07/12 07:30, 14/12 07:30'],
  ['moi thu hai 7h30', '30/11 07:30, 07/12 07:30, 14/12 07:30'],
  ['mỗi sáng thứ hai', '30/11 07:30, 07/12 07:30, 14/12 07:30', USUAL],
  ['thứ sáu nào cũng gửi lúc 4h chiều', '27/11 16:00, 04/12 16:00, 11/12 16:00'],
  ['5h chiều thứ sáu hằng tuần', '27/11 17:00, 04/12 17:00, 11/12 17:00'],
  ['chiều thứ sáu hằng tuần 5h', '27/11 17:00, 04/12 17:00, 11/12 17:00'],
  ['hằng tuần', '30/11 07:30, 07/12 07:30, 14/12 07:30', USUAL],
  ['hàng tuần vào thứ bảy', '28/11 07:30, 05/12 07:30, 12/12 07:30', USUAL],
  ['mỗi tuần một lần', '30/11 07:30, 07/12 07:30, 14/12 07:30', USUAL],
  ['tuần nào cũng gửi, thứ năm 8h', '26/11 08:00, 03/12 08:00, 10/12 08:00'],
  ['đầu mỗi tuần 7h', '30/11 07:00, 07/12 07:00, 14/12 07:00'],
  ['cuối tuần hằng tuần 8h', '28/11 08:00, 05/12 08:00, 12/12 08:00'],
  ['thứ năm hàng tuần lúc 8 giờ kém 15', '26/11 07:45, 03/12 07:45, 10/12 07:45'],
  ['hai tuần một lần vào thứ 3', '24/11 07:30, 08/12 07:30, 22/12 07:30', USUAL],
  ['2 tuần 1 lần thứ ba 8h', '24/11 08:00, 08/12 08:00, 22/12 08:00'],
  ['hai tuần một lần', '30/11 07:30, 14/12 07:30, 28/12 07:30', USUAL],
  ['cách tuần vào thứ hai 7h30', '30/11 07:30, 14/12 07:30, 28/12 07:30'],
  ['mỗi 2 tuần thứ sáu 16h', '27/11 16:00, 11/12 16:00, 25/12 16:00'],
  ['3 tuần một lần chủ nhật', '29/11 07:30, 20/12 07:30, 10/01/2027 07:30', USUAL],
  ['hai ngày một lần lúc 7h', '24/11 07:00, 26/11 07:00, 28/11 07:00'],
  ['cách ngày 7h', '24/11 07:00, 26/11 07:00, 28/11 07:00'],
  ['ngày 1 hằng tháng', '01/12 07:30, 01/01/2027 07:30, 01/02/2027 07:30', USUAL],
  ['ngay 1 hang thang', '01/12 07:30, 01/01/2027 07:30, 01/02/2027 07:30', USUAL],
  ['8h ngày 15 hàng tháng', '15/12 08:00, 15/01/2027 08:00, 15/02/2027 08:00'],
  ['mùng 1 hằng tháng', '01/12 07:30, 01/01/2027 07:30, 01/02/2027 07:30', USUAL],
  ['mồng 5 mỗi tháng 7h', '05/12 07:00, 05/01/2027 07:00, 05/02/2027 07:00'],
  ['ngày mùng 10 hằng tháng', '10/12 07:30, 10/01/2027 07:30, 10/02/2027 07:30', USUAL],
  ['ngày 1 và 15 hằng tháng', '01/12 07:30, 15/12 07:30, 01/01/2027 07:30', USUAL],
  ['ngày 5, 15, 25 mỗi tháng lúc 8h', '25/11 08:00, 05/12 08:00, 15/12 08:00'],
  ['ngày 1 và ngày 15', '01/12 07:30, 15/12 07:30, 01/01/2027 07:30', USUAL],
  ['cuối tháng', '30/11 07:30, 31/12 07:30, 31/01/2027 07:30', USUAL],
  ['ngày cuối tháng', '30/11 07:30, 31/12 07:30, 31/01/2027 07:30', USUAL],
  ['ngày cuối cùng của tháng 16h', '30/11 16:00, 31/12 16:00, 31/01/2027 16:00'],
  ['ngày cuối hằng tháng', '30/11 07:30, 31/12 07:30, 31/01/2027 07:30', USUAL],
  ['ngày 31 hằng tháng', '30/11 07:30, 31/12 07:30, 31/01/2027 07:30', USUAL],
  ['ngày 30 hàng tháng 17h', '30/11 17:00, 30/12 17:00, 30/01/2027 17:00'],
  ['đầu tháng', '01/12 07:30, 01/01/2027 07:30, 01/02/2027 07:30', USUAL],
  ['giữa tháng 8h', '15/12 08:00, 15/01/2027 08:00, 15/02/2027 08:00'],
  ['đầu mỗi tháng', '01/12 07:30, 01/01/2027 07:30, 01/02/2027 07:30', USUAL],
  ['hằng tháng', '01/12 07:30, 01/01/2027 07:30, 01/02/2027 07:30', USUAL],
  ['mỗi tháng một lần', '01/12 07:30, 01/01/2027 07:30, 01/02/2027 07:30', USUAL],
  ['hai tháng một lần ngày 5', '05/12 07:30, 05/02/2027 07:30, 05/04/2027 07:30', USUAL],
  ['hai tháng một lần', '01/12 07:30, 01/02/2027 07:30, 01/04/2027 07:30', USUAL],
  ['sáu tháng một lần', '01/12 07:30, 01/06/2027 07:30, 01/12/2027 07:30', USUAL],
  ['thứ sáu cuối cùng của tháng', '27/11 07:30, 25/12 07:30, 29/01/2027 07:30', USUAL],
  ['thu sau cuoi cung cua thang', '27/11 07:30, 25/12 07:30, 29/01/2027 07:30', USUAL],
  ['thứ sáu cuối tháng 15h', '27/11 15:00, 25/12 15:00, 29/01/2027 15:00'],
  ['thứ hai đầu tháng', '07/12 07:30, 04/01/2027 07:30, 01/02/2027 07:30', USUAL],
  ['thứ hai đầu tiên của tháng 7h', '07/12 07:00, 04/01/2027 07:00, 01/02/2027 07:00'],
  ['thứ ba đầu tiên hằng tháng', '01/12 07:30, 05/01/2027 07:30, 02/02/2027 07:30', USUAL],
  ['chủ nhật cuối mỗi tháng', '29/11 07:30, 27/12 07:30, 31/01/2027 07:30', USUAL],
  ['thứ ba tuần thứ hai của tháng', '08/12 07:30, 12/01/2027 07:30, 09/02/2027 07:30', USUAL],
  ['thứ năm lần thứ 3 của tháng', '17/12 07:30, 21/01/2027 07:30, 18/02/2027 07:30', USUAL],
  ['ngày làm việc đầu tiên của tháng', '01/12 07:30, 01/01/2027 07:30, 01/02/2027 07:30', USUAL],
  ['ngày làm việc cuối cùng của tháng 16h', '30/11 16:00, 31/12 16:00, 29/01/2027 16:00'],
  ['ngày 25 mỗi quý', '25/12 07:30, 25/03/2027 07:30, 25/06/2027 07:30', USUAL],
  ['ngày 25 tháng cuối quý', '25/12 07:30, 25/03/2027 07:30, 25/06/2027 07:30', USUAL],
  ['ngày 10 tháng đầu quý 8h', '10/01/2027 08:00, 10/04/2027 08:00, 10/07/2027 08:00'],
  ['ngày 5 hằng quý', '05/01/2027 07:30, 05/04/2027 07:30, 05/07/2027 07:30', USUAL],
  ['đầu quý', '01/01/2027 07:30, 01/04/2027 07:30, 01/07/2027 07:30', USUAL],
  ['cuối quý', '31/12 07:30, 31/03/2027 07:30, 30/06/2027 07:30', USUAL],
  ['hằng quý', '01/01/2027 07:30, 01/04/2027 07:30, 01/07/2027 07:30', USUAL],
  ['mỗi quý một lần', '01/01/2027 07:30, 01/04/2027 07:30, 01/07/2027 07:30', USUAL],
  ['3 tháng một lần ngày 1', '01/01/2027 07:30, 01/04/2027 07:30, 01/07/2027 07:30', USUAL],
  ['thứ hai đầu quý', '04/01/2027 07:30, 05/04/2027 07:30, 05/07/2027 07:30', USUAL],
  ['ngày làm việc cuối cùng của quý', '31/12 07:30, 31/03/2027 07:30, 30/06/2027 07:30', USUAL],
  ['2/9 hằng năm 7h', '02/09/2027 07:00, 02/09/2028 07:00, 02/09/2029 07:00'],
  ['ngày 15 tháng 12 hằng năm', '15/12 07:30, 15/12/2027 07:30, 15/12/2028 07:30', USUAL],
  ['cuối năm hằng năm', '31/12 07:30, 31/12/2027 07:30, 31/12/2028 07:30', USUAL],
  ['8h sáng mai', '24/11 08:00'],
  ['8h sang mai', '24/11 08:00'],
  ['sáng mai', '24/11 07:30', USUAL],
  ['chiều mai 2h', '24/11 14:00'],
  ['ngày mai lúc 14h', '24/11 14:00'],
  ['tối nay 8h', '23/11 20:00'],
  ['19h30 ngày 30/11', '30/11 19:30'],
  ['19h30 ngay 30/11', '30/11 19:30'],
  ['7h ngày 30 tháng 11', '30/11 07:00'],
  ['30/11/2026 lúc 8h', '30/11 08:00'],
  ['chiều thứ sáu tuần này 5h', '27/11 17:00'],
  ['thứ sáu tuần này', '27/11 07:30', USUAL],
  ['sáng thứ hai tuần sau', '30/11 07:30', USUAL],
  ['thứ hai tuần tới 7h', '30/11 07:00'],
  ['thứ sáu cuối tháng này', '27/11 07:30', USUAL],
  ['ngày cuối tháng này 16h', '30/11 16:00'],
  ['ngày 5 tháng sau', '05/12 07:30', USUAL],
  ['3 ngày nữa lúc 7h', '26/11 07:00'],
  ['cuối tuần này 8h', '28/11 08:00'],
  ['thứ sáu', '27/11 07:30, 04/12 07:30, 11/12 07:30', USUAL],
  ['8h thứ sáu', '27/11 08:00, 04/12 08:00, 11/12 08:00'],
  ['mùng 5', '05/12 07:30, 05/01/2027 07:30, 05/02/2027 07:30', USUAL],
  ['ngày 25', '25/11 07:30, 25/12 07:30, 25/01/2027 07:30', USUAL],
  ['thu hai hang tuna 7h30', '30/11 07:30, 07/12 07:30, 14/12 07:30'],
  ['7h30 thu hai hagn tuan', '30/11 07:30, 07/12 07:30, 14/12 07:30'],
  ['thứ haii hằng tuầnn 7h', '30/11 07:00, 07/12 07:00, 14/12 07:00'],
  ['hằng ngày năm giờ chiều', '23/11 17:00, 24/11 17:00, 25/11 17:00'],
  ['tám giờ sáng thứ bảy hằng tuần', '28/11 08:00, 05/12 08:00, 12/12 08:00'],
  ['thứ 7 hằng tuần 7 giờ 15 phút', '28/11 07:15, 05/12 07:15, 12/12 07:15'],
  ['bản tin nông thôn mới thứ hai hằng tuần', '30/11 07:30, 07/12 07:30, 14/12 07:30', USUAL],
  ['thu hai tuan toi 7h', '30/11 07:00'],
  ['thứ hai tới lúc 7h', '30/11 07:00'],
  ['thứ hai tới thứ sáu 7h', '24/11 07:00, 25/11 07:00, 26/11 07:00'],
  ['ngày 5 tháng tới', '05/12 07:30', USUAL],
  ['7h30 thứ 2, thứ 5 hàng tuần', '26/11 07:30, 30/11 07:30, 03/12 07:30'],
  ['lúc 8 sáng thứ tư hằng tuần', '25/11 08:00, 02/12 08:00, 09/12 08:00'],
  ['đúng 6 giờ chiều mỗi ngày', '23/11 18:00, 24/11 18:00, 25/11 18:00'],
  ['gửi tiến độ vào thứ sáu hằng tuần', '27/11 07:30, 04/12 07:30, 11/12 07:30', USUAL],
  ['mỗi tháng vào ngày 20, 9h', '20/12 09:00, 20/01/2027 09:00, 20/02/2027 09:00'],
]

describe('schedules as people say them', () => {
  it.each(PHRASES)('%s → %s', (phrase, next, usual) => {
    const said = language.schedule(phrase, TODAY)
    expect(said?.on).toBeDefined()
    const times = said && said.times.length > 0 ? said.times : [said?.usual ?? '']
    expect(said?.on && nextThree(said.on, times)).toBe(next)
    expect(said?.times.length === 0).toBe(usual === USUAL)
  })

  it.each([
    ['thứ sáu', '27/11 07:30'],
    ['8h thứ sáu', '27/11 08:00'],
    ['mùng 5', '05/12 07:30'],
    ['ngày 25', '25/11 07:30'],
  ])('%s may be once as well: %s', (phrase, next) => {
    const said = language.schedule(phrase, TODAY)
    expect(said?.or && nextThree(said.or, said.times.length > 0 ? said.times : [said.usual])).toBe(next)
  })

  it.each(['7h30 thứ hai hằng tuần', 'thứ 2, 4, 6', 'cuối tháng', 'sáng mai', 'ngày 1 và 15', 'mùng 5 hằng tháng'])(
    '%s is no question of once or more',
    (phrase) => expect(language.schedule(phrase, TODAY)?.or).toBeUndefined(),
  )

  it.each([
    ['lúc 7h30', ['07:30']],
    ['lúc 17h', ['17:00']],
    ['7 giờ sáng', ['07:00']],
    ['sửa lịch 1 sang 8h', ['08:00']],
    ['7h và 16h', ['07:00', '16:00']],
  ])('%s says no day', (phrase, times) => {
    expect(language.schedule(phrase, TODAY)).toMatchObject({ times })
    expect(language.schedule(phrase, TODAY)?.on).toBeUndefined()
  })

  it.each([
    ['30 phút nữa gửi thông báo', '14:10', '23/11 14:40'],
    ['30p nữa', '14:10', '23/11 14:40'],
    ['nửa tiếng nữa nhắc nhóm họp', '14:10', '23/11 14:40'],
    ['nua tieng nua', '14:10', '23/11 14:40'],
    ['một tiếng rưỡi nữa', '14:10', '23/11 15:40'],
    ['sau 2 tiếng gửi', '14:10', '23/11 16:10'],
    ['hai giờ nữa', '23:00', '24/11 01:00'],
  ])('%s, said at %s, is once: %s', (phrase, time, next) => {
    const said = language.schedule(phrase, TODAY, time)
    expect(said?.on && nextThree(said.on, said.times)).toBe(next)
  })

  it.each(['thứ sáu 7 giờ', 'thu sau 7 gio', 'sau 17h hằng ngày', '2 tuần nữa lúc 8h'])(
    '%s counts nothing from now',
    (phrase) => expect(language.schedule(phrase, TODAY, '14:10')).toEqual(language.schedule(phrase, TODAY)),
  )

  it.each(['99 tuần một lần thứ hai 8h', 'mỗi 0 ngày lúc 8h', '0 tuần một lần 8h', '8h ngày 1 các tháng 13, 14'])(
    '%s is what no schedule can hold: the days are left to be asked for',
    (phrase) => {
      expect(language.schedule(phrase, TODAY)).toMatchObject({ times: ['08:00'] })
      expect(language.schedule(phrase, TODAY)?.on).toBeUndefined()
    },
  )

  it.each(['vào ngày rằm', 'định kỳ', 'họp giao ban', 'tắt lịch 1', 'xã đạt bao nhiêu tiêu chí', ''])(
    '“%s” says nothing of when',
    (phrase) => expect(language.schedule(phrase, TODAY)).toBeUndefined(),
  )

  it('any text is read without an exception, and quickly', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void language.schedule(text, TODAY)))
    for (const words of ['thứ hai, ', 'ngày 1 và ', 'hằng tuần ', '7h30 ', 'mỗi sáng tối chiều ']) {
      const start = performance.now()
      language.schedule(words.repeat(5_000), TODAY)
      expect(performance.now() - start).toBeLessThan(200)
    }
  })
})
