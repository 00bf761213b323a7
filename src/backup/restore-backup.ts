import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openStore, openToRead } from '../store/store.ts'
import { allTables, countRows, keptFiles } from '../store/tables.ts'
import { openCopy, settle, sha256Of } from './copy-database.ts'
import { copyEvidence, missingIn } from './copy-evidence.ts'
import { BackupError, DATABASE_FILE, EVIDENCE, type Manifest, readManifest, TEMPLATES } from './manifest.ts'
import { runPostgresTool } from './postgres-tools.ts'

export interface RestoreOptions {
  /** The folder of one backup. */
  backup: string
  /** Where its database goes: a SQLite file that is not there yet, or an empty Postgres database. */
  databaseUrl: string
  /** The folder that the evidence and the letter templates go to, each into a folder of its own. */
  dataDir: string
}

/**
 * Puts a backup where nothing is yet, compares what came of it with what the backup says, and brings the database up to
 * date. Nothing is ever overwritten.
 *
 * @throws {BackupError} when the backup is damaged, or something is there already.
 */
export async function restoreBackup({ backup, databaseUrl, dataDir }: RestoreOptions): Promise<Manifest> {
  const manifest = await readManifest(backup)
  const file = join(backup, DATABASE_FILE[manifest.database])
  const found = await sha256Of(file).catch(() => undefined)
  if (found !== manifest.sha256) throw new BackupError(`${file} is damaged or gone: take another backup`)
  const isPostgres = /^postgres(ql)?:/i.test(databaseUrl)
  if (isPostgres !== (manifest.database === 'postgres'))
    throw new BackupError(
      `the backup is of ${manifest.database}: restore it there first, then move it with “ntm migrate --to postgres://…”`,
    )
  await lookAtTemplates(manifest, backup, dataDir)

  const counts = isPostgres ? await loadDump(file, databaseUrl) : await placeFile(file, databaseUrl)
  compare(manifest.tables, counts)
  await copyEvidence(join(backup, EVIDENCE), join(dataDir, EVIDENCE), undefined)
  await placeTemplates(manifest, backup, dataDir)
  const store = await openStore(databaseUrl)
  try {
    const missing = await missingIn(join(dataDir, EVIDENCE), await keptFiles(store.db))
    const lost = missing.filter((file) => !manifest.evidence.missing.includes(file))
    if (lost.length > 0) throw new BackupError(`${lost.length} files of evidence are damaged or gone in the backup`)
  } finally {
    await store.close()
  }
  return manifest
}

/** Before anything is put anywhere: whether the letter templates are as they were, and none of another content is in their place. */
async function lookAtTemplates({ templates }: Manifest, backup: string, dataDir: string): Promise<void> {
  for (const { name, sha256 } of templates.files) {
    const file = join(backup, TEMPLATES, name)
    if ((await sha256Of(file).catch(() => undefined)) !== sha256)
      throw new BackupError(`${file} is damaged or gone: take another backup`)
    const there = join(dataDir, TEMPLATES, name)
    if (existsSync(there) && (await sha256Of(there).catch(() => undefined)) !== sha256)
      throw new BackupError(`${there} is there already, and is another: move it away, or give another --data`)
  }
}

async function placeTemplates({ templates }: Manifest, backup: string, dataDir: string): Promise<void> {
  if (templates.files.length > 0) await mkdir(join(dataDir, TEMPLATES), { recursive: true })
  for (const { name } of templates.files) await copyFile(join(backup, TEMPLATES, name), join(dataDir, TEMPLATES, name))
}

async function placeFile(file: string, path: string): Promise<Record<string, number>> {
  if (existsSync(path)) throw new BackupError(`${path} is there already: move it away, or give another --db`)
  await mkdir(dirname(path), { recursive: true })
  const unfinished = `${path}.part`
  await copyFile(file, unfinished)
  const counts = await openCopy(unfinished)
  await settle(unfinished)
  await rename(unfinished, path)
  return counts
}

async function loadDump(file: string, url: string): Promise<Record<string, number>> {
  const store = openToRead(url)
  try {
    if ((await allTables(store.db)).length > 0)
      throw new BackupError('the database is not empty: make a new one (createdb) and give its address')
    await runPostgresTool(
      'pg_restore',
      ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges', file],
      url,
    )
    return await countRows(store.db)
  } finally {
    await store.close()
  }
}

function compare(expected: Record<string, number>, found: Record<string, number>): void {
  const wrong = Object.entries(expected).filter(([table, count]) => found[table] !== count)
  if (wrong.length === 0) return
  const list = wrong.map(([table, count]) => `${table} ${found[table] ?? 0}/${count}`).join(', ')
  throw new BackupError(`not all rows are there: ${list}`)
}
