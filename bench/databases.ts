import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onServer, startServer } from '../test/store/postgres-server.ts'

export const DATABASES = ['SQLite', 'Postgres'] as const
export type DatabaseName = (typeof DATABASES)[number]

/** Where to measure: each kind of database that this machine has, new and empty at every call. */
export type Databases = Partial<Record<DatabaseName, () => Promise<string>>>

/**
 * Lends databases as a house would have them: SQLite in a file, Postgres with every commit on the disk, both in the
 * folder for temporary files.
 *
 * @param withPostgres whether to start one; where the machine has none, the figures of Postgres are left out.
 */
export async function withDatabases<T>(withPostgres: boolean, use: (databases: Databases) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-bench-'))
  const server = withPostgres ? startServer(tmpdir(), []) : { missing: 'it is not wanted' }
  if (withPostgres && 'missing' in server) process.stderr.write(`Nothing is measured on Postgres: ${server.missing}.\n`)
  let made = 0
  const databases: Databases = { SQLite: async () => join(folder, `${(made += 1)}.db`) }
  if (!('missing' in server))
    databases.Postgres = async () => {
      const name = `bench_${(made += 1)}`
      await onServer(server.urlOf('postgres'), `create database ${name}`)
      return server.urlOf(name)
    }
  try {
    return await use(databases)
  } finally {
    if (!('missing' in server)) server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One after the other, so that they do not disturb each other. */
export async function onEach<T>(
  databases: Databases,
  measure: (create: () => Promise<string>, name: DatabaseName) => Promise<T>,
): Promise<Partial<Record<DatabaseName, T>>> {
  const measured: Partial<Record<DatabaseName, T>> = {}
  for (const name of DATABASES) {
    const create = databases[name]
    if (create) measured[name] = await measure(create, name)
  }
  return measured
}
