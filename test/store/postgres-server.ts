import { spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { openStore } from '../../src/store/store.ts'
import { quickFolder } from '../quick-folder.ts'

/** Where the tests' own Postgres is, or why there is none. A new database is a copy of `template`, which is up to date. */
export type PostgresForTests = { url: string; template: string } | { missing: string }

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: PostgresForTests
  }
}

/** A Postgres of one's own, in a temporary folder and reached by a socket in it alone. */
export interface OwnPostgres {
  urlOf(database: string): string
  stop(): void
}

/** For the whole run of the tests. */
export default async function startPostgres(project: TestProject): Promise<(() => void) | undefined> {
  // Nothing here has to survive a power cut.
  const server = startServer(quickFolder(), ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'])
  if ('missing' in server) {
    project.provide('postgres', server)
    process.stderr.write(`\nThe tests on Postgres are skipped: ${server.missing}.\n`)
    return undefined
  }
  const template = 'ntm_template'
  try {
    await onServer(server.urlOf('postgres'), `create database ${template}`)
    await (await openStore(server.urlOf(template))).close()
  } catch (error) {
    server.stop()
    throw error
  }
  project.provide('postgres', { url: server.urlOf('postgres'), template })
  return () => server.stop()
}

/**
 * Starts it from the machine's `initdb` and `pg_ctl`. It refuses to run as root, so it runs as the user `postgres` then.
 *
 * @param parent where its folder is made.
 * @param settings besides those that every such server has; with none it is as careful as Postgres is by default.
 */
export function startServer(parent: string, settings: readonly string[]): OwnPostgres | { missing: string } {
  const user: SystemUser | undefined = process.getuid?.() === 0 ? findUser('postgres') : {}
  if (!user) return { missing: 'there is no user postgres to run it as' }
  const program = ['initdb', 'pg_ctl'].find((each) => spawnSync(each, ['--version']).status !== 0)
  if (program !== undefined) return { missing: `${program} is not on the PATH` }

  const folder = mkdtempSync(join(parent, 'ntm-postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const run = (program: string, ...args: string[]) => {
    const { status, stderr, error } = spawnSync(program, args, { ...user, cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`)
  }
  const data = join(folder, 'data')
  const always = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=200']
  const options = [...always, ...settings].map((setting) => `-c ${setting}`).join(' ')
  const stop = () => {
    spawnSync('pg_ctl', ['-D', data, '-m', 'fast', 'stop'], { ...user, cwd: folder })
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync')
    run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start')
  } catch (error) {
    stop()
    throw error
  }
  return { urlOf: (database) => `postgres://postgres@/${database}?host=${encodeURIComponent(folder)}`, stop }
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
