import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import { assert, property, string } from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { auditCsv } from '../../src/operator/audit.ts'
import { readCode } from '../../src/people/invite-code.ts'
import { audit } from '../../src/store/audit.ts'
import { keepIncoming, markDone } from '../../src/store/inbox.ts'
import { findInvitation } from '../../src/store/invitations.ts'
import { addPerson } from '../../src/store/roster.ts'
import { onEachDatabase } from '../store/databases.ts'
import { addUnits } from '../store/units.ts'

// Whole processes are started here, also on machines that are busy.
vi.setConfig({ testTimeout: 60_000 })

const ROOT = join(import.meta.dirname, '../..')

/** Runs the operator's tool as its own process, in a folder without a `.env`. */
function ntm(...args: string[]): { status: number | null; out: string; err: string } {
  const cwd = mkdtempSync(join(tmpdir(), 'ntm-operator-'))
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }))
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/operator/ntm.ts'), ...args], {
    encoding: 'utf8',
    cwd,
    env: { PATH: process.env.PATH },
  })
  return { status, out: stdout.trim(), err: stderr.trim() }
}

onEachDatabase((createDatabase) => {
  test('invite makes the code with which the first administrator joins, and says so in the audit', async () => {
    const database = await createDatabase()
    const empty = await database.open()
    await addUnits(empty.db)
    await empty.close()
    const made = ntm('invite', '--role', 'admin', '--unit', 'tinh', '--name', 'Lê Văn Mẫu', '--db', database.url)
    expect(made).toMatchObject({ status: 0, err: '' })
    const read = readCode(made.out.split('): ')[1] ?? '')
    expect(read?.right).toBe(true)

    const { db } = await database.open()
    const found = await findInvitation(db, read?.code ?? '', new Date())
    expect(found).toMatchObject({ role: 'admin', unit_id: 'tinh', name: 'Lê Văn Mẫu', created_by: null })
    expect(await db.selectFrom('audit').select(['action', 'unit_id', 'after', 'reason']).execute()).toEqual([
      { action: 'invite', unit_id: 'tinh', after: 'admin', reason: 'operator' },
    ])
  })

  test('audit writes what happened in a unit and below it since a day, one line each', async () => {
    const database = await createDatabase()
    const store = await database.open()
    await addUnits(store.db)
    await addPerson(store.db, 'p1', '=cmd|mẫu')
    const at = (time: string) => new Date(time)
    const entry = { person_id: 'p1', channel: 'zalo', action: 'report', subject: 'ntm/17.5' } as const
    await audit(store.db, { ...entry, at: at('2026-11-01T16:59:59Z'), unit_id: 'thon', after: 'hôm trước' })
    await audit(store.db, { ...entry, at: at('2026-11-01T17:00:00Z'), unit_id: 'thon', reason: 'a, "b"\nc' })
    await audit(store.db, { ...entry, at: at('2026-11-02T00:00:00Z'), unit_id: 'tinh' })
    await audit(store.db, { ...entry, at: at('2026-11-02T00:00:00Z') })
    await store.close()

    const { out, status } = ntm('audit', '--unit', 'xa', '--since', '2026-11-02', '--db', database.url)
    expect(status).toBe(0)
    expect(out.split('\n')).toEqual([
      'id,at,person_id,person_name,channel,action,unit_id,unit_name,subject,before,after,reason',
      `2,2026-11-01T17:00:00.000Z,p1,'=cmd|mẫu,zalo,report,thon,Ví Dụ,ntm/17.5,,,"a, ""b"" c"`,
    ])
    expect(ntm('audit', '--unit', 'không-có', '--db', database.url).err).toContain('Không có đơn vị “không-có”')
    // Also while the bot has the database; and that it was written out is in it from then on.
    const bot = await database.open()
    expect(ntm('audit', '--db', database.url).out.split('\n')).toHaveLength(6)
    const exports = await bot.db.selectFrom('audit').selectAll().where('action', '=', 'export').orderBy('id').execute()
    expect(exports).toMatchObject([
      {
        person_id: null,
        unit_id: 'xa',
        subject: 'audit',
        after: '{"since":"2026-11-01T17:00:00.000Z"}',
        reason: 'operator',
      },
      { person_id: null, unit_id: null, subject: 'audit', after: '{}', reason: 'operator' },
    ])
  })

  test('retention says what it would take, and takes it only without --dry-run', async () => {
    const database = await createDatabase()
    const store = await database.open()
    const old = new Date(Date.now() - 40 * 86_400_000)
    const sender = { id: 'a' }
    await keepIncoming(
      store.db,
      ['1', '2'].map((id) => ({
        channel: 'zalo' as const,
        id,
        chat: { id: 'a', kind: 'private' as const },
        sender,
        addressed: true,
        at: old.toISOString(),
        content: { kind: 'text' as const, text: 'riêng' },
      })),
      old,
    )
    await markDone(store.db, [1], old)
    // To count is nothing that a running bot minds.
    expect(ntm('retention', '--dry-run', '--db', database.url)).toMatchObject({ status: 0, err: '' })
    await store.close()
    const left = async () => {
      const again = await database.open()
      const rows = await again.db.selectFrom('inbox').select('external_id').orderBy('id').execute()
      await again.close()
      return rows.map((row) => row.external_id)
    }
    const options = ['--days', '30', '--db', database.url]
    expect(ntm('retention', '--dry-run', ...options).out).toContain('Sẽ xóa (cũ hơn 30 ngày):\ntin nhận được: 1\n')
    expect(await left()).toEqual(['1', '2'])
    expect(ntm('retention', ...options).out).toContain('Đã xóa (cũ hơn 30 ngày):\ntin nhận được: 1\n')
    expect(await left()).toEqual(['2'])
    expect(ntm('retention', '--days', '41', '--db', database.url).out).toContain('tin nhận được: 0')
  })
})

