import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { backupsIn, keepNewest, nameOf, timeOf } from '../../src/backup/backup-names.ts'
import { makeBackup } from '../../src/backup/make-backup.ts'
import { BackupError } from '../../src/backup/manifest.ts'
import { backUpNightly, isBackupDue } from '../../src/backup/nightly.ts'
import { restoreBackup } from '../../src/backup/restore-backup.ts'
import { keepBytes, pathOf } from '../../src/evidence/evidence-store.ts'
import { openStore } from '../../src/store/store.ts'
import { countRows } from '../../src/store/tables.ts'
import type { Db } from '../../src/store/schema.ts'
import { keepLog } from '../channels/guard.ts'
import { furnish } from '../conversations/furnish.ts'
import { silentLog } from '../silent-log.ts'
import { createSqlite, onEachDatabase } from '../store/databases.ts'

// Whole processes are started here, also on machines that are busy.
vi.setConfig({ testTimeout: 60_000 })

const NOW = new Date('2026-11-23T01:00:00Z')
const OPERATOR = join(import.meta.dirname, '../../src/operator/ntm.ts')

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A report with a photo, whose bytes lie in the folder. */
async function addEvidence(db: Db, dataDir: string, text: string): Promise<string> {
  const bytes = Buffer.from(text)
  const { sha256 } = await keepBytes(join(dataDir, 'evidence'), bytes, 'image/png')
  const report = {
    set_id: 'ntm-nang-cao-2021-2025',
    indicator: '17.5',
    as_of: '2026-11-20',
    note: null,
    corrects: null,
  }
  const figure = { part: 150, whole: 210, value: null, verdict: null }
  const unit = await db.selectFrom('units').select('id').executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('reports')
    .values({
      ...report,
      ...figure,
      unit_id: unit.id,
      submitted_by: 'mau',
      submitted_at: NOW.toISOString(),
      channel: 'console',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('evidence').values({ report_id: id, sha256, mime: 'image/png', size: bytes.length }).execute()
  return sha256
}

onEachDatabase((createDatabase) => {
  test('a backup made while the bot has the database is restored elsewhere, with every row and every file', async () => {
    const database = await createDatabase()
    await furnish('trung-luong', database.url)
    const dataDir = temporaryFolder()
    const folder = temporaryFolder()
    const bot = await database.open()
    await bot.joinBots()
    const sha256 = await addEvidence(bot.db, dataDir, 'ảnh 1')
    const before = await countRows(bot.db)

    const { path, manifest } = await makeBackup({ databaseUrl: database.url, dataDir, folder, now: NOW })
    expect(manifest).toMatchObject({ tables: before, evidence: { files: 1, missing: [] } })
    expect(before).toMatchObject({ units: 5, statuses: 14, evidence: 1 })
    // Only its owner reads it.
    expect(statSync(path).mode & 0o077).toBe(0)
    // What comes later is not in it.
    await addEvidence(bot.db, dataDir, 'ảnh 2')

    const fresh = await createDatabase({ empty: true })
    const to = temporaryFolder()
    await restoreBackup({ backup: path, databaseUrl: fresh.url, dataDir: to })
    const restored = await openStore(fresh.url)
    onTestFinished(() => restored.close())
    expect(await countRows(restored.db)).toEqual(before)
    const statuses = (db: Db) => db.selectFrom('statuses').selectAll().orderBy('id').execute()
    expect(await statuses(restored.db)).toEqual(await statuses(bot.db))
    expect(readFileSync(pathOf(join(to, 'evidence'), { sha256, mime: 'image/png' }), 'utf8')).toBe('ảnh 1')
    // It goes on from there: the next number is a new one, and history is still not to be changed.
    await addEvidence(restored.db, to, 'ảnh 3')
    await expect(restored.db.deleteFrom('statuses').execute()).rejects.toThrow('append-only')
  })

  test('the office’s own letter templates are in it, and come back', async () => {
    const database = await createDatabase()
    await furnish('trung-luong', database.url)
    const [dataDir, folder, to] = [temporaryFolder(), temporaryFolder(), temporaryFolder()]
    const own = (data: string) => join(data, 'templates', 'bao-cao.docx')
    mkdirSync(join(dataDir, 'templates'))
    writeFileSync(own(dataDir), 'mẫu của xã')
    writeFileSync(join(dataDir, 'templates', '~$bao-cao.docx'), 'khóa của Word')
    const { path, manifest } = await makeBackup({ databaseUrl: database.url, dataDir, folder, now: NOW })
    expect(manifest.templates).toMatchObject({ files: [{ name: 'bao-cao.docx' }], unreadable: [] })

    // Another template in its place is not overwritten, and nothing else is restored then.
    const fresh = await createDatabase({ empty: true })
    const restore = () => restoreBackup({ backup: path, databaseUrl: fresh.url, dataDir: to })
    mkdirSync(join(to, 'templates'))
    writeFileSync(own(to), 'mẫu khác')
    await expect(restore()).rejects.toThrow(/bao-cao\.docx is there already/)
    expect(readdirSync(to)).toEqual(['templates'])
    writeFileSync(own(to), 'mẫu của xã')
    await restore()
    rmSync(own(to))

    const again = await createDatabase({ empty: true })
    await restoreBackup({ backup: path, databaseUrl: again.url, dataDir: to })
    expect(readFileSync(own(to), 'utf8')).toBe('mẫu của xã')

    writeFileSync(own(path), 'hỏng')
    const third = await createDatabase({ empty: true })
    const damaged = restoreBackup({ backup: path, databaseUrl: third.url, dataDir: temporaryFolder() })
    await expect(damaged).rejects.toThrow('is damaged or gone')
  })

  test('nothing is restored over what is there', async () => {
    const database = await createDatabase()
    await furnish('trung-luong', database.url)
    const folder = temporaryFolder()
    const { path } = await makeBackup({ databaseUrl: database.url, dataDir: folder, folder, now: NOW })
    const again = restoreBackup({ backup: path, databaseUrl: database.url, dataDir: folder })
    await expect(again).rejects.toThrow(/is there already|not empty/)
  })
})

describe('on SQLite', () => {
  async function prepare() {
    const { url } = createSqlite()
    await furnish('trung-luong', url)
    return { databaseUrl: url, dataDir: temporaryFolder(), folder: temporaryFolder() }
  }

  test('it is consistent while a process writes without a pause', async () => {
    const options = await prepare()
    const writer = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import Database from 'better-sqlite3'
         const db = new Database(${JSON.stringify(options.databaseUrl)}, { timeout: 5000 })
         const add = db.transaction((n) => { for (const t of ['a', 'b'])
           db.prepare("insert into topics values ('console', ?, ?, '{}', null, '')").run(t, String(n)) })
         for (let n = 0; ; n += 1) { add(n); if (n === 50) console.log('going') }`,
      ],
      { cwd: join(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] },
    )
    onTestFinished(() => void writer.kill('SIGKILL'))
    await once(writer.stdout, 'data')
    const { path } = await makeBackup({ ...options, now: NOW })
    writer.kill('SIGKILL')
    const copy = await openStore(join(path, 'ntm.db'))
    onTestFinished(() => copy.close())
    const topics = await copy.db.selectFrom('topics').select('chat_id').execute()
    const [a, b] = ['a', 'b'].map((chat) => topics.filter(({ chat_id }) => chat_id === chat).length)
    expect(a).toBe(b)
    expect(a).toBeGreaterThan(50)
  })

  test('evidence that an earlier backup has is not stored twice', async () => {
    const options = await prepare()
    const store = await openStore(options.databaseUrl)
    const sha256 = await addEvidence(store.db, options.dataDir, 'ảnh')
    await store.close()
    const first = await makeBackup({ ...options, now: NOW })
    const second = await makeBackup({ ...options, now: new Date(NOW.getTime() + 86_400_000) })
    const inode = (path: string) => statSync(pathOf(join(path, 'evidence'), { sha256, mime: 'image/png' })).ino
    expect(inode(second.path)).toBe(inode(first.path))
  })

  test('evidence that is gone is named, and the backup made all the same', async () => {
    const options = await prepare()
    const store = await openStore(options.databaseUrl)
    const sha256 = await addEvidence(store.db, options.dataDir, 'ảnh')
    await store.close()
    rmSync(join(options.dataDir, 'evidence'), { recursive: true })
    const { path, manifest } = await makeBackup({ ...options, now: NOW })
    expect(manifest.evidence.missing).toEqual([sha256])
    await restoreBackup({ backup: path, databaseUrl: join(temporaryFolder(), 'ntm.db'), dataDir: temporaryFolder() })
  })

  test.each([
    ['a byte of the database', (path: string) => writeFileSync(join(path, 'ntm.db'), 'x', { flag: 'r+' })],
    ['the database itself', (path: string) => rmSync(join(path, 'ntm.db'))],
    ['the manifest', (path: string) => rmSync(join(path, 'manifest.json'))],
    ['a word of the manifest', (path: string) => writeFileSync(join(path, 'manifest.json'), '{"version":1}')],
    ['a file of evidence', (path: string) => rmSync(join(path, 'evidence'), { recursive: true })],
  ])('a backup that has lost %s is refused', async (_, spoil) => {
    const options = await prepare()
    const store = await openStore(options.databaseUrl)
    await addEvidence(store.db, options.dataDir, 'ảnh')
    await store.close()
    const { path } = await makeBackup({ ...options, now: NOW })
    spoil(path)
    const databaseUrl = join(temporaryFolder(), 'ntm.db')
    await expect(restoreBackup({ backup: path, databaseUrl, dataDir: temporaryFolder() })).rejects.toThrow(BackupError)
  })

  test('what fails leaves nothing that looks like a backup', async () => {
    const folder = temporaryFolder()
    const databaseUrl = join(temporaryFolder(), 'none.db')
    await expect(makeBackup({ databaseUrl, dataDir: folder, folder, now: NOW })).rejects.toThrow('there is no database')
    expect(readdirSync(folder)).toEqual([])
  })

  test('what a backup left that was cut off is taken away a day later', async () => {
    const options = await prepare()
    const [old, fresh] = [new Date(NOW.getTime() - 90_000_000), new Date(NOW.getTime() - 3_600_000)].map(
      (at) => `${nameOf(at)}.part`,
    )
    for (const name of [old!, fresh!, 'khác.part']) mkdirSync(join(options.folder, name))
    await makeBackup({ ...options, now: NOW })
    expect(new Set(readdirSync(options.folder))).toEqual(new Set([nameOf(NOW), fresh, 'khác.part']))
  })

  test('by the operator, as it is typed', async () => {
    const { databaseUrl, dataDir, folder } = await prepare()
    const ntm = (...args: string[]) =>
      spawnSync(process.execPath, [OPERATOR, ...args], {
        encoding: 'utf8',
        cwd: temporaryFolder(),
        env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
      })
    for (let day = 20; day < 23; day += 1) mkdirSync(join(folder, nameOf(new Date(`2026-11-${day}T00:00:00Z`))))
    const made = ntm('backup', folder, '--keep', '2')
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(made.stdout).toMatch(/^Đã sao lưu và kiểm tra: .*\n\d+ bảng, \d+ dòng; 0 tệp minh chứng, 0 byte\n/)
    const names = await backupsIn(folder)
    expect(names).toHaveLength(2)
    const fresh = join(temporaryFolder(), 'ntm.db')
    const restored = ntm('restore', join(folder, names[1]!), '--db', fresh, '--data', temporaryFolder())
    expect(restored).toMatchObject({ status: 0, stderr: '' })
    expect(restored.stdout).toContain('số dòng các bảng khớp')
    expect(existsSync(fresh)).toBe(true)
    expect(ntm('restore', join(folder, names[1]!), '--db', fresh)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is there already') as string,
    })
    expect(ntm('backup', folder, '--keep', '0')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Dùng: ntm backup /) as string,
    })
  })
})

describe('nightly', () => {
  test('names tell the time, and the newest are kept', async () => {
    expect(timeOf(nameOf(NOW))).toEqual(NOW)
    expect(timeOf('ntm-2026-11-23T01-00-00Z.part')).toBeUndefined()
    const folder = temporaryFolder()
    const names = Array.from({ length: 16 }, (_, n) => nameOf(new Date(NOW.getTime() + n * 86_400_000)))
    for (const name of [...names, 'ảnh chụp', 'ntm-2026-11-01T00-00-00Z.part']) mkdirSync(join(folder, name))
    expect(await keepNewest(folder, 14, new Date('2026-12-31T00:00:00Z'))).toEqual(names.slice(0, 2))
    expect(readdirSync(folder)).toHaveLength(16)
  })

  test('what was made while the clock was ahead neither stands for later nights nor takes the place of what they make', async () => {
    const folder = temporaryFolder()
    const ahead = ['2027-01-01', '2036-01-01'].map((day) => nameOf(new Date(`${day}T00:00:00Z`)))
    for (const name of [...ahead, `${nameOf(new Date('2036-01-02T00:00:00Z'))}.part`]) mkdirSync(join(folder, name))
    expect(await isBackupDue(folder, NOW)).toBe(true)
    mkdirSync(join(folder, nameOf(NOW)))
    expect(await isBackupDue(folder, NOW)).toBe(false)
    expect(await keepNewest(folder, 2, NOW)).toEqual(ahead.slice(0, 1))
    expect(await keepNewest(folder, 1, NOW)).toEqual(ahead.slice(1))
    expect(await backupsIn(folder)).toEqual([nameOf(NOW)])
  })

  test('it is due once a night at a quarter past two in Vietnam, also when the machine was off then', async () => {
    const folder = temporaryFolder()
    expect(await isBackupDue(join(folder, 'none'), NOW)).toBe(true)
    mkdirSync(join(folder, nameOf(NOW)))
    const at = (time: string) => isBackupDue(folder, new Date(time))
    expect(await at('2026-11-23T19:14:59Z')).toBe(false)
    expect(await at('2026-11-23T19:15:00Z')).toBe(true)
    expect(await at('2026-11-26T05:00:00Z')).toBe(true)
    mkdirSync(join(folder, nameOf(new Date('2026-11-26T05:00:01Z'))))
    expect(await at('2026-11-26T19:14:00Z')).toBe(false)
  })

  test('what another process is making is left to it, unless it was cut off', async () => {
    const folder = temporaryFolder()
    const making = join(folder, `${nameOf(NOW)}.part`)
    mkdirSync(making)
    expect(await isBackupDue(folder, NOW)).toBe(false)
    expect(await isBackupDue(folder, new Date(NOW.getTime() + 3 * 3_600_000))).toBe(true)
    const { url } = createSqlite()
    await furnish('trung-luong', url)
    await expect(makeBackup({ databaseUrl: url, dataDir: folder, folder, now: NOW })).rejects.toThrow(
      'is being made there',
    )
    expect(readdirSync(folder)).toEqual([`${nameOf(NOW)}.part`])
  })

  test('the bot makes it in a process of its own, from the database that it has open', async () => {
    const database = createSqlite()
    await furnish('trung-luong', database.url)
    const bot = await database.open()
    const folder = temporaryFolder()
    const { log, lines } = keepLog()
    const variables = { DATABASE_URL: database.url, DATA_DIR: temporaryFolder() }
    await backUpNightly(folder, log, new Date(), variables)
    await backUpNightly(folder, log, new Date(), variables)
    expect(lines.map(({ message }) => message)).toEqual(['backup made'])
    expect(await backupsIn(folder)).toHaveLength(1)
    await bot.close()
  })

  test('one that fails is told in the log', async () => {
    const { log, lines } = keepLog()
    await backUpNightly(temporaryFolder(), log, NOW, { DATABASE_URL: '/nowhere/ntm.db' })
    expect(lines).toMatchObject([{ level: 'error', details: { error: 'there is no database at /nowhere/ntm.db' } }])
    await backUpNightly(temporaryFolder(), silentLog, NOW, { DATABASE_URL: '/nowhere/ntm.db' })
  })
})
