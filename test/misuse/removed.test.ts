import { expect, test } from 'vitest'
import { erasePerson } from '../../src/store/personal-data.ts'
import { countRows } from '../../src/store/tables.ts'
import type { Db } from '../../src/store/schema.ts'
import { createSqlite } from '../store/databases.ts'
import { openRig } from './rig.ts'

/** What grows when something was done; texts, dialogs and the audit of refusals do not count. */
const DONE = ['statuses', 'summaries', 'reports', 'reviews', 'assignments', 'assignment_events', 'notices', 'schedules']
const ALSO_DONE = ['invitations', 'roles', 'people', 'accounts', 'unit_settings', 'rollup_fixes']

const REMOVED: [string, (db: Db, personId: string) => Promise<unknown>][] = [
  ['whose rights were taken away', (db, id) => db.deleteFrom('roles').where('person_id', '=', id).execute()],
  ['who was erased', (db, id) => erasePerson(db, id, 1, 'người đã xóa #1', new Date('2026-11-23T01:00:00Z'))],
]

/** Dialogs that wait for the last word: who is asked, and by which lines. */
const DIALOGS: [who: string, lines: string[], confirms: string][] = [
  ['doai', ['báo cáo 17.5 được 150/210 hộ'], 'xác nhận'],
  ['canbo', ['giao 17.5 cho anh Mẫu hạn 31/12/2026'], 'xác nhận'],
  ['canbo', ['thông báo: mai họp giao ban'], 'xác nhận'],
  ['canbo', ['đặt lịch bản tin 7h30 thứ hai hằng tuần cho nhóm'], 'xác nhận'],
  ['canbo', ['cập nhật chỉ tiêu 8.5 đạt, nguồn báo cáo quý 3'], 'xác nhận'],
  ['canbo', ['mời trưởng thôn Trung tên Lê Văn Mới Mẫu'], 'xác nhận'],
  ['canbo', ['kỳ báo cáo hằng quý'], 'xác nhận'],
  ['canbo', ['xóa ông Nguyễn Văn Mẫu khỏi thôn Đoài'], 'xác nhận'],
]

test.each(REMOVED)('somebody %s in the middle of a dialog does nothing by its last word', async (_, remove) => {
  for (const [who, lines, confirms] of DIALOGS) {
    const rig = await openRig(createSqlite().url)
    for (const line of lines) await rig.text(who, line)
    expect(await rig.db.selectFrom('dialogs').select('form').execute(), lines.join()).toHaveLength(1)
    const personId = who === 'doai' ? 'tdoai' : who
    await remove(rig.db, personId)
    const before = await countRows(rig.db)
    const said = await rig.text(who, confirms)
    expect(said, lines.join()).not.toBe('')
    expect(said).not.toMatch(/^Đã /)
    const after = await countRows(rig.db)
    for (const table of [...DONE, ...ALSO_DONE]) expect(after[table], `${lines.join()}: ${table}`).toBe(before[table])
    expect(await rig.setAside()).toBe(0)
  }
})
