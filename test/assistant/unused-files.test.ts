import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { claimFiles } from '../../src/assistant/files-owner.ts'
import { removeUnusedFiles, unusedFiles } from '../../src/assistant/unused-files.ts'
import { keepBytes, pathOf } from '../../src/evidence/evidence-store.ts'
import { audit } from '../../src/store/audit.ts'
import type { Db } from '../../src/store/schema.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'

const NOW = new Date('2026-11-23T01:00:00Z')
const BEFORE = new Date('2025-11-23T01:00:00Z')

onEachDatabase((createDatabase) => {
  async function prepare() {
    const { db } = await openNew(createDatabase)
    const folder = mkdtempSync(join(tmpdir(), 'ntm-files-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    await claimFiles(db, folder, NOW)
    /** A file as it was kept on a day. */
    const kept = async (text: string, day = '2025-01-01') => {
      const file = await keepBytes(folder, Buffer.from(text), 'text/plain')
      utimesSync(pathOf(folder, file), new Date(day), new Date(day))
      return { ...file, path: pathOf(folder, file) }
    }
    return { db, folder, kept }
  }

  async function speakOf(db: Db, file: { sha256: string; mime: string }, where: string): Promise<void> {
    const at = NOW.toISOString()
    const { sha256, mime } = file
    await sql`insert into units (id, level, name, path, aliases) values ('x', 'xa', 'x', '/x/', '[]')
      on conflict do nothing`.execute(db)
    const json = JSON.stringify({ text: { sha256, mime } })
    switch (where) {
      case 'a report':
        await sql`insert into reports (unit_id, set_id, indicator, as_of, submitted_by, submitted_at, channel)
          values ('x', 's', '1.1', '2025-01-01', 'p', ${at}, 'console')`.execute(db)
        await sql`insert into evidence (report_id, sha256, mime, size) values (1, ${sha256}, ${mime}, 1)`.execute(db)
        return
      case 'a notice':
        await sql`insert into notices (kind, unit_id, text, photo, created_at, send_at)
          values ('announcement', 'x', 't', ${JSON.stringify({ sha256, mime })}, ${at}, ${at})`.execute(db)
        return
      case 'what was recorded from a text':
        await audit(db, { at: NOW, action: 'report.read', subject: 's', after: JSON.stringify({ text: sha256 }) })
        return
      case 'what was recorded from a workbook':
        await audit(db, { at: NOW, action: 'status', subject: 's', after: JSON.stringify({ workbook: sha256 }) })
        return
      case 'an open dialog':
        await db
          .insertInto('dialogs')
          .values({
            channel: 'console',
            chat_id: 'c',
            sender_id: 'p',
            form: 'read-report',
            version: 1,
            step: 'text',
            data: json,
            state: 'open',
            updated_at: at,
            expires_at: at,
            warned_at: null,
          })
          .execute()
        return
      default:
        throw new Error(where)
    }
  }

  test('what was sent long ago and of which nothing came is taken away; what is young stays', async () => {
    const { db, folder, kept } = await prepare()
    const [old, young] = [await kept('không xác nhận'), await kept('mới gửi', '2026-01-01')]
    expect(await unusedFiles(db, folder, BEFORE)).toEqual([old.path])
    expect(await removeUnusedFiles(db, folder, BEFORE)).toBe(1)
    expect([old, young].map(({ path }) => existsSync(path))).toEqual([false, true])
    expect(await removeUnusedFiles(db, join(folder, 'none'), BEFORE)).toBe(0)
  })

  test.each([
    'a report',
    'a notice',
    'what was recorded from a text',
    'what was recorded from a workbook',
    'an open dialog',
  ])('what %s speaks of stays, however old', async (where) => {
    const { db, folder, kept } = await prepare()
    const file = await kept('có chỗ dùng')
    await speakOf(db, file, where)
    expect(await removeUnusedFiles(db, folder, BEFORE)).toBe(0)
    expect(existsSync(file.path)).toBe(true)
  })

  test('where another database has its files in the folder too, nothing is taken away', async () => {
    const { db, folder, kept } = await prepare()
    const file = await kept('của ai?')
    const other = await openNew(createDatabase)
    expect(await unusedFiles(other.db, folder, BEFORE)).toEqual([])
    await claimFiles(other.db, folder, NOW)
    for (const each of [db, other.db]) expect(await removeUnusedFiles(each, folder, BEFORE)).toBe(0)
    expect(existsSync(file.path)).toBe(true)
  })

  test('several processes on one database are one owner', async () => {
    const { db, folder } = await prepare()
    await Promise.all([1, 2, 3].map(() => claimFiles(db, folder, NOW)))
    expect(readdirSync(folder)).toHaveLength(1)
  })
})
