import { spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** Where the tests' own Postgres is, or why there is none. */
export type PostgresForTests = { url: string } | { missing: string }

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: PostgresForTests
  }
}

/**
 * Starts a Postgres for the whole run from the machine's `initdb` and `pg_ctl`, in a temporary folder and reached by a
 * socket in it alone. It refuses to run as root, so it runs as the user `postgres` then.
 */
export default function startPostgres(project: TestProject): (() => void) | undefined {
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

  const folder = mkdtempSync(join(tmpdir(), 'ntm-postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const run = (program: string, ...args: string[]) => {
    const { status, stderr, error } = spawnSync(program, args, { ...user, cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`)
  }
  const data = join(folder, 'data')
  // Nothing here has to survive a power cut.
  const settings = ['fsync', 'synchronous_commit', 'full_page_writes'].map((name) => `-c ${name}=off`)
  settings.push(`-c listen_addresses= -c unix_socket_directories=${folder} -c max_connections=200`)
  try {
    run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync')
    run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings.join(' '), 'start')
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  project.provide('postgres', { url: `postgres://postgres@/postgres?host=${encodeURIComponent(folder)}` })
  return () => {
    try {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
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
