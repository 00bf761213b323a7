import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { instantAt } from '../../src/calendar/zone.ts'
import { digestOf } from '../../src/notices/digest.ts'
import { lengthOf } from '../../src/notices/fit-text.ts'
import { newestHistory } from '../../src/store/changes.ts'
import { addNotice } from '../../src/store/notices.ts'
import type { Db } from '../../src/store/schema.ts'
import { recordStatuses } from '../../src/store/statuses.ts'
import { recordSummaries } from '../../src/store/summaries.ts'
import { decideForUnit } from '../../src/store/unit-settings.ts'
import { findUnits } from '../../src/store/units.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'

const say = loadWording('vi')
const catalogs = loadCatalogs()
const SET = 'ntm-nang-cao-2021-2025'
const NOW = instantAt('2026-11-23', '07:30')

/** A commune `x` with some villages; province `p` above it. */
async function furnish(db: Db, villages: number): Promise<void> {
  const unit = (id: string, level: string, name: string, path: string) =>
    sql`insert into units (id, level, name, path, aliases) values (${id}, ${level}, ${name}, ${path}, '[]')`.execute(db)
  await unit('p', 'tinh', 'Mẫu', '/p/')
  await unit('x', 'xa', 'Hẹn Mẫu', '/p/x/')
  for (let at = 0; at < villages; at += 1) await unit(`t${at}`, 'thon', `Thôn Rất Dài Tên Số ${at}`, `/p/x/t${at}/`)
  await sql`insert into people (id, name) values ('ha', 'Nguyễn Thị Hà Mẫu')`.execute(db)
}

const status = (indicator: string, state: 'met' | 'unmet', value: number | null = null, as_of = '2026-10-31') => ({
  unit_id: 'x',
  set_id: SET,
  indicator,
  state,
  value,
  as_of,
  source: 'Báo cáo tháng 10 (số liệu giả)',
})

async function tell(db: Db, ...rows: ReturnType<typeof status>[]): Promise<void> {
  await recordStatuses(db, rows, catalogs, NOW.toISOString())
}

async function digest(db: Db, id = 'x', now = NOW): Promise<string> {
  const [unit] = await findUnits(db, [id])
  if (!unit) throw new Error('no unit')
  return digestOf({ db, say, catalogs, now }, unit)
}

async function markSent(db: Db, now = NOW, unitId = 'x'): Promise<void> {
  const seen = await newestHistory(db)
  await addNotice(db, { kind: 'digest', unitId, text: '', sendAt: now, seen }, now)
}

