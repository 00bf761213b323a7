import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Log } from '../messages/log.ts'
import { latestBackup, unfinishedIn } from './backup-names.ts'

export const BACKUPS_KEPT = 14

const DAY_MS = 86_400_000
/** A quarter past two at night in Vietnam, after midnight in UTC; before what is past its time is deleted. */
const AT_MS = 19.25 * 3_600_000

const OPERATOR = fileURLToPath(new URL('../operator/ntm.ts', import.meta.url))

/** One that was begun this long ago was cut off. */
const MOST_TO_MAKE_MS = 2 * 3_600_000

/**
 * Whether the last night has no backup yet, however long the machine was off. One that another process is making counts:
 * several may run on one Postgres.
 */
export async function isBackupDue(folder: string, now: Date): Promise<boolean> {
  const begun = await unfinishedIn(folder)
  if (begun.some((at) => Math.abs(now.getTime() - at.getTime()) < MOST_TO_MAKE_MS)) return false
  const latest = await latestBackup(folder, now)
  const night = Math.floor((now.getTime() - AT_MS) / DAY_MS) * DAY_MS + AT_MS
  return latest === undefined || latest.at.getTime() < night
}

/**
 * Makes the backup of the night where it is due, in a process of its own, so that answers do not wait for it. One that
 * fails is logged and tried again at the next look.
 *
 * @param variables of the environment, beside the program's own and its `.env`.
 */
export async function backUpNightly(
  folder: string,
  log: Log,
  now: Date,
  variables: NodeJS.ProcessEnv = {},
): Promise<void> {
  try {
    if (!(await isBackupDue(folder, now))) return
    const args = ['backup', folder, '--keep', String(BACKUPS_KEPT)]
    const { stderr } = await promisify(execFile)(process.execPath, [OPERATOR, ...args], {
      env: { ...process.env, ...variables },
    })
    log.info({ notes: stderr.trim() || undefined }, 'backup made')
  } catch (error) {
    const isMadeByAnother = !(await isBackupDue(folder, now))
    if (isMadeByAnother) return
    const { stderr, message } = error as Error & { stderr?: string }
    log.error({ error: stderr?.trim() || message }, 'no backup could be made: `ntm doctor` tells more')
  }
}
