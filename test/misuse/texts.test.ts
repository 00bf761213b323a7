import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { toCaption, toText } from '../../src/channels/telegram/to-request.ts'
import { seen } from '../../src/messages/seen.ts'
import { auditCsv } from '../../src/operator/audit.ts'
import { countRows } from '../../src/store/tables.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { Row } from '../../src/world/rows.ts'
import { readEmphasis } from '../../src/wording/emphasis.ts'
import { refuseOtherHosts } from '../channels/guard.ts'
import { createSqlite, onEachDatabase } from '../store/databases.ts'
import { openRig } from './rig.ts'

const HTML = '<b>x</b><a href="tg://user?id=1">y</a> & &lt;script&gt; [b]đậm[/b] *x* _y_ `z` [t](https://example.vn)'

/** What Telegram would show of a text in its HTML; it throws where Telegram would refuse. */
function shownOf(html: string): string {
  const left = html.replaceAll(/<b>([^<]*)<\/b>/g, '$1')
  if (/[<>]|&(?!(amp|lt|gt);)/.test(left)) throw new Error(`not the HTML that was meant: ${html}`)
  return left.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

describe('marks in what people write', () => {
  test('are shown as they are, whatever stands out, as a text and under a file', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('<', '>', '&', 'b', '/', ';', 'lt', '"', ' ', 'đ') }),
    )
    const emphasis = fc.array(fc.record({ start: fc.nat(30), length: fc.nat(30) }), { maxLength: 4 })
    fc.assert(
      fc.property(text, emphasis, (written, stretches) => {
        expect(shownOf(toText({ command: 'x', text: written, emphasis: stretches }).text)).toBe(written)
        if (written !== '')
          expect(shownOf(toCaption({ command: 'x', text: written, emphasis: stretches }).caption!)).toBe(written)
      }),
      { numRuns: 1000 },
    )
  })

  test('style nothing, however they are nested', () => {
    const say = loadWording('vi')
    const name = fc.string({ unit: fc.constantFrom('[b]', '[/b]', '[', ']', 'b', '/', 'x') })
    const plain = readEmphasis(say('officer', { name: 'x', office: 'y' })).emphasis
    const nested = '[[b]b]x[/[/b]b]'
    fc.assert(
      fc.property(name, (written) => {
        expect(readEmphasis(say('officer', { name: written, office: written })).emphasis).toHaveLength(plain.length)
      }),
      { numRuns: 1000, examples: [[nested]] },
    )
  })

  test('in a note come back to the officer as they were written', async () => {
    const rig = await openRig(createSqlite().url)
    for (const line of ['báo cáo 17.5', '150/210', 'bỏ qua', HTML, 'xác nhận']) await rig.text('doai', line)
    const shown = rig.sent.filter(({ to }) => to === 'canbo').map(({ message }) => message)
    expect(shown.map(({ text }) => text).join('\n')).toContain('<a href="tg://user?id=1">y</a> & &lt;script&gt;')
    for (const message of shown) expect(shownOf(toText(message).text)).toBe(message.text)
  })
})

const SQL = `'; drop table reports; -- " or 1=1; select pg_sleep(5) /* \\'); delete from units; --`