onEachDatabase((createDatabase) => {
  async function start(villages = 3) {
    const { db } = await openNew(createDatabase)
    await furnish(db, villages)
    return db
  }

  describe('the digest', () => {
    it('is never empty, even where nothing is known', async () => {
      const db = await start(0)
      expect(await digest(db)).toBe(
        [
          '[b]Tiến độ nông thôn mới xã Hẹn Mẫu[/b], 07:30 ngày 23/11/2026',
          'Chưa có số liệu của xã Hẹn Mẫu.',
          'Đây là bản tin đầu tiên; bản tin sau sẽ nêu thay đổi so với hôm nay.',
        ].join('\n'),
      )
      await markSent(db)
      expect(await digest(db)).toContain('Không có thay đổi từ 23/11/2026')
    })

    it('says what is newly met, met no more, newly assessed, and new figures', async () => {
      const db = await start()
      await tell(db, status('17.5', 'unmet', 60), status('13.2', 'met'), status('14.1', 'unmet', 91))
      await markSent(db)
      await tell(db, status('17.5', 'met', 86.4, '2026-11-20'), status('13.2', 'unmet', null, '2026-11-20'))
      await tell(db, status('14.1', 'unmet', 93, '2026-11-20'), status('8.5', 'unmet', null, '2026-11-20'))
      const text = await digest(db)
      expect(text).toContain('+1 chỉ tiêu: 17.5; −1 chỉ tiêu: 13.2; mới đánh giá, chưa đạt: 8.5')
      expect(text).toContain('17.5 phân loại rác (đến 20/11/2026, nguồn: Báo cáo tháng 10 (số liệu giả))')
      expect(text).toContain('14.1: 91% → 93% (đến 20/11/2026)')
    })

    it('an older day that is told late changes nothing that stands, and is no news', async () => {
      const db = await start()
      await tell(db, status('17.5', 'met', 86, '2026-11-20'))
      await markSent(db)
      await tell(db, status('17.5', 'unmet', 40, '2026-01-31'))
      expect(await digest(db)).toContain('Không có thay đổi')
    })

    it('goes by what it saw, whatever the clock showed when it was told', async () => {
      const db = await start()
      await tell(db, status('17.5', 'unmet', 60))
      await markSent(db, new Date(NOW.getTime() + 7 * 86_400_000))
      await tell(db, status('17.5', 'met', 86))
      expect(await digest(db)).toContain('+1 chỉ tiêu: 17.5')
    })

    it('new totals of a report are news, and the list beside them is said', async () => {
      const db = await start()
      const totals = { unit_id: 'x', set_id: SET, source: 'Báo cáo năm (số liệu giả)' }
      await recordSummaries(
        db,
        [{ ...totals, as_of: '2025-12-31', criteria_met: 14, indicators_met: 60 }],
        catalogs,
        NOW.toISOString(),
      )
      await markSent(db)
      await recordSummaries(
        db,
        [{ ...totals, as_of: '2026-10-31', criteria_met: 15, indicators_met: 62 }],
        catalogs,
        NOW.toISOString(),
      )
      const text = await digest(db)
      expect(text).toContain('từ 14/19 tiêu chí, 60/75 chỉ tiêu thành 15/19 tiêu chí, 62/75 chỉ tiêu')
      expect(text).toContain('Tính đến 31/10/2026. Nguồn: Báo cáo năm (số liệu giả).')
    })

    it('is one message on every channel, however much there is, and cuts no fact', async () => {
      const db = await start(60)
      const set = catalogs.get(SET)
      const codes = set?.criteria.flatMap(({ indicators }) => indicators.map(({ code }) => code)) ?? []
      await tell(db, ...codes.map((code) => status(code, 'unmet', 10)))
      await markSent(db)
      await tell(db, ...codes.map((code) => status(code, 'met', 99, '2026-11-20')))
      for (const [at, code] of codes.entries())
        await sql`insert into assignments (unit_id, set_id, target, person_id, task, due, recorded_at)
          values ('x', ${SET}, ${code}, 'ha', ${`Việc số ${at} ${'rất dài '.repeat(30)}`}, ${at % 2 ? '2026-11-30' : '2026-11-01'}, '')`.execute(
          db,
        )
      const text = await digest(db)
      expect(lengthOf(text)).toBeLessThanOrEqual(2000)
      expect(lengthOf(text)).toBeGreaterThan(1700)
      expect(text).toContain('+75 chỉ tiêu')
      expect(text).toMatch(/Đến hạn trong 14 ngày tới: 37 việc/)
      expect(text).toMatch(/Quá hạn: 38 việc/)
      expect(text).toMatch(/60\/60 thôn: .* và \d+ thôn khác/)
      for (const line of text.split('\n').filter((each) => each.includes('Việc số')))
        expect(line).toMatch(/^• .*; hạn \d\d\/\d\d\/2026(, quá 22 ngày)?$/)
    })

    it('asks for reports by the unit’s own period, and of the one before in the first days of another', async () => {
      const db = await start(1)
      expect(await digest(db)).toContain('từ 01/11/2026 đến 30/11/2026: 1/1 thôn')
      expect(await digest(db, 'x', instantAt('2026-12-01', '07:30'))).toContain('từ 01/11/2026 đến 30/11/2026')
      await decideForUnit(db, 'p', { reporting: 'quarter' })
      expect(await digest(db)).toContain('từ 01/10/2026 đến 31/12/2026')
      await decideForUnit(db, 'x', { reporting: 'none' })
      expect(await digest(db)).not.toContain('Chưa báo cáo')
    })

    it('of a province names its communes and what changed in each', async () => {
      const db = await start()
      await tell(db, status('17.5', 'unmet', 60))
      await markSent(db, NOW, 'p')
      await tell(db, status('17.5', 'met', 86, '2026-11-20'))
      const text = await digest(db, 'p')
      expect(text).toContain('• Xã Hẹn Mẫu: 0/19 tiêu chí, 1/75 chỉ tiêu')
      expect(text).toContain('• Xã Hẹn Mẫu (NTM nâng cao 2021–2025): +1 chỉ tiêu: 17.5')
      expect(text).toContain('3/3 thôn: xã Hẹn Mẫu (3 thôn)')
    })
  })
})