describe('what is refused', () => {
  test.each([
    [['invite', '--role', 'vua', '--unit', 'x'], 'Dùng: ntm invite'],
    [['invite', '--role', 'admin'], 'Dùng: ntm invite'],
    [['invite', '--role', 'admin', '--unit', 'không-có', '--db', 'x.db'], 'Không có đơn vị “không-có”'],
    [['audit', '--since', 'hôm qua'], 'Dùng: ntm audit'],
    [['audit', '--unit', 'không-có', '--db', 'x.db'], 'there is no database at x.db'],
    [['migrate', '--to', 'postgres://127.0.0.1:1/x', '--db', 'x.db'], 'there is no database at x.db'],
    [['retention', '--days', 'mãi'], 'Dùng: ntm retention'],
    [['retention', '--days', '0'], 'Dùng: ntm retention'],
    [['retention', '--hết'], 'Dùng: ntm retention'],
  ])('%j', (args, said) => {
    const { status, err } = ntm(...args)
    expect(status).not.toBe(0)
    expect(err).toContain(said)
  })
})

describe('the audit as CSV', () => {
  const line = { id: 1, at: 'x', person_id: null, person_name: null, channel: null, action: 'x', unit_id: null }
  test('holds what was put in, a line an entry, and no spreadsheet takes a cell of it for a formula', () => {
    assert(
      property(string({ unit: 'grapheme' }), string({ unit: 'binary-ascii' }), (before, reason) => {
        const csv = auditCsv([{ ...line, unit_name: null, subject: 'x', before, after: null, reason }])
        expect(csv.split(/\r\n|[\r\n]/)).toHaveLength(2)
        const [, cells = []] = parseCsv(csv, { typeInference: false }) as string[][]
        for (const [cell, read = ''] of [
          [before, cells[9]],
          [reason, cells[11]],
        ] as const) {
          const oneLine = cell.replace(/\r\n|[\r\n]/g, ' ')
          expect([oneLine, `'${oneLine}`]).toContain(read)
          expect(read).not.toMatch(/^[=+\-@\t]/)
        }
      }),
    )
  })
})