onEachDatabase((createDatabase) => {
  test('SQL in every field of every kind of message is words', async () => {
    const rig = await openRig((await createDatabase()).url)
    const before = await countRows(rig.db)
    const { update, receive, text } = rig
    await receive(
      update(SQL, { kind: 'text', text: SQL }),
      update('doai', { kind: 'text', text: `/tieuchi ${SQL}` }),
      update('doai', {
        kind: 'press',
        data: `?status|${SQL}|${SQL}|${SQL}|${SQL}`,
        label: SQL,
        messageId: SQL,
        callbackId: SQL,
      }),
      update('doai', { kind: 'file', caption: SQL, files: [{ kind: 'document', handle: SQL, name: SQL, mime: SQL }] }),
      { ...update('doai', { kind: 'text', text: 'xin chào' }), id: SQL },
      { ...update('doai', { kind: 'membership', change: 'joined' }), chat: { id: SQL, kind: 'group', title: SQL } },
      { ...update('doai', { kind: 'migrated', to: `${SQL}2` }), chat: { id: SQL, kind: 'group' } },
    )
    for (const line of ['báo cáo 17.5', '150/210', 'bỏ qua', SQL, 'xác nhận']) await text('doai', line)
    await text('canbo', `trả lại 1: ${SQL}`)
    await text('canbo', `cập nhật chỉ tiêu 8.5 đạt, nguồn ${SQL}`)
    await text('canbo', 'xác nhận')
    await text('canbo', `mời trưởng thôn Trung tên ${SQL}`)
    await text('la', `yêu cầu dữ liệu ${SQL}`)
    expect(await rig.setAside()).toBe(0)
    const after = await countRows(rig.db)
    for (const table of ['units', 'people', 'roles', 'summaries', 'groups'])
      expect(after[table], table).toBe(before[table])
    const reports = await rig.db.selectFrom('reports').select('note').execute()
    expect(reports).toEqual([{ note: expect.stringContaining('drop table reports') as string }])
  })

  test('a letter that no database takes is left out, and the message is answered', async () => {
    const rig = await openRig((await createDatabase()).url)
    expect(await rig.text('doai', 'xin\0 chào')).not.toBe('')
    expect(await rig.text('doai', 'báo cáo 17.5 được 150/210 hộ, ghi chú: a\0b\ud800c')).not.toBe('')
    expect(await rig.text('doai', 'xác nhận')).toContain('Đã gửi báo cáo')
    expect(await rig.setAside()).toBe(0)
  })

  test('marks that turn a line around and controls for a terminal are left out of texts, names and titles', async () => {
    const rig = await openRig((await createDatabase()).url)
    const turned = 'lăn\u202Eộđ 001 tạđ\u2066\u200F \u001b[2J\u009b31m'
    const { update, receive } = rig
    await receive({ ...update('doai', { kind: 'text', text: 'xin chào' }), sender: { id: 'doai', name: turned } })
    await receive({
      ...update('canbo', { kind: 'membership', change: 'joined' }),
      chat: { id: 'g', kind: 'group', title: turned },
    })
    expect(await rig.text('doai', `báo cáo 17.5 được 150/210 hộ, ghi chú: ${turned}\vdòng hai`)).not.toBe('')
    expect(await rig.text('doai', 'xác nhận')).toContain('Đã gửi báo cáo')
    const { note } = await rig.db.selectFrom('reports').select('note').executeTakeFirstOrThrow()
    expect(note).toContain('lănộđ 001 tạđ')
    const kept = JSON.stringify([
      await rig.db.selectFrom('inbox').selectAll().execute(),
      await rig.db.selectFrom('chats').selectAll().execute(),
      await rig.db.selectFrom('reports').selectAll().execute(),
      rig.sent,
    ])
    expect(kept).toContain('lănộđ')
    expect(kept).not.toMatch(/[\u0080-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\\\\?u00(0[0-8b-c]|1)/)
  })
})

test.each([
  ['a\0b', 'ab'],
  ['một\vhai\fba\u2028bốn', 'một\nhai\nba\nbốn'],
  ['\u202Exã\u202C \u2067Mẫu\u2069\u200E\u061C', 'xã Mẫu'],
  ['\u001b[31mđỏ\u007f', '[31mđỏ'],
  [`a${'\u0323\u0302'.repeat(200_000)}b`, `a${'\u0323\u0302'.repeat(5)}b`],
  ['giữ\ttab\r\nvà 👨‍👩‍👧 Đo\u0300ai', 'giữ\ttab\r\nvà 👨‍👩‍👧 Đo\u0300ai'],
])('of %.40j is seen %.40j', (text, shown) => {
  expect(seen(text)).toBe(shown)
  const row = new Row('units.csv', new Map([['name', 0]]), [])
  row.moveTo(2, [text])
  expect(row.optional('name')).toBe(shown)
})

test('no query is put together from words: raw SQL is made of constants, in two files', () => {
  const raw = globSync('{src,commands}/**/*.ts').filter((file) => readFileSync(file, 'utf8').includes('sql.raw('))
  expect(raw.sort()).toEqual(['src/store/bulk.ts', 'src/store/migrations/columns.ts'])
})

test.each(['=', '+', '-', '@', '\t', '\r', '=HYPERLINK("http://x","y")', '-1+1|cmd', '\t=1', '\r=1'])(
  'a cell that begins with %j is no formula in an export',
  (reason) => {
    const line = { id: 1, at: '', person_id: null, channel: null, action: '', unit_id: null, subject: '' }
    const names = { before: null, after: null, person_name: reason, unit_name: null }
    const cells = auditCsv([{ ...line, ...names, reason }]).split('\n')[1]!
    expect(cells).not.toMatch(/(^|,)"?[=+\-@\t\r]/)
  },
)

test('nothing that people write makes the program call another host', async () => {
  const guard = refuseOtherHosts()
  onTestFinished(() => guard.end())
  const rig = await openRig(createSqlite().url)
  for (const address of ['http://169.254.169.254/latest', 'https://example.com/a.jpg', 'file:///etc/passwd']) {
    await rig.text('doai', `báo cáo 17.5 150/210 xem ${address}`)
    await rig.receive(
      rig.update('doai', { kind: 'file', files: [{ kind: 'photo', handle: address }], caption: address }),
    )
    await rig.press('doai', address)
  }
  expect(guard.tried).toEqual([])
})

test('the program calls out in few places, none of which follows a redirect with its token', () => {
  const calls = globSync('src/**/*.ts').flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    return /await fetch\((`|url)/.test(source) ? [{ file, source }] : []
  })
  expect(calls.map(({ file }) => file).sort()).toEqual([
    'src/channels/download.ts',
    'src/channels/zalo/api.ts',
    // Of the machine itself, whether the bot listens.
    'src/operator/web-doctor.ts',
  ])
  for (const { source } of calls) expect(source).toMatch(/redirect: '(error|manual)'/)
})
