import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSqlite, onEachDatabase } from '../store/databases.ts'
import { openRig } from './rig.ts'

const REPORT = 'báo cáo 17.5 được 150/210 hộ'

test('whatever stands in a button, nobody gets a right by it, and nothing breaks', async () => {
  const rig = await openRig(createSqlite().url)
  await rig.text('doai', REPORT)
  await rig.text('doai', 'xác nhận')
  const commands = [
    'approve',
    'return',
    'reopen',
    'fix-rollup',
    'set-status',
    'people',
    'invite',
    'constructor',
    '__proto__',
  ]
  const part = fc.oneof(fc.constantFrom('', '1', 'mau-son', 'doai', '17.5', "'; drop table reports; --"), fc.string())
  const data = fc.oneof(
    fc.string(),
    fc.tuple(fc.constantFrom(...commands), part, part, part, part).map((parts) => `?${parts.join('|')}`),
    fc.integer().map((n) => `#${n}`),
    fc.constantFrom('=', '!', '?', '#', '=confirm', '=xác nhận', '=1', '!cancel'),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('doai', 'xem', 'la'), data, async (from, forged) => {
      expect(await rig.press(from, forged)).not.toBe('')
    }),
    { numRuns: 150 },
  )
  expect(await rig.reportStates()).toEqual(['waiting'])
  expect(await rig.setAside()).toBe(0)
  const statuses = await rig.db.selectFrom('statuses').select('id').execute()
  expect(statuses).toHaveLength(8)
})

onEachDatabase((createDatabase) => {
  test("an officer's button that was forwarded does nothing for a village head, and that he pressed it is in the audit", async () => {
    const rig = await openRig((await createDatabase()).url)
    await rig.text('doai', REPORT)
    await rig.text('doai', 'xác nhận')
    const approve = rig.buttonOf('canbo', 'Duyệt')
    for (const from of ['doai', 'dong', 'xem', 'canbokia'])
      expect(await rig.press(from, approve), from).toMatch(/chưa có quyền|không thấy báo cáo số 1/)
    expect(await rig.press('la', approve)).toContain('Tôi chưa biết anh/chị là ai nên chưa cho xem báo cáo được')
    expect(await rig.reportStates()).toEqual(['waiting'])
    const refused = await rig.db.selectFrom('audit').select('person_id').where('action', '=', 'refuse').execute()
    expect(refused.map(({ person_id }) => person_id)).toEqual(['tdoai', 'tdong', 'xem', 'canbokia'])
    expect(await rig.press('canbo', approve)).toContain('Đã duyệt báo cáo số 1')
  })

  test("the button that confirms somebody's report is nobody else's", async () => {
    const rig = await openRig((await createDatabase()).url)
    await rig.text('doai', REPORT)
    const confirm = rig.buttonOf('doai', 'Xác nhận')
    for (const from of ['dong', 'canbo', 'la']) await rig.press(from, confirm)
    expect(await rig.reportStates()).toEqual([])
    await rig.press('doai', confirm)
    expect(await rig.reportStates()).toEqual(['waiting'])
  })

  test('several reports by their numbers are shown to nobody but those who review them', async () => {
    const rig = await openRig((await createDatabase()).url)
    for (const from of ['doai', 'dong']) {
      await rig.text(from, REPORT)
      await rig.text(from, 'xác nhận')
    }
    for (const from of ['la', 'xem', 'doai', 'canbokia'])
      expect(await rig.text(from, 'duyệt 1, 2'), from).not.toContain('hộ')
    expect(await rig.text('canbo', 'duyệt 1, 2')).toContain('150/210 hộ')
  })

  test("a button that sets another commune's schedule again shows nothing of it", async () => {
    const rig = await openRig((await createDatabase()).url)
    await rig.text('canbo', 'đặt lịch thông báo cho nhóm 7h thứ hai hằng tuần: họp giao ban')
    expect(await rig.text('canbo', 'xác nhận')).toContain('Đã đặt lịch')
    const said = await rig.press('canbokia', '?schedule||||1')
    expect(said).not.toContain('giao ban')
    expect(said).not.toContain('Mẫu Sơn')
  })

  test('two officers who approve in the same moment: one did, and the other is told who', async () => {
    const rig = await openRig((await createDatabase()).url)
    await rig.text('doai', REPORT)
    await rig.text('doai', 'xác nhận')
    const data = rig.buttonOf('canbo', 'Duyệt')
    const said = await rig.receive(
      rig.update('canbo', { kind: 'press', data }),
      rig.update('canbo2', { kind: 'press', data }),
    )
    const both = [said('canbo'), said('canbo2')]
    expect(both.filter((text) => text.includes('Đã duyệt báo cáo số 1'))).toHaveLength(1)
    expect(both.filter((text) => text.includes('hiện là: đã duyệt ('))).toHaveLength(1)
    const approvals = await rig.db.selectFrom('audit').select('id').where('action', '=', 'report.approve').execute()
    expect(approvals).toHaveLength(1)
    const statuses = await rig.db.selectFrom('statuses').select('id').where('unit_id', '=', 'doai').execute()
    expect(statuses).toHaveLength(1)
  })

  test('an approval after the right was taken away is refused, also where it only has to be confirmed', async () => {
    const rig = await openRig((await createDatabase()).url)
    await rig.text('doai', REPORT)
    await rig.text('doai', 'xác nhận')
    await rig.text('canbo2', 'trả lại 1')
    const approve = rig.buttonOf('canbo', 'Duyệt')
    await rig.db.deleteFrom('roles').where('person_id', 'in', ['canbo', 'canbo2']).execute()
    expect(await rig.press('canbo', approve)).toContain('chưa có quyền')
    expect(await rig.text('canbo2', 'thiếu ảnh')).toContain('chưa có quyền')
    expect(await rig.reportStates()).toEqual(['waiting'])
  })
})
