import { expect, test } from 'vitest'
import type { Turn } from '../../src/command/command.ts'
import { refuse, refuseRole } from '../../src/replies/refusal.ts'
import { findSpeaker } from '../../src/store/speakers.ts'
import { addPerson, giveRole } from '../../src/store/roster.ts'
import type { Db } from '../../src/store/schema.ts'
import { findUnits } from '../../src/store/units.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'
import { addUnits } from '../store/units.ts'

const say = loadWording('vi')
const NOW = new Date('2026-11-23T01:00:00Z')

/** Tỉnh with xã with thôn, and people whose ids are their console handles. */
async function commune(db: Db): Promise<void> {
  await addUnits(db)
  for (const [id, name, role, unitId] of [
    ['tinh', 'Trần Thị Tỉnh Mẫu', 'district_officer', 'tinh'],
    ['xa', 'Nguyễn Văn Xã Mẫu', 'commune_officer', 'xa'],
    ['thon', 'Lê Văn Thôn Mẫu', 'village_head', 'thon'],
  ] as const) {
    await addPerson(db, id, name)
    await giveRole(db, id, role, unitId)
    await db.insertInto('accounts').values({ channel: 'console', external_id: id, person_id: id }).execute()
  }
}

async function turnOf(db: Db, who: string): Promise<Pick<Turn, 'db' | 'say' | 'speaker' | 'channel' | 'now'>> {
  return { db, say, speaker: await findSpeaker(db, 'console', who), channel: 'console', now: NOW }
}

onEachDatabase((createDatabase) => {
  test('says what right is missing, whose it is, and names the officers who can give it, nearest first', async () => {
    const { db } = await openNew(createDatabase)
    await commune(db)
    const [unit] = await findUnits(db, ['thon'])
    const report = await refuse(await turnOf(db, 'stranger'), 'submit-report', unit!)
    expect(report.text).toContain('Anh/chị chưa có quyền gửi báo cáo của thôn ở thôn Ví Dụ')
    expect(report.text).toContain('dành cho: trưởng thôn')
    expect(report.text).toContain(
      'Nguyễn Văn Xã Mẫu (cán bộ xã, xã Đông Mẫu); Trần Thị Tỉnh Mẫu (cán bộ cấp trên, tỉnh Mẫu)',
    )
  })

  test('what somebody tried without the right is in the audit; what a stranger tried is not', async () => {
    const { db } = await openNew(createDatabase)
    await commune(db)
    const [unit] = await findUnits(db, ['xa'])
    await refuse(await turnOf(db, 'thon'), 'set-status', unit!)
    await refuseRole(await turnOf(db, 'thon'), 'Duyệt báo cáo', ['commune_officer'], 'approve')
    await refuse(await turnOf(db, 'stranger'), 'set-status', unit!)
    const tried = { action: 'refuse', person_id: 'thon', channel: 'console', at: NOW.toISOString() }
    expect(await db.selectFrom('audit').selectAll().orderBy('id').execute()).toMatchObject([
      { ...tried, subject: 'right/set-status', unit_id: 'xa' },
      { ...tried, subject: 'right/approve', unit_id: 'thon' },
    ])
  })

  test('does not send people to themselves, and names roles where nobody holds them', async () => {
    const { db } = await openNew(createDatabase)
    await commune(db)
    const refused = await refuseRole(await turnOf(db, 'thon'), 'Xem nhật ký', ['commune_officer'])
    expect(refused.text).toContain('Trần Thị Tỉnh Mẫu')
    expect(refused.text).not.toContain('Lê Văn Thôn Mẫu')
    const own = await refuseRole(await turnOf(db, 'tinh'), 'Duyệt', ['commune_officer'])
    expect(own.text).not.toContain('Trần Thị Tỉnh Mẫu')
    expect(own.text).toContain('Xin liên hệ cán bộ cấp trên, quản trị')
    const stranger = await refuseRole(await turnOf(db, 'la'), 'Duyệt', ['commune_officer'])
    expect(stranger.text).toContain('Xin liên hệ cán bộ cấp trên, quản trị')
  })
})
