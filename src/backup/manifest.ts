import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const Manifest = z.object({
  /** Of this shape of backup. */
  version: z.literal(1),
  made_at: z.iso.datetime(),
  database: z.enum(['sqlite', 'postgres']),
  /** Of the file with the database. */
  sha256: z.string(),
  /** How many rows each table has. */
  tables: z.record(z.string(), z.number()),
  evidence: z.object({
    files: z.number(),
    bytes: z.number(),
    /** Files that rows speak of and that were gone, or no longer what they were, when the backup was made. */
    missing: z.array(z.string()),
  }),
  /** The office's own letter templates; earlier backups have none. */
  templates: z
    .object({
      files: z.array(z.object({ name: z.string().regex(/^[^/\\]+$/), sha256: z.string() })),
      /** Those that could not be read when the backup was made. */
      unreadable: z.array(z.string()),
    })
    .default({ files: [], unreadable: [] }),
})

/** What a backup says of itself. */
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST = 'manifest.json'
export const EVIDENCE = 'evidence'
export const TEMPLATES = 'templates'
/** The file of the database, by its kind: a copy of the SQLite file, or a dump as `pg_restore` takes it. */
export const DATABASE_FILE = { sqlite: 'ntm.db', postgres: 'ntm.pgdump' } as const

/** A backup cannot be made or used; the message says why and what to do. */
export class BackupError extends Error {}

/** @throws {BackupError} when the folder is no backup of ours. */
export async function readManifest(backup: string): Promise<Manifest> {
  const text = await readFile(join(backup, MANIFEST), 'utf8').catch(() => undefined)
  if (text === undefined) throw new BackupError(`${backup} is no backup: it has no ${MANIFEST}`)
  try {
    return Manifest.parse(JSON.parse(text))
  } catch (error) {
    throw new BackupError(`${join(backup, MANIFEST)} cannot be read`, { cause: error })
  }
}
