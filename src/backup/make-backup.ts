import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openToRead } from '../store/store.ts'
import { keptFiles } from '../store/tables.ts'
import { backupsIn, nameOf, removeUnfinished, unfinished } from './backup-names.ts'
import { copyDatabase, settle, sha256Of } from './copy-database.ts'
import { copyEvidence, missingIn } from './copy-evidence.ts'
import { copyTemplates } from './copy-templates.ts'
import { BackupError, DATABASE_FILE, EVIDENCE, MANIFEST, type Manifest, TEMPLATES } from './manifest.ts'

export interface BackupOptions {
  databaseUrl: string
  /** The folder that the evidence and the office's own letter templates lie in, each in a folder of its own. */
  dataDir: string
  /** Where the backup is put, as a folder of its own; it is made where there is none. */
  folder: string
  now: Date
}

/**
 * Makes a backup while the bot runs: the database as it stands at one instant, then the evidence, which is there before
 * any row speaks of it, and the office's own letter templates. It is opened and checked, and only then has its name: a folder with that name is whole. Only its
 * owner can read it, since it holds all there is about people.
 *
 * @throws {BackupError} when it cannot be made; nothing of it is left then.
 */
export async function makeBackup({ databaseUrl, dataDir, folder, now }: BackupOptions) {
  const path = join(folder, nameOf(now))
  const making = unfinished(path)
  const [latest] = (await backupsIn(folder)).slice(-1)
  await mkdir(folder, { recursive: true })
  await removeUnfinished(folder, now)
  await mkdir(making, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`a backup cannot be begun in ${folder}, or is being made there (${error.code})`, {
      cause: error,
    })
  })
  try {
    const manifest = await fill(making, latest && join(folder, latest, EVIDENCE), { databaseUrl, dataDir, now })
    await rename(making, path).catch((error: NodeJS.ErrnoException) => {
      throw new BackupError(`${path} is there already (${error.code})`, { cause: error })
    })
    return { path, manifest }
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    throw error
  }
}

async function fill(
  backup: string,
  earlier: string | undefined,
  { databaseUrl, dataDir, now }: Omit<BackupOptions, 'folder'>,
): Promise<Manifest> {
  const store = openToRead(databaseUrl)
  try {
    const database = store.dialect
    const file = join(backup, DATABASE_FILE[database])
    const tables = await copyDatabase(databaseUrl, file)
    await chmod(file, 0o600)
    await settle(file)
    const copied = await copyEvidence(join(dataDir, EVIDENCE), join(backup, EVIDENCE), earlier)
    const spokenOf = database === 'sqlite' ? await filesIn(file) : await keptFiles(store.db)
    const missing = await missingIn(join(backup, EVIDENCE), spokenOf)
    const manifest: Manifest = {
      version: 1,
      made_at: now.toISOString(),
      database,
      sha256: await sha256Of(file),
      tables,
      evidence: { ...copied, missing },
      templates: await copyTemplates(join(dataDir, TEMPLATES), join(backup, TEMPLATES)),
    }
    await writeFile(join(backup, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 })
    return manifest
  } finally {
    await store.close()
  }
}

async function filesIn(copy: string) {
  const store = openToRead(copy)
  try {
    return await keptFiles(store.db)
  } finally {
    await store.close()
  }
}
