import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { runScript } from '../../src/script.ts'
import { openToRead } from '../../src/store/store.ts'
import { furnish } from '../conversations/furnish.ts'
import { silentLog } from '../silent-log.ts'
import { taughtLanguage } from '../taught-language.ts'

const SAID: [from: string, text: string][] = [
  ['canbo', 'giao 13.2 cho anh Tùng hạn 31/12/2026: làm hồ sơ mật'],
  ['canbo', 'ok'],
  ['tung', 'đã nhận'],
  ['tung', 'xin gia hạn đến 15/1/2027: chờ thẩm định'],
  ['canbo', 'không gia hạn việc 2: việc gấp'],
  ['canbo', 'gia hạn 13.2 đến 20/1/2027'],
  ['tung', 'xong 13.2: đã nộp'],
  ['canbo', 'chưa xong 13.2: thiếu ảnh'],
  ['tung', 'xong 13.2'],
  ['canbo', 'xác nhận xong 13.2'],
  ['canbo', 'giao 8.5 cho anh Tùng hạn 31/12/2026'],
  ['canbo', 'ok'],
  ['canbo', 'chuyển 8.5 cho chị Hoa'],
  ['canbo', 'ok'],
  ['canbo', 'hủy giao 8.5: nhầm'],
  ['canbo', 'ok'],
  ['canbo', 'giao 14.1 cho chị Hoa hạn 31/12/2026'],
  ['canbo', 'ok'],
  ['canbo2', 'cập nhật 14.1 98% đạt, nguồn Báo cáo giả'],
  ['canbo2', 'ok'],
]

/** All that is done to tasks stands in the audit, with ids alone: neither names nor what people wrote. */
test('each thing done to a task is in the audit, by whom, before and after', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const databaseUrl = join(folder, 'ntm.db')
  await furnish('mau-lam', databaseUrl)
  const input = new PassThrough()
  input.end(SAID.map(([from, text]) => `${JSON.stringify({ from, text })}\n`).join(''))
  await runScript({
    databaseUrl,
    start: new Date('2026-11-23T08:00:00+07:00'),
    locale: 'vi',
    dataDir: folder,
    log: silentLog,
    language: await taughtLanguage(),
    input,
    output: new PassThrough().resume(),
  })
  const { db, close } = openToRead(databaseUrl)
  const rows = await db.selectFrom('audit').selectAll().where('action', 'like', 'task.%').orderBy('id').execute()
  await close()
  const states = rows.map(({ before, after }) =>
    [before, after].map((json) => (json === null ? '–' : (JSON.parse(json) as { state: string }).state)).join(' → '),
  )
  expect(
    rows.map(({ action, person_id, subject }, at) => `${subject.split('/')[1]} ${action} ${person_id}: ${states[at]}`),
  ).toEqual([
    '13.2 task.given canbo: – → open',
    '13.2 task.accepted tung: open → open',
    '13.2 task.extension-asked tung: open → open',
    '13.2 task.extension-refused canbo: open → open',
    '13.2 task.extended canbo: open → open',
    '13.2 task.done tung: open → done',
    '13.2 task.reopened canbo: done → open',
    '13.2 task.done tung: open → done',
    '13.2 task.confirmed canbo: done → closed',
    '8.5 task.given canbo: – → open',
    '8.5 task.handed-on canbo: open → open',
    '8.5 task.cancelled canbo: open → cancelled',
    '14.1 task.given canbo: – → open',
    '14.1 task.met null: open → closed',
  ])
  expect(JSON.stringify(rows)).not.toMatch(/Tùng|Hoa|mật|thẩm định|việc gấp|thiếu ảnh|nhầm/)
})
