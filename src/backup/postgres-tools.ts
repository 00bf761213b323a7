import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { BackupError } from './manifest.ts'

/**
 * Runs one of Postgres' own programs on a database. The password goes by the environment: what stands on a command line
 * can be read by everybody on the machine.
 *
 * @param program `pg_dump` or `pg_restore`.
 * @returns what it wrote.
 * @throws {BackupError} when it is not there, or says that something is wrong.
 */
export async function runPostgresTool(program: string, args: readonly string[], url?: string): Promise<string> {
  const { address, password } = splitPassword(url ?? '')
  const database = url === undefined ? [] : ['--dbname', address]
  const env = { ...process.env, ...(password && { PGPASSWORD: password }) }
  try {
    const { stdout } = await promisify(execFile)(program, [...args, ...database], { env, maxBuffer: 2 ** 26 })
    return stdout
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string }
    if (code === 'ENOENT')
      throw new BackupError(
        `${program} is not on this machine: install Postgres' client programs (Debian, Ubuntu: apt install postgresql-client)`,
        { cause: error },
      )
    throw new BackupError(`${program} failed: ${stderr?.trim().split('\n')[0] ?? code}`, { cause: error })
  }
}

function splitPassword(url: string): { address: string; password: string } {
  const [whole, before, password, after] = /^(postgres(?:ql)?:\/\/[^:@/]*):([^@/]*)(@.*)$/i.exec(url) ?? []
  return whole === undefined
    ? { address: url, password: '' }
    : { address: `${before}${after}`, password: decodeURIComponent(password ?? '') }
}
