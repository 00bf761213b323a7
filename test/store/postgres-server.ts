import { spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { openStore } from '../../src/store/store.ts'

/** Where the tests' own Postgres is, or why there is none. A new database is a copy of `template`, which is up to date. */
export type PostgresForTests = { url: string; template: string } | { missing: string }

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: PostgresForTests
  }
}

/**
 * Starts a Postgres for the whole run from the machine's `initdb` and `pg_ctl`, in a temporary folder and reached by a
 * socket in it alone. It refuses to run as root, so it runs as the user `postgres` then.
 */
export default async function startPostgres(project: TestProject): Promise<(() => void) | undefined> {
  const user: SystemUser | undefined = process.getuid?.() === 0 ? findUser('postgres') : {}
  const missing = !user
    ? 'there is no user postgres to run it as'
    : ['initdb', 'pg_ctl'].find((program) => spawnSync(program, ['--version']).status !== 0)
  if (!user || missing !== undefined) {
    const reason = user ? `${missing} is not on the PATH` : missing!
    project.provide('postgres', { missing: reason })
    process.stderr.write(`\nThe tests on Postgres are skipped: ${reason}.\n`)
    return undefined
  }

  const folder = mkdtempSync(join(quickFolder(), 'ntm-postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const run = (program: string, ...args: string[]) => {
    const { status, stderr, error } = spawnSync(program, args, { ...user, cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`)
  }
  const data = join(folder, 'data')
  // Nothing here has to survive a power cut.
  const settings = ['fsync', 'synchronous_commit', 'full_page_writes'].map((name) => `-c ${name}=off`)
  settings.push(`-c listen_addresses= -c unix_socket_directories=${folder} -c max_connections=200`)
  const template = 'ntm_template'
  const urlOf = (database: string) => `postgres://postgres@/${database}?host=${encodeURIComponent(folder)}`
  const stop = () => {
    spawnSync('pg_ctl', ['-D', data, '-m', 'fast', 'stop'], { ...user, cwd: folder })
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync')
    run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings.join(' '), 'start')
    await onServer(urlOf('postgres'), `create database ${template}`)
    await (await openStore(urlOf(template))).close()
  } catch (error) {
    stop()
    throw error
  }
  project.provide('postgres', { url: urlOf('postgres'), template })
  return stop
}

/** In memory where there is room: a database is a copy of 300 files. */
function quickFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 2 ** 30 ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** Empty for the user who runs the tests. */
interface SystemUser {
  uid?: number
  gid?: number
}

function findUser(name: string): SystemUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((option) => spawnSync('id', [option, name], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

/** Says one statement to a server. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
